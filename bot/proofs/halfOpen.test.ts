import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { describeOnPostgresql } from "../../core/store/testing/index.ts";
import { openFirewall } from "./testing/firewall.ts";
import { drawLedger, ledgerText, repeatedInOneLife } from "./testing/ledger.ts";
import { seedOfRun } from "./testing/random.ts";
import { liveThrough } from "./testing/trial.ts";

const times = Number(process.env["PROOF_TROUBLES"] ?? 1);

describeOnPostgresql("connections to the database that nobody tells are dead", (open) => {
  test("are given up, and nothing is lost", { timeout: 120_000 + times * 60_000 }, async () => {
    const seed = seedOfRun();
    const { url, dataDir } = await open.place();
    const firewall = await openFirewall(Number(new URL(url).port));
    onTestFinished(() => firewall.close());
    const through = new URL(url);
    through.port = String(firewall.port);
    const settings = { DATABASE_URL: through.href, DATA_DIR: dataDir };
    // Whoever waits, waits until the connections are given up.
    const living = { seed, settings: () => settings, patience: 60_000, mayComplain: () => true };
    const forgotten: number[] = [];

    const witness = await liveThrough(living, times, async ({ begin, moment }) => {
      const program = begin();
      await program.ready;
      for (let time = 0; time < times; time += 1) {
        await moment(program);
        forgotten.push(firewall.forget());
        await wait(26_000);
      }
      return program;
    });

    const ledger = await drawLedger({ url, dataDir }, witness, repeatedInOneLife);
    process.stdout.write(ledgerText(`${times} times every connection forgotten, PROOF_SEED=${seed}`, ledger));
    expect(Math.min(...forgotten)).toBeGreaterThan(1);
    expect(ledger.broken).toEqual([]);
    expect(ledger.counts["matters"]).toBeGreaterThan(0);
  });
});
