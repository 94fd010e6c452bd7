import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { can, personById, type Acting, type Moment } from "../../people/index.ts";
import { record, recordUnasked, type Refusal } from "../../tickets/index.ts";
import { bodiesFor, unitAbove } from "../bodies.ts";
import { startAsking, stopConsulting } from "../clock/clocks.ts";
import { addParties, askParty, type Chosen } from "../convene/asking.ts";
import {
  barredFor,
  barredIn,
  candidatesFor,
  namesOf,
  rungReply,
  type Candidate,
} from "../convene/service.ts";
import { convenerOf, managed, matterOf, tellAfterSweep, tellOf, underWay, unitNamed } from "../convening.ts";
import { passedText, passToLeader } from "../decide/passing.ts";
import { isUnderWay, leastMinutes, mostDays, type Consultation } from "../model.ts";
import { changeParty, partiesOf } from "../opinion/store.ts";
import { changeConsultation } from "../store.ts";
import { say } from "../texts.ts";
import { askedNames } from "../texts/asking.ts";
import type { Wall } from "../../language/index.ts";
import { whyNotWhen } from "../when/question.ts";
import { momentOf, wallNow } from "../when/wall.ts";

const convening = "consult.convene";

/** What must be known before a consultation is changed. */
export interface State {
  readonly now: Wall;
  readonly due: Text;
  /** Those who must answer and have not. */
  readonly missing: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Helpers nobody may ask. */
  readonly barred: readonly string[];
}

/** How a consultation stands, for whoever may change it; candidates are those not asked yet. */
export async function stateOf(acting: Acting, number: number): Promise<State | Refusal> {
  const found = await underWay(acting, number, convening);
  if ("refused" in found) return found;
  const parties = await partiesOf(acting.tx, found.consultation.id);
  const candidates = await candidatesFor(acting, found.ticket);
  const asked = new Set(parties.map(({ name }) => name));
  return {
    now: wallNow(acting),
    due: acting.calendar.moment(found.consultation.dueAt),
    missing: parties
      .filter(({ kind, state }) => kind === "summon" && state !== "answered")
      .map(({ name }) => name),
    candidates: candidates.filter(({ name }) => !asked.has(name)),
    barred: await barredFor(acting, found.ticket),
  };
}

/** Waits no longer: the leader gets what there is. */
export async function close(acting: Acting, number: number): Promise<Reply> {
  const found = await underWay(acting, number, convening);
  if ("refused" in found) return found.refused;
  return passedText(found.consultation, await passToLeader(acting, found.consultation, "closed"));
}

/** Gives everybody more time, with the reason; those who were silent are asked once more. */
export async function extend(
  acting: Acting,
  number: number,
  key: string,
  given: { readonly due: Wall; readonly reason: string },
): Promise<Reply> {
  const found = await underWay(acting, number, convening);
  if ("refused" in found) return found.refused;
  const { ticket, consultation } = found;
  const why = whyNotWhen(given.due, wallNow(acting), { leastMinutes, mostDays });
  if (why) return why;
  const dueAt = momentOf(acting, given.due);
  const before = acting.calendar.moment(consultation.dueAt);
  if (dueAt <= consultation.dueAt) return say.whenNotLater(before);
  const due = acting.calendar.moment(dueAt);
  const words = `延到 ${due.zh}：${given.reason}`;
  if (!(await record(acting, ticket, "consult_changed", { words, files: [] }, key))) return say.extended(due);
  await changeConsultation(acting.tx, consultation.id, ["asking", "deciding"], { state: "asking", dueAt });
  await stopConsulting(acting, consultation, "extended");
  const extended: Consultation = { ...consultation, state: "asking", dueAt };
  await startAsking(acting, extended, acting.person.id);
  for (const party of await partiesOf(acting.tx, consultation.id)) {
    const isUnheard = party.state === "waiting" || party.state === "silent";
    if (party.state === "silent") await changeParty(acting.tx, party.id, { state: "waiting" });
    if (isUnheard) await askParty(acting, extended, ticket, party, given.reason);
  }
  const text = say.extendedFor(number, due, given.reason);
  await tellEverybody(acting, extended, text, { key: `extended ${key}`, isHeardOnly: true });
  return say.extended(due);
}

/** Why a consultation cannot be called off, or null; that its matter is over is no reason against it. */
export async function whyNotOff(acting: Acting, number: number): Promise<Refusal | null> {
  const found = await managed(acting, number, convening);
  if ("refused" in found) return found;
  const { consultation } = found;
  return consultation && isUnderWay(consultation) ? null : { refused: say.noneUnderWay(number) };
}

/** Ends a consultation without a decision; the matter goes on as before. */
export async function callOff(acting: Acting, number: number, key: string, reason: string): Promise<Reply> {
  const found = await managed(acting, number, convening);
  if ("refused" in found) return found.refused;
  const { ticket, consultation } = found;
  if (!consultation || !isUnderWay(consultation)) return say.noneUnderWay(number);
  const words = `撤销：${reason}`;
  if (!(await record(acting, ticket, "consult_changed", { words, files: [] }, key)))
    return say.calledOff(number);
  await endWithout(acting, consultation, say.calledOffFor(number, reason), `off ${key}`);
  return say.calledOff(number);
}

/** A consultation whose matter is over ends by itself: nobody is asked about what is settled. */
export async function endWithMatter(moment: Moment, consultation: Consultation): Promise<void> {
  const ticket = await matterOf(moment, consultation);
  const reason = say.matterOver;
  await recordUnasked(moment, ticket, "consult_changed", `撤销：${reason.zh}`, `over ${consultation.id}`);
  const text = {
    zh: say.calledOffFor(consultation.number, reason.zh).zh,
    en: say.calledOffFor(consultation.number, reason.en).en,
  };
  await endWithout(moment, consultation, text, `over ${consultation.id}`);
}

async function endWithout(
  moment: Moment,
  consultation: Consultation,
  text: Text,
  key: string,
): Promise<void> {
  await changeConsultation(moment.tx, consultation.id, ["asking", "deciding"], { state: "called_off" });
  await stopConsulting(moment, consultation, "called off");
  await tellEverybody(moment, consultation, text, { key, isHeardOnly: false });
}

/** Tells everybody whom a consultation asks, whoever called it and whoever is to decide; never whoever does this. */
export async function tellEverybody(
  moment: Moment | Acting,
  consultation: Consultation,
  text: Text,
  { key, isHeardOnly }: { readonly key: string; readonly isHeardOnly: boolean },
): Promise<void> {
  const doer = "person" in moment ? moment.person.id : undefined;
  const parties = (await partiesOf(moment.tx, consultation.id)).filter(
    ({ state }) => !isHeardOnly || (state !== "waiting" && state !== "silent"),
  );
  const convener = (await convenerOf(moment, consultation))?.id;
  const leader = await leaderStill(moment, consultation);
  const told = new Set([...parties.map(({ person }) => person), convener, leader]);
  for (const id of told)
    if (id !== undefined && id !== doer)
      await (doer === undefined
        ? tellAfterSweep(moment, id, consultation, text, key)
        : tellOf(moment, id, consultation, { text }, key));
}

/** Whoever has it to decide, as long as she may. */
async function leaderStill(moment: Moment, consultation: Consultation): Promise<string | undefined> {
  const { leader } = consultation;
  const person = leader === undefined ? undefined : await personById(moment.tx, leader);
  const unit = await unitNamed(moment, consultation.unit);
  return person && can(person.memberships, "consult.decide", unit) ? leader : undefined;
}

/** Asks another body in the middle of it. */
export async function addParty(acting: Acting, number: number, key: string, who: Chosen): Promise<Reply> {
  const found = await underWay(acting, number, convening);
  if ("refused" in found) return found.refused;
  const { ticket, consultation } = found;
  if (consultation.dueAt <= acting.now) return say.extendFirst;
  const parties = await partiesOf(acting.tx, consultation.id);
  const asked = new Set(parties.map(({ name }) => name));
  const bodies = await bodiesFor(acting, ticket, await unitAbove(acting, ticket));
  const fresh = bodies.filter(({ name }) => !asked.has(name));
  const others = { ...who, outside: who.outside.filter((name) => !asked.has(name)) };
  const isBarred = barredIn(others.outside, await barredFor(acting, ticket));
  const names = isBarred ? undefined : namesOf(others, fresh);
  if (!names || names.summon.length + names.invite.length === 0) return say.listChanged;
  const words = `再请${askedNames(names).zh}`;
  if (!(await record(acting, ticket, "consult_changed", { words, files: [] }, key))) return say.added(names);
  const telephone = await addParties(acting, { consultation, ticket, bodies: fresh, who: others });
  if (others.summon.length > 0) await askOn(acting, consultation);
  return rungReply(number, say.added(names), telephone);
}

/** Somebody more must answer: what had gone to the leader is waited for again. */
async function askOn(acting: Acting, consultation: Consultation): Promise<void> {
  const isBack = await changeConsultation(acting.tx, consultation.id, ["deciding"], { state: "asking" });
  if (!isBack) return;
  await stopConsulting(acting, consultation, "another is asked");
  await startAsking(acting, consultation, acting.person.id);
}
