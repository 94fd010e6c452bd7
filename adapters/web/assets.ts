/** The page's own files. Its TypeScript is stripped of types when first asked for, so that there is no build step. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";

export interface Asset {
  readonly mime: string;
  readonly body: string;
  readonly etag: string;
}

const mimes: Record<string, string> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  ts: "text/javascript; charset=utf-8",
};

const kept = new Map<string, Asset>();

/** One file of the page by its bare name, or undefined when there is none of that name. */
export async function assetNamed(name: string): Promise<Asset | undefined> {
  const known = kept.get(name);
  if (known) return known;
  const extension = /^[a-z][A-Za-z]*\.(html|css|svg|ts)$/.exec(name)?.[1];
  const mime = mimes[extension ?? ""];
  if (extension === undefined || mime === undefined) return undefined;
  const source = await readFile(new URL(`./page/${name}`, import.meta.url), "utf8").catch(() => undefined);
  if (source === undefined) return undefined;
  const body = extension === "ts" ? withoutTypes(source) : source;
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const asset = { mime, body, etag };
  kept.set(name, asset);
  return asset;
}

/**
 * Node runs the rest of this program by the same stripping, but calling it by name still prints a warning (Node 24.21);
 * a newcomer's first lines should not be one, so it is held back for the length of this synchronous call.
 */
function withoutTypes(source: string): string {
  const warn = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}
