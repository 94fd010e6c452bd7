import { defineConfig } from "vitest/config";

const inCi = process.env["CI"] === "true";

export default defineConfig({
  test: {
    include: ["{bot,core,adapters,scripts}/**/*.test.ts"],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: inCi ? ["default", "json"] : ["default"],
    outputFile: { json: "test-report.json" },
  },
});
