import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { calledName, type Acting } from "../../people/index.ts";
import { record, type Enclosure, type Refusal, type Ticket } from "../../tickets/index.ts";
import { convenerOf, holdsPost, isEnded, isHidden, matterOf, tellOf, underWay } from "../convening.ts";
import { passToLeader } from "../decide/passing.ts";
import { isComplete, isUnderWay, type Consultation, type ConsultationId } from "../model.ts";
import { consultationById, consultationsOn } from "../store.ts";
import { say } from "../texts.ts";
import { changeParty, partiesOf, type HeardParty } from "./store.ts";
import { opinionWords } from "./words.ts";

/** A consultation with the part somebody has in it. */
export interface Part {
  readonly consultation: Consultation;
  readonly party: HeardParty;
}

/** The part whoever acts has in the newest consultation on a matter, or in one by its id. */
export async function partOf(
  acting: Acting,
  of: { readonly number: number } | { readonly id: ConsultationId },
): Promise<Part | undefined> {
  const { tx, person } = acting;
  const consultation =
    "id" in of ? await consultationById(tx, of.id) : (await consultationsOn(tx, of.number)).at(-1);
  if (!consultation || (await isHidden(acting, consultation, person.id))) return undefined;
  const party = (await partiesOf(tx, consultation.id)).find((one) => one.person === person.id);
  return party && { consultation, party };
}

/** The part whoever acts has, as long as she may be heard. */
export async function openPart(
  acting: Acting,
  of: { readonly number: number } | { readonly id: ConsultationId },
): Promise<Part | Refusal> {
  const part = await partOf(acting, of);
  // Whoever has left her posts speaks for nobody any more.
  if (!part || !holdsPost(acting.person)) return { refused: say.noSuchConsultation };
  const { number } = part.consultation;
  if (!isUnderWay(part.consultation)) return { refused: say.opinionTooLate(number) };
  if (isEnded(await matterOf(acting, part.consultation))) return { refused: say.overNow(number) };
  return part;
}

/** Keeps what somebody who is asked says; said again it takes the place of what she said before, files are added. */
export async function sayOpinion(
  acting: Acting,
  of: { readonly number: number } | { readonly id: ConsultationId },
  key: string,
  said: Enclosure,
): Promise<Reply> {
  const part = await openPart(acting, of);
  if ("refused" in part) return part.refused;
  const { consultation, party } = part;
  const isChanged = party.state === "answered";
  const isLate = await keep(acting, part, key, { said, note: party.name });
  return isChanged ? say.opinionChanged(consultation.number) : say.opinionKept(consultation.number, isLate);
}

/** Keeps, for somebody reached by telephone, what she said. */
export async function enterOpinion(
  acting: Acting,
  number: number,
  key: string,
  given: { readonly party: number; readonly said: Enclosure },
): Promise<Reply> {
  const found = await underWay(acting, number, "consult.convene");
  if ("refused" in found) return found.refused;
  const parties = await partiesOf(acting.tx, found.consultation.id);
  const party = parties.find(({ id }) => id === given.party);
  if (!party) return say.nobodyToEnter;
  const note = say.enteredBy(party.name, calledName(acting.person)).zh;
  await keep(acting, { consultation: found.consultation, party }, key, { said: given.said, note });
  return say.entered(party.name);
}

/** Those whose opinion may be entered for them. */
export async function enterable(
  acting: Acting,
  number: number,
): Promise<readonly Pick<HeardParty, "id" | "name">[] | Refusal> {
  const found = await underWay(acting, number, "consult.convene");
  if ("refused" in found) return found;
  const parties = await partiesOf(acting.tx, found.consultation.id);
  const left = parties.filter(({ state, person }) => person === undefined || state !== "answered");
  return left.map(({ id, name }) => ({ id, name }));
}

interface Kept {
  readonly said: Enclosure;
  /** How the matter's timeline names whoever spoke. */
  readonly note: string;
}

/** @returns whether it came late. */
async function keep(acting: Acting, part: Part, key: string, { said, note }: Kept): Promise<boolean> {
  const { consultation, party } = part;
  const ticket = await matterOf(acting, consultation);
  const isChanged = party.state === "answered";
  const isLate = isChanged ? party.isLate : acting.now > consultation.dueAt;
  const words = isLate ? `${note}（${say.late.zh}）` : note;
  if (!(await record(acting, ticket, "opinion", { words, files: [] }, key))) return isLate;
  const opinion = {
    words: said.words === "" ? (party.opinion?.words ?? "") : said.words,
    files: [...(isChanged ? (party.opinion?.files ?? []) : []), ...said.files],
  };
  const answeredAt = acting.now;
  await changeParty(acting.tx, party.id, { state: "answered", opinion, answeredAt, isLate });
  const parties = await partiesOf(acting.tx, consultation.id);
  const text = say.opinionFor({
    number: consultation.number,
    name: party.name,
    words: opinionWords({ words: said.words, files: said.files }),
    isLate,
    isChanged,
    answered: parties.filter(({ state }) => state === "answered").length,
    asked: parties.length,
  });
  await tellThoseWhoKnow(acting, consultation, { text, files: said.files }, `opinion ${key}`);
  if (consultation.state === "asking" && isComplete(parties))
    await passToLeader(acting, consultation, "complete");
  return isLate;
}

/** Whoever called it hears each opinion at once; whoever decides, too, once it lies with her. */
async function tellThoseWhoKnow(
  acting: Acting,
  consultation: Consultation,
  saying: { readonly text: Text; readonly files?: Enclosure["files"] },
  key: string,
): Promise<void> {
  const convener = (await convenerOf(acting, consultation))?.id;
  const leader = consultation.state === "deciding" ? consultation.leader : undefined;
  for (const id of new Set([convener, leader]))
    if (id !== undefined && id !== acting.person.id) await tellOf(acting, id, consultation, saying, key);
}

/** Who is invited need not take part; whoever is summoned must answer. */
export async function decline(acting: Acting, number: number, key: string, reason: string): Promise<Reply> {
  const part = await declinable(acting, number);
  if ("refused" in part) return part.refused;
  const { consultation, party } = part;
  const ticket: Ticket = await matterOf(acting, consultation);
  const words = say.declinedFor(number, party.name, reason);
  const kept = `${party.name}不参加：${reason}`;
  if (!(await record(acting, ticket, "consult_changed", { words: kept, files: [] }, key)))
    return say.declined(number);
  await changeParty(acting.tx, party.id, { state: "declined", opinion: { words: reason, files: [] } });
  await tellThoseWhoKnow(acting, consultation, { text: words }, `declined ${key}`);
  const parties = await partiesOf(acting.tx, consultation.id);
  if (consultation.state === "asking" && isComplete(parties))
    await passToLeader(acting, consultation, "complete");
  return say.declined(number);
}

export async function declinable(acting: Acting, number: number): Promise<Part | Refusal> {
  const part = await openPart(acting, { number });
  if ("refused" in part) return part;
  if (part.party.kind === "summon") return { refused: say.mayNotDecline(number) };
  return part.party.state === "answered" ? { refused: say.alreadySaid(number) } : part;
}
