import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { play } from "../../core/dialogue/testing/index.ts";
import { withTheatre } from "./theatre.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Ended {
  readonly code: number | string;
  readonly said: string;
  readonly complained: string;
}

/** `npm run demo`, without npm. */
function demo(...args: readonly string[]): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  execFile(process.execPath, ["bot/start.mjs", "demo", ...args], { cwd: root }, (error, said, complained) =>
    resolve({ code: error?.code ?? 0, said, complained }),
  );
  return promise;
}

/** The story with some of its words changed. */
function changed(from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), "diantong-story-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const story = readFileSync(new URL("life.chat", import.meta.url), "utf8");
  expect(story).toContain(from);
  writeFileSync(join(folder, "life.chat"), story.replace(from, to));
  return join(folder, "life.chat");
}

test.each(["life.chat", "life.en.chat"])("%s goes as it is written", async (name) => {
  const path = fileURLToPath(new URL(name, import.meta.url));

  const played = await withTheatre(({ stage }) => play(path, stage));

  await expect(played).toMatchFileSnapshot(path);
});

test.each([
  [
    [],
    [
      "演示数据",
      "过了 20 小时",
      "王婶：村口大樟树旁边的路灯坏了三天",
      "点通 → 周敏：【超时 1001】",
      "第 2 轮",
    ],
  ],
  [
    ["--en"],
    ["演示数据 (demonstration data)", "20 hours later", "Diantong → 周敏: ", "Every step went as told"],
  ],
])(
  "the demonstration %j plays it aloud, in every scene as demonstration data, and ends well",
  async (args, sentences) => {
    const { code, said, complained } = await demo(...args);

    expect({ code, complained }).toEqual({ code: 0, complained: "" });
    for (const sentence of sentences) expect(said).toContain(sentence);
    const scenes = said.split("\n").filter((line) => line.includes("────"));
    expect(scenes.length).toBeGreaterThan(6);
    expect(scenes.filter((scene) => !scene.includes("演示数据"))).toEqual([]);
  },
);

test.each([
  [
    "a step that goes otherwise",
    "已请联村组长周敏来办",
    "已请村长来办",
    "说好的：bot: 1001 超过 24 小时没回您，已请村长来办",
  ],
  [
    "a button nobody was shown",
    "[press 对，交上去]",
    "[press 交给县长]",
    "was never shown a button [交给县长]",
  ],
])("%s ends it with a sentence and exit code 1", async (_what, from, to, sentence) => {
  const { code, complained } = await demo(changed(from, to));

  expect(code).toBe(1);
  expect(complained).toContain(sentence);
});
