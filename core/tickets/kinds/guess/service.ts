import { respelled } from "../../../language/index.ts";
import { knowledgeOf, type Subject } from "../../../learning/index.ts";
import type { Tx } from "../../../store/index.ts";
import type { KindId } from "../model.ts";
import { shippedKinds } from "../shipped.ts";
import { fuse, namedIn, type KindGuess } from "./model.ts";

/** What is trained to tell of which kind a matter is. */
export const kindSubject: Subject = { task: "category", shipped: shippedKinds };

/** So often a guess must have been right that nobody is asked. */
const rightEnough = 0.93;
/** Where too few examples were held out to tell, nobody is spared the question. */
const neverSure = 2;

/** Of which kind a matter is, by its words: those we know, and what this office taught. */
export async function guessKindNow(tx: Tx, words: string): Promise<KindGuess> {
  const said = respelled(words);
  const { classifier, isOffices } = await knowledgeOf(tx, kindSubject);
  const sureFrom = classifier.sureFrom(rightEnough) ?? neverSure;
  return fuse(namedIn(said), classifier.classify(said), { sureFrom, isOffices });
}

/** Who said of which kind a matter is, and the words that decided where it was guessed. */
export interface KindOrigin {
  readonly by: "guess" | "villager" | "worker";
  readonly because: readonly string[];
}

/** How a matter came by its kind: by the guess, or because whoever told it said so. */
export async function originOf(
  tx: Tx,
  words: string,
  { kind, isForOthers }: { readonly kind: KindId; readonly isForOthers: boolean },
): Promise<KindOrigin> {
  const guess = await guessKindNow(tx, words);
  if (guess.kind === kind) return { by: "guess", because: guess.because };
  return { by: isForOthers ? "worker" : "villager", because: [] };
}
