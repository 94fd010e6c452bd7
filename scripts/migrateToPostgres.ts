/**
 * Moves an installation to another database, and compares every row before it is done:
 * `npm run migrate-to-postgres -- --from file:./data/diantong.db --to postgres://…`, and the way back with the two exchanged.
 * Exit code 1 and a sentence where it cannot; the target then holds nothing.
 */
import { parseArgs } from "node:util";
import { type MoveProgress, moveInstallation, StoreRefusal } from "../core/store/index.ts";

const usage =
  "Say from where to where: npm run migrate-to-postgres -- --from file:./data/diantong.db --to postgres://user:password@host/name";

function told({ step, table, rows, sha256 }: MoveProgress): string {
  const hash = sha256 === undefined ? "" : `, sha256 ${sha256.slice(0, 16)}`;
  return `${step.padEnd(8)} ${table.padEnd(20)} ${String(rows).padStart(9)} rows${hash}`;
}

function addresses(): { readonly from: string; readonly to: string } | undefined {
  try {
    const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
    const { from, to } = values;
    const isAddress = (given: string): boolean => /^(file:.+|postgres(ql)?:\/\/.+)$/.test(given);
    return from && to && isAddress(from) && isAddress(to) ? { from, to } : undefined;
  } catch {
    return undefined;
  }
}

async function move(): Promise<number> {
  const given = addresses();
  if (given === undefined) {
    console.error(usage);
    return 1;
  }
  try {
    const rows = await moveInstallation({ ...given, tell: (progress) => console.log(told(progress)) });
    console.log(`${rows} rows were moved, each the same on both sides.
What people sent is not in the database: take the folder media/ of DATA_DIR along.
Set DATABASE_URL to the new database and start. Do not start the old one again: both would give the same numbers.`);
    return 0;
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await move();
