import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDatabase } from "./index.ts";
import { startChild } from "./testing/child.ts";
import { losePower, newFolder, powerLossEnvironment, powerLossIsMissing } from "./testing/index.ts";

type Commits = "durable" | "loose";

/** Runs the writer until it has told `count` numbers and a little longer, kills it, and cuts the power. */
async function writeAndLosePower(
  folder: string,
  first: number,
  commits: Commits,
  count: number,
): Promise<number> {
  const words = [`file:${join(folder, "village.db")}`, folder, String(first), commits];
  const child = startChild("writeUntilKilled.ts", words, powerLossEnvironment(folder));
  await child.line(`told ${first + count}`);
  if (count > 0) await new Promise((done) => setTimeout(done, Math.random() * 50));
  await child.kill();
  losePower(folder);
  return Number(child.lines.at(-1)?.split(" ")[1]);
}

async function keysThere(folder: string): Promise<ReadonlySet<string>> {
  const database = await openDatabase(`file:${join(folder, "village.db")}`, { dataDir: folder });
  const rows = await database.transaction((tx) => tx.selectFrom("alarm").select("key").execute());
  await database.close();
  return new Set(rows.map(({ key }) => key));
}

function promisedKeys(first: number, told: number): readonly string[] {
  const numbers = Array.from({ length: told - first + 1 }, (_, step) => first + step);
  return numbers.flatMap((number) => [`plain ${number}`, `promised ${number}`]);
}

const missing = powerLossIsMissing();

describe.skipIf(missing !== undefined)(`losing power${missing === undefined ? "" : ` (${missing})`}`, () => {
  test("at random moments loses nothing that a durable commit had promised, nor anything before it", async () => {
    const folder = newFolder();
    let there: ReadonlySet<string> = new Set();

    // The first cut comes right after the first promise of a new database.
    for (const [cut, count] of [
      0,
      ...Array.from({ length: 6 }, () => Math.floor(Math.random() * 200)),
    ].entries()) {
      const first = 10_000 * cut;
      const before = there;

      const told = await writeAndLosePower(folder, first, "durable", count);

      there = await keysThere(folder);
      const expected = [...before, ...promisedKeys(first, told)];
      expect(expected.filter((key) => !there.has(key))).toEqual([]);
    }
  });

  test("does lose what was committed without that promise: the simulation has teeth", async () => {
    const lost: string[] = [];

    // A cut while the log is being moved into the database file may lose nothing; not every cut does that.
    for (let attempt = 0; attempt < 20 && lost.length === 0; attempt++) {
      const folder = newFolder();
      const told = await writeAndLosePower(folder, 0, "loose", 0);
      const there = await keysThere(folder);
      lost.push(...promisedKeys(0, told).filter((key) => !there.has(key)));
    }

    expect(lost.length).toBeGreaterThan(0);
  });
});
