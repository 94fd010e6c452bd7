import type { FileRef } from "../../core/channel/index.ts";
import type { TelegramApi } from "./api.ts";
import { readFileId } from "./model.ts";

const patience = 60_000;

/**
 * The bytes of a file, or undefined when it is gone, larger than `maxBytes`, or larger than the 20 MB Telegram gives bots.
 * @throws Error without the address when Telegram cannot be reached: the address holds the token.
 */
export async function download(
  api: TelegramApi,
  fileRoot: string,
  file: FileRef,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const known = readFileId(file);
  if (!known || (file.bytes ?? 0) > maxBytes) return undefined;
  const answer = await api.call<{ file_path?: string; file_size?: number }>("getFile", {
    file_id: known.fileId,
  });
  if (!answer.ok) {
    if (answer.failure.kind === "refused" && answer.failure.code === 400) return undefined;
    throw new Error(`Telegram did not name the file: ${JSON.stringify(answer.failure)}`);
  }
  const { file_path: path, file_size: size } = answer.result;
  if (path === undefined || (size ?? 0) > maxBytes) return undefined;
  return fetchCapped(`${fileRoot}/${path}`, maxBytes);
}

async function fetchCapped(address: string, maxBytes: number): Promise<Uint8Array | undefined> {
  const ending = new AbortController();
  const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(patience)]);
  const fetched = await attempt(address, maxBytes, signal);
  ending.abort();
  if ("failed" in fetched) throw new Error(`Telegram did not hand over the file: ${fetched.failed}`);
  return fetched.bytes;
}

type Fetched = { readonly bytes: Uint8Array | undefined } | { readonly failed: string };

async function attempt(address: string, maxBytes: number, signal: AbortSignal): Promise<Fetched> {
  try {
    const response = await fetch(address, { signal });
    if (response.status === 404) return { bytes: undefined };
    if (!response.ok) return { failed: `status ${String(response.status)}` };
    return { bytes: await readCapped(response, maxBytes) };
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > maxBytes) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Of the error only its code or kind. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? (error instanceof Error ? error.name : "unknown");
}
