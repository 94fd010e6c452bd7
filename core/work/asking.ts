/** One question to a service of somebody else; the address may be anywhere, so nothing it answers is believed. */

/** What is asked. */
export interface Request {
  readonly url: string;
  /** Sent as a bearer token, and told to nobody else. */
  readonly key?: string | undefined;
  readonly body: FormData | { readonly json: unknown };
  readonly timeoutMs: number;
  /** An answer longer than this is not read to its end. */
  readonly maxBytes: number;
}

/** How it ended. None of these holds the key, the words or a file. */
export type Asked =
  | { readonly kind: "answered"; readonly json: unknown }
  /** Away, overloaded or too slow: it may work later; `afterMs` where the service said when. */
  | { readonly kind: "later"; readonly why: string; readonly afterMs?: number }
  /** It will say the same every time: a wrong key, a wrong model, a file it does not take. */
  | { readonly kind: "refused"; readonly status: number }
  /** Not JSON, or far too long. */
  | { readonly kind: "unreadable" };

/** Asks once. Never throws, never repeats, follows no redirection. */
export async function askOnce(request: Request): Promise<Asked> {
  const { body, timeoutMs, maxBytes } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: "POST",
      headers: headersFor(request),
      body: body instanceof FormData ? body : JSON.stringify(body.json),
      redirect: "manual",
      signal,
    });
    if (response.ok) return await readAnswer(response, maxBytes);
    await response.body?.cancel();
    return endOf(response);
  } catch (error) {
    return { kind: "later", why: signal.aborted ? "timeout" : reasonOf(error) };
  }
}

function headersFor({ key, body }: Request): Record<string, string> {
  return {
    accept: "application/json",
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(!(body instanceof FormData) && { "content-type": "application/json" }),
  };
}

const [tooManyRequests, requestTimeout, tooEarly] = [429, 408, 425];

function endOf({ status, headers }: Response): Asked {
  const isPassing = status >= 500 || [tooManyRequests, requestTimeout, tooEarly].includes(status);
  if (!isPassing) return { kind: "refused", status };
  const afterMs = retryAfter(headers.get("retry-after"));
  return { kind: "later", why: `status ${status}`, ...(afterMs !== undefined && { afterMs }) };
}

const longestWait = 3_600_000;

/** Seconds as a service says them, in milliseconds; a date or nonsense is no answer. At most an hour. */
function retryAfter(value: string | null): number | undefined {
  const seconds = value === null || value.trim() === "" ? Number.NaN : Number(value);
  return seconds >= 0 ? Math.min(seconds * 1_000, longestWait) : undefined;
}

async function readAnswer(response: Response, maxBytes: number): Promise<Asked> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBytes) return { kind: "unreadable" };
    chunks.push(chunk);
  }
  return parsed(Buffer.concat(chunks).toString("utf8"));
}

function parsed(text: string): Asked {
  try {
    return { kind: "answered", json: JSON.parse(text) as unknown };
  } catch {
    return { kind: "unreadable" };
  }
}

/** What the network said, in one word: messages of `fetch` may hold the address, its cause has a code. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "network";
}
