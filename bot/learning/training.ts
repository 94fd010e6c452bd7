import type { Logger } from "pino";
import { createTrainer, trainApart, type Trainer, type Training } from "../../core/learning/index.ts";
import { unitsOfKind } from "../../core/org/index.ts";
import { holdersAbove, nag, personById, type Moment, type PersonId } from "../../core/people/index.ts";
import type { Database, Tx } from "../../core/store/index.ts";
import type { TimeSource } from "../../core/time/index.ts";
import type { JobKind } from "../jobs/jobs.ts";
import { outcomeText, trainingView } from "./showing.ts";
import { learntSubjects, subjectOf } from "./subjects.ts";
import { say } from "./texts.ts";

/** What trainings need of the program. */
export interface TrainingPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly log: Pick<Logger, "error" | "info">;
  readonly momentIn: (tx: Tx) => Moment;
}

/** Trains what was asked for, in a thread of its own, and tells whoever looks after it. */
export function createTrainerFor({ database, clock, log, momentIn }: TrainingPorts): Trainer {
  return createTrainer({
    database,
    clock,
    subjects: learntSubjects.map(({ subject }) => subject),
    trainApart,
    async told(tx, training) {
      const { id, task, state, score, examples } = training;
      log.info({ training: id, task, state, score, examples }, "a training is over");
      await tellOf(momentIn(tx), training);
    },
    report: (error, { id, task, attempts }) =>
      log.error({ err: error, training: id, task, attempts }, "a training failed; it is tried again"),
  });
}

/** Training, as a kind of slow work. */
export function trainingKind(ports: TrainingPorts): JobKind {
  const trainer = createTrainerFor(ports);
  return {
    name: "training",
    atOnce: 1,
    drain: () => trainer.drain(),
    due: async (limit) => (await trainer.due(limit)).map(String),
    work: (id) => trainer.train(Number(id)),
    stop: () => trainer.stop(),
  };
}

/** Whoever asked hears whatever came of it; the county's admins hear what changes, or would have. */
async function tellOf(moment: Moment, training: Training): Promise<void> {
  const asker = await personById(moment.tx, training.askedBy);
  if (asker) return tellOne(moment, training, asker.id, true);
  if (training.state !== "current" && training.state !== "rejected") return;
  const [county] = await unitsOfKind(moment.tx, "county");
  for (const admin of county ? await holdersAbove(moment.tx, county, "admin") : [])
    await tellOne(moment, training, admin, false);
}

async function tellOne(
  moment: Moment,
  training: Training,
  recipient: PersonId,
  isUrgent: boolean,
): Promise<void> {
  const [title, outcome] = [subjectOf(training.task)?.title, outcomeText(training)];
  if (!title || !outcome) return;
  await nag(moment, {
    key: `training ${training.id} ${recipient}`,
    recipient,
    subject: `training ${training.task}`,
    rank: 9,
    line: say.line(title),
    open: `/learning show ${training.id}`,
    saying: await trainingView(moment, training),
    isFact: true,
    isUrgent,
    passOn: "nobody",
  });
}
