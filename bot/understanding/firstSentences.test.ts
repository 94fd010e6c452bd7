import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../core/store/testing/index.ts";
import { leadAll, utterancesIn, wayOf } from "./testing/destinations.ts";

describeOnEachEngine("first sentences", (open) => {
  test.each([
    ["utterances.txt", 0],
    // What each of these came to when it was first played: docs/decisions/049-understanding-gaps.md.
    ["heldOut.txt", 0],
    ["heldOutSecond.txt", 0],
    ["heldOutThird.txt", 0],
  ])(
    "those of %s go where they should or to a menu that has it; %d do not",
    async (file, mostWrong) => {
      const utterances = utterancesIn(file);

      const led = await leadAll(open, utterances);

      const ways = Map.groupBy(led, wayOf);
      const counted = Array.from(ways, ([way, those]) => `${way} ${those.length}`);
      process.stdout.write(`${file}: ${counted.join(", ")} of ${led.length}\n`);
      expect(ways.get("way out")?.length ?? 0).toBeLessThan(led.length / 20);
      expect((ways.get("wrong") ?? []).slice(mostWrong)).toEqual([]);
      expect(led.length).toBeGreaterThanOrEqual(30);
    },
    300_000,
  );
});
