import { openDatabase, type Tx } from "../../../core/store/index.ts";
import type { Matter } from "./village.ts";
import type { World } from "./world.ts";

/** What the world outside saw, to be compared with the database. */
export interface Witness {
  readonly world: World;
  readonly matters: readonly Matter[];
  readonly complaints: readonly string[];
  /** How many messages may be repeated in all: those in flight at each kill, and those whose fate nobody knew. */
  readonly repeatsAllowed: number;
}

/** The account of a run: counts to read, and every broken promise as a sentence. */
export interface Ledger {
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
}

/** Where the ground shook and not the program: what was on its way is said again by the same program, and only counted. */
export const repeatedInOneLife = "repeated without a kill between";

/**
 * Compares what was promised outside with what is stored, except for promises whose sentence begins with `excused`. The program
 * must have stopped.
 */
export async function drawLedger(
  place: { readonly url: string; readonly dataDir: string },
  witness: Witness,
  excused?: string,
): Promise<Ledger> {
  const database = await openDatabase(place.url, { dataDir: place.dataDir });
  const stored = await database.transaction(readAll);
  await database.close();
  const { world, repeatsAllowed } = witness;
  const seen = world.judge(stored);
  const broken = [
    ...heardBroken(stored, witness),
    ...stored.outbox.flatMap(({ key, state }) => (state === "sent" ? [] : [`not sent: ${key} is ${state}`])),
    ...seen.broken,
    ...mattersBroken(stored, witness),
    ...(seen.repeated > repeatsAllowed
      ? [`${seen.repeated} repeats, ${repeatsAllowed} could have been in flight`]
      : []),
    ...witness.complaints.map((line) => `the program complained: ${line.slice(0, 300)}`),
  ].filter((line) => excused === undefined || !line.startsWith(excused));
  const attempts = [...world.acknowledged.values()];
  return {
    counts: {
      acknowledged: attempts.length,
      "of these, sent more than once": attempts.filter((count) => count > 1).length,
      stored: stored.inbox.length,
      processed: stored.inbox.filter((row) => row.state === "done").length,
      matters: witness.matters.length,
      tickets: stored.tickets.length,
      said: stored.outbox.filter((row) => row.state === "sent").length,
      repeated: seen.repeated,
      "could have been repeated": repeatsAllowed,
      ...world.counts,
      "promises broken": broken.length,
    },
    broken,
  };
}

type Stored = Awaited<ReturnType<typeof readAll>>;

async function readAll(tx: Tx) {
  return {
    inbox: await tx.selectFrom("inbox").select(["id", "dedupe_key", "state"]).orderBy("id").execute(),
    outbox: await tx
      .selectFrom("outbox")
      .select(["id", "key", "address", "lane", "state", "payload", "provider_id"])
      .orderBy("id")
      .execute(),
    tickets: await tx.selectFrom("ticket").select(["number", "what", "reporter_id", "state"]).execute(),
    events: await tx.selectFrom("ticket_event").select(["number", "kind"]).orderBy("id").execute(),
    alarms: await tx.selectFrom("alarm").select("key").where("fired_at", "is", null).execute(),
  };
}

function* heardBroken({ inbox, outbox }: Stored, { world }: Witness): Generator<string> {
  const keys = new Set(inbox.map((row) => world.heardAs(row.dedupe_key)));
  for (const key of world.acknowledged.keys())
    if (!keys.has(key)) yield `acknowledged and not stored: ${key}`;
  for (const key of keys) if (!world.acknowledged.has(key)) yield `stored and never acknowledged: ${key}`;
  if (keys.size < inbox.length) yield `${inbox.length} stored for ${keys.size} acknowledged`;
  for (const { id, state } of inbox)
    if (state !== "done") yield `stored and not processed: ${id} is ${state}`;
  const answered = new Set(
    outbox.filter((row) => row.state === "sent").map((row) => /^in:(\d+)\./.exec(row.key)?.[1]),
  );
  for (const { id } of inbox) if (!answered.has(String(id))) yield `not answered: message ${id}`;
}

const wholeLife = "filed answered settled rated";

function* mattersBroken({ tickets, events, alarms }: Stored, { matters }: Witness): Generator<string> {
  const told = new Map<number, string>();
  for (const { actor, words, number } of matters) {
    const own = tickets.filter((ticket) => ticket.what === words && ticket.reporter_id === `demo-${actor}`);
    if (own.length !== 1) yield `${own.length} tickets for: ${words}`;
    if (number === undefined) {
      yield `never told a number: ${words}`;
      continue;
    }
    if (own[0]?.number !== number) yield `told ${number}, stored ${own[0]?.number ?? "nowhere"}: ${words}`;
    const other = told.get(number);
    if (other !== undefined) yield `${number} was told for two matters: ${other} / ${words}`;
    told.set(number, words);
  }
  for (const { number, state } of tickets) {
    if (!told.has(number)) yield `a ticket nobody was told of: ${number}`;
    const lived = events.filter((event) => event.number === number).map((event) => event.kind);
    if (lived.join(" ") !== wholeLife || state !== "closed")
      yield `${number} is ${state} after ${lived.join(" ")}`;
  }
  for (const { key } of alarms) if (key.startsWith("ticket ")) yield `an alarm outlived its ticket: ${key}`;
}

/** The counts as one line each, to be printed. */
export function ledgerText(title: string, { counts, broken }: Ledger): string {
  const rows = Object.entries(counts).map(([name, count]) => `  ${name.padEnd(32)}${count}`);
  const kinds = [...Map.groupBy(broken, (line) => line.replaceAll(/\d+/g, "").split(":")[0])];
  const faults = kinds.map(([, lines]) => `  BROKEN ${lines.length} times, as in: ${lines[0] ?? ""}`);
  return `${[title, ...rows, ...faults].join("\n")}\n`;
}
