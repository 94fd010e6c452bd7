import type { Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import {
  calledName,
  can,
  personById,
  tell,
  type Acting,
  type Action,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import {
  headline,
  isKeptFrom,
  isOver,
  record,
  ticketByNumber,
  type Enclosure,
  type Refusal,
} from "../../tickets/index.ts";
import type { Saying } from "../../dialogue/index.ts";
import { startTask, stopTask } from "../clock/clocks.ts";
import { convenerOf, holdsPost } from "../convening.ts";
import { meetingById } from "../meetings/store.ts";
import { opinionWords } from "../opinion/words.ts";
import { consultationById } from "../store.ts";
import { say } from "../texts.ts";
import type { TaskId } from "./reading.ts";
import { changeTask, insertTask, taskById, tasksOf, type JointTask, type NewTask } from "./store.ts";

/** Where a task came from: what it is called, in which unit, and who must hear how it goes. */
export interface Source {
  readonly name: Text;
  readonly unit: string;
  /** Who looks after it now. */
  readonly minder: PersonId | undefined;
  /** Who decided it. */
  readonly leader: PersonId | undefined;
  readonly decision: string | undefined;
  /** What gives the right to see it and to take it back. */
  readonly action: Action;
}

/** How a message says that it is about a task. */
export function aboutTask({ id }: Pick<JointTask, "id">): string {
  return `joint_task ${id}`;
}

export async function sourceOf(moment: Moment, task: JointTask): Promise<Source> {
  if (task.meeting !== undefined) {
    const meeting = await meetingById(moment.tx, task.meeting);
    if (!meeting) throw new Error(`the meeting of task ${task.id} is not there`);
    const { title, unit, convenedBy } = meeting;
    const name = say.ofMeeting(title);
    return {
      name,
      unit,
      minder: convenedBy,
      leader: undefined,
      decision: undefined,
      action: "meeting.hold",
    };
  }
  const consultation =
    task.consultation === undefined ? undefined : await consultationById(moment.tx, task.consultation);
  const ticket = consultation && (await ticketByNumber(moment.tx, consultation.number));
  if (!consultation || !ticket) throw new Error(`the consultation of task ${task.id} is not there`);
  return {
    name: say.ofMatter(ticket.number, headline(ticket.what || ticket.place)),
    unit: consultation.unit,
    minder: (await convenerOf(moment, consultation))?.id,
    leader: consultation.leader,
    decision: consultation.decision,
    action: "consult.convene",
  };
}

/** Gives somebody a task with a clock of its own; given again from the same source it is one. */
export async function giveTask(acting: Acting, fresh: NewTask): Promise<JointTask | undefined> {
  const task = await insertTask(acting.tx, fresh, acting.now);
  if (!task) return undefined;
  const source = await sourceOf(acting, task);
  await startTask(acting, task, source.unit);
  const due = acting.calendar.moment(task.dueAt);
  const text = say.taskGiven({ id: task.id, what: task.what, due, from: source.name }, source.decision);
  await tellOnTask(acting, task.owner, task, { text, choices: taskChoices(task) }, "given");
  return task;
}

/** What whoever has a task can press. */
export function taskChoices({ id }: Pick<JointTask, "id">) {
  return [{ label: say.taskDone, token: `/consult task ${id} done` }];
}

/** Says something about a task to somebody; a reply to it is about the task. Whom its matter is about never hears of it. */
async function tellOnTask(
  moment: Moment,
  to: PersonId,
  task: JointTask,
  saying: Saying,
  key: string,
): Promise<void> {
  if (await isHiddenTask(moment, task, to)) return;
  await tell(
    moment,
    to,
    { ...saying, about: aboutTask(task) },
    { key: `joint_task ${task.id} ${key} ${to}`, lane: "reply", mayPassOn: () => false },
  );
}

/** A task of a matter that complains about somebody, or is sealed, is not there for her. */
export async function isHiddenTask(moment: Moment, task: JointTask, person: PersonId): Promise<boolean> {
  const ticket = task.number === undefined ? undefined : await ticketByNumber(moment.tx, task.number);
  return ticket !== undefined && (ticket.isSealed || (await isKeptFrom(moment, person, ticket)));
}

/** A task as far as whoever acts may see it: her own, or of her unit. */
export async function visibleTask(acting: Acting, id: TaskId): Promise<JointTask | Refusal> {
  const task = await taskById(acting.tx, id);
  const refusal = { refused: say.notYourTask(id) };
  if (!task || (await isHiddenTask(acting, task, acting.person.id))) return refusal;
  const isHers = task.owner === acting.person.id && holdsPost(acting.person);
  return isHers || (await isMinding(acting, task)) ? task : refusal;
}

/** May whoever acts take a task back, or end it for whoever has it? */
export async function isMinding(acting: Acting, task: JointTask): Promise<boolean> {
  const { unit, action } = await sourceOf(acting, task);
  const place = await unitByCode(acting.tx, unit);
  return place !== undefined && can(acting.person.memberships, action, place);
}

/** A task somebody may still work on. */
export async function openTask(acting: Acting, id: TaskId): Promise<JointTask | Refusal> {
  const task = await visibleTask(acting, id);
  if ("refused" in task || task.state === "open") return task;
  return { refused: say.taskOver(id) };
}

/** Keeps how a task goes; it stays open. */
export async function noteProgress(acting: Acting, id: TaskId, key: string, said: Enclosure): Promise<Reply> {
  const task = await openTask(acting, id);
  if ("refused" in task) return task.refused;
  const reply = { text: say.progressNoted(id), choices: taskChoices(task), about: aboutTask(task) };
  if (!(await recordOn(acting, task, "noted", said, key))) return reply;
  await changeTask(acting.tx, id, { result: resultOf(said) });
  const text = say.progressFor(calledName(acting.person), id, opinionWords(said));
  await tellMinder(acting, task, { text, files: said.files }, `progress ${key}`);
  return reply;
}

/** Ends a task as done; when the last one is, whoever minds them hears it. The matter is settled by whoever has it. */
export async function finishTask(acting: Acting, id: TaskId, key: string, said: Enclosure): Promise<Reply> {
  const task = await openTask(acting, id);
  if ("refused" in task) return task.refused;
  const change = { state: "done", result: resultOf(said), doneAt: acting.now } as const;
  if (!(await changeTask(acting.tx, id, change))) return say.taskOver(id);
  await stopTask(acting, task, "done");
  await recordOn(
    acting,
    task,
    "task_done",
    { ...said, words: [task.what, said.words].filter(Boolean).join("：") },
    key,
  );
  const { name } = await sourceOf(acting, task);
  const left = (await siblingsOf(acting, task)).filter(({ state }) => state === "open").length;
  const given = { id, what: task.what, from: name };
  const text = say.doneFor(calledName(acting.person), given, opinionWords(said), left);
  await tellMinder(acting, task, { text, files: said.files }, `done ${key}`);
  if (left === 0) await tellAllDone(acting, task);
  return say.doneNoted(id);
}

async function siblingsOf(moment: Moment, task: JointTask): Promise<readonly JointTask[]> {
  if (task.consultation !== undefined) return tasksOf(moment.tx, { consultation: task.consultation });
  return task.meeting === undefined ? [task] : tasksOf(moment.tx, { meeting: task.meeting });
}

async function tellAllDone(acting: Acting, task: JointTask): Promise<void> {
  const { name, minder } = await sourceOf(acting, task);
  const ticket = task.number === undefined ? undefined : await ticketByNumber(acting.tx, task.number);
  const isLeft = ticket && !isOver(ticket) && ticket.state !== "settled";
  const holder =
    isLeft && ticket.responsible !== undefined ? await personById(acting.tx, ticket.responsible) : undefined;
  const text = say.allDone(name, holder && verbatim(calledName(holder)));
  for (const id of new Set([minder, task.madeBy]))
    if (id !== undefined) await tellOnTask(acting, id, task, { text }, "all done");
}

/** Whoever minds the tasks; whoever decided them hears when all are done, or one is overdue. */
async function tellMinder(acting: Acting, task: JointTask, saying: Saying, key: string): Promise<void> {
  const { minder } = await sourceOf(acting, task);
  if (minder !== undefined && minder !== acting.person.id)
    await tellOnTask(acting, minder, task, saying, key);
}

/** A task is taken back by whoever may give such tasks. */
export async function dropTask(acting: Acting, id: TaskId, key: string, reason: string): Promise<Reply> {
  const task = await droppable(acting, id);
  if ("refused" in task) return task.refused;
  if (!(await changeTask(acting.tx, id, { state: "dropped", result: reason }))) return say.taskOver(id);
  await stopTask(acting, task, "taken back");
  const words = say.droppedNote(task.what, reason);
  await recordOn(acting, task, "consult_changed", { words, files: [] }, key);
  const text = say.droppedFor(id, task.what, reason);
  if (task.owner !== acting.person.id) await tellOnTask(acting, task.owner, task, { text }, "dropped");
  return say.dropped(id);
}

export async function droppable(acting: Acting, id: TaskId): Promise<JointTask | Refusal> {
  const task = await openTask(acting, id);
  if ("refused" in task) return task;
  return (await isMinding(acting, task)) ? task : { refused: say.notYourTask(id) };
}

function resultOf({ words, files }: Enclosure): string {
  const { zh } = join([verbatim(words), files.length === 0 ? verbatim("") : say.onlyFiles(files.length)], "");
  return Array.from(zh).slice(0, 300).join("");
}

/** On the timeline of its matter; a task of a meeting has none. True where it is new. */
async function recordOn(
  acting: Acting,
  task: JointTask,
  kind: "noted" | "task_done" | "consult_changed",
  said: Enclosure,
  key: string,
): Promise<boolean> {
  const ticket = task.number === undefined ? undefined : await ticketByNumber(acting.tx, task.number);
  return ticket ? record(acting, ticket, kind, said, `task ${task.id} ${key}`) : true;
}
