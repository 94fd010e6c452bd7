import type { Selectable } from "kysely";
import type { DB, Database } from "../../core/store/index.ts";

/** Everything a program has written down that a test may want to judge it by; each list oldest first. */
export interface Ledger {
  readonly inbox: readonly Selectable<DB["inbox"]>[];
  readonly outbox: readonly Selectable<DB["outbox"]>[];
  readonly talks: readonly Selectable<DB["talk"]>[];
  readonly alarms: readonly Selectable<DB["alarm"]>[];
  readonly clocks: readonly Selectable<DB["clock"]>[];
  readonly people: readonly Selectable<DB["person"]>[];
  readonly accounts: readonly Selectable<DB["account"]>[];
  readonly tickets: readonly Selectable<DB["ticket"]>[];
  readonly events: readonly Selectable<DB["ticket_event"]>[];
  readonly media: readonly Selectable<DB["ticket_media"]>[];
  readonly ratings: readonly Selectable<DB["rating"]>[];
}

/** Reads the whole ledger at one moment. */
export async function readLedger(database: Database): Promise<Ledger> {
  return database.transaction(async (tx) => ({
    inbox: await tx.selectFrom("inbox").selectAll().orderBy("id").execute(),
    outbox: await tx.selectFrom("outbox").selectAll().orderBy("id").execute(),
    talks: await tx.selectFrom("talk").selectAll().orderBy("started_at").execute(),
    alarms: await tx.selectFrom("alarm").selectAll().orderBy("key").execute(),
    clocks: await tx.selectFrom("clock").selectAll().orderBy("id").execute(),
    people: await tx.selectFrom("person").selectAll().orderBy("created_at").execute(),
    accounts: await tx.selectFrom("account").selectAll().orderBy("created_at").execute(),
    tickets: await tx.selectFrom("ticket").selectAll().orderBy("number").execute(),
    events: await tx.selectFrom("ticket_event").selectAll().orderBy("id").execute(),
    media: await tx.selectFrom("ticket_media").selectAll().orderBy("id").execute(),
    ratings: await tx.selectFrom("rating").selectAll().orderBy("number").orderBy("cycle").execute(),
  }));
}

/** What each ticket's own events say about it: its state and cycle. Throws at an event that may not follow. */
export function foldTickets({ events }: Ledger): ReadonlyMap<number, { state: string; cycle: number }> {
  const folded = new Map<number, { state: string; cycle: number }>();
  for (const event of events) {
    const before = folded.get(event.number);
    const after = nextState(before?.state ?? "none", event.kind, event.detail);
    if (after === undefined)
      throw new Error(`ticket ${event.number}: "${event.kind}" while ${before?.state ?? "not filed"}`);
    const cycle = (before?.cycle ?? 1) + (["reopened", "put_back"].includes(event.kind) ? 1 : 0);
    if (event.cycle !== cycle) throw new Error(`ticket ${event.number}: an event of cycle ${event.cycle}`);
    folded.set(event.number, { state: after, cycle });
  }
  return folded;
}

const steady = new Set(
  "added followed left nudged asked noted kind_changed handed_over assigned claimed sent_up late paused resumed revised".split(
    " ",
  ),
);

/** The life of a ticket as the design tells it, written down a second time and independently of the product. */
function nextState(state: string, kind: string, detail: string): string | undefined {
  const unhappy = detail.startsWith("dissatisfied");
  // What is added, asked, noted or passed on changes who acts, not how far it is.
  if (steady.has(kind) && state !== "none") return state;
  const follows: Readonly<Record<string, string>> = {
    "none filed": "open",
    "open overdue": "open",
    "open answered": "answered",
    "answered answered": "answered",
    "open settled": "settled",
    "answered settled": "settled",
    "open unverified": "settled",
    "answered unverified": "settled",
    "open withdrawn": "withdrawn",
    "answered withdrawn": "withdrawn",
    "withdrawn put_back": "open",
    "settled not_fixed": "answered",
    "settled rated": unhappy ? "unhappy" : "closed",
    "settled closed": "unrated",
    "unrated rated": unhappy ? "unhappy" : "closed",
    "unhappy reopened": "open",
    "closed reopened": "open",
    "unrated reopened": "open",
  };
  return follows[`${state} ${kind}`];
}
