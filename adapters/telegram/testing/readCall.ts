import type { IncomingMessage } from "node:http";
import type { Call } from "./methods.ts";
import { readMultipart } from "./multipart.ts";

const jsonFields = new Set([
  "allowed_updates",
  "caption_entities",
  "commands",
  "entities",
  "link_preview_options",
  "media",
  "reply_markup",
  "reply_parameters",
  "scope",
]);

/** Reads a call in every way the Bot API takes one: JSON, forms, multipart with files, the query of its address. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const body = await readBody(request);
  const type = request.headers["content-type"] ?? "";
  const query = Object.fromEntries(new URL(request.url ?? "", "http://fake").searchParams);
  if (type.startsWith("multipart/form-data")) {
    const { fields, files } = readMultipart(type, body);
    const attached = Object.fromEntries([...files.keys()].map((name) => [name, `attach://${name}`] as const));
    const named = Object.entries(attached).filter(([name]) => isFileField(name));
    return { payload: { ...typed({ ...query, ...fields }), ...Object.fromEntries(named) }, uploads: files };
  }
  if (type.startsWith("application/json")) {
    const json = body.length > 0 ? (JSON.parse(body.toString("utf8")) as Record<string, unknown>) : {};
    return { payload: { ...typed(query), ...json }, uploads: new Map() };
  }
  const form = Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  return { payload: typed({ ...query, ...form }), uploads: new Map() };
}

function isFileField(name: string): boolean {
  return ["photo", "voice", "video", "audio", "animation", "video_note", "document"].includes(name);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Forms carry everything as text. */
function typed(fields: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, valueOf(name, text)] as const),
  );
}

function valueOf(name: string, text: string): unknown {
  if (jsonFields.has(name)) return JSON.parse(text) as unknown;
  if (
    /^-?\d{1,15}(\.\d+)?$/.test(text) &&
    name !== "text" &&
    name !== "caption" &&
    !name.endsWith("query_id")
  )
    return Number(text);
  return text === "true" ? true : text === "false" ? false : text;
}
