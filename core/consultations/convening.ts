import { unitByCode, type Unit } from "../org/index.ts";
import {
  calledName,
  can,
  nag,
  nearestHolder,
  personById,
  roleNames,
  tell,
  unitsWhere,
  type Acting,
  type Action,
  type Found,
  type Moment,
  type Person,
  type PersonId,
} from "../people/index.ts";
import type { Saying } from "../dialogue/index.ts";
import { verbatim, type Text } from "../language/index.ts";
import {
  isKeptFrom,
  isOver,
  keptFromWhom,
  matterFor,
  ticketByNumber,
  type Refusal,
  type Ticket,
} from "../tickets/index.ts";
import { isUnderWay, type Consultation } from "./model.ts";
import { consultationsOn } from "./store.ts";
import { say } from "./texts.ts";

/** Whose a consultation is: who may manage it, who decides, who must hear of it. */

/** Does somebody hold any post at all? Only those who do are asked, and only while they do. */
export function holdsPost({ memberships }: Pick<Person, "memberships">): boolean {
  return memberships.some(({ role }) => role !== "villager");
}

/** How a message says that it is about a consultation. */
export function aboutConsultation({ id }: Pick<Consultation, "id">): string {
  return `consultation ${id}`;
}

/** The matter of a consultation. Throws when it is gone: matters are never deleted. */
export async function matterOf(moment: Moment, { number }: Pick<Consultation, "number">): Promise<Ticket> {
  const ticket = await ticketByNumber(moment.tx, number);
  if (!ticket) throw new Error(`the matter ${number} of a consultation is not there`);
  return ticket;
}

/** The unit that is asked. Throws when it is gone. */
export async function unitNamed(moment: Moment, code: string): Promise<Unit> {
  const unit = await unitByCode(moment.tx, code);
  if (!unit) throw new Error(`unit ${code} is not there`);
  return unit;
}

/** Is this somebody a consultation may be shown to at all? Whom its matter is about never learns of it. */
export async function isHidden(
  moment: Moment,
  consultation: Consultation,
  person: PersonId,
): Promise<boolean> {
  const ticket = await matterOf(moment, consultation);
  return ticket.isSealed || isKeptFrom(moment, person, ticket);
}

/** A matter and its newest consultation, for whoever may do this there. */
export async function managed(
  acting: Acting,
  number: number,
  action: Action,
): Promise<{ readonly ticket: Ticket; readonly consultation: Consultation | undefined } | Refusal> {
  const ticket = await matterFor(acting, number, action);
  const mayNowhere = unitsWhere(acting.person.memberships, action).length === 0;
  if ("refused" in ticket) return mayNowhere ? { refused: say.mayNotManage(number) } : ticket;
  return { ticket, consultation: (await consultationsOn(acting.tx, number)).at(-1) };
}

/** Is nothing left to consult about? */
export function isEnded(ticket: Ticket): boolean {
  return isOver(ticket) || ticket.state === "settled";
}

/** The consultation under way on a matter, for whoever may do this there. */
export async function underWay(
  acting: Acting,
  number: number,
  action: Action,
): Promise<{ readonly ticket: Ticket; readonly consultation: Consultation } | Refusal> {
  const found = await managed(acting, number, action);
  if ("refused" in found) return found;
  const { ticket, consultation } = found;
  if (!consultation || !isUnderWay(consultation)) return { refused: say.noneUnderWay(number) };
  if (isEnded(ticket)) return { refused: say.overNow(number) };
  return { ticket, consultation };
}

/** Who looks after a consultation: whoever called it while she may, else the command room. */
export async function convenerOf(moment: Moment, consultation: Consultation): Promise<Person | undefined> {
  const unit = await unitNamed(moment, consultation.unit);
  const ticket = await matterOf(moment, consultation);
  const except = await keptFromWhom(moment, ticket);
  const convener = await personById(moment.tx, consultation.convenedBy);
  if (convener && !except.includes(convener.id) && can(convener.memberships, "consult.convene", unit))
    return convener;
  return (await nearestHolder(moment, unit, ["dispatcher", "admin"], { except }))?.person;
}

/** Who decides, and the posts that were passed over because nobody is there. */
export type Leader = Found;

const leaders = ["area_leader", "direct_leader", "main_leader"] as const;

/**
 * 联片领导 decides; where that post is vacant or nobody in it is there, whoever stands in, the leader in charge, then the main
 * leader. Never from whom the matter is kept.
 */
export async function leaderFor(moment: Moment, unit: Unit, ticket: Ticket): Promise<Leader | undefined> {
  return nearestHolder(moment, unit, leaders, { except: await keptFromWhom(moment, ticket) });
}

/** Does somebody hold one of the posts that decide there? */
export function isLeader({ memberships }: Pick<Person, "memberships">, unit: Unit): boolean {
  const codes = unit.path.split("/");
  return memberships.some(
    ({ role, unit: code }) => codes.includes(code) && leaders.some((one) => one === role),
  );
}

/** May somebody decide a consultation: by her post, or standing in for whoever it lies with? */
export async function mayDecide(
  moment: Moment,
  consultation: Consultation,
  person: Person,
): Promise<boolean> {
  const ticket = await matterOf(moment, consultation);
  if (await isHidden(moment, consultation, person.id)) return false;
  const unit = await unitNamed(moment, consultation.unit);
  if (can(person.memberships, "consult.decide", unit)) return true;
  if (consultation.leader !== person.id) return false;
  return (await leaderFor(moment, unit, ticket))?.person.id === person.id;
}

/** 「联片领导孙立新」, 「代联片领导楼小雨」, or that nobody can decide now. */
export function leaderName(
  leader: (Pick<Leader, "person" | "role"> & Partial<Pick<Leader, "passedOver">>) | undefined,
): Text {
  if (!leader) return say.nobodyDecides;
  const [role, name] = [roleNames[leader.role], calledName(leader.person)];
  if (leader.passedOver?.some((passed) => passed.role === leader.role)) return say.standsIn(role, name);
  return name === role.zh ? role : { zh: `${role.zh}${name}`, en: `${role.en} ${name}` };
}

/** Somebody as the one who decides, by the post she does it in. */
export async function deciderName(moment: Moment, person: PersonId, unit: Unit): Promise<Text> {
  const found = await personById(moment.tx, person);
  if (!found) return say.nobodyDecides;
  const posts = [...leaders, "admin"] as const;
  const codes = unit.path.split("/");
  const role = posts.find((post) =>
    found.memberships.some((held) => held.role === post && codes.includes(held.unit)),
  );
  return role ? leaderName({ person: found, role }) : verbatim(calledName(found));
}

/** Says something about a consultation to somebody; nobody hears it in her place. False when she cannot be reached. */
export async function tellOf(
  moment: Moment,
  to: PersonId,
  consultation: Consultation,
  saying: Saying,
  key: string,
): Promise<boolean> {
  if (await isHidden(moment, consultation, to)) return false;
  const delivery = await tell(
    moment,
    to,
    { ...saying, about: aboutConsultation(consultation) },
    {
      key: `consultation ${consultation.id} ${key} ${to}`,
      lane: "reply",
      mayPassOn: () => false,
    },
  );
  return delivery !== "unreachable";
}

/** Says it once the sweep is over, or the night, with whatever else she has to hear then: a clock found it. */
export async function tellAfterSweep(
  moment: Moment,
  to: PersonId,
  consultation: Consultation,
  text: Text,
  key: string,
): Promise<void> {
  if (await isHidden(moment, consultation, to)) return;
  const about = aboutConsultation(consultation);
  await nag(moment, {
    key: `${about} ${key} ${to}`,
    recipient: to,
    // Beside what she is reminded of, not instead of it.
    subject: `${about} told`,
    rank: 1,
    line: text,
    open: `/consult ${consultation.number}`,
    saying: { text, about },
    isFact: true,
    passOn: "nobody",
  });
}
