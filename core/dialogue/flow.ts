import type { Text } from "../language/index.ts";
import type { Json, Kept } from "./json.ts";
import type { Question } from "./question.ts";
import type { Begin, Reply } from "./saying.ts";

type Awaitable<T> = T | Promise<T>;

/** One named moment of a flow, as the engine meets it. */
export type Step<S> =
  | {
      readonly kind: "ask";
      readonly name: string;
      readonly question: Question<unknown>;
      readonly presumed: unknown;
    }
  | { readonly kind: "look"; readonly name: string; readonly read: (services: S) => unknown }
  | { readonly kind: "once"; readonly name: string; readonly act: (services: S, key: string) => unknown };

/** A piece of a flow: `yield*` it to get its result. */
export interface Telling<S, T> {
  [Symbol.iterator](): Iterator<Step<S>, T, unknown>;
}

/** A flow being told, or a part of one that gives `T` to the flow it is told within. */
export type Part<S, T> = Generator<Step<S>, T, unknown>;

/** A conversation with a beginning and an end, told from the top every turn over the answers given so far. */
export interface Flow<S, Given = void> {
  /** Kept with every open talk: renaming it ends them. */
  readonly name: string;
  /** What a person would call it: 反映问题. */
  readonly title: Text;
  /** What is said at the end, or the flow that takes over. */
  readonly tell: (given: Given) => Part<S, Reply | Begin>;
  /** What this talk is about, from its answers; shown when it was left unfinished. */
  readonly about?: (answers: Readonly<Record<string, Json>>) => Text;
}

/** The steps a flow may take with its services. */
export interface Steps<S> {
  /** Asks. A `presumed` answer is taken without asking, unless the person chose to change this step. */
  readonly ask: <T>(name: string, question: Question<T>, presumed?: T) => Telling<S, T>;
  /** Reads, and keeps what it read until the person steps back before it. */
  readonly look: <T>(name: string, read: (services: S) => Awaitable<T>) => Telling<S, Kept<T>>;
  /** Acts exactly once; stepping back never crosses it. `key` is the same however often the turn is replayed. */
  readonly once: <T>(name: string, act: (services: S, key: string) => Awaitable<T>) => Telling<S, Kept<T>>;
  /** Tells another flow here; its steps are named `<prefix>.<step>`. */
  readonly within: <T>(prefix: string, part: Part<S, T>) => Telling<S, T>;
}

let untold: string | undefined;

/** Throws when a step was made without `yield*`: it would silently never happen. */
export function refuseUntold(): void {
  const name = untold;
  untold = undefined;
  if (name !== undefined) throw new Error(`step "${name}" was made but not told: write yield* before it`);
}

/** Forgets a step left over by a flow that threw half-way. */
export function forgetUntold(): void {
  untold = undefined;
}

function telling<S, T>(name: string, tell: () => Iterator<Step<S>, T, unknown>): Telling<S, T> {
  refuseUntold();
  untold = name;
  return {
    [Symbol.iterator]() {
      untold = undefined;
      return tell();
    },
  };
}

function* one<S, T>(step: Step<S>): Part<S, T> {
  return (yield step) as T;
}

function* prefixed<S, T>(prefix: string, part: Part<S, T>): Part<S, T> {
  let next = part.next();
  while (next.done !== true) {
    next = part.next(yield { ...next.value, name: `${prefix}.${next.value.name}` });
  }
  return next.value;
}

/** The steps for a flow that needs the services `S`: `const { ask, look, once } = steps<ReportServices>()`. */
export function steps<S>(): Steps<S> {
  return {
    ask<T>(name: string, asked: Question<T>, presumed?: T) {
      const question = asked as Question<unknown>;
      return telling<S, T>(name, () => one<S, T>({ kind: "ask", name, question, presumed }));
    },
    look: <T>(name: string, read: (services: S) => Awaitable<T>) =>
      telling<S, Kept<T>>(name, () => one<S, Kept<T>>({ kind: "look", name, read })),
    once: <T>(name: string, act: (services: S, key: string) => Awaitable<T>) =>
      telling<S, Kept<T>>(name, () => one<S, Kept<T>>({ kind: "once", name, act })),
    within: <T>(prefix: string, part: Part<S, T>) => telling<S, T>(prefix, () => prefixed(prefix, part)),
  };
}
