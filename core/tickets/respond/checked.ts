import {
  choice,
  filesIn,
  material,
  steps,
  wordsIn,
  type Material,
  type Part,
  type Question,
} from "../../dialogue/index.ts";
import { fold, verbatim, type Text } from "../../language/index.ts";
import { headline } from "../model.ts";
import { say } from "../texts.ts";
import type { Template } from "../templates/model.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { isReceipt } from "./model.ts";

const { ask, look } = steps<TicketServices>();

/** The whole of it is shown before it is sent. */
const longestLabel = 26;

/** What was said, or a template that was picked instead. */
export type Said = Material & { readonly isTemplate?: true };

/** Does it say no more than 「收到」? */
export function isReceiptOnly(said: Material): boolean {
  return filesIn(said).length === 0 && isReceipt(fold(wordsIn(said)));
}

/** Asks for an answer; one of the templates may be picked while nothing has been said. */
export function answerOr(text: Text, templates: readonly Template[]): Question<Said> {
  const own: Question<Material> = material(text);
  if (templates.length === 0) return own;
  const options = templates.map(({ id, words }) => ({ id, label: verbatim(headline(words, longestLabel)) }));
  return {
    ...own,
    put(draft) {
      const prompt = own.put(draft);
      return prompt.options.length > 0 ? prompt : { ...prompt, options };
    },
    read(heard, draft) {
      const picked = templates.find(({ id }) => id === heard.option);
      if (!picked) return own.read(heard, draft);
      const pieces = [{ type: "words", text: picked.words }] as const;
      return { kind: "answer", value: { pieces, isTemplate: true } };
    },
  };
}

/** Asks for an answer that says more than 「收到」. */
export function anAnswer(text: Text): Question<Material> {
  const own = material(text);
  const refuse = { kind: "refuse", why: say.receiptIsNone } as const;
  const isOnly = (value: unknown): boolean => isReceiptOnly(value as Material);
  return {
    ...own,
    read(heard, draft) {
      const reading = own.read(heard, draft);
      return reading.kind === "answer" && isOnly(reading.value) ? refuse : reading;
    },
    // Who writes it anew begins with nothing.
    reopen: () => null,
    open(heard) {
      const reading = own.open?.(heard) ?? own.read(heard, null);
      return reading.kind === "answer" && isOnly(reading.value) ? refuse : reading;
    },
  };
}

/** What is really sent: words put together before are seen first, and 「收到」 alone is no answer. */
export function* checked(
  number: number,
  said: Said,
): Part<TicketServices, { readonly isReceipt: boolean; readonly said: Material }> {
  if (said.isTemplate) {
    const options = [
      { id: "send", label: say.sendAsItIs },
      { id: "own", label: say.rewrite },
    ];
    const sure = yield* ask("template", choice(say.templateSure(number, wordsIn(said)), options));
    if (sure === "send") return { isReceipt: false, said };
    return { isReceipt: false, said: yield* ask("own", anAnswer(say.askOwnWords(number, wordsIn(said)))) };
  }
  const waits = yield* look("waits", ({ tickets }) => tickets.waitsForAnswer(number));
  if (!waits || !isReceiptOnly(said)) return { isReceipt: false, said };
  const options = [
    { id: "send", label: say.sendReceipt },
    { id: "own", label: say.rewrite },
  ];
  const sure = yield* ask("receipt", choice(say.receiptSure(wordsIn(said)), options));
  if (sure === "send") return { isReceipt: true, said };
  return { isReceipt: false, said: yield* ask("own", anAnswer(say.askAnswer(number))) };
}
