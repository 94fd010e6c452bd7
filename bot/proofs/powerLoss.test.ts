import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  losePower,
  newFolder,
  powerLossEnvironment,
  powerLossIsMissing,
} from "../../core/store/testing/index.ts";
import { drawLedger, ledgerText, type Ledger } from "./testing/ledger.ts";
import { seedOfRun } from "./testing/random.ts";
import { tryToBreak, type Trial } from "./testing/trial.ts";

const cuts = 10;
const missing = powerLossIsMissing();

/** Lives through power cuts on a disk; `environment` makes the disk before each start. */
async function cutPower(
  title: string,
  environment: (folder: string) => Readonly<Record<string, string>>,
  trial: Pick<Trial, "kills" | "patience"> & { readonly seed?: number },
): Promise<Ledger> {
  const folder = newFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const place = { url: `file:${join(folder, "village.db")}`, dataDir: folder };
  const seed = trial.seed ?? seedOfRun();
  const witness = await tryToBreak({
    ...trial,
    seed,
    settings: () => ({ DATABASE_URL: place.url, DATA_DIR: folder, ...environment(folder) }),
    afterKill: () => losePower(folder),
  });
  const ledger = await drawLedger(place, witness);
  process.stdout.write(ledgerText(`${trial.kills} ${title}, PROOF_SEED=${seed}`, ledger));
  return ledger;
}

/** Takes note of what was there before a start and lets every sync go unnoticed. */
function pretendToSync(folder: string): Readonly<Record<string, string>> {
  powerLossEnvironment(folder);
  return {};
}

describe.skipIf(missing !== undefined)(`losing power${missing === undefined ? "" : ` (${missing})`}`, () => {
  test("loses nothing acknowledged and renumbers nothing that was said", { timeout: 120_000 }, async () => {
    const ledger = await cutPower("power cuts", powerLossEnvironment, { kills: cuts });

    expect(ledger.broken).toEqual([]);
    expect(ledger.counts["matters"]).toBeGreaterThan(0);
  });

  test("is noticed on a disk that only pretends to sync: the proof has teeth", async () => {
    // With this seed no cut comes before the program listens.
    const trial = { kills: 3, patience: 4_000, seed: 11 };

    const ledger = await cutPower("power cuts on a disk that lies", pretendToSync, trial);

    expect(ledger.broken).toContainEqual(expect.stringContaining("acknowledged and not stored"));
    expect(ledger.broken).toContainEqual(expect.stringContaining("shown and not stored"));
  });
});
