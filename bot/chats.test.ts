import { globSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { play } from "../core/dialogue/testing/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createProgramStage } from "./testing/programStage.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// The engine plays its own conversations, in a book made for its tests.
const chats = globSync("core/**/*.chat", { cwd: root, exclude: ["core/dialogue/**"] }).sort();

test("there are conversations to play", () => {
  expect(chats.length).toBeGreaterThan(12);
});

describeOnEachEngine("the whole program", (open) => {
  test.each(chats)("plays %s", async (path) => {
    const file = `${root}${path}`;
    const numbers = basename(path).includes(".numbers.");
    const stage = await createProgramStage(await open(), numbers ? { choices: { kind: "numbers" } } : {});

    const played = await play(file, stage);

    await expect(played).toMatchFileSnapshot(file);
  });
});
