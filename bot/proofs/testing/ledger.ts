import { addressOf } from "../../../core/channel/index.ts";
import { openDatabase, type Tx } from "../../../core/store/index.ts";
import type { Delivery, Page } from "./page.ts";
import type { Matter } from "./village.ts";

/** What the world outside saw, to be compared with the database. */
export interface Witness {
  readonly page: Page;
  readonly matters: readonly Matter[];
  readonly complaints: readonly string[];
  /** How many messages may be repeated in all: those in flight at each kill. */
  readonly repeatsAllowed: number;
}

/** The account of a run: counts to read, and every broken promise as a sentence. */
export interface Ledger {
  readonly counts: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
}

/** Compares what was promised outside with what is stored. The program must have stopped. */
export async function drawLedger(
  place: { readonly url: string; readonly dataDir: string },
  witness: Witness,
): Promise<Ledger> {
  const database = await openDatabase(place.url, { dataDir: place.dataDir });
  const stored = await database.transaction(readAll);
  await database.close();
  const repeated = repeats(witness.page.deliveries);
  const broken = [
    ...heardBroken(stored, witness),
    ...saidBroken(stored, witness),
    ...mattersBroken(stored, witness),
    ...repeatsBroken(repeated, witness),
    ...witness.complaints.map((line) => `the program complained: ${line.slice(0, 300)}`),
  ];
  const attempts = [...witness.page.acknowledged.values()];
  return {
    counts: {
      acknowledged: attempts.length,
      "of these, sent more than once": attempts.filter((count) => count > 1).length,
      stored: stored.inbox.length,
      processed: stored.inbox.filter((row) => row.state === "done").length,
      matters: witness.matters.length,
      tickets: stored.tickets.length,
      said: stored.outbox.filter((row) => row.state === "sent").length,
      repeated: repeated.length,
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
      .select(["id", "key", "address", "state", "payload"])
      .orderBy("id")
      .execute(),
    tickets: await tx.selectFrom("ticket").select(["number", "what", "reporter_id", "state"]).execute(),
    events: await tx.selectFrom("ticket_event").select(["number", "kind"]).orderBy("id").execute(),
    alarms: await tx.selectFrom("alarm").select("key").where("fired_at", "is", null).execute(),
  };
}

function* heardBroken({ inbox, outbox }: Stored, { page }: Witness): Generator<string> {
  const keys = new Set(inbox.map((row) => row.dedupe_key));
  for (const key of page.acknowledged.keys()) if (!keys.has(key)) yield `acknowledged and not stored: ${key}`;
  for (const key of keys) if (!page.acknowledged.has(key)) yield `stored and never acknowledged: ${key}`;
  for (const { id, state } of inbox)
    if (state !== "done") yield `stored and not processed: ${id} is ${state}`;
  const answered = new Set(
    outbox.filter((row) => row.state === "sent").map((row) => /^in:(\d+)\./.exec(row.key)?.[1]),
  );
  for (const { id } of inbox) if (!answered.has(String(id))) yield `not answered: message ${id}`;
}

function* saidBroken({ inbox, outbox }: Stored, { page }: Witness): Generator<string> {
  const heard = new Set(inbox.map((row) => row.dedupe_key));
  const said = new Map(outbox.map((row) => [row.key, row]));
  for (const { key, state } of outbox) if (state !== "sent") yield `not sent: ${key} is ${state}`;
  for (const [actor, lines] of page.shown) {
    const address = addressOf({ channel: "web", bot: "sandbox", chat: actor });
    for (const line of lines.values()) {
      if (line.from === "person" && !heard.has(line.id)) yield `shown and not stored: ${line.id}`;
      const row = said.get(line.id);
      if (line.from === "bot" && row?.address !== address) yield `shown and not stored: ${line.id}`;
      else if (row && textOf(row.payload) !== line.text) yield `shown otherwise than stored: ${line.id}`;
    }
    for (const row of outbox)
      if (row.address === address && !lines.has(row.key)) yield `stored and never shown: ${row.key}`;
  }
  yield* disordered(outbox, page);
}

function textOf(payload: string): string | undefined {
  return (JSON.parse(payload) as { text?: string }).text;
}

/** Live lines of a chat come in the order they were written; only a repeat may be late. */
function* disordered(outbox: Stored["outbox"], { deliveries }: Page): Generator<string> {
  const ids = new Map(outbox.map((row) => [row.key, row.id]));
  const newest = new Map<string, number>();
  const met = new Set<string>();
  for (const { actor, id: key } of deliveries) {
    const id = ids.get(key);
    if (id === undefined || met.has(key)) continue;
    met.add(key);
    if (id < (newest.get(actor) ?? 0)) yield `out of order: ${key}`;
    newest.set(actor, id);
  }
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

interface Repeat {
  readonly id: string;
  readonly lives: readonly number[];
}

/** Lines of the bot that a page was sent more than once. */
function repeats(deliveries: readonly Delivery[]): readonly Repeat[] {
  const said = deliveries.filter(({ actor, id }) => !id.startsWith(`${actor}/`));
  const byLine = Map.groupBy(said, ({ actor, id }) => `${actor} ${id}`);
  return [...byLine]
    .filter(([, times]) => times.length > 1)
    .map(([id, times]) => ({ id, lives: times.map(({ life }) => life) }));
}

function* repeatsBroken(repeated: readonly Repeat[], { repeatsAllowed }: Witness): Generator<string> {
  for (const { id, lives } of repeated)
    if (new Set(lives).size < lives.length) yield `repeated without a kill between: ${id}`;
  if (repeated.length > repeatsAllowed)
    yield `${repeated.length} repeats, ${repeatsAllowed} could have been in flight`;
}

/** The counts as one line each, to be printed. */
export function ledgerText(title: string, { counts, broken }: Ledger): string {
  const rows = Object.entries(counts).map(([name, count]) => `  ${name.padEnd(32)}${count}`);
  const kinds = [...Map.groupBy(broken, (line) => line.replaceAll(/\d+/g, "").split(":")[0])];
  const faults = kinds.map(([, lines]) => `  BROKEN ${lines.length} times, as in: ${lines[0] ?? ""}`);
  return `${[title, ...rows, ...faults].join("\n")}\n`;
}
