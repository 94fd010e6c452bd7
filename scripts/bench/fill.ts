import { setTimeout as pause } from "node:timers/promises";
import { sql, type Database, type Tx } from "../../core/store/index.ts";
import { insertMany } from "../../core/tickets/testing/manyMatters.ts";

const chunk = 1_000;
const chunksTogether = 10;
const firstNumber = 2_000_000;
/** Of so many matters one is still open, as in a county that settles what comes. */
const oneOpenIn = 50;

/** Years of matters in all villages and grids: all but a fiftieth closed long ago, their clocks stopped; none falls due now. */
export async function fillWithMatters(database: Database, count: number, now: number): Promise<void> {
  const units = await database.transaction((tx) =>
    tx.selectFrom("unit").select("code").where("kind", "in", ["village", "grid"]).orderBy("code").execute(),
  );
  const chunks = Math.ceil(count / chunk);
  for (let done = 0; done < chunks; done += chunksTogether) {
    await database.transaction(async (tx) => {
      for (let index = done; index < Math.min(chunks, done + chunksTogether); index += 1) {
        const of = { unit: units[index % units.length]?.code ?? "", reporter: `resident-${String(index)}` };
        const from = firstNumber + index * chunk;
        await insertMany(tx, { ...of, responsible: "demo-li", count: chunk, from, filedAt: now });
        await closeMost(tx, from);
      }
    });
    await pause(1);
  }
}

async function closeMost(tx: Tx, from: number): Promise<void> {
  await tx
    .updateTable("ticket")
    .set({ state: "closed", due_at: null })
    .where("number", ">=", from)
    .where(sql<boolean>`number % ${oneOpenIn} <> 0`)
    .execute();
  const closed = tx
    .selectFrom("ticket")
    .select(sql<string>`'ticket ' || number`.as("subject"))
    .where("number", ">=", from)
    .where("state", "=", "closed");
  const stopped = await tx
    .updateTable("clock")
    .set({ state: "stopped", due_at: null, since_at: null })
    .where("subject", "in", closed)
    .returning("id")
    .execute();
  const keys = stopped.map(({ id }) => `clock ${String(id)} 1 half`);
  await tx.deleteFrom("alarm").where("key", "in", keys).execute();
}
