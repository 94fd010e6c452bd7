import { createHash } from "node:crypto";
import type { Database, Tx } from "../../store/index.ts";
import { asClaimant, type Claimant } from "../../work/index.ts";
import type { Subject } from "../models/knowledge.ts";
import { pruneModels } from "../models/store.ts";
import type { Example } from "../model.ts";
import { examplesOf } from "../store.ts";
import { scoreOf } from "./model.ts";
import {
  changeState,
  claimTraining,
  currentTraining,
  dueTrainings,
  newest,
  postponeTraining,
  recordOutcome,
  trainingById,
  type Claimed,
  type Outcome,
  type Training,
  type TrainingId,
} from "./store.ts";
import { nameOf, type Material, type Trained } from "./train.ts";

/** More examples than these are not trained with: the newest count. Bounds the memory and the minutes of a training. */
const mostExamples = 10_000;
/** So many models can be gone back to. */
export const mostKept = 3;
const mostAttempts = 3;
const tryAgainAfter = 600_000;

export interface TrainerPorts {
  readonly database: Database;
  readonly clock: { readonly now: () => number };
  readonly subjects: readonly Subject[];
  /** Trains somewhere where nobody waits for it. @throws when it is stopped. */
  readonly trainApart: (material: Material, stopped: AbortSignal) => Promise<Trained>;
  /** Tells of what became of a training, in the transaction that records it. */
  readonly told: (tx: Tx, training: Training) => Promise<void>;
  /** The operator should know: a training failed. */
  readonly report: (error: unknown, claimed: Claimed) => void;
}

/** Does the trainings that were asked for, one at a time; what is half-done when the program dies is done again. */
export interface Trainer {
  /** Trains until nothing is due. @returns whether anything was. */
  drain(): Promise<boolean>;
  due(limit: number): Promise<readonly TrainingId[]>;
  /** Does one training, if it is still to be done and nobody does. @returns when to try again, if it failed. */
  train(id: TrainingId): Promise<number | undefined>;
  /** Ends at once: what is under way is left for the next life. */
  stop(): void;
}

export function createTrainer(ports: TrainerPorts): Trainer {
  const stopping = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let draining: Promise<boolean> | undefined;

  const due = (limit: number) => asClaimant(ports, (tx, claimant) => dueTrainings(tx, claimant, limit));
  const train = (id: TrainingId): Promise<number | undefined> => {
    const mine = last.then(() =>
      stopping.signal.aborted ? undefined : trainOne(ports, id, stopping.signal),
    );
    last = mine.catch(() => undefined);
    return mine;
  };
  async function work(): Promise<boolean> {
    let worked = false;
    while (!stopping.signal.aborted) {
      const [id] = await due(1);
      if (id === undefined) break;
      await train(id);
      worked = true;
    }
    return worked;
  }
  return {
    drain() {
      draining ??= work().finally(() => (draining = undefined));
      return draining;
    },
    due,
    train,
    stop: () => stopping.abort(),
  };
}

/** A training that was taken, with what was read for it. */
interface Begun extends Pick<Material, "shipped" | "examples"> {
  readonly claimed: Claimed;
  /** The training whose model serves, and is to be beaten. */
  readonly serving: Training | undefined;
  readonly sourceHash: string;
  /** Is there nothing that was not tried already? */
  readonly isNeedless: boolean;
}

async function begin(
  { subjects }: TrainerPorts,
  tx: Tx,
  id: TrainingId,
  claimant: Claimant,
): Promise<Begun | undefined> {
  const claimed = await claimTraining(tx, id, claimant);
  if (!claimed) return undefined;
  const { task } = claimed;
  const shipped = subjects.find((subject) => subject.task === task)?.shipped ?? [];
  const examples = await examplesOf(tx, task, mostExamples);
  const serving = await currentTraining(tx, task);
  const sourceHash = nameOf(shipped, sorted(examples));
  const rejected = await newest(tx, task, ["rejected"]);
  const isTried =
    serving?.sourceHash === sourceHash ||
    (rejected?.sourceHash === sourceHash && rejected.id > (serving?.id ?? 0));
  const isNeedless = serving?.isTainted !== true && (isTried || (!serving && examples.length === 0));
  return { claimed, shipped, examples, serving, sourceHash, isNeedless };
}

function sorted(examples: readonly Example[]): readonly Example[] {
  return examples.toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

async function trainOne(
  ports: TrainerPorts,
  id: TrainingId,
  stopped: AbortSignal,
): Promise<number | undefined> {
  const begun = await asClaimant(ports, (tx, claimant) => begin(ports, tx, id, claimant));
  if (!begun) return undefined;
  try {
    const trained = begun.isNeedless ? undefined : await ports.trainApart(materialOf(begun), stopped);
    return await ports.database.transaction((tx) => record(ports, tx, begun, trained));
  } catch (error) {
    if (stopped.aborted) return undefined;
    ports.report(error, begun.claimed);
    return ports.database.transaction((tx) => postpone(ports, tx, begun.claimed));
  }
}

/** What may hold words that are erased is nothing to be measured by: then what is shipped is. */
function materialOf({ shipped, examples, serving }: Begun): Material {
  return { shipped, examples, knownUntil: serving?.isTainted === true ? undefined : serving?.readAt };
}

async function record(
  { database, clock, told }: TrainerPorts,
  tx: Tx,
  { claimed, serving, sourceHash, examples }: Begun,
  trained: Trained | undefined,
): Promise<number | undefined> {
  const { id, task } = claimed;
  await database.hold(tx, `training ${task}`);
  const servesNow = await currentTraining(tx, task);
  const hasChanged = servesNow?.id !== serving?.id || servesNow?.isTainted !== serving?.isTainted;
  if (hasChanged) {
    await postponeTraining(tx, claimed, { at: clock.now() });
    return clock.now();
  }
  const isTaken = trained?.isBetter === true;
  // What may hold words that are erased does not serve on, whatever comes in its place.
  if (serving && (isTaken || serving.isTainted))
    await changeState(tx, serving.id, { from: "current", to: "previous" });
  await recordOutcome(tx, id, { ...outcomeOf(trained), sourceHash, examples: examples.length }, clock.now());
  await pruneModels(tx, task, mostKept);
  const training = await trainingById(tx, id);
  if (training) await told(tx, training);
  return undefined;
}

function outcomeOf(trained: Trained | undefined): Omit<Outcome, "sourceHash" | "examples"> {
  if (!trained) return { state: "needless" };
  const { changes, isBetter, model } = trained;
  const score = { before: scoreOf(changes, "before"), after: scoreOf(changes, "after") };
  if (!isBetter) return { state: "rejected", score, changes };
  const hash = createHash("sha256").update(model).digest("base64url");
  return { state: "current", score, changes, model: { json: model, hash } };
}

async function postpone(
  { clock, told }: TrainerPorts,
  tx: Tx,
  claimed: Claimed,
): Promise<number | undefined> {
  const isLast = claimed.attempts + 1 >= mostAttempts;
  const at = clock.now() + tryAgainAfter;
  await postponeTraining(tx, claimed, isLast ? "failed" : { at });
  if (!isLast) return at;
  const training = await trainingById(tx, claimed.id);
  if (training) await told(tx, training);
  return undefined;
}
