import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { TicketNumber } from "../model.ts";

const none: Text = { zh: "", en: "" };

function byWhen(answer: SaidMoment | undefined, settle: SaidMoment | undefined): Text {
  if (answer) return { zh: `，最晚 ${answer.zh} 前回您`, en: `, who answers by ${answer.en}` };
  return settle ? { zh: `，预计 ${settle.zh} 前办好`, en: `, expected by ${settle.en}` } : none;
}

/** What villagers hear when a matter changes hands. */
export const progressTexts = {
  /** One matter is with somebody else now; at most one deadline is said. */
  nowWith: (
    number: TicketNumber,
    who: Text,
    due: { readonly answer: SaidMoment | undefined; readonly settle: SaidMoment | undefined },
  ): Text => {
    const by = byWhen(due.answer, due.settle);
    return { zh: `${number} 改由${who.zh}来办${by.zh}。`, en: `${number} is with ${who.en} now${by.en}.` };
  },
  /** Several of hers are with somebody else now; with a new deadline where they went to the village team. */
  severalNowWith: (numbers: readonly TicketNumber[], who: Text, settle: SaidMoment | undefined): Text => {
    const by =
      settle === undefined ? { zh: "，期限不变", en: "; the deadlines stay" } : byWhen(undefined, settle);
    return {
      zh: `${numbers.join("、")} 改由${who.zh}来办${by.zh}。`,
      en: `${numbers.join(", ")} are with ${who.en} now${by.en}.`,
    };
  },
} satisfies Record<string, unknown>;
