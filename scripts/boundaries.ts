/**
 * Runs dependency-cruiser and refuses a pass over nothing: without its TypeScript parser it reports success on 0 modules.
 */
import { execFileSync } from "node:child_process";

const folders = ["bot", "core", "adapters", "scripts"];
const arguments_ = ["--no-install", "depcruise", ...folders, "--config", ".dependency-cruiser.cjs"];

function cruise(outputType: string): string {
  try {
    return execFileSync("npx", [...arguments_, "--output-type", outputType], {
      encoding: "utf8",
      maxBuffer: 64_000_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const failed = error as { stdout?: string; stderr?: string };
    return failed.stdout ?? failed.stderr ?? String(error);
  }
}

const report = JSON.parse(cruise("json")) as {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  modules: { source: string; dependencies: unknown[] }[];
};
const own = report.modules.filter((module_) => /^(bot|core|adapters|scripts)\/.*\.ts$/.test(module_.source));
const arrows = own.reduce((sum, module_) => sum + module_.dependencies.length, 0);

for (const violation of report.summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
if (own.length < 2 || arrows === 0) {
  console.error(
    `boundaries: only ${own.length} modules and ${arrows} arrows were read; is @swc/core installed?`,
  );
  process.exit(1);
}
if (report.summary.violations.length > 0) process.exit(1);
console.log(`boundaries: ${own.length} modules, ${arrows} arrows, none forbidden`);
