import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../core/store/testing/index.ts";
import { drawLedger, ledgerText } from "./testing/ledger.ts";
import { seedOfRun } from "./testing/random.ts";
import { tryToBreak } from "./testing/trial.ts";

/** Enough for every commit; the whole: `PROOF_KILLS=20`. */
const kills = Number(process.env["PROOF_KILLS"] ?? 10);

describeOnEachEngine("killed at any moment", (open, engine) => {
  test(`the program keeps every promise through ${kills} kills`, { timeout: 180_000 }, async () => {
    const seed = seedOfRun();
    const { url, dataDir } = await open.place();
    const settings = { DATABASE_URL: url, DATA_DIR: dataDir };

    const witness = await tryToBreak({ seed, kills, settings: () => settings });

    const ledger = await drawLedger({ url, dataDir }, witness);
    process.stdout.write(ledgerText(`${kills} kills on ${engine}, PROOF_SEED=${seed}`, ledger));
    expect(ledger.broken).toEqual([]);
    expect(ledger.counts["matters"]).toBeGreaterThan(0);
  });
});
