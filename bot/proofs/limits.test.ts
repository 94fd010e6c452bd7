import { expect, onTestFinished, test } from "vitest";
import type { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { openDatabase } from "../../core/store/index.ts";
import { describeOnPostgresql } from "../../core/store/testing/index.ts";
import { openAudience, startFor, writeNotices, type Notice } from "./testing/broadcast.ts";
import { ledgerText } from "./testing/ledger.ts";
import { isIdle } from "./testing/trial.ts";

const workers = 4;
const limit = 30;
const seconds = Number(process.env["PROOF_SECONDS"] ?? 15);
/** How much is used is measured anew where the machine was busy with something else; no try may violate a limit. */
const tries = 3;
/** The first burst makes up for what is lost later: it does not count, nor does the end. */
const warmUp = 3_000;
const audience = limit * (seconds + 4);
const talkative = 6;
const wordsEach = 8;
const group = -101;

/** A notice to everybody; some people, and a group, have several messages waiting besides. */
function noticesFor(): readonly Notice[] {
  const bulk = Array.from({ length: audience }, (_, index): Notice => ({
    key: `通知 ${index}`,
    chat: 10_001 + index,
    lane: "bulk",
  }));
  const words = Array.from({ length: wordsEach * (talkative + 1) }, (_, index): Notice => {
    const who = index % (talkative + 1);
    const chat = who === talkative ? group : 10_001 + who;
    return { key: `${chat} ${Math.floor(index / (talkative + 1))}`, chat, lane: "reply" };
  });
  return [...bulk, ...words];
}

/** Of all that the limit allows between the first burst and the end, how much was sent. */
function usedOf(sentAt: readonly number[]): number {
  const from = (sentAt[0] ?? 0) + warmUp;
  const until = from + seconds * 1_000;
  return sentAt.filter((at) => at >= from && at < until).length / (limit * seconds);
}

/** Messages of a chat and lane that came before an older one. */
function disordered(fake: FakeTelegram): readonly string[] {
  const words = fake
    .callsOf("sendMessage")
    .map(({ payload }) => String(payload["text"]).split(" "))
    .filter(([chat]) => chat !== "通知");
  return [...Map.groupBy(words, ([chat]) => chat).values()].flatMap((of) =>
    of.flatMap(([chat, index], at) =>
      Number(index) === at ? [] : [`${chat}: ${index} came as number ${at}`],
    ),
  );
}

describeOnPostgresql("four workers and one bot", (open) => {
  const everViolated: unknown[] = [];
  const patience = { timeout: 120_000, retry: tries - 1 };

  test("keep every limit of the platform and use nearly all of it", patience, async () => {
    const place = await open.place();
    const fake = await openAudience(audience, 1);
    const notices = noticesFor();
    const running = Array.from({ length: workers }, () => startFor(fake, place, "worker"));
    onTestFinished(async () => void (await Promise.all(running.map((program) => program.kill()))));
    const addresses = await Promise.all(running.map(({ ready }) => ready));

    await writeNotices(place, fake, notices);
    await expect.poll(() => isIdle(addresses[0] ?? ""), { timeout: 100_000, interval: 500 }).toBe(true);
    const ends = await Promise.all(running.map((program) => program.stop()));

    const database = await openDatabase(place.url, place);
    const rows = await database.transaction((tx) => tx.selectFrom("outbox").select("state").execute());
    await database.close();
    await fake.close();
    const { sentAt, violations } = fake.limits;
    const used = usedOf(sentAt);
    const counts = {
      stored: rows.length,
      sent: rows.filter(({ state }) => state === "sent").length,
      "calls the platform counted": sentAt.length,
      "of 30 a second used, %": Math.round(used * 1_000) / 10,
      "limits violated": violations.length,
      "out of order": disordered(fake).length,
    };
    process.stdout.write(ledgerText(`${workers} workers, one bot`, { counts, broken: disordered(fake) }));
    expect(ends).toEqual(ends.map(() => 0));
    everViolated.push(...violations, ...disordered(fake));
    expect(everViolated).toEqual([]);
    expect([counts.sent, sentAt.length]).toEqual([notices.length, notices.length]);
    expect(used).toBeGreaterThanOrEqual(0.98);
  });
});
