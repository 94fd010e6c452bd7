import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { calledName, personById, type Acting, type Moment } from "../../people/index.ts";
import { say } from "../texts.ts";
import type { TaskId } from "./reading.ts";
import { aboutTask, isMinding, sourceOf, taskChoices, visibleTask } from "./service.ts";
import type { JointTask } from "./store.ts";

/** How a task stands at a moment, an overdue one told from one that is merely open. */
export function taskStanding(
  { now }: Pick<Moment, "now">,
  { state, dueAt, doneAt }: Pick<JointTask, "state" | "dueAt" | "doneAt">,
): keyof typeof say.taskStates {
  if (state === "open") return dueAt <= now ? "overdue" : "open";
  return state === "done" && doneAt !== undefined && doneAt > dueAt ? "late" : state;
}

/** A task as one line of minutes. */
export async function taskLine(moment: Moment, task: JointTask): Promise<Text> {
  return say.taskState({
    id: task.id,
    owner: await ownerName(moment, task),
    what: task.what,
    due: moment.calendar.moment(task.dueAt),
    state: say.taskStates[taskStanding(moment, task)],
    result: task.result,
  });
}

async function ownerName(moment: Moment, { owner }: JointTask): Promise<string> {
  const person = await personById(moment.tx, owner);
  return person ? calledName(person) : "";
}

/** One task with what whoever looks can do. */
export async function taskView(acting: Acting, id: TaskId): Promise<Reply> {
  const task = await visibleTask(acting, id);
  if ("refused" in task) return task.refused;
  const { name } = await sourceOf(acting, task);
  const text = say.taskView({
    id,
    what: task.what,
    due: acting.calendar.moment(task.dueAt),
    from: name,
    owner: await ownerName(acting, task),
    state: say.taskStates[taskStanding(acting, task)],
    result: task.result,
  });
  const drop: readonly Choice[] = (await isMinding(acting, task))
    ? [{ label: say.drop, token: `/consult task ${id} drop` }]
    : [];
  const choices = task.state === "open" ? [...taskChoices(task), ...drop] : [];
  return { text, choices, about: aboutTask(task) };
}
