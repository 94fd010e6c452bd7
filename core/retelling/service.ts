import type { Address } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import { longestPassage, mostPassages, type Passage } from "./model.ts";
import { publicWords } from "./scrub.ts";
import { insertRetelling } from "./store.ts";

/** An answer that has just been given in the words of its passages. */
export interface Answered {
  /** The same for the same answer, however often its turn is replayed. */
  readonly key: string;
  /** As it was asked. */
  readonly question: string;
  /** The best first; no more than three are used. */
  readonly passages: readonly Passage[];
}

/** What a flow may do once it has answered with a passage. */
export interface RetellingServices {
  readonly retelling: {
    /** The same in plain words follows as a message of its own, if a model is set and what it says stands up to being checked. */
    readonly want: (answered: Answered) => Promise<void>;
  };
}

/** Where the answer was given, and what must not be told about whoever asked. */
export interface Asker {
  readonly address: Address;
  /** Her names, and those of where she lives. */
  readonly names: readonly string[];
}

/** Asks for a retelling in the turn that answered. @returns false when there is nothing to retell, or it was asked for before. */
export async function wantRetelling(tx: Tx, answered: Answered, asker: Asker, now: number): Promise<boolean> {
  const passages = answered.passages
    .slice(0, mostPassages)
    .map(({ title, text }) => ({ title, text: text.slice(0, longestPassage) }));
  if (passages.length === 0) return false;
  const question = publicWords(answered.question, passages, asker.names);
  return insertRetelling(tx, { key: answered.key, address: asker.address, question, passages }, now);
}
