import { lanes } from "../../../core/delivery/model.ts";
import type { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import type { Database, Tx } from "../../../core/store/index.ts";
import type { Ledger } from "./ledger.ts";

/** What was seen of a broadcast from outside. */
export interface Seen {
  readonly fake: FakeTelegram;
  /** Everybody's number on Telegram. */
  readonly people: readonly number[];
  /** The keys that were leased when a program was killed: each may have been shown and not recorded. */
  readonly inFlight: ReadonlySet<string>;
}

/**
 * Compares what the outbox says with what the platform showed. Nobody may be lost; what may be shown twice, or not at all,
 * was in flight when its program was killed, and is written down as unknown where it was a notice to many.
 */
export async function drawBroadcast(database: Database, seen: Seen): Promise<Ledger> {
  const { inbox, outbox } = await database.transaction(readBoxes);
  const shown = shownOn(seen);
  const notices = outbox.filter(({ lane }) => lane === lanes.bulk);
  const replies = outbox.filter(({ lane }) => lane !== lanes.bulk);
  const unknown = notices.filter(({ state }) => state === "unknown");
  const lost = notices.filter(({ key, state }) => state === "sent" && !shown.has(key));
  const twice = notices.filter(({ key }) => (shown.get(key) ?? 0) > 1);
  const repliesShown = [...shown.values()].reduce((sum, count) => sum + count, 0) - sumOf(notices, shown);
  const inFlight = (row: { readonly key: string }): boolean => seen.inFlight.has(row.key);
  const acknowledged = seen.fake.updates.acknowledged.length;
  const broken = [
    ...outbox.flatMap(({ key, state }) =>
      ["sent", "unknown"].includes(state) ? [] : [`${key} is ${state}`],
    ),
    ...lost.map(({ key }) => `lost: ${key}`),
    ...[...unknown, ...twice].flatMap((row) =>
      inFlight(row) ? [] : [`not in flight at a kill: ${row.key}`],
    ),
    ...inbox.flatMap(({ id, state }) =>
      state === "done" ? [] : [`stored and not processed: ${id} is ${state}`],
    ),
    ...(acknowledged > inbox.length ? [`${acknowledged} acknowledged, ${inbox.length} stored`] : []),
    ...(repliesShown < replies.length ? [`${replies.length} answers written, ${repliesShown} shown`] : []),
    ...(repliesShown > replies.length + replies.filter(inFlight).length
      ? [`${repliesShown} answers shown`]
      : []),
  ];
  return {
    counts: {
      audience: notices.length,
      sent: notices.length - unknown.length,
      "fate unknown": unknown.length,
      "of these, shown": unknown.filter(({ key }) => shown.has(key)).length,
      "in flight at the kills": seen.inFlight.size,
      "notices shown twice": twice.length,
      lost: lost.length,
      "words acknowledged": acknowledged,
      "words stored": inbox.length,
      "answers written": replies.length,
      "answers repeated": repliesShown - replies.length,
      "promises broken": broken.length,
    },
    broken,
  };
}

function sumOf(rows: readonly { readonly key: string }[], shown: ReadonlyMap<string, number>): number {
  return rows.reduce((sum, { key }) => sum + (shown.get(key) ?? 0), 0);
}

/** How often the platform showed each message, by its words; a notice's words are its key. */
function shownOn({ fake, people }: Seen): ReadonlyMap<string, number> {
  const shown = new Map<string, number>();
  for (const chat of people)
    for (const { text = "" } of fake.person(chat).sees()) shown.set(text, (shown.get(text) ?? 0) + 1);
  return shown;
}

async function readBoxes(tx: Tx) {
  return {
    inbox: await tx.selectFrom("inbox").select(["id", "state"]).execute(),
    outbox: await tx.selectFrom("outbox").select(["key", "lane", "state"]).execute(),
  };
}
