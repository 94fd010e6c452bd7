/**
 * Writes alarms and reports each once it is committed: `writeUntilKilled.ts <url> <dataDir> <first number> <durable|loose>`.
 * Number n is written by two transactions, a plain one and then one that is durable (or, for comparison, is not).
 */
import { openDatabase } from "../../index.ts";

const [, , url = "", dataDir = "", first = "0", promise] = process.argv;
const database = await openDatabase(url, { dataDir });

async function write(key: string, durable: boolean): Promise<void> {
  // Long enough that the log is moved into the database file now and then, while power may be cut.
  const row = { key, kind: "test", subject: "路灯".repeat(500), fire_at: 0 };
  await database.transaction((tx) => tx.insertInto("alarm").values(row).execute(), { durable });
}

for (let number = Number(first); ; number++) {
  await write(`plain ${number}`, false);
  await write(`promised ${number}`, promise === "durable");
  process.stdout.write(`told ${number}\n`);
  await new Promise(setImmediate);
}
