import type { Choice } from "../dialogue/index.ts";
import { unitName } from "../org/index.ts";
import type { Moment } from "../people/index.ts";
import { consentChoices, resignChoice, seeChoice } from "./choices.ts";
import { dueOf } from "./clock.ts";
import { mediationOf } from "./store.ts";
import { offlineOf, tellOne, ticketOf, topicOf } from "./telling.ts";
import { say } from "./texts.ts";

/**
 * Puts a mediation before its mediator, with what she can do.
 * @param isNew nobody was asked yet.
 */
export async function appoint(moment: Moment, number: number, key: string, isNew: boolean): Promise<void> {
  const mediation = await mediationOf(moment.tx, number);
  if (!mediation) return;
  const { parties, mediator } = mediation;
  const calls = await offlineOf(
    moment,
    parties.filter(({ consent }) => consent === "asked"),
  );
  const text = say.mediator.card({
    number,
    topic: await topicOf(moment, number),
    unit: await unitName(moment.tx, (await ticketOf(moment, number)).unit),
    parties,
    due: moment.calendar.date((await dueOf(moment, number)) ?? moment.now),
    calls,
    isNew,
  });
  const choices: Choice[] = [
    ...calls.flatMap((party) => consentChoices(number, party)),
    seeChoice(number),
    resignChoice(number),
  ];
  await tellOne(moment, mediator, number, { text, choices }, `appointed ${key}`);
}
