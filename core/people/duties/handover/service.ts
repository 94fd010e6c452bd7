import { unitByCode, unitName } from "../../../org/index.ts";
import { afterQuiet, cancelAlarm, setAlarm } from "../../../time/index.ts";
import type { Text } from "../../../language/index.ts";
import type { Person, PersonId, Role } from "../../model.ts";
import { tell, type Acting, type Moment } from "../../moment.ts";
import { nag } from "../../nags/service.ts";
import { canTo } from "../../standing.ts";
import { nearestHolders } from "../../service.ts";
import { deleteMembership, holdersOf, insertMembership, personById } from "../../store.ts";
import { postName, say as peopleTexts } from "../../texts.ts";
import { leavePost } from "../leaving.ts";
import type { Occasion, OpenMatters } from "../matters.ts";
import type { Handover } from "../model.ts";
import { say } from "../texts.ts";
import type { ChangeLine } from "../texts/handing.ts";
import { closeHandover, insertHandover, pendingHandover } from "./store.ts";

/** The kind of the alarm on the day of a handover; its subject is the handover's number. */
export const handoverAlarm = "handover";

/** A change of a post that somebody wants: from whom, to whom, null for nobody. */
export interface Change {
  readonly unit: string;
  readonly role: Role;
  readonly specialty: string | null;
  readonly from: PersonId | null;
  readonly to: PersonId | null;
}

/** May this person hand over a post? Only one that stands below one of hers. */
export async function mayHand(
  { tx, person }: Pick<Acting, "tx" | "person">,
  { unit: code, role }: Pick<Change, "unit" | "role">,
): Promise<boolean> {
  const unit = await unitByCode(tx, code);
  return unit !== undefined && canTo(person.memberships, "duty.hand", { role, unit });
}

/** Would a unit be left without its only admin? */
export async function leavesNoAdmin({ tx }: Moment, change: Change): Promise<boolean> {
  if (change.role !== "admin" || change.from === null || change.to !== null) return false;
  const unit = await unitByCode(tx, change.unit);
  return unit?.parent === null && (await holdersOf(tx, change.unit, "admin")).length <= 1;
}

/** When a handover of a day is done: when the night's quiet is over, so that nobody is woken by it. */
export function effectiveAt({ calendar }: Moment, date: string): number {
  return afterQuiet(calendar.zone.momentOf(date, 0), calendar.zone, calendar.quiet);
}

/**
 * Hands a post over, at once or on its day; both are told. Nobody's right is asked here.
 * @returns the number under which it can be cancelled, null where it is done.
 */
export async function handPost(
  acting: Acting,
  matters: OpenMatters,
  change: Change,
  date: string,
): Promise<number | null> {
  const at = Math.max(acting.now, effectiveAt(acting, date));
  const { unit, role, specialty, from, to } = change;
  const handover = await insertHandover(
    acting.tx,
    {
      unit,
      role,
      specialty: specialty ?? undefined,
      from: from ?? undefined,
      to: to ?? undefined,
      at,
      madeBy: acting.person.id,
    },
    { reason: "", now: acting.now },
  );
  // This morning is today, even before its quiet is over.
  if (acting.calendar.zone.dateOf(acting.now) === date) {
    await carryOut(acting, matters, handover);
    return null;
  }
  const { id } = handover;
  const alarm = { key: `${handoverAlarm} ${id}`, kind: handoverAlarm, subject: String(id), fireAt: at };
  await setAlarm(acting.tx, alarm);
  const line = await changeLine(acting, change);
  const day = acting.calendar.date(at);
  const news = { asker: acting.person.id, key: `planned ${id}` };
  await tellParty(acting, handover.from, say.youWillHand(line.post, line.to, day), news);
  await tellParty(acting, handover.to, say.youWillTake(line.post, line.from, day), news);
  return id;
}

/** What is said of a change: the post, and who gives and takes it. */
export async function changeLine(
  moment: Moment,
  change: Omit<Change, "specialty"> & { specialty?: string | null | undefined },
): Promise<ChangeLine> {
  const { unit, role, specialty, from, to } = change;
  const post = peopleTexts.postIn(await unitName(moment.tx, unit), postName(role, specialty ?? undefined));
  const name = async (id: PersonId | null): Promise<string | undefined> =>
    id === null ? undefined : ((await personById(moment.tx, id))?.name ?? "—");
  return { post, from: await name(from), to: await name(to) };
}

/** A planned change as `changeLine` wants it. */
export function changeOf({ unit, role, specialty, from, to }: Handover): Change {
  return { unit, role, specialty: specialty ?? null, from: from ?? null, to: to ?? null };
}

/** Whoever asked for it knows it already. */
async function tellParty(
  moment: Moment,
  id: PersonId | undefined,
  text: Text,
  { asker, key }: { readonly asker: PersonId | undefined; readonly key: string },
): Promise<void> {
  if (id === undefined || id === asker) return;
  await tell(moment, id, { text }, { key: `handover ${key} ${id}`, lane: "reply" });
}

/** The day of a handover has come: the post changes hands, unless that may not be any more; then whoever planned it hears why. */
export async function ringHandover(moment: Moment, matters: OpenMatters, subject: string): Promise<void> {
  const handover = await pendingHandover(moment.tx, Number(subject));
  if (!handover) return;
  const planner = await personById(moment.tx, handover.madeBy);
  const why = await hindrance(moment, handover, planner);
  if (why === undefined)
    return carryOut(planner ? { ...moment, person: planner } : moment, matters, handover, true);
  await closeHandover(moment.tx, handover.id, "cancelled_at", moment.now);
  const text = say.notCarriedOut(await changeLine(moment, changeOf(handover)), why);
  for (const id of await concerned(moment, handover)) await letKnow(moment, id, handover, text);
}

async function hindrance(
  moment: Moment,
  handover: Handover,
  planner: Person | undefined,
): Promise<Text | undefined> {
  if (!planner || !(await mayHand({ ...moment, person: planner }, handover))) return say.lostRight;
  if (handover.to !== undefined && !(await personById(moment.tx, handover.to))) return say.personGone;
  const unit = await unitName(moment.tx, handover.unit);
  return (await leavesNoAdmin(moment, changeOf(handover))) ? say.stillLastAdmin(unit) : undefined;
}

/** Whoever planned it and those one step above the post. */
async function concerned(
  moment: Moment,
  { unit: code, role, madeBy }: Handover,
): Promise<ReadonlySet<PersonId>> {
  const unit = await unitByCode(moment.tx, code);
  return new Set([madeBy, ...(unit ? await nearestHolders(moment.tx, unit, aboveOf(role)) : [])]);
}

function aboveOf(role: Role): Role {
  if (["grid_worker", "team_member", "supervisor", "shopkeeper"].includes(role)) return "liaison_lead";
  return ["direct_leader", "discipline", "admin"].includes(role) ? "main_leader" : "direct_leader";
}

/** @param isByAlarm nobody asked for it just now: whoever planned it is told too. */
async function carryOut(
  occasion: Occasion,
  matters: OpenMatters,
  handover: Handover,
  isByAlarm = false,
): Promise<void> {
  const { id, from, to } = handover;
  if (!(await closeHandover(occasion.tx, id, "done_at", occasion.now))) return;
  const stoodIn = await movePost(occasion, handover);
  const line = await changeLine(occasion, changeOf(handover));
  const asker = isByAlarm ? undefined : occasion.person?.id;
  const news = { asker, key: `done ${id}` };
  await tellParty(occasion, to, say.youTook(line.post), news);
  const handed = await matters.handOnVacated(occasion, `handover ${id}`, {
    whose: [from ?? null, null, ...stoodIn],
    to,
  });
  const count = handed.flatMap(({ numbers }) => numbers).length;
  await tellParty(occasion, from, say.youHanded(line.post, line.to, count), news);
  for (const other of await concerned(occasion, handover))
    if (![from, to, asker].includes(other)) await letKnow(occasion, other, handover, say.handed(line));
}

/** @returns who stood in for whoever leaves. */
async function movePost(occasion: Occasion, handover: Handover): Promise<readonly PersonId[]> {
  const { unit, role, specialty, from, to } = handover;
  const { tx, now } = occasion;
  if (from !== undefined) await deleteMembership(tx, from, { unit, role });
  const stoodIn = from === undefined ? [] : await leavePost(occasion, from, { unit, role });
  const post = { unit, role, ...(specialty === undefined ? {} : { specialty }) };
  if (to !== undefined) await insertMembership(tx, to, post, now);
  return stoodIn;
}

/** Those who only have to know read it with whatever else there is: an election has many. */
async function letKnow(moment: Moment, to: PersonId, { id, unit }: Handover, text: Text): Promise<void> {
  await nag(moment, {
    key: `handover seen ${id} ${to}`,
    recipient: to,
    subject: `handover ${id}`,
    rank: 1,
    line: text,
    open: `/duty ${unit}`,
    saying: { text },
    isFact: true,
  });
}

/** Calls off a handover that has not happened; both are told. @returns what was called off, or undefined where there is none. */
export async function cancelHandover(
  acting: Acting,
  id: number,
): Promise<ChangeLine | "forbidden" | undefined> {
  const handover = await pendingHandover(acting.tx, id);
  if (!handover) return undefined;
  if (!(await mayHand(acting, handover))) return "forbidden";
  await closeHandover(acting.tx, id, "cancelled_at", acting.now);
  await cancelAlarm(acting.tx, `${handoverAlarm} ${id}`);
  const line = await changeLine(acting, changeOf(handover));
  const text = say.cancelledForYou(line.post);
  for (const party of [handover.from, handover.to])
    await tellParty(acting, party, text, { asker: acting.person.id, key: `cancelled ${id}` });
  return line;
}
