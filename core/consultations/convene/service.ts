import type { Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { personById, type Acting } from "../../people/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import {
  keptFromWhom,
  matterFor,
  record,
  tellAbout,
  type Refusal,
  type Ticket,
} from "../../tickets/index.ts";
import { bodiesFor, unitAbove, type Body } from "../bodies.ts";
import { startAsking } from "../clock/clocks.ts";
import { isEnded, leaderFor, leaderName } from "../convening.ts";
import { isUnderWay, leastMinutes, mostDays } from "../model.ts";
import { consultationsOn, consultationBySource, holdMatter, insertConsultation } from "../store.ts";
import { say } from "../texts.ts";
import { askedNames, type Asked } from "../texts/asking.ts";
import { isLater, type Wall } from "../../language/index.ts";
import { whyNotWhen } from "../when/question.ts";
import { momentOf, wallNow } from "../when/wall.ts";
import { addParties, type Adding, type Chosen } from "./asking.ts";

/** Somebody in the list that whoever calls a consultation chooses from. */
export interface Candidate extends Pick<Body, "id" | "name" | "label" | "called" | "isOffice"> {
  readonly isByTelephone: boolean;
}

/** What there is to choose from, as flows know it. */
export interface Ground {
  readonly now: Wall;
  readonly candidates: readonly Candidate[];
  /** Names that may not be asked as helpers either: whom the matter is about. */
  readonly barred: readonly string[];
  readonly leader: Text;
  /** When the matter itself must be settled. */
  readonly settleBy: Wall | null;
}

/** What is called. */
export interface Call {
  readonly who: Chosen;
  /** A candidate's id, or "room". */
  readonly lead: string;
  readonly question: string;
  readonly due: Wall;
}

export const commandRoom = "room";

/** A matter that can be consulted about, by whoever may call one. */
async function consultable(acting: Acting, number: number): Promise<Ticket | Refusal> {
  const ticket = await matterFor(acting, number, "consult.convene");
  if ("refused" in ticket) return ticket;
  if (isEnded(ticket)) return { refused: say.overNow(number) };
  const newest = (await consultationsOn(acting.tx, number)).at(-1);
  return newest && isUnderWay(newest) ? { refused: say.alreadyUnderWay(number) } : ticket;
}

/** Whom a matter can be put to, and what whoever calls it must know. */
export async function groundFor(acting: Acting, number: number): Promise<Ground | Refusal> {
  const ticket = await consultable(acting, number);
  if ("refused" in ticket) return ticket;
  const unit = await unitAbove(acting, ticket);
  const settle = ticket.settleDueAt;
  return {
    now: wallNow(acting),
    candidates: await candidatesFor(acting, ticket),
    barred: await barredFor(acting, ticket),
    leader: leaderName(await leaderFor(acting, unit, ticket)),
    settleBy: settle === undefined ? null : wallNow({ ...acting, now: settle }),
  };
}

/** What those from whom a matter is kept are called: nobody is asked under any of these names. */
export async function barredFor(acting: Acting, ticket: Ticket): Promise<readonly string[]> {
  const names: string[] = [];
  for (const id of await keptFromWhom(acting, ticket)) {
    const person = await personById(acting.tx, id);
    if (person) names.push(person.name, ...(person.nickname === null ? [] : [person.nickname]));
  }
  return names;
}

/** Is somebody among the helpers who may not be asked? */
export function barredIn(outside: readonly string[], barred: readonly string[]): boolean {
  return outside.some((name) => barred.some((one) => name.includes(one)));
}

/** Whom a matter can be put to; nobody puts it to herself. */
export async function candidatesFor(acting: Acting, ticket: Ticket): Promise<readonly Candidate[]> {
  const bodies = await bodiesFor(acting, ticket, await unitAbove(acting, ticket));
  return bodies
    .filter(({ id }) => id !== acting.person.id)
    .map(({ person, id, name, label, called, isOffice }) => ({
      id,
      name,
      label,
      called,
      isOffice,
      isByTelephone: person === undefined,
    }));
}

/** Names of those chosen. Undefined when one of them can no longer be asked. */
export function namesOf(chosen: Chosen, candidates: readonly Pick<Body, "id" | "name">[]): Asked | undefined {
  const nameOf = (id: string) => candidates.find((one) => one.id === id)?.name;
  const [summon, invite] = [chosen.summon.map(nameOf), chosen.invite.map(nameOf)];
  const isWhole = (names: readonly (string | undefined)[]): names is readonly string[] =>
    names.every((name) => name !== undefined);
  if (!isWhole(summon) || !isWhole(invite)) return undefined;
  return { summon, invite: [...invite, ...chosen.outside] };
}

/** Calls a consultation: everybody asked hears of it, and its clock runs. */
export async function convene(acting: Acting, number: number, key: string, call: Call): Promise<Reply> {
  if (await consultationBySource(acting.tx, key)) return say.alreadyUnderWay(number);
  await holdMatter(acting.tx, number);
  const ticket = await consultable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const why = whyNotWhen(call.due, wallNow(acting), { leastMinutes, mostDays });
  if (why) return why;
  const unit = await unitAbove(acting, ticket);
  const bodies = await bodiesFor(acting, ticket, unit);
  const isBarred = barredIn(call.who.outside, await barredFor(acting, ticket));
  const names = isBarred ? undefined : namesOf(call.who, bodies);
  const lead =
    call.lead === commandRoom ? say.commandRoom.zh : bodies.find(({ id }) => id === call.lead)?.name;
  if (!names || lead === undefined) return say.listChanged;
  const consultation = await insertConsultation(
    acting.tx,
    {
      number,
      cycle: ticket.cycle,
      unit: unit.code,
      lead,
      question: call.question,
      dueAt: momentOf(acting, call.due),
      convenedBy: acting.person.id,
      sourceKey: key,
    },
    acting.now,
  );
  if (!consultation) return say.alreadyUnderWay(number);
  return announce(acting, { consultation, ticket, bodies, who: call.who }, names, key);
}

/** Asks everybody, lets the clock run, notes it on the matter and tells whoever has that. */
async function announce(acting: Acting, adding: Adding, names: Asked, key: string): Promise<Reply> {
  const { consultation, ticket, bodies, who } = adding;
  const { number, question, dueAt } = consultation;
  await startAsking(acting, consultation, acting.person.id);
  const due = acting.calendar.moment(dueAt);
  const telephone = await addParties(acting, adding);
  const words = `${askedNames(names).zh}，${due.zh} 前回。${question}`;
  await record(acting, ticket, "consulted", { words, files: [] }, key);
  const chosen = [...who.summon, ...who.invite];
  const isAsked = bodies.some(({ id, person }) => person === ticket.responsible && chosen.includes(id));
  if (!isAsked)
    await tellResponsible(acting, ticket, say.inConsultation(number, askedNames(names), due), key);
  const unit = await unitAbove(acting, ticket);
  const leader = leaderName(await leaderFor(acting, unit, ticket));
  return rungReply(number, say.convened({ number, ...names, due, leader }), telephone);
}

/** What whoever asks hears, with whom she must ring. */
export function rungReply(number: number, text: Text, telephone: readonly string[]): Reply {
  if (telephone.length === 0) return text;
  const choices = [{ label: say.enter, token: `/consult ${number} enter` }];
  return { text: join([text, say.ringThem(telephone)]), choices };
}

async function tellResponsible(acting: Acting, ticket: Ticket, text: Text, key: string): Promise<void> {
  const { responsible } = ticket;
  if (responsible === undefined || responsible === acting.person.id) return;
  await tellAbout(acting, responsible, ticket, { text }, `consulted ${key}`);
}

/** What is to be confirmed before it is sent. */
export async function previewOf(acting: Acting, number: number, call: Call): Promise<Text | Refusal> {
  const ground = await groundFor(acting, number);
  if ("refused" in ground) return ground;
  const said = (wall: Wall): SaidMoment => acting.calendar.moment(momentOf(acting, wall));
  const names = namesOf(call.who, ground.candidates);
  if (!names) return { refused: say.listChanged };
  const chosen = [...call.who.summon, ...call.who.invite];
  const byTelephone = ground.candidates.filter(
    ({ id, isByTelephone }) => isByTelephone && chosen.includes(id),
  );
  const isLate = ground.settleBy !== null && isLater(call.due, ground.settleBy);
  return say.preview({
    number,
    ...names,
    lead: ground.candidates.find(({ id }) => id === call.lead)?.name ?? say.commandRoom.zh,
    question: call.question,
    due: said(call.due),
    leader: ground.leader,
    telephone: [...byTelephone.map(({ name }) => name), ...call.who.outside],
    settleDue: isLate && ground.settleBy ? said(ground.settleBy) : undefined,
  });
}
