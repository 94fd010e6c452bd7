import { forgetUntold, refuseUntold, type Flow, type Step } from "./flow.ts";
import { plain, type Json } from "./json.ts";
import type { Heard, Question } from "./question.ts";
import type { Begin, Reply } from "./saying.ts";
import type { Entry, Talk } from "./talk.ts";
import { checkName } from "./token.ts";

/** How far a talk has come. */
export type Told =
  | { readonly kind: "ended"; readonly says: Reply | Begin }
  | {
      readonly kind: "asks";
      readonly name: string;
      readonly question: Question<unknown>;
      /** What was passed on the way, in the order of this telling. */
      readonly told: readonly Entry[];
      /** Kept entries this telling has not reached yet. */
      readonly rest: readonly Entry[];
      /** The nearest earlier question whose answer can grow. */
      readonly material: { readonly name: string; readonly question: Question<unknown> } | undefined;
    };

type Ask = Extract<Step<never>, { kind: "ask" }>;

/** The answer to an ask that needs no asking: kept, presumed where the question knows it, or given by the opening words. */
function settled(
  step: Ask,
  kept: Entry | undefined,
  talk: Talk,
  opening: Heard | undefined,
): Entry | undefined {
  const entry = (value: unknown): Entry => ({ kind: "ask", name: step.name, value: plain(value, step.name) });
  if (kept !== undefined && answer(step.question, kept.value) !== undefined) return kept;
  const change = talk.asking?.name === step.name;
  if (step.presumed !== undefined && !change) {
    const presumed = entry(step.presumed);
    if (answer(step.question, presumed.value) !== undefined) return { ...presumed, presumed: true };
  }
  if (opening === undefined) return undefined;
  const reading = step.question.open?.(opening) ?? step.question.read(opening, null);
  return reading.kind === "answer" ? entry(reading.value) : undefined;
}

/** The answer out of storage; undefined when it must be asked again. */
function answer(question: Question<unknown>, stored: Json): { readonly value: unknown } | undefined {
  if (stored === null && question.optional === true) return { value: null };
  return question.parse(stored);
}

/** Reads or acts, unless it was kept; what it gives is plain data or an error. */
async function done<S>(
  step: Exclude<Step<S>, { kind: "ask" }>,
  kept: Entry | undefined,
  services: S,
  key: string,
): Promise<Entry> {
  if (kept !== undefined) return kept;
  const value = step.kind === "look" ? await step.read(services) : await step.act(services, key);
  return { kind: step.kind, name: step.name, value: plain(value, step.name) };
}

/**
 * Tells a flow from the top over what is kept, reading and acting where nothing is kept yet, until it asks or ends.
 * `opening` may answer the first question. Whatever a service throws flies; nothing has been stored then.
 */
export async function tell<S>(flow: Flow<S, never>, talk: Talk, services: S, opening?: Heard): Promise<Told> {
  const kept = new Map(talk.log.map((entry) => [entry.name, entry]));
  const told = new Map<string, Entry>();
  let [unused, material] = [opening, undefined as { name: string; question: Question<unknown> } | undefined];
  forgetUntold();
  const story = flow.tell(talk.given as never);
  let next = story.next();
  for (;;) {
    refuseUntold();
    if (next.done === true) return { kind: "ended", says: next.value };
    const step = next.value;
    checkName(step.name, told);
    const known = kept.get(step.name);
    const same = known?.kind === step.kind ? known : undefined;
    if (step.kind === "ask") {
      const entry = settled(step, same, talk, unused);
      const { name, question } = step;
      checkChanges(name, question, told);
      if (entry === undefined) {
        const rest = talk.log.filter((old) => !told.has(old.name) && old.name !== name);
        return { kind: "asks", name, question, told: [...told.values()], rest, material };
      }
      if (entry !== same && entry.presumed !== true) unused = undefined;
      if (question.add !== undefined) material = { name, question };
      told.set(name, entry);
      next = story.next(answer(question, entry.value)?.value);
    } else {
      const entry = await done(step, same, services, `${talk.id}.${step.name}`);
      told.set(step.name, entry);
      next = story.next(entry.value);
    }
  }
}

/** The full name of a step that a question of the same sub-flow calls by its short name. */
export function besides(name: string, step: string): string {
  return name.slice(0, name.lastIndexOf(".") + 1) + step;
}

function checkChanges(name: string, question: Question<unknown>, told: ReadonlyMap<string, Entry>): void {
  for (const step of question.changes ?? []) {
    if (told.get(besides(name, step))?.kind !== "ask") {
      throw new Error(`step "${name}" offers to change "${step}", which was not asked before it`);
    }
  }
}
