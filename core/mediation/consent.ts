import type { Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting, Moment } from "../people/index.ts";
import { noteMediation, type Refusal } from "../tickets/index.ts";
import { setConsentAlarm } from "./alarms.ts";
import { consentChoices, sayChoice, seeChoice, sideChoices, willingChoices } from "./choices.ts";
import { endWithout } from "./ending.ts";
import { ledBy } from "./lead.ts";
import { areAllWilling, isOpen, type Mediation, type Party } from "./model.ts";
import { changeParty, mediationOf } from "./store.ts";
import {
  mediatorCalled,
  mediatorText,
  noSuch,
  offlineOf,
  ownSide,
  tellOne,
  ticketOf,
  topicOf,
} from "./telling.ts";
import { namesOf, say } from "./texts.ts";

/** Mediation is free and of everybody's own will (人民调解法 art. 3, 4, 17): the reporter is asked, and after her the others. */

/** Asks the reporter whether she wants a mediator; nobody else hears of it before. */
export async function askReporter(moment: Moment, number: number, key: string): Promise<void> {
  const mediation = await mediationOf(moment.tx, number);
  const [reporter, ...others] = mediation?.parties ?? [];
  if (!mediation || !reporter) return;
  const mediator = await mediatorText(moment, mediation.mediator);
  await ask(moment, number, reporter, say.party.askReporter(number, mediator, namesOf(others)), key);
}

async function ask(moment: Moment, number: number, party: Party, text: Text, key: string): Promise<void> {
  await changeParty(moment.tx, party.id, { consent: "asked" });
  await setConsentAlarm(moment, number, party);
  await tellOne(moment, party.person, number, { text, choices: willingChoices(number) }, `asked ${key}`);
}

async function askOthers(moment: Moment, mediation: Mediation, key: string): Promise<void> {
  const { number, mediator, parties } = mediation;
  const [reporter, ...others] = parties;
  const waiting = others.filter(({ consent }) => consent === "waiting");
  const text = say.party.askOther(await topicOf(moment, number), {
    number,
    reporter: reporter?.name ?? "",
    mediator: await mediatorText(moment, mediator),
  });
  for (const party of waiting) await ask(moment, number, party, text, key);
  const calls = await offlineOf(moment, waiting);
  if (calls.length === 0) return;
  const choices = calls.flatMap((party) => consentChoices(number, party));
  const saying = { text: say.mediator.askOthersByCall(number, calls), choices };
  await tellOne(moment, mediator, number, saying, `call ${key}`);
}

/** [愿意], by a side herself. @returns "speaks" for one who is to tell her side now. */
export async function becomesWilling(acting: Acting, number: number, key: string): Promise<Reply | "speaks"> {
  const mediation = await mediationOf(acting.tx, number);
  const side = mediation ? ownSide(mediation, acting.person.id) : noSuch(number);
  if (!mediation || "refused" in side) return noSuch(number).refused;
  if (!isOpen(mediation)) return say.opening.ended(number);
  if (side.consent === "willing") return say.party.alreadyWilling(number);
  await becomeWilling(acting, mediation, side, key);
  const isReporter = side.id === mediation.parties[0]?.id;
  if (!isReporter) return "speaks";
  return { text: say.party.willingReporter(number), choices: [sayChoice(number, say.party.sayMore)] };
}

/** A side is willing: after the reporter the others are asked; once all are, the mediator hears it. */
async function becomeWilling(acting: Acting, before: Mediation, side: Party, key: string): Promise<void> {
  const { number } = before;
  await changeParty(acting.tx, side.id, { consent: "willing" });
  const mediation = await mediationOf(acting.tx, number);
  if (!mediation) return;
  if (side.id === mediation.parties[0]?.id) await askOthers(acting, mediation, key);
  const isAll = areAllWilling(mediation);
  if (isAll) await noteMediation(acting, await ticketOf(acting, number), "all_willing", key);
  const text = isAll ? say.mediator.allWilling(number) : say.mediator.consented(number, side.name);
  if (acting.person.id !== mediation.mediator || isAll)
    await tellOne(
      acting,
      mediation.mediator,
      number,
      { text, choices: [seeChoice(number)] },
      `consent ${key}`,
    );
}

/** [不愿意], by a side herself: nobody is made to. */
export async function refuse(acting: Acting, number: number, key: string): Promise<Reply> {
  const mediation = await mediationOf(acting.tx, number);
  const side = mediation ? ownSide(mediation, acting.person.id) : noSuch(number);
  if (!mediation || "refused" in side) return noSuch(number).refused;
  if (!isOpen(mediation)) return say.opening.ended(number);
  // Whoever was willing ends it by [不调了], which asks first.
  if (side.consent === "willing")
    return { text: say.party.alreadyWilling(number), choices: sideChoices(mediation, side, undefined) };
  return refused(acting, mediation, side, key);
}

async function refused(acting: Acting, mediation: Mediation, side: Party, key: string): Promise<Text> {
  const { number } = mediation;
  await changeParty(acting.tx, side.id, { consent: "refused" });
  const isReporter = side.id === mediation.parties[0]?.id;
  const isSecret = isReporter && mediation.parties.slice(1).every((party) => party.consent === "waiting");
  await endWithout(acting, mediation, key, { why: isSecret ? "reporter_refused" : "refused", by: side });
  return isSecret ? say.party.reporterRefused(number) : say.party.youRefused(number);
}

/** What a side told the mediator on the telephone; she hears that it was noted, where a message reaches her. */
export async function noteConsent(
  acting: Acting,
  number: number,
  key: string,
  { party: id, isWilling }: { readonly party: number; readonly isWilling: boolean },
): Promise<Reply | Refusal> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation;
  const side = mediation.parties.find((party) => party.id === id);
  if (!side) return { refused: say.mediator.noSuchSide(number) };
  if (side.consent !== "asked") return { refused: say.mediator.nothingToNote(number, side.name) };
  const told = { choices: sideChoices({ ...mediation }, { ...side, consent: "willing" }, undefined) };
  if (!isWilling) {
    await refused(acting, mediation, side, key);
    await tellOne(acting, side.person, number, { text: say.party.youRefused(number) }, `refused ${key}`);
    return say.mediator.refusedNoted(number, side.name);
  }
  await becomeWilling(acting, mediation, side, key);
  const mediator = await mediatorCalled(acting, mediation.mediator);
  await tellOne(
    acting,
    side.person,
    number,
    { text: say.party.notedWilling(number, mediator), ...told },
    `noted ${key}`,
  );
  return say.mediator.consentNoted(number, side.name);
}
