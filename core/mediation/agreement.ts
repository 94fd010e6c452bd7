import type { Reply } from "../dialogue/index.ts";
import type { Acting, Moment } from "../people/index.ts";
import { noteMediation, settleMediated, type Enclosure, type Refusal } from "../tickets/index.ts";
import { cancelConfirmAlarm, cancelMeetingAlarms, setConfirmAlarm, setCourtAlarm } from "./alarms.ts";
import { agreementChoices, resultChoices, signChoice } from "./choices.ts";
import { close } from "./ending.ts";
import { sideUnderWay } from "./hearing.ts";
import { ledBy } from "./lead.ts";
import { areAllWilling, confirmAtCourtWithin, isEveryone, type Mediation, type Party } from "./model.ts";
import { changeMediation, changeParty, forgetAnswers, keepWord, mediationOf, wordsOf } from "./store.ts";
import {
  aboutMediation,
  isOffline,
  offlineOf,
  othersThan,
  tellOne,
  ticketOf,
  wordsWithFiles,
} from "./telling.ts";
import { say } from "./texts.ts";

/** What the sides agreed on: written by the mediator, confirmed by each side for herself. */

/** Which text of the agreement is in force; undefined where none was written. */
export async function versionOf({ tx }: Pick<Moment, "tx">, number: number): Promise<number | undefined> {
  return (await wordsOf(tx, number)).findLast(({ kind }) => kind === "agreement")?.id;
}

/** A mediation whose mediator may write its agreement now, or why not. */
export async function writable(acting: Acting, number: number): Promise<Mediation | Refusal> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation;
  return areAllWilling(mediation) ? mediation : { refused: say.mediator.notYetWilling(number) };
}

/** Puts an agreement before each side; one written again takes the place of the last, and all confirm anew. */
export async function write(
  acting: Acting,
  number: number,
  key: string,
  { words, isToCourt }: { readonly words: string; readonly isToCourt: boolean },
): Promise<Reply> {
  const mediation = await writable(acting, number);
  if ("refused" in mediation) return mediation.refused;
  const by = acting.person.id;
  const word = { party: undefined, by, kind: "agreement", words, files: [], key } as const;
  const version = await keepWord(acting.tx, number, word, acting.now);
  if (version === undefined) return say.mediator.written(number);
  const outcome = isToCourt ? "to_court" : "mediated";
  await changeMediation(acting.tx, number, { state: "agreed", agreement: words, outcome });
  await forgetAnswers(acting.tx, number, "confirmed_at");
  await cancelMeetingAlarms(acting, number);
  await setConfirmAlarm(acting, number, version);
  await noteMediation(acting, await ticketOf(acting, number), "agreement_written", key);
  const text = say.party.agreement(number, words, isToCourt);
  const saying = { text, choices: agreementChoices(number, version) };
  for (const party of mediation.parties)
    await tellOne(acting, party.person, number, saying, `agreement ${key}`);
  const calls = await offlineOf(acting, mediation.parties);
  const written = say.mediator.written(number);
  if (calls.length === 0) return written;
  const choices = calls.map((party) => signChoice(number, party, version));
  return [written, { text: say.mediator.readItToThem(calls), choices }];
}

/** [同意], by a side herself. @param version the text she had before her. */
export async function confirm(acting: Acting, number: number, key: string, version: number): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  const { mediation, side } = found;
  const stale = await newerText(acting, mediation, version);
  if (stale) return stale;
  if (side.confirmedAt !== undefined) return say.party.confirmedAlready(number);
  const isEnd = await confirmFor(acting, mediation, side, key);
  return isEnd ? [] : say.party.confirmed(number);
}

/** What a side reads whose button was about another text, or about none. */
async function newerText(acting: Acting, mediation: Mediation, version: number): Promise<Reply | undefined> {
  const { number, state, agreement, outcome } = mediation;
  const newest = await versionOf(acting, number);
  if (state !== "agreed" || newest === undefined || agreement === undefined)
    return say.party.noAgreement(number);
  if (newest === version) return undefined;
  const text = say.party.agreement(number, agreement, outcome === "to_court");
  return [say.party.agreementChanged, { text, choices: agreementChoices(number, newest) }];
}

/** A side agreed in the mediator's presence, or on the telephone; only for her whom no message reaches. */
export async function sign(
  acting: Acting,
  number: number,
  key: string,
  { party: id, version }: { readonly party: number; readonly version: number },
): Promise<Reply> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation.refused;
  const side = mediation.parties.find((party) => party.id === id);
  if (!side) return say.mediator.noSuchSide(number);
  const isHers = mediation.state === "agreed" && (await versionOf(acting, number)) === version;
  if (!isHers || side.confirmedAt !== undefined || !(await isOffline(acting, side)))
    return say.mediator.nothingToNote(number, side.name);
  await confirmFor(acting, mediation, side, key);
  return say.mediator.agreedNoted(number, side.name);
}

/** @returns true when that was the last word that was missing. */
async function confirmFor(acting: Acting, mediation: Mediation, side: Party, key: string): Promise<boolean> {
  const { number, mediator } = mediation;
  await changeParty(acting.tx, side.id, { confirmedAt: acting.now });
  const now = await mediationOf(acting.tx, number);
  if (now && isEveryone(now, ({ confirmedAt }) => confirmedAt !== undefined)) {
    await succeed(acting, now, key);
    return true;
  }
  const text = say.mediator.agreed(number, side.name);
  if (acting.person.id !== mediator) await tellOne(acting, mediator, number, { text }, `agreed ${key}`);
  return false;
}

/** Every side agreed: the agreement is in effect, and the matter is settled. */
async function succeed(acting: Acting, mediation: Mediation, key: string): Promise<void> {
  const { number, parties, agreement = "", outcome, mediator } = mediation;
  await close(acting, mediation, outcome, "agreed");
  const isToCourt = outcome === "to_court";
  if (isToCourt) await setCourtAlarm(acting, number, acting.now);
  const until = acting.calendar.date(acting.now + confirmAtCourtWithin);
  const text = (isToCourt ? say.party.successToCourt : say.party.success)(number, agreement, until);
  for (const party of parties)
    await tellOne(acting, party.person, number, { text, choices: [] }, `success ${key}`);
  await tellOne(
    acting,
    mediator,
    number,
    { text: say.mediator.succeeded(number) },
    `success mediator ${key}`,
  );
  await settleMediated(acting, number, key);
}

/** Which agreement a side may say no to now: the one she had before her. */
export async function objectable(
  acting: Acting,
  number: number,
  version: number,
): Promise<Reply | undefined> {
  const found = await sideUnderWay(acting, number);
  return "refused" in found ? found.refused : newerText(acting, found.mediation, version);
}

/** [不同意] with why: it does not count yet, and only the mediator reads the reason. */
export async function object(
  acting: Acting,
  number: number,
  key: string,
  { version, said }: { readonly version: number; readonly said: Enclosure },
): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  const { mediation, side } = found;
  const stale = await newerText(acting, mediation, version);
  if (stale) return stale;
  const { words, files } = said;
  const word = { party: side.id, by: acting.person.id, kind: "objection", words, files, key } as const;
  if (!(await keepWord(acting.tx, number, word, acting.now))) return say.party.objectionNoted(number);
  await changeMediation(acting.tx, number, {
    state: "hearing",
    outcome: null,
    agreement: null,
    meetingAt: null,
  });
  await forgetAnswers(acting.tx, number, "confirmed_at");
  await cancelConfirmAlarm(acting, number);
  const text = say.mediator.objected(number, side.name, wordsWithFiles(words, files));
  const forMediator = { text, files, choices: resultChoices(number), about: aboutMediation(number, side) };
  await tellOne(acting, mediation.mediator, number, forMediator, `objected ${key}`);
  for (const party of othersThan(mediation, side))
    await tellOne(
      acting,
      party.person,
      number,
      { text: say.party.backToTalking(number), choices: [] },
      `back ${key}`,
    );
  return say.party.objectionNoted(number);
}

/** An agreement in effect is to be confirmed by the court after all, within its thirty days. */
export async function toCourt(acting: Acting, number: number, key: string): Promise<Reply> {
  const mediation = await mediationOf(acting.tx, number);
  if (!mediation || mediation.mediator !== acting.person.id) return say.opening.noSuch(String(number));
  const { endedAt, outcome, parties } = mediation;
  const isInTime = endedAt !== undefined && acting.now < endedAt + confirmAtCourtWithin;
  if (!isInTime || outcome !== "mediated") return say.mediator.courtTooLate(number);
  await changeMediation(acting.tx, number, { outcome: "to_court" });
  await setCourtAlarm(acting, number, endedAt);
  const until = acting.calendar.date(endedAt + confirmAtCourtWithin);
  for (const party of parties)
    await tellOne(acting, party.person, number, { text: say.party.toCourt(number, until) }, `court ${key}`);
  return say.mediator.courtNoted(number);
}
