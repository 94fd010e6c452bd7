import * as fc from "fast-check";
import { expect, test } from "vitest";
import { describeOnEachEngine, type OpenTestDatabase } from "../core/store/testing/index.ts";
import { leaks, unanswered } from "./testing/leaks.ts";
import { readLedger } from "./testing/ledger.ts";
import { group, randomUpdate, voices, type RandomUpdate } from "./testing/randomUpdates.ts";
import { nameOnTelegram, openTelegramProgram } from "./testing/telegramProgram.ts";
import { UpdateWriter } from "./testing/updateWriter.ts";

type Mode = "polling" | "webhook";

/** `FUZZ_UPDATES` of them are sent on SQLite, by each of the two ways one half; a twentieth as many on PostgreSQL. */
const total = Number(process.env["FUZZ_UPDATES"] ?? 10_000);
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 1_000_000));
const inOneProgram = 500;
const inOneWave = 50;

async function shower(open: OpenTestDatabase, mode: Mode, updates: readonly RandomUpdate[]): Promise<void> {
  const database = await open();
  const program = await openTelegramProgram(database, {
    mode,
    unhurried: true,
    fake: { checksTypes: false },
  });
  const { fake } = program;
  for (const id of voices) fake.person(id);
  fake.group(group, "双桥村");
  const writer = new UpdateWriter(fake);
  const expected = new Map<number, string>();
  for (let from = 0; from < updates.length; from += inOneWave) {
    const told = updates.slice(from, from + inOneWave).flatMap((update) => {
      const { kind, content, mustBeHeard } = writer.write(update);
      const id = fake.updates.nextId;
      if (mustBeHeard) expected.set(id, JSON.stringify(content).slice(0, 300));
      const sent = [fake.updates.pushRaw({ update_id: id, [kind]: content })];
      return update.repeats > 1 ? [...sent, fake.updates.repeatLast()] : sent;
    });
    await Promise.all(told);
    const stuck = () => fake.updates.waiting.map((update) => JSON.stringify(update).slice(0, 300));
    await expect.poll(stuck, { interval: 5 }).toEqual([]);
    await program.program.settle();
  }
  const ledger = await readLedger(database);
  await program.close();

  const heard = new Set(ledger.inbox.map(({ dedupe_key: key }) => Number(key.split("/")[0])));
  const known = new Set(voices.map((id) => `/${String(id)}`));
  const unsent = ledger.outbox.filter(
    ({ address, state, payload }) =>
      state !== "sent" && known.has(address.slice(address.lastIndexOf("/"))) && !payload.includes('"file":'),
  );
  expect(complaints(program.lines)).toEqual([]);
  expect([...expected].filter(([id]) => !heard.has(id))).toEqual([]);
  expect(ledger.inbox.filter(({ state }) => state !== "done")).toEqual([]);
  expect(unanswered(ledger)).toEqual([]);
  expect(unsent).toEqual([]);
  expect(leaks(ledger, writer.speakers, nameOnTelegram)).toEqual([]);
}

/** Errors, but for updates that nobody can read and files that nobody has. */
function complaints(lines: readonly string[]): readonly string[] {
  return lines.filter(
    (line) =>
      /"level":(5|6)0/.test(line) &&
      !line.includes("an update could not be read") &&
      !/wrong (remote )?file identifier/.test(line),
  );
}

/** Five hundred updates say nothing; the seed does. */
function failShortly<T>({ failed, errorInstance, counterexamplePath }: fc.RunDetails<T>): void {
  if (!failed) return;
  process.stdout.write(`failed with FUZZ_SEED=${seed}, program ${counterexamplePath ?? "0"}\n`);
  throw errorInstance;
}

describeOnEachEngine("whatever Telegram brings", (open, engine) => {
  test.each(["polling", "webhook"] as const)(
    "the program stands, answers every person and shows nobody another's words, by %s",
    { timeout: 300_000 },
    async (mode) => {
      const share = engine === "sqlite" ? total / 2 : total / 40;
      const size = Math.min(inOneProgram, share);
      const updates = fc.array(randomUpdate, { minLength: size, maxLength: size, size: "max" });
      process.stdout.write(`${share} random updates by ${mode} on ${engine}, FUZZ_SEED=${seed}\n`);

      await fc.assert(
        fc.asyncProperty(updates, (all) => shower(open, mode, all)),
        { numRuns: Math.max(1, Math.round(share / size)), seed, endOnFailure: true, reporter: failShortly },
      );
    },
  );
});
