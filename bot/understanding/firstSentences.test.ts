import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../core/store/testing/index.ts";
import { isRight, leadAll, utterancesIn } from "./testing/destinations.ts";

describeOnEachEngine("first sentences", (open) => {
  test.each(["utterances.txt"])(
    "every one of %s goes where it should, or to a menu that offers it",
    async (file) => {
      const utterances = utterancesIn(file);

      const led = await leadAll(open, utterances);

      const pairs = utterances.flatMap((utterance, at) => {
        const one = led[at];
        return one ? [{ ...utterance, ...one, isRight: isRight(utterance, one) }] : [];
      });
      const straight = pairs.filter(({ to }) => to !== "menu").length;
      process.stdout.write(`${file}: ${straight} of ${pairs.length} straight, the others by a menu\n`);
      const wrong = pairs.filter((pair) => !pair.isRight);
      expect(wrong.map(({ wanted, words, to, offered }) => ({ words, wanted, to, offered }))).toEqual([]);
      expect(pairs.length).toBeGreaterThanOrEqual(40);
    },
    300_000,
  );
});
