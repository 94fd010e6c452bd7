import { tellsOfDispute } from "../../dispute/model.ts";
import { isKind, kinds, type KindId } from "../model.ts";

/** What a matter is most likely about, and why. */
export interface KindGuess {
  /** Null where it is not sure enough to go on without asking. */
  readonly kind: KindId | null;
  /** What to ask for then, the likeliest first; empty when it is sure. */
  readonly likely: readonly KindId[];
  /** The words that decided. */
  readonly because: readonly string[];
}

/** What a classifier takes words for. */
export interface Learnt {
  readonly label: string;
  readonly share: number;
  readonly because: readonly string[];
  readonly others: readonly { readonly label: string; readonly share: number }[];
}

/** How far the classifier is to be believed. */
export interface Trust {
  /** From this share on it goes on without asking. */
  readonly sureFrom: number;
  /** Was it made from what this office said? Then it may overrule the words we ship. */
  readonly isOffices: boolean;
}

/** A kind whose words are said, and the first of them. */
interface Named {
  readonly kind: KindId;
  readonly word: string;
  readonly at: number;
}

/** Below this a classifier has no opinion. */
const worthAsking = 0.3;
/** A second and a third kind are offered from here on. */
const worthOffering = 0.1;
const mostOffered = 3;
const mostReasons = 3;

/** What words say of themselves, without any classifier: a quarrel, or the kinds whose words stand in it, the earliest first. */
export function namedIn(words: string): readonly Named[] {
  const said = words.toLowerCase();
  if (tellsOfDispute(said)) return [{ kind: "dispute", word: "", at: 0 }];
  const named: Named[] = [];
  for (const { id, words: known } of kinds) {
    const found = known
      .map((word) => ({ kind: id, word, at: said.indexOf(word) }))
      .filter(({ at }) => at !== -1)
      .sort((one, other) => one.at - other.at);
    if (found[0]) named.push(found[0]);
  }
  return named.sort((one, other) => one.at - other.at);
}

/** Puts the words we know and what was learnt together: where both say one, it is that; where they differ, people are asked. */
export function fuse(named: readonly Named[], learnt: Learnt, { sureFrom, isOffices }: Trust): KindGuess {
  const [first] = named;
  if (first?.kind === "dispute") return { kind: "dispute", likely: [], because: [] };
  const likely = likelyOf(learnt);
  const isSure = learnt.share >= sureFrom && isOpen(learnt.label);
  if (!first) {
    if (learnt.label === "other") return sure("other", []);
    if (isSure) return sure(learnt.label, learnt.because);
    if (learnt.share < worthAsking || likely.length === 0) return sure("other", []);
    return { kind: null, likely, because: reasons(learnt.because) };
  }
  if (first.kind === learnt.label) return sure(first.kind, [first.word, ...learnt.because]);
  if (!saysSomething(learnt.label)) return sure(first.kind, [first.word]);
  const isNamedToo = named.some(({ kind }) => kind === learnt.label);
  if (isSure && (isOffices || isNamedToo)) return sure(learnt.label, learnt.because);
  // What the classifier is not sure of says nothing against a word we know, unless the words name both.
  if (!isSure && (!isNamedToo || learnt.share < worthAsking)) return sure(first.kind, [first.word]);
  return {
    kind: null,
    likely: [first.kind, learnt.label],
    because: reasons([first.word, ...learnt.because]),
  };
}

function sure(label: string, because: readonly string[]): KindGuess {
  return { kind: isKind(label) ? label : "other", likely: [], because: reasons(because) };
}

/** "other", and a kind there is no more, say nothing against the words we know. */
function saysSomething(label: string): label is KindId {
  return isKind(label) && label !== "other";
}

/** A quarrel is private and takes its own way: it is never begun without asking. */
function isOpen(label: string): boolean {
  return isKind(label) && label !== "dispute";
}

function likelyOf({ label, share, others }: Learnt): readonly KindId[] {
  return [{ label, share }, ...others]
    .filter((one) => one.share >= worthOffering)
    .map((one) => one.label)
    .filter((one) => saysSomething(one))
    .slice(0, mostOffered);
}

/** What stands in every sentence is no reason that anybody understands. */
const sayingNothing =
  /^(?:[的了着过得太也都就在是不没有很我你他她它们这那个一把被要会能去来上下里到和跟]|\d+)$/u;

/** The first few, none that is part of another. */
function reasons(words: readonly string[]): readonly string[] {
  const said = Array.from(new Set(words)).filter((word) => word !== "" && !sayingNothing.test(word));
  return said
    .filter((word) => !said.some((other) => other !== word && other.includes(word)))
    .slice(0, mostReasons);
}
