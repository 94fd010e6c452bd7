import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Passed } from "../pass/service.ts";
import type { Filed } from "../report/service.ts";
import type { Refusal } from "../service.ts";
import { say } from "../texts.ts";
import type { Answered } from "./service.ts";

/** What whoever acted on a matter hears. */

/** The villager has the answer; is it done, or does it go on to the village team? */
export function answeredReply(number: number, answered: Answered | Refusal): Reply {
  if ("refused" in answered) return answered.refused;
  const { reporter, reached, mayHandOver } = answered;
  const text = reached ? say.answered(number, reporter) : say.notReached(number, reporter);
  const handOver: readonly Choice[] = mayHandOver
    ? [{ label: say.handOver, token: `/assign ${number}` }]
    : [];
  const choices = [
    { label: say.done, token: `/task ${number} done` },
    { label: say.later, token: `/task ${number} later` },
    ...handOver,
  ];
  return { text, choices, about: `ticket ${number}` };
}

/** The villager knows that it was seen; she still has no answer. */
export function receivedReply(
  number: number,
  received: { readonly reporter: string; readonly reached: boolean } | Refusal,
): Reply {
  if ("refused" in received) return received.refused;
  const { reporter, reached } = received;
  const text = reached ? say.receiptSent(number, reporter) : say.receiptNotReached(number, reporter);
  return {
    text,
    choices: [{ label: say.answer, token: `/task ${number} answer` }],
    about: `ticket ${number}`,
  };
}

export function settledReply(number: number, settled: { reporter: string } | "unexplained" | Refusal): Reply {
  if (settled === "unexplained") return say.askHow(number);
  return "refused" in settled ? settled.refused : say.settledForWorker(number, settled.reporter);
}

export function passedReply(number: number, passed: Passed | Refusal): Reply {
  return "refused" in passed ? passed.refused : say.passed(number, passed.to);
}

export function askedReply(number: number, asked: { reporter: string; reached: boolean } | Refusal): Reply {
  if ("refused" in asked) return asked.refused;
  return asked.reached ? say.asked(number, asked.reporter) : say.askInPerson(number, asked.reporter);
}

export function unverifiedReply(number: number, done: { reporter: string } | Refusal): Reply {
  return "refused" in done ? done.refused : say.unverifiedForWorker(number, done.reporter);
}

export function wordReply(number: number, left: { readonly reporter: string } | Refusal): Reply {
  return "refused" in left ? left.refused : say.wordKept(number, left.reporter);
}

export function notedReply(number: number, noted: "noted" | Refusal): Reply {
  return noted === "noted" ? say.noted(number) : noted.refused;
}

export function reopenedReply(number: number, reopened: Filed | Refusal): Reply {
  return "refused" in reopened
    ? reopened.refused
    : say.reopened(number, reopened.responsible ?? undefined, reopened.due);
}
