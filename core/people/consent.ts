import type { Body } from "../channel/index.ts";
import { choice, type Choosable, type Json, type Question } from "../dialogue/index.ts";
import { isNo, isYes, meaningOf, type Text } from "../language/index.ts";
import { say } from "./texts.ts";

export const agree: Choosable = { id: "agree", label: say.agree };
export const explain: Choosable = { id: "explain", label: say.explain };
export const disagree: Choosable = { id: "disagree", label: say.disagree };

/** What she decided, and what she has said so far of what she came for. */
export interface Consent {
  readonly id: string;
  readonly said: Json;
}

/** 好 agrees, 不要 does not; what she says instead of deciding is kept with what she said before. */
export function consentTo(text: Text, options: readonly Choosable[], before: Json): Question<Consent> {
  const question = choice<string>(text, options);
  return {
    ...question,
    put(draft) {
      return { ...question.put(null), text: draft === null ? text : say.consentFirst };
    },
    read(heard, draft) {
      const said = draft ?? before;
      const typed = heard.option === undefined && heard.body.type === "text" ? heard.body.text : "";
      if (isYes(typed)) return { kind: "answer", value: { id: agree.id, said } };
      if (isNo(typed)) return { kind: "answer", value: { id: disagree.id, said } };
      const reading = question.read(heard, null);
      if (reading.kind === "answer") return { kind: "answer", value: { id: reading.value, said } };
      const kept = reading.kind === "refuse" && reading.why === undefined && joinedWith(said, heard.body);
      return kept ? { kind: "wait", draft: kept as unknown as Json } : reading;
    },
    parse(stored) {
      const { id, said } = (stored ?? {}) as Partial<Consent>;
      return typeof id === "string" && question.parse(id) ? { value: { id, said: said ?? null } } : undefined;
    },
  };
}

const longestKept = 1000;

/** Both as one message; undefined when the new one says nothing, or the two cannot be one. */
function joinedWith(before: Json, body: Body): Body | undefined {
  const said = before as unknown as Body | null;
  const isWords = body.type === "text" && body.text.length <= longestKept;
  if (body.type !== "media" && body.type !== "voice" && body.type !== "location" && !isWords)
    return undefined;
  if (isWords && ["greeting", "thanks"].includes(meaningOf(body.text))) return undefined;
  if (said === null) return body;
  if (!isWords)
    return said.type === "text" && body.type === "media" ? { ...body, caption: said.text } : undefined;
  if (said.type === "text") return { type: "text", text: `${said.text}\n${body.text}`.slice(0, longestKept) };
  return said.type === "media"
    ? { ...said, caption: `${said.caption ?? ""}\n${body.text}`.trim() }
    : undefined;
}
