import { z } from "zod";
import { askOnce, type Asked } from "../work/index.ts";

/** A voice message, as it is kept. */
export interface Voice {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** With the extension by which services tell formats: `voice.ogg`. */
  readonly name: string;
}

/** The words as they were written down, possibly none; or why there are not any. */
export type Heard = { readonly kind: "heard"; readonly words: string } | Exclude<Asked, { kind: "answered" }>;

/** Makes words of a voice. Never throws for what the service answers, and never tries twice. */
export interface Transcriber {
  /** @param withinMs nobody waits longer for the words of this voice. */
  transcribe(voice: Voice, withinMs: number): Promise<Heard>;
}

/** A service that speaks OpenAI's `/audio/transcriptions`. */
export interface TranscriberSettings {
  /** Without a slash at the end: https://example.org/v1. */
  readonly baseUrl: string;
  readonly key?: string | undefined;
  readonly model: string;
  readonly timeoutMs?: number;
}

/** Five minutes of speech take a small machine about this long. */
const usualTimeout = 60_000;
/** Two thousand characters are 6 kB; the rest is room for whatever else a service tells. */
const longestAnswer = 256_000;

const answer = z.object({ text: z.string() });

export function createTranscriber(settings: TranscriberSettings): Transcriber {
  const { baseUrl, key, model, timeoutMs = usualTimeout } = settings;
  return {
    async transcribe({ bytes, mime, name }, withinMs) {
      const body = new FormData();
      body.set("file", new Blob([Uint8Array.from(bytes)], { type: mime }), name);
      body.set("model", model);
      body.set("language", "zh");
      body.set("response_format", "json");
      const url = `${baseUrl}/audio/transcriptions`;
      const asked = await askOnce({
        url,
        key,
        body,
        timeoutMs: Math.min(timeoutMs, withinMs),
        maxBytes: longestAnswer,
      });
      if (asked.kind !== "answered") return asked;
      const read = answer.safeParse(asked.json);
      return read.success ? { kind: "heard", words: read.data.text } : { kind: "unreadable" };
    },
  };
}
