import { setTimeout as wait } from "node:timers/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { drawLedger, ledgerText, repeatedInOneLife } from "./testing/ledger.ts";
import { seedOfRun } from "./testing/random.ts";
import { openSmallDisk, smallDiskIsMissing } from "./testing/smallDisk.ts";
import { liveThrough } from "./testing/trial.ts";

const times = Number(process.env["PROOF_TROUBLES"] ?? 3);
const missing = smallDiskIsMissing();

describe.skipIf(missing !== undefined)(
  `the disk is full${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    test(
      "nothing is acknowledged that is not kept, and all goes on when there is room again",
      { timeout: 120_000 + times * 20_000 },
      async () => {
        const seed = seedOfRun();
        const disk = openSmallDisk();
        onTestFinished(() => disk.remove());
        const place = { url: `file:${join(disk.folder, "village.db")}`, dataDir: disk.folder };
        const settings = { DATABASE_URL: place.url, DATA_DIR: disk.folder };
        const complained: string[] = [];
        const mayComplain = (line: string) => complained.push(line) > 0;

        const witness = await liveThrough(
          { seed, settings: () => settings, mayComplain },
          times,
          async ({ begin, moment }) => {
            const program = begin();
            await program.ready;
            for (let time = 0; time < times; time += 1) {
              await moment(program);
              disk.fill();
              await wait(2_500);
              disk.empty();
              await wait(1_000);
            }
            return program;
          },
        );

        const ledger = await drawLedger(place, witness, repeatedInOneLife);
        process.stdout.write(ledgerText(`${times} times a full disk, PROOF_SEED=${seed}`, ledger));
        expect(ledger.broken).toEqual([]);
        expect(ledger.counts["matters"]).toBeGreaterThan(0);
        expect(
          complained.some((line) => line.includes("full")),
          "the log says why",
        ).toBe(true);
      },
    );
  },
);
