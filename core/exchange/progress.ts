import { readAddress } from "../channel/index.ts";
import type { Saying } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { blocksOf, personById, reachableAt, type Moment } from "../people/index.ts";
import { second } from "../time/index.ts";
import type { ExchangePorts } from "./ports.ts";
import { keepShown, transferById, type Transfer } from "./store.ts";

/** What is over sooner needs no progress, and a message is changed no sooner after its last change. */
const betweenChanges = 3 * second;

/**
 * Shows whoever asked how far a transfer is, in one message that changes itself. Where messages cannot be changed it is said
 * once and then only its end.
 */
export async function showProgress(
  { capsOf }: Pick<ExchangePorts, "capsOf">,
  moment: Moment,
  { id, person: who }: Transfer,
  begunAt: number,
  text: Text,
): Promise<void> {
  const { tx, now } = moment;
  const transfer = await transferById(tx, id);
  if (!transfer || now - Math.max(begunAt, transfer.shownAt) < betweenChanges) return;
  const person = await personById(tx, who);
  const [address] = await reachableAt(tx, who);
  if (!person || address === undefined) return;
  const isFirst = transfer.shownKey === null;
  if (!isFirst && capsOf(readAddress(address).route)?.edit !== true) return;
  const saying: Saying = { text };
  const key = `transfer ${id} progress ${who} ${transfer.shownCount}`;
  const isSaid = await moment.post(tx, {
    key,
    address,
    lane: "alarm",
    blocks: blocksOf(saying, person.language),
    ...(transfer.shownKey !== null && { edits: transfer.shownKey }),
  });
  if (!isSaid) return;
  const shown = { key: transfer.shownKey ?? key, words: text[person.language], at: now };
  await keepShown(tx, id, { ...shown, count: transfer.shownCount + 1 });
}
