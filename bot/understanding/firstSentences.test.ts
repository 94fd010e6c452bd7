import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../core/store/testing/index.ts";
import { isRight, leadAll, utterancesIn } from "./testing/destinations.ts";

describeOnEachEngine("first sentences", (open) => {
  test.each(["utterances.txt", "heldOut.txt"])(
    "every one of %s goes where it should, or to a menu that offers it",
    async (file) => {
      const utterances = utterancesIn(file);

      const led = await leadAll(open, utterances);

      const straight = led.filter(({ to }) => to !== "menu").length;
      process.stdout.write(`${file}: ${straight} of ${led.length} straight, the others by a menu\n`);
      expect(led.filter((one) => !isRight(one))).toEqual([]);
      expect(led.length).toBeGreaterThanOrEqual(40);
    },
    300_000,
  );
});
