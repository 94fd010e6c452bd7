import { createIndex, type Index } from "../../language/index.ts";
import { afterCommit, type Database, type Tx } from "../../store/index.ts";
import { readingShown, type Passage, type PassageId, type Policy } from "../model.ts";
import { policyRevision, publishedPassages } from "../store.ts";
import { pastByPlace, placeKey } from "./model.ts";
import { learntQuestions } from "./store.ts";

/** A passage as it was found: `score` is about 0 to 1 and comparable between questions. */
export interface FoundPassage {
  readonly passage: PassageId;
  readonly score: number;
  /** The words that decided. */
  readonly because: readonly string[];
}

/** What is published, ready to be searched: kept in memory by each process, by the revision it was read at. */
export interface PolicySearch {
  /** The likeliest passages, best first. Where much is published, what was published since the last look is found a moment later. */
  find(tx: Tx, words: string, limit: number): Promise<readonly FoundPassage[]>;
  /** Reads what is published, outside of every turn, where that has changed. */
  refresh(): Promise<void>;
}

/** So many passages are indexed within a turn: some 10 ms. More are read after it. See docs/decisions/039-asking-policies.md. */
const readInTurn = 400;
/** Of a passage: the newest questions it was the right answer to. */
const mostPast = 30;
const mostLearnt = 20_000;

interface Shelf {
  readonly revision: number;
  readonly index: Index;
  readonly count: number;
}

/** Nothing is read before the first search or `refresh`. */
export function createPolicySearch(
  database: Pick<Database, "transaction">,
  failed: (error: unknown) => void,
): PolicySearch {
  let shelf: Shelf | undefined;
  let reading: Promise<void> | undefined;

  async function read(tx: Tx): Promise<Shelf> {
    const revision = await policyRevision(tx);
    if (shelf?.revision === revision) return shelf;
    return shelfOf(revision, await publishedPassages(tx), await learntQuestions(tx, mostLearnt));
  }

  async function refresh(): Promise<void> {
    reading ??= database
      .transaction(read)
      .then((fresh) => void (shelf = fresh))
      .finally(() => (reading = undefined));
    await reading;
  }

  async function current(tx: Tx): Promise<Shelf> {
    if (shelf && shelf.revision === (await policyRevision(tx))) return shelf;
    if (shelf && shelf.count > readInTurn) {
      afterCommit(tx, () => void refresh().catch(failed));
      return shelf;
    }
    shelf = await read(tx);
    return shelf;
  }

  return {
    async find(tx, words, limit) {
      const { index } = await current(tx);
      return index
        .search(words, limit)
        .map(({ id, score, because }) => ({ passage: Number(id), score, because }));
    },
    refresh,
  };
}

type Published = readonly { readonly policy: Policy; readonly passage: Passage }[];

function shelfOf(
  revision: number,
  published: Published,
  learnt: Awaited<ReturnType<typeof learntQuestions>>,
): Shelf {
  const past = pastByPlace(learnt, mostPast);
  const index = createIndex(
    published.map(({ policy, passage }) => ({
      id: String(passage.id),
      title: policy.title,
      document: String(policy.id),
      text: textOf(passage),
      past: past.get(placeKey({ ...passage, root: policy.root })) ?? [],
    })),
  );
  return { revision, index, count: published.length };
}

/** Lay words for the same stand in the reading. */
function textOf(passage: Passage): string {
  return [passage.heading, passage.article, passage.words, readingShown(passage)?.words]
    .filter((part) => part !== null && part !== undefined)
    .join("\n");
}
