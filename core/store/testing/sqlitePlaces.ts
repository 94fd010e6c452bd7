import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../database.ts";

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Makes an empty folder that nothing else uses; it is gone when the test process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "diantong-test-"));
  folders.push(folder);
  return folder;
}

async function buildTemplate(): Promise<string> {
  const folder = newFolder();
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
