import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { analysisCommands, analysisDesk, toldWeeks, weeklyPages } from "../../core/analysis/index.ts";
import { personById, type Moment } from "../../core/people/index.ts";
import { openDatabase, sql, type Database, type Tx } from "../../core/store/index.ts";
import { newPostgresqlPlace, postgresqlAnswers } from "../../core/store/testing/postgresqlPlaces.ts";
import { createCalendar, day } from "../../core/time/index.ts";
import { seedDemo } from "../../bot/seed.ts";
import { median, type Figure } from "./result.ts";

const matters = Number(process.env["BENCH_MATTERS"] ?? 1_000_000);
const years = 3;
const followersPer = 10;
const chunk = 25_000;
const askedTimes = 7;
/** A Monday, 07:00 in China. */
const now = Date.UTC(2026, 10, 29, 23);
const kinds = [
  "lamp",
  "road",
  "manhole",
  "water",
  "power",
  "ditch",
  "rubbish",
  "river",
  "noise",
  "dog",
  "danger",
  "service",
  "other",
];

/** What is hot in a county of 363 villages with years of matters: the page on Monday morning, and a leader's question. */
export async function benchHot(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "diantong-bench-"));
  const figures: Figure[] = [];
  const sqlite = await openDatabase(`file:${join(folder, "hot.db")}`, { dataDir: folder });
  figures.push(...(await measure(sqlite)));
  await sqlite.close();
  if (await postgresqlAnswers()) {
    const place = await newPostgresqlPlace("migrated");
    const postgresql = await openDatabase(place.url, { dataDir: folder });
    figures.push(...(await measure(postgresql)));
    await postgresql.close();
    await place.remove();
  }
  rmSync(folder, { recursive: true });
  return figures;
}

/** As many matters as a county has in years, spread evenly; a tenth is followed by a neighbour. */
async function fill(database: Database): Promise<void> {
  await seedDemo(database, [], now);
  for (let from = 0; from < matters; from += chunk)
    await database.transaction((tx) => fillChunk(tx, from, Math.min(matters, from + chunk)));
}

async function fillChunk(tx: Tx, from: number, until: number): Promise<void> {
  const step = Math.floor((years * 365 * day) / matters);
  const list = sql.join(
    kinds.map((kind, at) => sql`WHEN ${sql.lit(at)} THEN ${sql.lit(kind)}`),
    sql` `,
  );
  await sql`
    WITH RECURSIVE n(i) AS (SELECT CAST(${sql.lit(from + 1)} AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < ${sql.lit(until)}),
      place AS (SELECT code, row_number() OVER (ORDER BY code) - 1 AS at FROM unit WHERE kind = 'village')
    INSERT INTO ticket (number, kind, what, place, reporter_id, unit_code, state, answer_due_at, created_at, source_key)
    SELECT 2000000 + i, CASE (i * 7919) % ${sql.lit(kinds.length)} ${list} END, '路灯坏了', '村口', 'resident-' || (i % 60000), place.code,
      'closed', 0, ${sql.lit(now)} - CAST(${sql.lit(matters)} - i AS BIGINT) * ${sql.lit(step)}, 'bench ' || i
    FROM n JOIN place ON place.at = (i * 31) % 363`.execute(tx);
  await sql`
    INSERT INTO ticket_follower (number, person_id, since_at)
    SELECT number, 'neighbour-' || (number % 50000), created_at + 3600000 FROM ticket
    WHERE number > 2000000 + ${sql.lit(from)} AND number % ${sql.lit(followersPer)} = 0`.execute(tx);
}

/** The same database, and how long each of its transactions took, milliseconds. */
function timing(database: Database) {
  const transactions: number[] = [];
  const timed: Pick<Database, "transaction"> = {
    async transaction(work, options) {
      const began = performance.now();
      const done = await database.transaction(work, options);
      transactions.push(performance.now() - began);
      return done;
    },
  };
  return { timed, transactions };
}

const fewEnough = { value: 150, is: "at most" } as const;

async function measure(database: Database): Promise<readonly Figure[]> {
  await fill(database);
  const { timed, transactions } = timing(database);
  const pages = weeklyPages(timed, momentOf);
  const began = performance.now();
  await toldWeeks(timed, momentOf).before();
  const counting = performance.now() - began;
  const longest = Math.max(...transactions);
  await pages.before();
  transactions.length = 0;
  await timed.transaction((tx) => pages.run(tx, now));
  const telling = Math.max(...transactions);
  transactions.length = 0;
  for (let at = 0; at < askedTimes; at += 1) await timed.transaction(askHot);
  const of = `${database.engine}, ${matters.toLocaleString("en")} matters`;
  const note = `${years} years, 363 villages, ${kinds.length} kinds`;
  const ms = { unit: "ms", target: fewEnough };
  return [
    { name: `hot: counting 13 weeks, ${of}`, value: counting, unit: "ms", note },
    { name: "hot: its longest transaction", value: longest, ...ms },
    { name: "hot: pages for everybody, one transaction", value: telling, ...ms },
    { name: "hot: a leader asks for a page, p50", value: median(transactions), ...ms },
  ];
}

function momentOf(tx: Tx): Moment {
  return {
    tx,
    now,
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  };
}

async function askHot(tx: Tx): Promise<void> {
  const person = await personById(tx, "demo-sun");
  const command = analysisCommands.find(({ name }) => name === "hot");
  if (!person || !command) throw new Error("nobody asks for the page");
  const acting = { ...momentOf(tx), person };
  await command.run("", { acting, analysis: analysisDesk(acting) });
}
