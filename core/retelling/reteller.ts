import { z } from "zod";
import { askOnce, type Asked } from "../work/index.ts";
import { mostAnswerTokens } from "./model.ts";
import type { Message } from "./prompt.ts";

/** What a model said and what it cost; or why it said nothing. */
export type Said =
  | { readonly kind: "said"; readonly content: string; readonly tokens: number | undefined }
  | Exclude<Asked, { kind: "answered" }>;

/** Puts something to a model. Never throws for what the service answers, and never tries twice. */
export interface Reteller {
  ask(messages: readonly Message[]): Promise<Said>;
}

/** A service that speaks OpenAI's `/chat/completions`. */
export interface RetellerSettings {
  /** Without a slash at the end: https://example.org/v1. */
  readonly baseUrl: string;
  readonly key?: string | undefined;
  readonly model: string;
  readonly timeoutMs?: number;
}

const usualTimeout = 30_000;
/** Eight hundred tokens are 5 kB; models that think aloud write more. */
const longestAnswer = 128_000;
/** No model takes in or says more at once; a larger figure is none. */
const mostTold = 1_000_000;

const answer = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
  usage: z
    .object({ total_tokens: z.number().int().nonnegative().max(mostTold) })
    .optional()
    .catch(undefined),
});

export function createReteller(settings: RetellerSettings): Reteller {
  const { baseUrl, key, model, timeoutMs = usualTimeout } = settings;
  return {
    async ask(messages) {
      const asked = await askOnce({
        url: `${baseUrl}/chat/completions`,
        key,
        body: { json: { model, messages, temperature: 0, max_tokens: mostAnswerTokens, stream: false } },
        timeoutMs,
        maxBytes: longestAnswer,
      });
      if (asked.kind !== "answered") return asked;
      const read = answer.safeParse(asked.json);
      if (!read.success) return { kind: "unreadable" };
      const [choice] = read.data.choices;
      return { kind: "said", content: choice.message.content, tokens: read.data.usage?.total_tokens };
    },
  };
}
