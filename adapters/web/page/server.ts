/** Talking to the server: the history, the personas, and one attempt to post. */
import type { Line, Persona, Refusal, Say } from "./protocol.ts";

/** Something said that is not stored yet: words, a press, a place, a smile, or a file. */
export interface Unsent {
  readonly actor: string;
  /** Made once; every attempt carries it. */
  readonly client: string;
  readonly at: number;
  readonly say?: Say;
  readonly file?: {
    readonly blob: Blob;
    readonly kind: "photo" | "voice" | "video" | "document";
    readonly name?: string;
    readonly seconds?: number;
  };
  readonly replyTo?: string;
}

/** The fate of one attempt: stored, refused for good, or worth trying again. */
export type Posted =
  | { readonly kind: "stored"; readonly line: Line | undefined }
  | { readonly kind: "refused"; readonly refusal: Refusal | undefined }
  | { readonly kind: "failed" };

export interface Setting {
  readonly personas: readonly Persona[];
  readonly maxFileBytes: number;
  readonly longestText: number;
  /** An IANA name. */
  readonly timeZone: string;
}

export async function fetchSetting(): Promise<Setting> {
  return fetchJson<Setting>("/sandbox/personas");
}

export async function fetchHistory(actor: string, limit: number): Promise<readonly Line[]> {
  const path = `/sandbox/chats/${encodeURIComponent(actor)}?limit=${String(limit)}`;
  return (await fetchJson<{ lines: readonly Line[] }>(path)).lines;
}

/** One attempt; never throws. A lost answer is safe to try again: the client id makes it one event. */
export async function post(unsent: Unsent): Promise<Posted> {
  try {
    const answer = await fetch(...requestOf(unsent));
    if (answer.ok) {
      const { line } = (await answer.json()) as { line: Line | null };
      return { kind: "stored", line: line ?? undefined };
    }
    const isForGood = answer.status >= 400 && answer.status < 500 && ![408, 429].includes(answer.status);
    if (!isForGood) return { kind: "failed" };
    const refusal = (await answer.json().catch(() => undefined)) as Refusal | undefined;
    return { kind: "refused", refusal };
  } catch {
    return { kind: "failed" };
  }
}

function requestOf({ actor, client, say, file, replyTo }: Unsent): [string, RequestInit] {
  const chat = `/sandbox/chats/${encodeURIComponent(actor)}`;
  if (say) {
    const body = JSON.stringify({ client, say, ...(replyTo !== undefined && { replyTo }) });
    const headers = { "content-type": "application/json" };
    return [chat, { method: "POST", headers, body, signal: AbortSignal.timeout(15_000) }];
  }
  const query = new URLSearchParams({ client });
  if (file?.name !== undefined) query.set("name", file.name.slice(0, 200));
  if (file?.seconds !== undefined) query.set("seconds", String(file.seconds));
  if (replyTo !== undefined) query.set("replyTo", replyTo);
  const headers = { "content-type": "application/octet-stream" };
  const request = { method: "POST", headers, body: file?.blob ?? null, signal: AbortSignal.timeout(120_000) };
  return [`${chat}/files?${query.toString()}`, request];
}

async function fetchJson<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(path, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}`);
  return (await answer.json()) as Answer;
}
