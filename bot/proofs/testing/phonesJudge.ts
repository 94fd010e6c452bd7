import { seenIn } from "../../../adapters/telegram/testing/fakePerson.ts";
import type { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import { textOf } from "./pageJudge.ts";
import type { Judgement, Written } from "./world.ts";

/** One message on its way to a chat. */
export interface Sent {
  readonly chat: string;
  readonly text: string;
}

/**
 * Compares what stands on the phones with what is written: everything is there, and nothing else but repeats of what was
 * in flight at a kill or whose answer got lost (`maybe`).
 */
export function judgePhones(
  fake: FakeTelegram,
  numbers: readonly number[],
  { outbox }: Written,
  maybe: readonly Sent[],
): Judgement {
  const broken: string[] = [
    ...disordered(outbox),
    ...fake.malformed.map((call) => `no call of the Bot API: ${call}`),
  ];
  let repeated = 0;
  for (const number of numbers) {
    const chat = String(number);
    const seen = countWords(seenIn(fake.person(number).chat).map(({ text }) => text));
    const here = outbox.filter(({ address }) => address.endsWith(`/${chat}`));
    const said = countWords(here.map(({ payload }) => textOf(payload)));
    const twice = countWords(maybe.filter((sent) => sent.chat === chat).map(({ text }) => text));
    for (const [words, times] of said) {
      const more = (seen.get(words) ?? 0) - times;
      if (more < 0) broken.push(`stored and never shown to ${chat}: ${words}`);
      else repeated += more;
      if (more > (twice.get(words) ?? 0))
        broken.push(`repeated though its fate was known, to ${chat}: ${words}`);
    }
    for (const words of seen.keys())
      if (!said.has(words)) broken.push(`shown and not stored to ${chat}: ${words}`);
  }
  return { broken, repeated };
}

function countWords(texts: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text ?? "", (counts.get(text ?? "") ?? 0) + 1);
  return counts;
}

/** Telegram numbers messages as they come: within a chat and lane they come in the order they were written. */
function* disordered(outbox: Written["outbox"]): Generator<string> {
  const newest = new Map<string, number>();
  for (const { address, lane, key, provider_id: id } of outbox) {
    if (id === null) continue;
    const chat = `${address} ${String(lane)}`;
    if (Number(id) < (newest.get(chat) ?? 0)) yield `out of order: ${key}`;
    newest.set(chat, Number(id));
  }
}
