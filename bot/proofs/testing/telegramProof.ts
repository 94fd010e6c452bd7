import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../../core/store/testing/index.ts";
import { seedOfRun } from "./random.ts";
import { killOnTelegram, killsOnTelegram } from "./telegramTrial.ts";

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
    test.runIf(engine === "sqlite")("is noticed: the proof has teeth", { timeout: 60_000 }, async () => {
      const place = await open.place();
      const title = `kills by ${mode}, everything acknowledged before it is stored`;

      const ledger = await killOnTelegram({
        mode,
        place,
        title,
        kills: 6,
        seed: 5,
        patience: 4_000,
        hasty: true,
      });

      expect(ledger.broken).toContainEqual(expect.stringContaining("acknowledged and not stored"));
    });
  });
}
