import type { Body, FileRef } from "../../channel/index.ts";
import { choice, type Choosable, type Json, type Question, type Talk } from "../../dialogue/index.ts";
import { isNo, isYes, join, type Text } from "../../language/index.ts";
import { say } from "../texts.ts";

/** A voice and the words a machine heard in it. */
export interface Take {
  readonly file: FileRef;
  readonly seconds: number | null;
  readonly words: string;
  /** What must be said first, whatever she answers: a danger to life. */
  readonly first: Text | null;
}

/** What she is taken to have said: one message after another, as if each had been sent. */
export interface Released {
  readonly bodies: readonly Body[];
  /**
   * Where her voice goes on as it is: the same with the words that a machine heard. They go instead if they are for few to
   * hear, whose ears the voice alone would not find.
   */
  readonly withWords?: readonly Body[];
  /**
   * Where she typed something else than was heard: that, and the same without her voice. It goes instead if what was heard is
   * against somebody and what she typed is not: he may be the one who would hear it.
   */
  readonly denied?: { readonly heard: string; readonly withoutVoices: readonly Body[] };
}

/** What was heard so far. A voice that comes while this one is asked about is part of the same word of hers. */
interface Draft {
  readonly mode: "asked" | "typing" | "again";
  readonly takes: readonly Take[];
  /** What came with it: photos, a place. */
  readonly also: readonly Body[];
}

const right: Choosable = { id: "right", label: say.right };
const willType: Choosable = { id: "type", label: say.willType };
const sayAgain: Choosable = { id: "again", label: say.sayAgain };
const asItIs: Choosable = { id: "voice", label: say.voiceAsItIs };

/** The words of several voices, one after the other. */
export function wordsOf(takes: readonly Pick<Take, "words">[]): string {
  return takes.map(({ words }) => words.replace(/[。.，,]$/u, "")).join("，");
}

/** Shows her what was heard, until she says that it is right, types it instead, or wants her voice to go on as it is. */
export function whatSheSaid(take: Take): Question<Released> {
  const draftIn = (draft: Json): Draft => draftFrom(take, draft);
  return {
    expects: say.expects,
    put: (draft) => put(draftIn(draft)),
    read({ body, option }, draft) {
      const so = draftIn(draft);
      if (body.type === "unanswered") return unanswered(so);
      const grown = option === undefined ? grow(so, body) : undefined;
      if (grown) return { kind: "wait", draft: asJson(grown) };
      // A voice of which nothing was understood is the last word where she was asked to say it again.
      if (body.type === "voice") return { kind: "answer", value: asItWas(so, [body]) };
      const { text, options } = put(so);
      const picked = choice<string>(text, options).read(
        { body, ...(option !== undefined && { option }) },
        null,
      );
      if (picked.kind === "answer") return chosen(so, String(picked.value));
      const said = body.type === "text" ? body.text : "";
      if (said === "" || (picked.kind === "refuse" && picked.why !== undefined)) return picked;
      if (so.mode === "asked" && isYes(said)) return chosen(so, right.id);
      if (isNo(said)) return chosen(so, willType.id);
      if (isYes(said)) return { kind: "wait", draft: asJson(so) };
      return { kind: "answer", value: typedInstead(so, said) };
    },
    parse: (stored) => ({ value: stored as unknown as Released }),
  };
}

function draftFrom(take: Take, draft: Json): Draft {
  return (draft as unknown as Draft | null) ?? { mode: "asked", takes: [take], also: [] };
}

/** A cry for help does not wait for a button: it goes on as what it is, heard by a machine. Anything else does wait. */
function unanswered(so: Draft): ReturnType<Question<Released>["read"]> {
  const cry = cryIn(so);
  if (cry.length === 0) return { kind: "wait", draft: asJson(so), silent: true };
  return { kind: "answer", value: release(cry, so, []) };
}

/** What a talk that stands aside holds of a cry for help, with what was sent beside it; nothing where it holds none. */
export function cryAside({ given, asking }: Pick<Talk, "given" | "asking">): readonly Body[] {
  const so = draftFrom(given as unknown as Take, asking?.draft ?? null);
  const cry = cryIn(so);
  return cry.length === 0 ? [] : release(cry, so, []).bodies;
}

/** What was heard of a danger, unless she has said that it is wrong; to want to say it again does not say so. */
function cryIn({ mode, takes }: Draft): readonly Body[] {
  if (mode === "typing" || takes.every(({ first }) => first === null)) return [];
  return [typedBody(say.unconfirmed(wordsOf(takes)).zh, takes)];
}

function put({ mode, takes, also }: Draft) {
  if (mode === "typing") return { text: say.pleaseType, options: [asItIs] };
  if (mode === "again") return { text: say.pleaseSayAgain, options: [asItIs] };
  const warnings = takes.flatMap(({ first }) => first ?? []).slice(0, 1);
  const besides = also.length > 0 ? [say.besides] : [];
  const text = join([...warnings, ...besides, say.didYouSay(wordsOf(takes))]);
  return { text, options: [right, willType, sayAgain] };
}

/** With one more voice, or with what is sent beside it; undefined for what answers. */
function grow(so: Draft, body: Body): Draft | undefined {
  if (body.type === "transcript") {
    const { file, seconds, words, first } = body;
    const before = so.mode === "again" ? [] : so.takes;
    const take = { file, seconds: seconds ?? null, words, first: first ?? null };
    return { ...so, mode: "asked", takes: [...before, take] };
  }
  const isBeside = body.type === "media" || body.type === "location" || body.type === "forward";
  if (isBeside || (body.type === "voice" && so.mode !== "again")) return { ...so, also: [...so.also, body] };
  return undefined;
}

function chosen(so: Draft, id: string): ReturnType<Question<Released>["read"]> {
  if (id === right.id) return { kind: "answer", value: release([spokenBody(so.takes)], so, []) };
  if (id === asItIs.id) return { kind: "answer", value: asItWas(so, so.takes.map(voiceOf)) };
  const mode = id === sayAgain.id ? "again" : "typing";
  return { kind: "wait", draft: asJson({ ...so, mode }) };
}

function spokenBody(takes: readonly Take[]): Body {
  const spoken = takes.map(({ file, words }) => ({ ...file, transcript: words }));
  return { type: "text", text: wordsOf(takes), spoken };
}

/** Words that are not what the machine heard, with the voice they stand for. */
function typedBody(text: string, takes: readonly Take[]): Body {
  return { type: "text", text, spoken: takes.map(({ file }) => file) };
}

function voiceOf({ file, seconds }: Take): Extract<Body, { type: "voice" }> {
  return { type: "voice", file, ...(seconds !== null && { seconds }) };
}

function release(first: readonly Body[], { also }: Draft, last: readonly Body[]): Released {
  return { bodies: [...first, ...also, ...last] };
}

function typedInstead(so: Draft, text: string): Released {
  const withoutVoices = release([{ type: "text", text }], so, []).bodies;
  const denied = { heard: wordsOf(so.takes), withoutVoices };
  return { ...release([typedBody(text, so.takes)], so, []), denied };
}

/** Voices as they are; what was heard of a danger stands before them. */
function asItWas(so: Draft, voices: readonly Extract<Body, { type: "voice" }>[]): Released {
  const files = new Map([...so.takes, ...voices].map(({ file }) => [file.id, file]));
  const text = say.onlyHeard(wordsOf(so.takes)).zh;
  const heard: Body = { type: "text", text, spoken: Array.from(files.values()) };
  return { ...release(so.mode === "again" ? cryIn(so) : [], so, voices), withWords: [heard, ...so.also] };
}

function asJson(draft: Draft): Json {
  return draft as unknown as Json;
}
