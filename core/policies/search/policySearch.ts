import { setImmediate } from "node:timers/promises";
import { createIndex, fold, type SearchIndex } from "../../language/index.ts";
import { afterCommit, type Database, type Tx } from "../../store/index.ts";
import { readingShown, type Passage, type PassageId, type Policy, type PolicyId } from "../model.ts";
import { policyRevision, publishedPassages } from "../store.ts";
import { laterOf, placeKey, taughtBy, type Taught } from "./model.ts";
import { changedSince, learntQuestions } from "./store.ts";

/** A passage as it was found: `score` is about 0 to 1 and comparable between questions. */
export interface FoundPassage {
  readonly passage: PassageId;
  readonly score: number;
  /** The words that decided. */
  readonly because: readonly string[];
  /** These very words were answered by it before, as people or the office said. */
  readonly isLearnt?: boolean;
}

/** What may be found. */
export interface Within {
  readonly limit: number;
  /** Policies of these units alone: what others publish stands in nobody's way. */
  readonly units: readonly string[];
}

/** What is published, ready to be searched: kept in memory by each process, and brought up to date by what happened since. */
export interface PolicySearch {
  /** The likeliest passages, best first. Where very much has changed it is found a moment later. */
  find(tx: Tx, words: string, within: Within): Promise<readonly FoundPassage[]>;
  /** Reads what is published, outside of every turn: at the start, and where too much has changed for a turn. */
  refresh(): Promise<void>;
  /** Takes in what other processes published meanwhile; called now and then, so that no question is the first to find it. */
  keepUp(): Promise<void>;
}

/** A turn brings no more policies up to date than these; see docs/decisions/039-asking-policies.md. */
const mostInTurn = 10;
const atOnce = 100;
/** Of a passage: the newest questions it was the right answer to. */
const mostPast = 30;
const mostLearnt = 20_000;

/** The passage that answers some words. */
interface Answer extends Pick<Taught, "isSure" | "at"> {
  readonly passage: PassageId;
}

/** An index, and the last event it knows of. */
interface Shelf {
  readonly index: SearchIndex;
  /** The unit in which each passage holds. */
  readonly units: Map<string, string>;
  /** The passages of each policy, whatever its version. */
  readonly held: Map<PolicyId, readonly string[]>;
  /** Of each policy: the questions that it answers, in folded words, by which passage, and whether that is sure. */
  readonly learnt: Map<PolicyId, ReadonlyMap<string, Answer>>;
  revision: number;
}

/** Nothing is found before the first `refresh`. */
export function createPolicySearch(
  database: Pick<Database, "transaction">,
  failed: (error: unknown) => void,
): PolicySearch {
  let shelf = emptyShelf(0);
  let refreshing: Promise<void> | undefined;

  function refresh(): Promise<void> {
    refreshing ??= readAll(database)
      .then((fresh) => void (shelf = fresh))
      .finally(() => (refreshing = undefined));
    return refreshing;
  }

  return {
    async find(tx, words, { limit, units }) {
      if (!(await catchUp(tx, shelf))) afterCommit(tx, () => void refresh().catch(failed));
      const isWanted = (id: string): boolean => units.includes(shelf.units.get(id) ?? "");
      const found = shelf.index
        .search(words, limit, isWanted)
        .map(({ id, score, because }) => ({ passage: Number(id), score, because }));
      return withLearnt(shelf, words, found, isWanted);
    },
    refresh,
    async keepUp() {
      const isUpToDate = await database.transaction((tx) => catchUp(tx, shelf));
      if (!isUpToDate) await refresh();
    },
  };
}

function emptyShelf(revision: number): Shelf {
  return { index: createIndex(), units: new Map(), held: new Map(), learnt: new Map(), revision };
}

async function readAll(database: Pick<Database, "transaction">): Promise<Shelf> {
  const [fresh, { published, past }] = await database.transaction(
    async (tx) => [emptyShelf(await policyRevision(tx)), await readPublished(tx)] as const,
  );
  for (let from = 0; from < published.length; from += atOnce) {
    put(fresh, published.slice(from, from + atOnce), past);
    await setImmediate();
  }
  return fresh;
}

/** What happened since the last search is read now, as far as that is little. @returns false where it is too much for a turn. */
async function catchUp(tx: Tx, shelf: Shelf): Promise<boolean> {
  const revision = await policyRevision(tx);
  if (revision === shelf.revision) return true;
  // A smaller number than before: what was read then was never committed.
  if (revision < shelf.revision) return false;
  const changed = await changedSince(tx, shelf.revision);
  if (changed.length > mostInTurn) return false;
  const { published, past } = await readPublished(tx, changed);
  take(shelf, changed);
  put(shelf, published, past);
  shelf.revision = revision;
  return true;
}

/** The passage that these very words were answered by stands first; where one person said so, among those that were found. */
function withLearnt(
  { learnt }: Shelf,
  words: string,
  found: readonly FoundPassage[],
  isWanted: (id: string) => boolean,
): readonly FoundPassage[] {
  const said = fold(words);
  const answers = [...learnt.values()].flatMap((taughtWords) => taughtWords.get(said) ?? []);
  const answer = laterOf(answers.filter(({ passage }) => isWanted(String(passage))));
  if (!answer) return found;
  const others = found.filter(({ passage }) => passage !== answer.passage);
  const known = found.filter(({ passage }) => passage === answer.passage);
  const sure = { passage: answer.passage, score: 1, because: [said], isLearnt: true };
  return [...(answer.isSure ? [sure] : known), ...others];
}

type Published = readonly { readonly policy: Policy; readonly passage: Passage }[];

/** What was learnt, by places. */
type Past = ReadonlyMap<string, readonly Taught[]>;

async function readPublished(tx: Tx, roots?: readonly PolicyId[]) {
  const learnt = roots?.length === 0 ? [] : await learntQuestions(tx, mostLearnt, roots);
  const past = taughtBy(learnt.map((question) => ({ ...question, words: fold(question.words) })));
  return { published: roots?.length === 0 ? [] : await publishedPassages(tx, roots), past };
}

/** All at once: taking one passage out of many costs as much as taking out a hundred. */
function take({ index, units, held, learnt }: Shelf, roots: readonly PolicyId[]): void {
  const gone = roots.flatMap((root) => held.get(root) ?? []);
  index.remove(gone);
  for (const passage of gone) units.delete(passage);
  for (const root of roots) {
    held.delete(root);
    learnt.delete(root);
  }
}

function put({ index, units, held, learnt }: Shelf, published: Published, past: Past): void {
  index.add(
    published.map(({ policy, passage }) => ({
      id: String(passage.id),
      title: policy.title,
      document: String(policy.id),
      text: textOf(passage),
      past: taught(past, { policy, passage })
        .filter(({ isSure }) => isSure)
        .slice(0, mostPast)
        .map(({ words }) => words),
    })),
  );
  for (const { policy, passage } of published) {
    units.set(String(passage.id), policy.unit);
    held.set(policy.root, [...(held.get(policy.root) ?? []), String(passage.id)]);
    const answers = new Map(learnt.get(policy.root));
    for (const { words, isSure, at } of taught(past, { policy, passage }))
      answers.set(words, { passage: passage.id, isSure, at });
    if (answers.size > 0) learnt.set(policy.root, answers);
  }
}

function taught(past: Past, { policy, passage }: Published[number]): readonly Taught[] {
  return past.get(placeKey({ ...passage, root: policy.root })) ?? [];
}

/** Lay words for the same stand in the reading. */
function textOf(passage: Passage): string {
  return [passage.heading, passage.article, passage.words, readingShown(passage)?.words]
    .filter((part) => part !== null && part !== undefined)
    .join("\n");
}
