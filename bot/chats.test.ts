/** Every conversation as it was written down; together they tell every flow there is. */
import { globSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { play } from "../core/dialogue/testing/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";
import { watchFlows } from "./testing/toldFlows.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// The engine plays its own conversations, in a book made for its tests.
const chats = globSync("core/**/*.chat", { cwd: root, exclude: ["core/dialogue/**"] }).sort();
const flows = await watchFlows();

test("there are conversations to play", () => {
  expect(chats.length).toBeGreaterThan(12);
});

/** Enough of those on PostgreSQL for every commit, which answers there four times slower; the whole: `ALL_CHATS=1`. */
const every = process.env["ALL_CHATS"] === "1" ? 1 : 3;
const played = { sqlite: chats, postgresql: chats.filter((_, index) => index % every === 0) };

describeOnEachEngine("the whole program", (open, engine) => {
  test.each(played[engine])("plays %s", async (path) => {
    const file = `${root}${path}`;
    const caps = basename(path).includes(".numbers.") ? ({ choices: { kind: "numbers" } } as const) : {};
    const stage = await createProgramStage(await open.filled(seedVillage), caps);

    const transcript = await play(file, stage);

    flows.played(path);
    await expect(transcript).toMatchFileSnapshot(file);
  });
});

// Above everything of a slice has been played.
test.each(flows.slices)("conversations of %s tell each of its flows", (slice) => {
  expect(flows.untold(slice)).toEqual([]);
});
