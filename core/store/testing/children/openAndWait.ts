/** A process that opens a database and stays: `openAndWait.ts <url> <dataDir> [<migrations>]`. Says "open" or why not. */
import { openDatabase, StoreRefusal } from "../../index.ts";

const [, , url = "", dataDir = "", migrations] = process.argv;
process.stdout.write("starting\n");
try {
  await openDatabase(url, { dataDir, ...(migrations === undefined ? {} : { migrations }) });
  process.stdout.write("open\n");
  setInterval(() => undefined, 1000);
} catch (error) {
  if (!(error instanceof StoreRefusal)) throw error;
  process.stdout.write(`refused: ${error.message}\n`);
}
