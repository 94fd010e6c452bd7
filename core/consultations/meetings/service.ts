import type { Reply, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, tell, unitsWhere, type Acting, type Moment } from "../../people/index.ts";
import type { Refusal } from "../../tickets/index.ts";
import { unitNamed } from "../convening.ts";
import type { TaskLine } from "../tasks/reading.ts";
import { giveTask } from "../tasks/service.ts";
import { tasksOf, type JointTask } from "../tasks/store.ts";
import { taskLine, taskStanding } from "../tasks/view.ts";
import { say } from "../texts.ts";
import type { Wall } from "../../language/index.ts";
import { whyNotWhen } from "../when/question.ts";
import { momentOf, wallNow } from "../when/wall.ts";
import { invitable } from "./invited.ts";
import { meetingRange, type MeetingId } from "./model.ts";
import { endMeeting, insertMeeting, meetingById, meetingsOf, type Meeting } from "./store.ts";

const lookedBack = 8;

/** The highest unit for which whoever acts may hold meetings. */
export async function meetingUnit(acting: Acting): Promise<Unit | undefined> {
  const units: Unit[] = [];
  for (const code of unitsWhere(acting.person.memberships, "meeting.hold")) {
    const unit = await unitByCode(acting.tx, code);
    if (unit) units.push(unit);
  }
  return units.toSorted((one, other) => one.path.length - other.path.length)[0];
}

/** What there is to call a meeting with. */
export interface Floor {
  readonly now: Wall;
  /** The names of those who are usually there. */
  readonly below: readonly string[];
  /** Every name; twice where several go by it. */
  readonly names: readonly string[];
  /** What earlier meetings left open. */
  readonly open: Text;
}

export interface MeetingCall {
  readonly title: string;
  readonly when: Wall;
  readonly items: readonly string[];
  readonly invited: readonly string[];
}

export async function floorFor(acting: Acting): Promise<Floor | Refusal> {
  const unit = await meetingUnit(acting);
  if (!unit) return { refused: say.noSuchMeeting };
  const { below, all } = await invitable(acting, unit);
  return {
    now: wallNow(acting),
    below: below.map(({ name }) => name),
    names: all.map(({ name }) => name),
    open: say.lastOpen(await linesOf(acting, await leftOpen(acting, unit))),
  };
}

/** What earlier meetings of a unit required and is not done. */
async function leftOpen(moment: Moment, unit: Unit): Promise<readonly JointTask[]> {
  const open: JointTask[] = [];
  for (const { id } of await meetingsOf(moment.tx, unit.code, lookedBack))
    open.push(...(await tasksOf(moment.tx, { meeting: id })).filter(({ state }) => state === "open"));
  return open;
}

async function linesOf(moment: Moment, tasks: readonly JointTask[]): Promise<Text> {
  const lines: Text[] = [];
  for (const task of tasks) lines.push(await taskLine(moment, task));
  return lines.length === 0 ? verbatim("") : join(lines);
}

async function peopleFor(acting: Acting, unit: Unit, names: readonly string[]) {
  const { all } = await invitable(acting, unit);
  return names.map((name) => ({ name, person: all.find((one) => one.name === name)?.person }));
}

export async function previewMeeting(acting: Acting, call: MeetingCall): Promise<Text> {
  const unit = await meetingUnit(acting);
  const invited = unit ? await peopleFor(acting, unit, call.invited) : [];
  return say.previewMeeting({
    title: call.title,
    at: acting.calendar.moment(momentOf(acting, call.when)),
    items: call.items,
    invited: call.invited,
    telephone: invited.filter(({ person }) => person === undefined).map(({ name }) => name),
    open: unit ? say.lastOpen(await linesOf(acting, await leftOpen(acting, unit))) : verbatim(""),
  });
}

/** Calls a meeting: everybody asked to come hears when, about what, and what she still owes. */
export async function callMeeting(acting: Acting, key: string, call: MeetingCall): Promise<Reply> {
  const unit = await meetingUnit(acting);
  if (!unit) return say.noSuchMeeting;
  const why = whyNotWhen(call.when, wallNow(acting), meetingRange);
  if (why) return why;
  const meeting = await insertMeeting(
    acting.tx,
    {
      unit: unit.code,
      title: call.title,
      items: call.items,
      invited: await peopleFor(acting, unit, call.invited),
      heldAt: momentOf(acting, call.when),
      convenedBy: acting.person.id,
      sourceKey: key,
    },
    acting.now,
  );
  if (!meeting) return say.noSuchMeeting;
  const open = await leftOpen(acting, unit);
  const unreached: string[] = [];
  for (const { name, person } of meeting.invited) {
    const yours = await linesOf(
      acting,
      open.filter(({ owner }) => owner === person),
    );
    const at = acting.calendar.moment(meeting.heldAt);
    const text = say.youAreInvited({ unit: unit.name, title: call.title, at, items: call.items, yours });
    const isTold = person !== undefined && (await tellInvited(acting, person, meeting, { text }, "called"));
    if (!isTold) unreached.push(name);
  }
  return say.meetingCalled(call.title, meeting.invited.length - unreached.length, unreached);
}

async function tellInvited(
  moment: Moment,
  to: string,
  { id }: Meeting,
  saying: Saying,
  why: string,
): Promise<boolean> {
  const letter = {
    key: `meeting ${id} ${why} ${to}`,
    lane: "reply",
    mayPassOn: () => false,
  } as const;
  return (await tell(moment, to, saying, letter)) !== "unreachable";
}

/** Everybody who was asked to a meeting and is in chat, each once; whoever calls it is not told her own deed. */
function toldOf({ invited }: Meeting, doer: string): ReadonlySet<string> {
  return new Set(invited.flatMap(({ person }) => (person === undefined || person === doer ? [] : [person])));
}

/** A meeting whoever acts may hold. */
export async function heldBy(acting: Acting, id: MeetingId): Promise<Meeting | Refusal> {
  const meeting = await meetingById(acting.tx, id);
  if (!meeting) return { refused: say.noSuchMeeting };
  const unit = await unitNamed(acting, meeting.unit);
  return can(acting.person.memberships, "meeting.hold", unit) ? meeting : { refused: say.noSuchMeeting };
}

async function called(acting: Acting, id: MeetingId): Promise<Meeting | Refusal> {
  const meeting = await heldBy(acting, id);
  if ("refused" in meeting || meeting.state === "called") return meeting;
  return { refused: say.meetingOver };
}

/** Why a meeting cannot be called off, or null. */
export async function whyNotOff(acting: Acting, id: MeetingId): Promise<Refusal | null> {
  const meeting = await called(acting, id);
  return "refused" in meeting ? meeting : null;
}

/** A meeting that has taken place and is to be noted. */
export async function holdable(
  acting: Acting,
  id: MeetingId,
): Promise<{ readonly text: Text; readonly now: Wall; readonly names: readonly string[] } | Refusal> {
  const meeting = await called(acting, id);
  if ("refused" in meeting) return meeting;
  if (acting.now < meeting.heldAt) return { refused: say.tooEarly(acting.calendar.moment(meeting.heldAt)) };
  const unit = await unitNamed(acting, meeting.unit);
  const open = say.lastOpen(await linesOf(acting, await leftOpen(acting, unit)));
  const { all } = await invitable(acting, unit);
  return {
    text: say.askMinutes(meeting.title, meeting.items, open),
    now: wallNow(acting),
    names: all.map(({ name }) => name),
  };
}

export function reviewMeeting(acting: Acting, minutes: string, tasks: readonly TaskLine[]): Text {
  const lines = tasks.map(({ owner, due, what }) =>
    say.taskLine(owner, acting.calendar.moment(momentOf(acting, due)), what),
  );
  return say.reviewMeeting(minutes, lines.length > 0 ? join(lines) : say.noRequirements);
}

/** Keeps what came of a meeting: everybody who was asked reads it, and each requirement is a task with a clock. */
export async function holdMeeting(
  acting: Acting,
  key: string,
  id: MeetingId,
  given: { readonly minutes: string; readonly tasks: readonly TaskLine[] },
): Promise<Reply> {
  const meeting = await called(acting, id);
  if ("refused" in meeting) return meeting.refused;
  if (!(await endMeeting(acting.tx, id, "held", given.minutes))) return say.meetingOver;
  const unit = await unitNamed(acting, meeting.unit);
  const { all } = await invitable(acting, unit);
  const text = say.heldFor(meeting.title, given.minutes);
  for (const to of toldOf(meeting, acting.person.id))
    await tellInvited(acting, to, meeting, { text }, "held");
  for (const [at, { owner, due, what }] of given.tasks.entries()) {
    const person = all.find(({ name }) => name === owner)?.person;
    await giveTask(acting, {
      consultation: undefined,
      meeting: id,
      number: undefined,
      owner: person ?? acting.person.id,
      what: person === undefined ? say.onBehalf(owner, what) : what,
      dueAt: momentOf(acting, due),
      madeBy: acting.person.id,
      sourceKey: `${key} ${at}`,
    });
  }
  return say.meetingHeld(meeting.title, given.tasks.length);
}

export async function callOffMeeting(acting: Acting, id: MeetingId, reason: string): Promise<Reply> {
  const meeting = await called(acting, id);
  if ("refused" in meeting) return meeting.refused;
  if (!(await endMeeting(acting.tx, id, "called_off", reason))) return say.meetingOver;
  const at = acting.calendar.moment(meeting.heldAt);
  const text = say.meetingOffFor(meeting.title, at, reason);
  for (const to of toldOf(meeting, acting.person.id)) await tellInvited(acting, to, meeting, { text }, "off");
  return say.meetingOff;
}

/** 落实情况: what a meeting required, and how it stands. */
export async function followUp(acting: Acting, id: MeetingId): Promise<Text> {
  const tasks = await tasksOf(acting.tx, { meeting: id });
  if (tasks.length === 0) return say.noRequirements;
  const standing = tasks.map((task) => taskStanding(acting, task));
  const count = (...which: readonly string[]) => standing.filter((one) => which.includes(one)).length;
  const counts = { done: count("done", "late"), open: count("open"), overdue: count("overdue") };
  return say.followUpOf(counts, await linesOf(acting, tasks));
}
