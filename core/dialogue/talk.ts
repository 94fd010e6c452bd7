import type { Json } from "./json.ts";

/** One named moment that happened. Names, not positions: a deploy may add, move or remove steps. */
export interface Entry {
  readonly kind: "ask" | "look" | "once";
  readonly name: string;
  readonly value: Json;
  /** Taken without asking. */
  readonly presumed?: boolean;
}

/** A conversation in progress, or a draft. Plain JSON. */
export interface Talk {
  readonly id: string;
  readonly speaker: string;
  readonly flow: string;
  readonly state: "open" | "kept";
  /** Its height among the open talks of its speaker; the highest is the one being had. */
  readonly position: number;
  readonly given: Json;
  readonly log: readonly Entry[];
  /** The step whose question stands, with what was heard of its answer so far. */
  readonly asking?: { readonly name: string; readonly draft: Json };
  readonly startedAt: number;
  readonly touchedAt: number;
}

/** Where talks are kept between turns; writes join the turn's transaction. */
export interface TalkStore {
  /** Every talk of a speaker, open and kept. */
  ofSpeaker(speaker: string): Promise<readonly Talk[]>;
  find(id: string): Promise<Talk | undefined>;
  /** Writes the talk, new or known. */
  save(talk: Talk): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Something to do at a moment; `set` replaces the alarm of the same key. */
export interface Alarms {
  set(alarm: {
    readonly key: string;
    readonly kind: string;
    readonly subject: string;
    readonly fireAt: number;
  }): Promise<void>;
  cancel(key: string): Promise<void>;
}

/** The last question a person really answered, and the log before it; "done" when something was done since. */
export function stepBack(
  told: readonly Entry[],
): { before: readonly Entry[]; answer: Entry } | "start" | "done" {
  for (let index = told.length - 1; index >= 0; index -= 1) {
    const entry = told[index];
    if (entry?.kind === "once") return "done";
    if (entry?.kind === "ask" && entry.presumed !== true)
      return { before: told.slice(0, index), answer: entry };
  }
  return "start";
}

/** The log with one answer replaced: what was read or presumed after it is stale, what was asked or done stays. */
export function replaceAnswer(log: readonly Entry[], name: string, value: Json): readonly Entry[] {
  const at = log.findIndex((entry) => entry.name === name);
  return log.flatMap((entry, index) => {
    if (index === at) return [{ ...entry, value }];
    const stale = index > at && (entry.kind === "look" || entry.presumed === true);
    return stale ? [] : [entry];
  });
}

/** Every answer so far by step name. */
export function answersOf(talk: Talk): Readonly<Record<string, Json>> {
  const asked = talk.log.filter((entry) => entry.kind === "ask");
  return Object.fromEntries(asked.map((entry) => [entry.name, entry.value]));
}
