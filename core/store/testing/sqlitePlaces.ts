import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDatabase } from "../database.ts";
import type { Content } from "./content.ts";

/** Makes an empty folder that nothing else uses; the caller removes it. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), "diantong-test-"));
}

/** Makes an empty folder that nothing else uses, for the running test; it is removed after that test. */
export function newFolder(): string {
  const folder = makeFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function buildTemplate(content: Exclude<Content, "empty">): Promise<Uint8Array> {
  const folder = makeFolder();
  const file = join(folder, "template.db");
  const database = await openDatabase(`file:${file}`, { dataDir: folder });
  if (content !== "migrated") await content(database);
  await database.close();
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

const templates = new Map<Content, Promise<Uint8Array>>();

/** Makes a SQLite file of its own in a new folder: a copy of the template with this content, or none yet if "empty". */
export async function newSqlitePlace(folder: string, content: Content): Promise<{ url: string }> {
  const file = join(folder, "diantong.db");
  if (content === "empty") return { url: `file:${file}` };
  const template = templates.get(content) ?? buildTemplate(content);
  templates.set(content, template);
  writeFileSync(file, await template);
  return { url: `file:${file}` };
}
