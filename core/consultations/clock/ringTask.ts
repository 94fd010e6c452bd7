import type { Choice } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { calledName, nag, overdueRank, personById, type Moment, type PersonId } from "../../people/index.ts";
import { timesAfter, type Clock, type Stage } from "../../time/index.ts";
import { headline } from "../../tickets/index.ts";
import { aboutTask, isHiddenTask, sourceOf, taskChoices } from "../tasks/service.ts";
import { taskById, type JointTask } from "../tasks/store.ts";
import { say } from "../texts.ts";

interface Word {
  readonly rank: number;
  readonly line: Text;
  readonly text: Text;
  readonly choices: readonly Choice[];
  readonly clock: Clock;
  readonly key: string;
}

/** Reminds whoever has a task; once it is overdue whoever gave it and the leader hear it, every day. */
export async function ringTask(moment: Moment, clock: Clock, stage: Stage, id: number): Promise<void> {
  const task = await taskById(moment.tx, id);
  if (!task || task.state !== "open") return;
  const times = timesAfter(stage);
  const isLate = stage === "breach" || times > 0;
  const given = { id, what: task.what, due: moment.calendar.moment(task.dueAt) };
  const words = headline(task.what);
  const key = `${stage} ${clock.id} ${clock.revision}`;
  await nagOn(moment, task.owner, task, {
    clock,
    rank: isLate ? overdueRank + Math.min(times, 80) : 4,
    line: isLate ? say.taskOverdueLine(id, words) : say.taskDueLine(id, words, given.due),
    text: isLate ? say.taskOverdue(given) : say.taskDue(given),
    choices: taskChoices(task),
    key,
  });
  if (isLate) await tellAbove(moment, task, { times, key, clock });
}

async function tellAbove(
  moment: Moment,
  task: JointTask,
  { times, key, clock }: { readonly times: number; readonly key: string; readonly clock: Clock },
): Promise<void> {
  const { id, what } = task;
  const source = await sourceOf(moment, task);
  const owner = await personById(moment.tx, task.owner);
  const given = { id, what, due: moment.calendar.moment(task.dueAt), from: source.name };
  for (const to of new Set([source.minder, source.leader, task.madeBy]))
    if (to !== undefined && to !== task.owner)
      await nagOn(moment, to, task, {
        clock,
        rank: overdueRank + Math.min(times, 80),
        line: say.taskOverdueLine(id, headline(what)),
        text: say.taskOverdueFor(owner ? calledName(owner) : "", given),
        choices: [],
        key: `above ${key}`,
      });
}

async function nagOn(moment: Moment, to: PersonId, task: JointTask, word: Word): Promise<void> {
  if (await isHiddenTask(moment, task, to)) return;
  const about = aboutTask(task);
  const { clock, rank, line, key, choices, text } = word;
  await nag(moment, {
    key: `${about} ${key} ${to}`,
    recipient: to,
    clock,
    subject: about,
    rank,
    line,
    open: `/consult task ${task.id}`,
    saying: { text, choices, about },
    passOn: "nobody",
  });
}
