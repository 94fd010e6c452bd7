/**
 * `npm run simulate -- [--days 60] [--villages 20] [--seed 1]`: days of village life in the real program, with its clock put
 * forward; prints what was promised and whether it was kept, and ends with exit code 1 where it was not.
 */
import { parseArgs } from "node:util";
import { simulate } from "./simulate/run.ts";
import { ledgerOf } from "./simulate/ledger.ts";

const { values } = parseArgs({
  options: {
    days: { type: "string", default: "60" },
    villages: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});

function whole(name: "days" | "villages" | "seed", most: number): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  console.error(`--${name} must be a whole number from 1 to ${most}`);
  return process.exit(1);
}

const [days, villages, seed] = [whole("days", 400), whole("villages", 100), whole("seed", 2_000_000_000)];
const began = performance.now();
const outcome = await simulate({
  days,
  villages,
  seed,
  onDay: (day) => process.stderr.write(`\rday ${day} of ${days}   `),
});
process.stderr.write("\n");
const { text, isKept } = ledgerOf({ days, villages, seed }, outcome);
console.log(text);
console.log(`took ${Math.round((performance.now() - began) / 1000)} s`);
process.exitCode = isKept ? 0 : 1;
