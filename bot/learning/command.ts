import { type Choice, type Command, type Reply, type Saying } from "../../core/dialogue/index.ts";
import { join, type Text } from "../../core/language/index.ts";
import {
  correctionsSince,
  currentTraining,
  insertTraining,
  newestTraining,
  trainingById,
  undo,
  undoable,
  type Training,
} from "../../core/learning/index.ts";
import { unitsOfKind } from "../../core/org/index.ts";
import { can, unitsWhere, type Acting } from "../../core/people/index.ts";
import type { PeopleServices } from "../../core/people/index.ts";
import { trainingView } from "./showing.ts";
import { learntSubjects, subjectOf, type LearntSubject } from "./subjects.ts";
import { say } from "./texts.ts";

/** `/learning` shows what was learnt; `train category` asks for a training, `show 3` shows one, `undo 3` takes it back. */
export const learningCommand: Command<Pick<PeopleServices, "acting">> = {
  name: "learning",
  aliases: ["学到了什么"],
  help: say.help,
  isFor: ({ acting }) =>
    acting !== undefined && unitsWhere(acting.person.memberships, "learning.keep").length > 0,
  async run(args, { acting }) {
    if (!acting) throw new Error("this command is for people who have joined");
    return (await mayKeep(acting)) ? answer(acting, args.trim().split(/\s+/)) : say.countyOnly;
  },
};

/** One model serves the whole county: whoever changes it answers for all of it. */
async function mayKeep({ tx, person }: Acting): Promise<boolean> {
  const [county] = await unitsOfKind(tx, "county");
  return county !== undefined && can(person.memberships, "learning.keep", county);
}

async function answer(acting: Acting, [verb = "", which = "", sure = ""]: readonly string[]): Promise<Reply> {
  if (verb === "") return overview(acting);
  if (verb === "train") {
    const subject = subjectOf(which);
    if (!subject) return say.usage;
    await insertTraining(acting.tx, subject.task, acting.person.id, acting.now);
    return say.trainingSoon(subject.title);
  }
  if (verb !== "show" && verb !== "undo") return say.usage;
  const training = /^\d{1,9}$/u.test(which) ? await trainingById(acting.tx, Number(which)) : undefined;
  if (!training) return say.noSuch(which.slice(0, 9));
  return verb === "show" ? trainingView(acting, training) : takeBack(acting, training, sure === "yes");
}

async function overview(acting: Acting): Promise<Reply> {
  const sayings: Saying[] = [];
  for (const subject of learntSubjects) sayings.push(await subjectView(acting, subject));
  const choices = sayings.flatMap((saying) => saying.choices ?? []);
  return { text: join([say.head, ...sayings.map(({ text }) => text)]), choices };
}

async function subjectView({ tx, calendar }: Acting, { task, title }: LearntSubject): Promise<Saying> {
  const current = await currentTraining(tx, task);
  const fresh = await correctionsSince(tx, task, current?.readAt ?? 0);
  const last = await newestTraining(tx, task, ["current", "rejected", "undone"]);
  const serving =
    current?.doneAt === undefined
      ? say.shippedServes(title, fresh)
      : say.serves(title, calendar.moment(current.doneAt), {
          score: current.score?.after ?? 0,
          examples: current.examples,
          fresh,
        });
  const resting: readonly Text[] = last?.state === "undone" ? [say.restingSince] : [];
  const shown: readonly Choice[] = last
    ? [{ label: say.show(title), token: `/learning show ${last.id}` }]
    : [];
  const train = { label: say.train(title), token: `/learning train ${task}` };
  return { text: join([serving, ...resting]), choices: [train, ...shown] };
}

/** Says first what comes of it; with a "yes" it is done. */
async function takeBack(acting: Acting, training: Training, isSure: boolean): Promise<Reply> {
  const { tx, calendar, person, now } = acting;
  const { id, task } = training;
  const title = subjectOf(task)?.title;
  const found = await undoable(tx, task);
  if (!title || found?.current.id !== id || training.doneAt === undefined) return say.undoGone;
  if (isSure)
    return (await undo(tx, task, { id, by: person.id, at: now })) === "undone"
      ? say.undone(title)
      : say.undoGone;
  const back = found.back?.doneAt;
  return {
    text: say.askUndo(
      title,
      calendar.moment(training.doneAt),
      back === undefined ? undefined : calendar.moment(back),
    ),
    choices: [
      { label: say.yesUndo, token: `/learning undo ${id} yes` },
      { label: say.noUndo, token: "/learning" },
    ],
  };
}
