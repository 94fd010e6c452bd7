import type { Reply } from "../../dialogue/index.ts";
import type { Filed } from "../report/service.ts";
import type { Refusal } from "../service.ts";
import { say } from "../texts.ts";

/** What whoever answered hears: the villager has it, and is it done? */
export function answeredReply(
  number: number,
  answered: { reporter: string; reached: boolean } | Refusal,
): Reply {
  if ("refused" in answered) return answered.refused;
  const { reporter, reached } = answered;
  const text = reached ? say.answered(number, reporter) : say.notReached(number, reporter);
  const choices = [
    { label: say.done, token: `/task ${number} done` },
    { label: say.later, token: `/task ${number} later` },
  ];
  return { text, choices, about: `ticket ${number}` };
}

export function settledReply(number: number, settled: { reporter: string } | "unexplained" | Refusal): Reply {
  if (settled === "unexplained") return say.askHow(number);
  return "refused" in settled ? settled.refused : say.settledForWorker(number, settled.reporter);
}

export function reopenedReply(number: number, reopened: Filed | Refusal): Reply {
  return "refused" in reopened
    ? reopened.refused
    : say.reopened(number, reopened.responsible ?? undefined, reopened.due);
}
