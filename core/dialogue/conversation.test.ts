import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bareStage, inNumbers, play, pressesOlderCard, type Stage } from "./testing/index.ts";
import { exampleBook } from "./testing/exampleBook.ts";
import { exampleServices } from "./testing/exampleServices.ts";

const folder = `${import.meta.dirname}/chats`;

describe("conversations of the example book", () => {
  function stage(name: string, draw: "buttons" | "numbers"): Stage {
    const language = name.endsWith(".en.chat") ? "en" : "zh";
    return bareStage({ book: exampleBook, services: exampleServices(), draw, language });
  }

  it.each(readdirSync(folder))(
    "%s goes as written, through JSON and a fresh engine at every turn",
    async (name) => {
      const path = `${folder}/${name}`;

      const played = await play(path, stage(name, "buttons"));

      await expect(played).toMatchFileSnapshot(path);
    },
  );

  it.each(readdirSync(folder))("%s goes as written where there are no buttons", async (name) => {
    const path = `${folder}/${name}`;
    const written = readFileSync(path, "utf8");
    const numbers = inNumbers(stage(name, "numbers"));

    const played = await play(path, numbers);

    expect(played).toBe(written);
    expect(numbers.olderPresses.length > 0, numbers.olderPresses.join()).toBe(pressesOlderCard(written));
  });
});
