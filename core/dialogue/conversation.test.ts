import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bareStage, play } from "./testing/index.ts";
import { exampleBook } from "./testing/exampleBook.ts";
import { exampleServices } from "./testing/exampleServices.ts";

const folder = `${import.meta.dirname}/chats`;

describe("conversations of the example book", () => {
  it.each(readdirSync(folder))(
    "%s goes as written, through JSON and a fresh engine at every turn",
    async (name) => {
      const draw = name.endsWith(".numbers.chat") ? "numbers" : "buttons";
      const language = name.endsWith(".en.chat") ? "en" : "zh";
      const path = `${folder}/${name}`;

      const stage = bareStage({ book: exampleBook, services: exampleServices(), draw, language });
      const played = await play(path, stage);

      await expect(played).toMatchFileSnapshot(path);
    },
  );
});
