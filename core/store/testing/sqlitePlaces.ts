import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../database.ts";

/** Makes an empty folder that nothing else uses; the caller removes it. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "diantong-test-"));
}

async function buildTemplate(): Promise<string> {
  const folder = newFolder();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "template.db");
  const database = await openDatabase(`file:${file}`, { dataDir: folder });
  await database.close();
  return file;
}

let template: Promise<string> | undefined;

/** Makes a SQLite file of its own in a folder: a copy of the migrated template, or none yet if `empty`. */
export async function newSqlitePlace(folder: string, empty: boolean): Promise<{ url: string }> {
  const file = join(folder, "diantong.db");
  if (!empty) copyFileSync(await (template ??= buildTemplate()), file);
  return { url: `file:${file}` };
}
