import type { Moment } from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import type { TicketNumber } from "../model.ts";
import { nextWord } from "./model.ts";

/** 「还在等」: who waits for a month hears what is true from whoever must act, and again every month. */

/** The kind of its alarms; their subject is `<number> <stage> <when the word is due>`. */
export const waitingAlarm = "still_waiting";

/** plan: look which day to ask on · ask: for a sentence · word: to the villager. */
export type WaitingStage = "plan" | "ask" | "word";

/** Sets what comes next for a matter on the way to the word that is due then. */
export async function setWaitingAlarm(
  moment: Moment,
  number: TicketNumber,
  { stage, wordAt }: { readonly stage: WaitingStage; readonly wordAt: number },
  fireAt: number,
): Promise<void> {
  const key = `${waitingAlarm} ${number}`;
  await setAlarm(moment.tx, { key, kind: waitingAlarm, subject: `${number} ${stage} ${wordAt}`, fireAt });
}

/** Begins to tell a villager every month what keeps her matter. @param since when she began to wait. */
export async function beginWaitingWords(moment: Moment, number: TicketNumber, since: number): Promise<void> {
  const { planAt, wordAt } = nextWord(moment.calendar.zone, since, moment.now);
  await setWaitingAlarm(moment, number, { stage: "plan", wordAt }, planAt);
}
