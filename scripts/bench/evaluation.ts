import { setImmediate as whatWaits } from "node:timers/promises";
import { createCounter, evaluate, evaluateEach } from "../../core/evaluation/index.ts";
import { sql, type Database } from "../../core/store/index.ts";
import { createZone, day, hour, systemClock } from "../../core/time/index.ts";
import { benchBulletin } from "./bulletin.ts";
import { median, type Figure } from "./result.ts";
import { openVillage } from "./village.ts";

const tickets = Number(process.env["BENCH_TICKETS"] ?? 1_000_000);
const county = "330226000000";
const chunk = 20_000;
const firstNumber = 2_000_000;
const zone = createZone("Asia/Shanghai");
/** So many matters are settled and rated between two looks of the counter, when the figures are kept up. */
const meanwhile = 200;

/** A year of matters in all grids: counted once from nothing, then kept up; the figures of a month for every village, and its sheets. */
export async function benchEvaluation(): Promise<readonly Figure[]> {
  const village = await openVillage(1);
  const { database } = village;
  const now = systemClock.now();
  for (let from = 0; from < tickets; from += chunk) {
    await fill(database, firstNumber + from, Math.min(chunk, tickets - from), now);
    await whatWaits();
  }
  const kept = await countAll(database, now);
  const month = monthBefore(now);
  const each = await often(() => villagesOf(database, month));
  const whole = await often(() => wholeOf(database, month));
  const bulletin = await benchBulletin(database);
  await village.remove();
  return [
    {
      name: `evaluation: a month of every village, ${tickets.toLocaleString("en")} matters`,
      value: each / 1000,
      unit: "s",
      target: { value: 10, is: "at most" },
      note: `363 villages, counts and denominators, from the tallies; SQLite, matters of one year`,
    },
    { name: "evaluation: a month of the county as one sum", value: whole, unit: "ms" },
    ...kept,
    ...bulletin,
  ];
}

/** Everything from nothing, and then what happens meanwhile. */
async function countAll(database: Database, now: number): Promise<readonly Figure[]> {
  const counter = createCounter({ database, clock: systemClock, zone, isStopping: () => false });
  const before = process.memoryUsage().rss;
  const anew = await timed(() => counter.drain());
  const rss = (process.memoryUsage().rss - before) / 1_000_000;
  const upkeep: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    await fill(database, firstNumber + tickets + round * meanwhile, meanwhile, now);
    upkeep.push((await timed(() => counter.drain())).milliseconds / meanwhile);
  }
  const longest = Math.round(anew.longest);
  return [
    {
      name: "evaluation: keeping a matter's figures up",
      value: median(upkeep),
      unit: "ms",
      note: `${meanwhile} matters at a time, from the first word to the rating, a hundred events in a transaction`,
    },
    {
      name: "evaluation: everything counted from nothing",
      value: anew.milliseconds / 1000,
      unit: "s",
      note: `a hundred matters in a transaction; longest ${longest} ms without a look at what waits; memory grew by ${Math.round(rss)} MB`,
    },
  ];
}

/** The last whole month, as its first and last moments. */
function monthBefore(now: number): { readonly from: number; readonly to: number } {
  const first = `${zone.dateOf(now).slice(0, 7)}-01`;
  const to = zone.momentOf(first, 0);
  return { from: zone.momentOf(`${zone.dateOf(to - day).slice(0, 7)}-01`, 0), to };
}

function villagesOf(database: Database, month: { readonly from: number; readonly to: number }) {
  return database.transaction((tx) => evaluateEach(tx, { under: county, kind: "village", ...month }));
}

function wholeOf(database: Database, month: { readonly from: number; readonly to: number }) {
  return database.transaction((tx) => evaluate(tx, { unit: county, ...month }));
}

async function often(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) times.push((await timed(work)).milliseconds);
  return median(times);
}

/** How long work took, and how long nothing else could be done at the longest. */
async function timed(work: () => Promise<unknown>): Promise<{ milliseconds: number; longest: number }> {
  let [last, longest] = [performance.now(), 0];
  const look = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const began = performance.now();
  await work();
  clearInterval(look);
  return { milliseconds: performance.now() - began, longest };
}

/**
 * Matters of the last year, spread over all grids: nine in ten answered in time, most settled and rated, their clocks stopped.
 * Each number is always the same story.
 */
async function fill(database: Database, from: number, count: number, now: number): Promise<void> {
  const numbers = sql`with recursive n(number) as (
    select ${sql.lit(from)} union all select number + 1 from n where number + 1 < ${sql.lit(from + count)}
  ), grid as (
    select code, row_number() over (order by code) - 1 as place, count(*) over () as total from unit where kind = 'grid' or kind = 'village'
  ), m as (
    select number, ${sql.lit(now - 364 * day)} + (number - ${sql.lit(firstNumber)}) * ${sql.lit(Math.floor((364 * day) / (tickets + 20 * meanwhile)))} as began, number % 10 as luck from n
  )`;
  await database.transaction(async (tx) => {
    await sql`insert into ticket (number, kind, what, place, reporter_id, unit_code, responsible_id, state, answer_due_at, created_at, source_key)
      ${numbers} select number, 'lamp', '路灯不亮了', '村口', 'resident-' || number, code, 'worker-' || place, 'closed', began + ${sql.lit(day)}, began, 'bench ' || number
      from m join grid on place = number % total`.execute(tx);
    const events: readonly (readonly [string, number, string, string])[] = [
      ["filed", 0, "'resident-' || number", "1"],
      ["overdue", day, "null", "luck = 3"],
      ["answered", 5 * hour, "'worker-' || (number % total)", "luck <> 3"],
      ["answered", 30 * hour, "'worker-' || (number % total)", "luck = 3"],
      ["settled", 50 * hour, "'worker-' || (number % total)", "luck <> 7"],
      ["rated", 60 * hour, "'resident-' || number", "luck not in (1, 5, 7)"],
      ["closed", 220 * hour, "null", "luck in (1, 5)"],
    ];
    for (const [kind, after, actor, which] of events)
      await sql`insert into ticket_event (number, cycle, kind, actor_id, detail, source_key, at, holder_id)
        ${numbers} select number, 1, ${sql.lit(kind)}, ${sql.raw(actor)}, ${sql.lit(kind === "rated" ? "satisfied" : "")}, ${sql.lit(`${kind} bench`)}, began + ${sql.lit(after)}, 'worker-' || (number % total)
        from m join (select distinct total from grid) where ${sql.raw(which)}`.execute(tx);
    for (const [kind, length, used] of [
      ["answer", day, 5 * hour],
      ["worker", 5 * day, 45 * hour],
    ] as const)
      await sql`insert into clock (subject, kind, cycle, revision, policy_id, calendar_id, target_ms, consumed_ms, state, created_at)
        ${numbers} select 'ticket ' || number, ${sql.lit(kind)}, 1, 2, 1, 0, ${sql.lit(length)}, ${sql.lit(used)}, 'stopped', began from m`.execute(
        tx,
      );
  });
}
