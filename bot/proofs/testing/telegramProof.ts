import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../../core/store/testing/index.ts";
import { seedOfRun } from "./random.ts";
import { killOnTelegram, killsOnTelegram } from "./telegramTrial.ts";

const mostTries = 3;

function isLost(promise: string): boolean {
  return promise.includes("acknowledged and not stored");
}

/** The proof for one way of receiving from Telegram; each in a file of its own, so that they run side by side. */
export function proveOnTelegram(mode: "polling" | "webhook"): void {
  describeOnEachEngine(`killed at any moment on Telegram, by ${mode}`, (open, engine) => {
    test(
      `the program keeps every promise through ${killsOnTelegram} kills`,
      { timeout: 400_000 },
      async () => {
        const place = await open.place();
        const title = `${killsOnTelegram} kills by ${mode} on ${engine}`;

        const ledger = await killOnTelegram({
          mode,
          place,
          title,
          kills: killsOnTelegram,
          seed: seedOfRun(),
        });

        expect(ledger.broken).toEqual([]);
        expect(ledger.counts["matters"]).toBeGreaterThan(0);
        expect(ledger.counts["confirmed without being seen"]).toBe(0);
      },
    );
  });

  describeOnEachEngine(`acknowledged before it is stored, by ${mode}`, (open, engine) => {
    test.runIf(engine === "sqlite")("is noticed: the proof has teeth", { timeout: 150_000 }, async () => {
      const title = `kills by ${mode}, everything acknowledged before it is stored`;
      const shared = { mode, title, kills: 6, patience: 4_000, hasty: true } as const;
      const broken: string[] = [];

      // Whether a kill falls between the two is a matter of milliseconds.
      for (let seed = 5; seed < 5 + mostTries && !broken.some(isLost); seed += 1)
        broken.push(...(await killOnTelegram({ ...shared, seed, place: await open.place() })).broken);

      expect(broken.filter(isLost)).not.toEqual([]);
    });
  });
}
