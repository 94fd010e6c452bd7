import type { Choice } from "../dialogue/index.ts";
import type { Score, TicketNumber } from "./model.ts";
import { say, scoreNames } from "./texts.ts";

/** The buttons of a matter that must be acted on. */
export function taskChoices(number: TicketNumber): readonly Choice[] {
  return [
    { label: say.answer, token: `/task ${number} answer` },
    { label: say.done, token: `/task ${number} done` },
  ];
}

/** The three scores, one tap each. */
export function scoreChoices(number: TicketNumber): readonly Choice[] {
  const rate = (score: Score): Choice => ({ label: scoreNames[score], token: `/mine ${number} ${score}` });
  return [rate("satisfied"), rate("fair"), rate("dissatisfied")];
}

/** The scores, and [还没好], which is none. */
export function ratingChoices(number: TicketNumber): readonly Choice[] {
  return [...scoreChoices(number), { label: say.notFixed, token: `/mine ${number} not_fixed` }];
}
