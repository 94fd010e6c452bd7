import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const inCi = process.env["CI"] === "true";
const proofs = "bot/proofs/**/*.test.ts";
/** Uses a bot's whole rate and is judged by how much of it: nothing else may run beside. */
const alone = "bot/proofs/limits.test.ts";
/** By far the longest: whatever begins last should be short. */
const first = ["bot/chats.test.ts", "bot/chatsInNumbers.test.ts", "bot/proofs/telegram"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = first.findIndex((path) => moduleId.includes(path));
      return at === -1 ? first.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

type Project = NonNullable<NonNullable<ViteUserConfig["test"]>["projects"]>[number];

/** A group of tests that runs when those of lower order have ended. Much of it is waiting, so three share two processors. */
function group(name: string, groupOrder: number, files: { include: string[]; exclude?: string[] }): Project {
  return { extends: true, test: { name, ...files, maxWorkers: 3, sequence: { groupOrder } } };
}

export default defineConfig({
  test: {
    projects: [
      group("tests", 0, { include: ["{bot,core,adapters,scripts}/**/*.test.ts"], exclude: [proofs] }),
      group("proofs", 1, { include: [proofs], exclude: [alone] }),
      group("alone", 2, { include: [alone] }),
    ],
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
    reporters: inCi ? ["default", "json"] : ["default"],
    outputFile: { json: "test-report.json" },
  },
});
