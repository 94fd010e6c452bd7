import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  newFolder,
  postgresqlServerIsMissing,
  startPostgresqlServer,
} from "../../core/store/testing/index.ts";
import { drawLedger, ledgerText, repeatedInOneLife } from "./testing/ledger.ts";
import { seedOfRun } from "./testing/random.ts";
import { liveThrough } from "./testing/trial.ts";

const crashes = Number(process.env["PROOF_TROUBLES"] ?? 3);
const missing = postgresqlServerIsMissing();

describe.skipIf(missing !== undefined)(
  `the database crashes${missing === undefined ? "" : ` (${missing})`}`,
  () => {
    test(
      "the program goes on by itself, loses nothing and renumbers nothing",
      { timeout: 120_000 + crashes * 20_000 },
      async () => {
        const seed = seedOfRun();
        const server = await startPostgresqlServer();
        onTestFinished(() => server.remove());
        const dataDir = newFolder();

        const witness = await liveThrough(
          {
            seed,
            settings: () => ({ DATABASE_URL: server.url, DATA_DIR: dataDir }),
            // It may say as often as it likes that there is no database.
            mayComplain: () => true,
          },
          crashes,
          async ({ begin, moment }) => {
            const program = begin();
            await program.ready;
            for (let crash = 0; crash < crashes; crash += 1) {
              await moment(program);
              server.crash();
              await wait(2_000);
            }
            return program;
          },
        );

        const ledger = await drawLedger({ url: server.url, dataDir }, witness, repeatedInOneLife);
        process.stdout.write(ledgerText(`${crashes} crashes of PostgreSQL, PROOF_SEED=${seed}`, ledger));
        expect(ledger.broken).toEqual([]);
        expect(ledger.counts["matters"]).toBeGreaterThan(0);
      },
    );
  },
);
