/**
 * `npm run bench [disk turns lifecycle …]` (README.md has all names) measures this machine, prints one table and writes bench-results.json.
 * Timings on a shared machine are noisy: read the ratios, which are measured side by side.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { benchAccept } from "./accept.ts";
import { benchBulk } from "./bulk.ts";
import { benchBurst } from "./burst.ts";
import { benchDisk } from "./disk.ts";
import { benchEvaluation } from "./evaluation.ts";
import { benchHot } from "./hot.ts";
import { benchFootprint } from "./footprint.ts";
import { benchImport } from "./importing.ts";
import { benchLifecycle } from "./lifecycle.ts";
import { benchPictures } from "./pictures.ts";
import { benchSweep } from "./sweep.ts";
import { benchScaleOut } from "./scaleOut.ts";
import { benchSearch } from "./search.ts";
import { benchSpread } from "./spread.ts";
import { tableOf, type Figure } from "./result.ts";
import { benchTelegram } from "./telegram.ts";
import { benchTurns } from "./turns.ts";

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  disk: benchDisk,
  turns: benchTurns,
  lifecycle: benchLifecycle,
  burst: benchBurst,
  accept: benchAccept,
  bulk: benchBulk,
  footprint: benchFootprint,
  telegram: benchTelegram,
  sweep: benchSweep,
  spread: benchSpread,
  "scale-out": benchScaleOut,
  search: benchSearch,
  hot: benchHot,
  evaluation: benchEvaluation,
  import: benchImport,
  pictures: benchPictures,
};

function commitNow(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();
  } catch {
    return "not in git";
  }
}

const given = process.argv.slice(2);
const chosen = given.length > 0 ? given : Object.keys(benches);
const figures: Figure[] = [];
for (const name of chosen) {
  const bench = benches[name];
  if (!bench) throw new Error(`there is no bench ${name}; there are: ${Object.keys(benches).join(" ")}`);
  figures.push(...(await bench()));
}
const run = {
  commit: commitNow(),
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
  engine: "SQLite, WAL; accept and lease commits FULL, the others NORMAL",
};
console.log(
  Object.entries(run)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n"),
);
console.log(`\n${tableOf(figures)}\n`);
for (const { name, note } of figures) if (note) console.log(`${name}: ${note}`);
writeFileSync("bench-results.json", `${JSON.stringify({ ...run, figures }, null, 2)}\n`);
