/** The same conversations where the platform has no buttons: numbered lines, answered by number. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inNumbers, play, pressesOlderCard } from "../core/dialogue/testing/index.ts";
import { describeOnSqlite } from "../core/store/testing/index.ts";
import { createProgramStage, seedVillage } from "./testing/programStage.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const exclude = ["core/dialogue/**", "**/*.numbers.chat"];
const chats = globSync("core/**/*.chat", { cwd: root, exclude }).sort();

describeOnSqlite("the whole program without buttons", (open) => {
  test.each(chats)("plays %s", async (path) => {
    const file = `${root}${path}`;
    const written = readFileSync(file, "utf8");
    const stage = inNumbers(
      await createProgramStage(await open.filled(seedVillage), { choices: { kind: "numbers" } }),
    );

    const played = await play(file, stage);

    expect(played).toBe(written);
    expect(stage.olderPresses.length > 0, stage.olderPresses.join()).toBe(pressesOlderCard(written));
  });
});
