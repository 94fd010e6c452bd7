import { addressOf } from "../../../core/channel/index.ts";
import type { Line } from "../../../adapters/web/page/protocol.ts";
import type { Judgement, Written } from "./world.ts";

/** One line that came over the live stream. */
export interface Delivery {
  readonly actor: string;
  readonly id: string;
  readonly life: number;
}

/** What the pages remember. */
interface Memory {
  readonly shown: ReadonlyMap<string, ReadonlyMap<string, Line>>;
  readonly deliveries: readonly Delivery[];
}

/** Compares what the pages showed with what is written; their lines carry the names they are stored under. */
export function judgePage(page: Memory, written: Written): Judgement {
  const repeated = repeats(page.deliveries);
  return {
    broken: [...saidBroken(written, page), ...repeatedInOneLife(repeated)],
    repeated: repeated.length,
  };
}

function* saidBroken({ inbox, outbox }: Written, page: Memory): Generator<string> {
  const heard = new Set(inbox.map((row) => row.dedupe_key));
  const said = new Map(outbox.map((row) => [row.key, row]));
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

/** The words of a stored message. */
export function textOf(payload: string): string | undefined {
  return (JSON.parse(payload) as { text?: string }).text;
}

/** Live lines of a chat come in the order they were written; only a repeat may be late. */
function* disordered(outbox: Written["outbox"], { deliveries }: Memory): Generator<string> {
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

function* repeatedInOneLife(repeated: readonly Repeat[]): Generator<string> {
  for (const { id, lives } of repeated)
    if (new Set(lives).size < lives.length) yield `repeated without a kill between: ${id}`;
}
