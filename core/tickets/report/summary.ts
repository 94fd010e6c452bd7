import { place, review, type Place, type Question } from "../../dialogue/index.ts";
import { simplify, type Text } from "../../language/index.ts";
import { dropped, wantsOut } from "../choiceOrMore.ts";
import { kindCorrectedTo, type KindId } from "../kinds/model.ts";
import type { EnclosedFile } from "../model.ts";
import { say } from "../texts.ts";

/** May it be handed in, or is it of another kind: 「是垃圾」 says so without the menu. */
export type Sure = boolean | { readonly kind: KindId };

/** Puts what was understood once more, with what can be changed. */
export function summary(text: Text, kind: KindId): Question<Sure> {
  const asked = review({ text, changes: { where: say.changePlace, kind: say.changeKind } });
  return {
    ...asked,
    parse(stored) {
      const corrected = (stored as { kind?: unknown } | null)?.kind;
      return typeof corrected === "string" ? { value: { kind: corrected as KindId } } : asked.parse(stored);
    },
    read(heard, draft) {
      const reading = asked.read(heard, draft);
      const said = reading.kind === "add" && heard.body.type === "text" ? heard.body.text : "";
      const corrected = kindCorrectedTo(simplify(said));
      return corrected === undefined || corrected === kind
        ? reading
        : { kind: "answer", value: { kind: corrected } };
    },
  };
}

/** What is put before the person once more: of a complaint and a dispute also who reads it. */
export function summaryText(
  { kind, where, words, files }: Told,
  { about, named }: { readonly about: string | null; readonly named: string | null },
): Text {
  if (kind === "complaint") return say.complaintSummary(about ?? say.someWorker.zh, words);
  return kind === "dispute"
    ? say.disputeSummary(where, words, files, named)
    : say.summary(kind, where, words, files);
}

interface Told {
  readonly kind: KindId;
  readonly where: string;
  readonly words: string;
  readonly files: readonly EnclosedFile[];
}

/** Asks where; 「不报了」 ends it. */
export function placeOrOut(text: Text): Question<Place | typeof dropped> {
  const asked = place(text);
  return {
    ...asked,
    parse: (stored) => (stored === dropped ? { value: dropped } : asked.parse(stored)),
    read(heard, draft) {
      const said = heard.body.type === "text" ? heard.body.text : "";
      if (wantsOut(said)) return { kind: "answer", value: dropped };
      return isBareNumber(said) ? { kind: "refuse" } : asked.read(heard, draft);
    },
  };
}

/** A slip of the finger, or the number of a matter, says nothing about where. */
function isBareNumber(words: string): boolean {
  return /^\s*#?\d+\s*$/u.test(words.normalize("NFKC"));
}
