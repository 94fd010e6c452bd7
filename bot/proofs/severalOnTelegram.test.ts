import { expect, test } from "vitest";
import { describeOnPostgresql } from "../../core/store/testing/index.ts";
import { seedOfRun } from "./testing/random.ts";
import { killOnTelegram } from "./testing/telegramTrial.ts";

/** Rounds: in each the gateway is killed, and a worker or the clock. */
const kills = Number(process.env["PROOF_KILLS"] ?? 6);

describeOnPostgresql("an installation of several processes, killed at any moment on Telegram", (open) => {
  test(
    `keeps every promise through ${kills} kills of a gateway and ${kills} of a worker or a clock`,
    { timeout: 400_000 },
    async () => {
      const place = await open.place();

      const ledger = await killOnTelegram({
        mode: "polling",
        place,
        title: `${kills} kills of a gateway and as many beside it`,
        kills,
        seed: seedOfRun(),
        beside: ["worker", "worker", "clock"],
      });

      expect(ledger.broken).toEqual([]);
      expect(ledger.counts["matters"]).toBeGreaterThan(0);
    },
  );
});
