import { seenIn } from "../../../adapters/telegram/testing/fakePerson.ts";
import type { FakeTelegram } from "../../../adapters/telegram/testing/fakeTelegram.ts";
import { textOf } from "./pageJudge.ts";
import type { Judgement, Written } from "./world.ts";

/** Compares what stands on the phones with what is written: everything is there, and nothing else but repeats. */
export function judgePhones(fake: FakeTelegram, numbers: readonly number[], { outbox }: Written): Judgement {
  const broken: string[] = [...disordered(outbox)];
  let repeated = 0;
  for (const number of numbers) {
    const seen = countWords(seenIn(fake.person(number).chat).map(({ text }) => text));
    const said = countWords(
      outbox
        .filter(({ address }) => address.endsWith(`/${String(number)}`))
        .map(({ payload }) => textOf(payload)),
    );
    for (const [words, times] of said) {
      const shown = seen.get(words) ?? 0;
      if (shown < times) broken.push(`stored and never shown to ${String(number)}: ${words}`);
      else repeated += shown - times;
    }
    for (const words of seen.keys())
      if (!said.has(words)) broken.push(`shown and not stored to ${String(number)}: ${words}`);
  }
  if (fake.malformed.length > 0)
    broken.push(...fake.malformed.map((call) => `no call of the Bot API: ${call}`));
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
