import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openExchange } from "../../core/exchange/testing/openExchange.ts";
import { openDatabase, type Database } from "../../core/store/index.ts";
import { newPostgresqlPlace, postgresqlAnswers } from "../../core/store/testing/postgresqlPlaces.ts";
import { systemClock } from "../../core/time/index.ts";
import type { Figure } from "./result.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 252_000);
const villages = 90;
const grids = 4;
const perHousehold = 3;

/** A county's households brought in from one .xlsx: how long it takes, how long others wait, and how much memory it holds. */
export async function benchImport(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const folder = mkdtempSync(join(tmpdir(), "diantong-import-"));
  const database = await openDatabase(`file:${join(folder, "import.db")}`, { dataDir: folder });
  figures.push(...(await measure("SQLite", database, folder)));
  rmSync(folder, { recursive: true, force: true });
  if (!(await postgresqlAnswers())) {
    console.log("import: PostgreSQL left out, start it with `npm run services`");
    return figures;
  }
  const place = await newPostgresqlPlace("migrated");
  const dataDir = mkdtempSync(join(tmpdir(), "diantong-import-"));
  figures.push(...(await measure("PostgreSQL", await openDatabase(place.url, { dataDir }), dataDir)));
  await place.remove();
  rmSync(dataDir, { recursive: true, force: true });
  return figures;
}

function* people() {
  for (let index = 0; index < rows; index += 1) {
    const house = Math.floor(index / perHousehold);
    // In the order of villages and grids, as a county keeps its registers.
    const place = Math.floor((house * villages * grids) / Math.ceil(rows / perHousehold));
    const grid = `第${Math.floor(place / grids)}村 G${(place % grids) + 1}`;
    yield [grid, `${house}号`, `某${nameOf(index)}`, index % perHousehold === 0 ? "是" : "", ""];
  }
}

/** Letters for digits: a name holds none. */
function nameOf(index: number): string {
  return Array.from(String(index), (digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("");
}

async function measure(engine: string, database: Database, dataDir: string): Promise<readonly Figure[]> {
  const exchange = await openExchange(database, { dataDir, clock: systemClock, villages });
  const id = await exchange.send("households", people(), "xlsx");
  const check = await watched(database, () => exchange.worker().drain());
  await exchange.want(id, "wanted");
  const apply = await watched(database, () => exchange.worker().drain());
  const again = await exchange.send("households", people(), "xlsx");
  const twice = await watched(database, () => exchange.worker().drain());
  const found = [await exchange.found(id), await exchange.found(again)];
  const progress = (await exchange.said()).filter((text) => text.includes("▓") || text.includes("░"));
  await exchange.want(id, "undoing");
  const undo = await watched(database, () => exchange.worker().drain());
  const left = await database.transaction((tx) => tx.selectFrom("household").select("id").execute());
  await database.close();
  const ended = `${found[0]?.state}, the same file again: ${JSON.stringify(found[1]?.counts)}, taken back: ${left.length} households left, ${progress.length} messages of progress`;
  return figuresOf(engine, { check, apply, twice, undo }, ended);
}

interface Watched {
  readonly seconds: number;
  /** What the processor worked on it: on a machine that others use, too, the better figure. */
  readonly workedSeconds: number;
  readonly waitedMs: number;
  readonly stalledMs: number;
  readonly megabytes: number;
}

/** Does something while a turn of somebody else asks for the database every few milliseconds. */
async function watched(database: Database, work: () => Promise<unknown>): Promise<Watched> {
  let [waitedMs, stalledMs, megabytes] = [0, 0, 0];
  const over = new AbortController();
  let last = performance.now();
  const ticking = setInterval(() => {
    stalledMs = Math.max(stalledMs, performance.now() - last - 1);
    last = performance.now();
    megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1_000_000);
  }, 1);
  const turns = (async () => {
    while (!over.signal.aborted) {
      const asked = performance.now();
      await database.transaction((tx) =>
        tx.selectFrom("unit").select("code").where("code", "=", "town").execute(),
      );
      waitedMs = Math.max(waitedMs, performance.now() - asked);
      await pause(5);
    }
  })();
  const begun = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const workedSeconds = (user + system) / 1_000_000;
  const seconds = (performance.now() - begun) / 1_000;
  over.abort();
  await turns;
  clearInterval(ticking);
  return { seconds, workedSeconds, waitedMs, stalledMs, megabytes };
}

function figuresOf(
  engine: string,
  { check, apply, twice, undo }: Readonly<Record<"check" | "apply" | "twice" | "undo", Watched>>,
  ended: string,
): readonly Figure[] {
  const many = rows.toLocaleString("en");
  const all = [check, apply, twice, undo];
  const most = (of: (one: Watched) => number): number => Math.max(...all.map(of));
  return [
    {
      name: `import of ${many} rows, ${engine}`,
      value: check.seconds + apply.seconds,
      unit: "s",
      target: { value: 60, is: "at most" },
      note: `checked in ${check.seconds.toFixed(1)} s, brought in in ${apply.seconds.toFixed(1)} s, checked again in ${twice.seconds.toFixed(1)} s, taken back in ${undo.seconds.toFixed(1)} s; of the processor ${all.map(({ workedSeconds }) => workedSeconds.toFixed(1)).join(", ")} s; ${ended}`,
    },
    {
      name: `import: longest wait of another's turn, ${engine}`,
      value: most(({ waitedMs }) => waitedMs),
      unit: "ms",
      target: { value: 100, is: "at most" },
      note: `check, bring in, check again, take back: ${all.map(({ waitedMs }) => Math.round(waitedMs)).join(", ")} ms; longest stall of the loop ${all.map(({ stalledMs }) => Math.round(stalledMs)).join(", ")} ms`,
    },
    {
      name: `import: memory, ${engine}`,
      value: most(({ megabytes }) => megabytes),
      unit: "MB",
      note: `of the whole process, its reading thread included: ${all.map(({ megabytes }) => Math.round(megabytes)).join(", ")} MB`,
    },
  ];
}
