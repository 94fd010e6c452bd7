import type { Classifier } from "../../language/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Task } from "../model.ts";
import type { Shipped } from "../trainings/model.ts";
import { madeFrom, readModel } from "../trainings/train.ts";
import { modelNamed, servingHash } from "./store.ts";

/** Something that is guessed from words, and what the program knows of it before any office has said anything. */
export interface Subject {
  readonly task: Task;
  readonly shipped: readonly Shipped[];
}

/** Models by their names, which say what is in them: they hold for every database this process has open. */
const read = new Map<string, Classifier>();
const mostRead = 6;
const shippedOnes = new WeakMap<Subject, Classifier>();

/** What serves, and whether this office taught it. */
export interface Knowledge {
  readonly classifier: Classifier;
  readonly isOffices: boolean;
}

/**
 * What serves now to guess something from words: made from what the office said, or from what is shipped. It is the one that
 * this transaction sees, so every process changes over with the commit; a model is read once by each.
 */
export async function knowledgeOf(tx: Tx, subject: Subject): Promise<Knowledge> {
  const hash = await servingHash(tx, subject.task);
  if (hash === undefined) return { classifier: shippedKnowledge(subject), isOffices: false };
  const known = read.get(hash);
  if (known) return { classifier: known, isOffices: true };
  const json = await modelNamed(tx, hash);
  if (json === undefined) throw new Error(`the model ${hash} of ${subject.task} is not kept`);
  const classifier = readModel(json);
  const [oldest] = read.keys();
  if (read.size >= mostRead && oldest !== undefined) read.delete(oldest);
  read.set(hash, classifier);
  return { classifier, isOffices: true };
}

/** What is known before any office has said anything; made at the first call. */
function shippedKnowledge(subject: Subject): Classifier {
  const made = shippedOnes.get(subject) ?? madeFrom(subject.shipped);
  shippedOnes.set(subject, made);
  return made;
}
