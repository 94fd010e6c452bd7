/** What a first sentence says of a matter is not asked again: its kind and its place stand on the summary. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeOnSqlite } from "../../core/store/testing/index.ts";
import { say } from "../../core/tickets/texts.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "../testing/programStage.ts";

const sentences = readFileSync(new URL("testing/prefilled.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t") as [kind: string, place: string, words: string]);

const speaker = "王婶";

interface Screen {
  readonly text: string;
  readonly labels: readonly string[];
}

async function says(stage: ProgramStage, words: string): Promise<Screen> {
  await stage.say(speaker, { type: "text", text: words });
  const heard = (await stage.heard()).filter(({ persona }) => persona === speaker);
  return {
    text: heard.map(({ text }) => text).join("\n"),
    labels: heard.flatMap(({ buttons }) => buttons.map(({ label }) => label)),
  };
}

/** Says the number of a button that is there. */
function presses(stage: ProgramStage, { labels }: Screen, label: string): Promise<Screen> {
  return says(stage, String(labels.indexOf(label) + 1));
}

describeOnSqlite("what a first sentence says of a matter", (open) => {
  test.each(sentences)("%s, %s: %s", async (kind, place, words) => {
    const stage = await createProgramStage(await open.filled(seedVillage));

    let screen = await says(stage, words);
    if (screen.labels.includes(say.wishes.report.zh))
      screen = await presses(stage, screen, say.wishes.report.zh);
    const isPlaceAsked = screen.text.includes(say.askWhere.zh);
    if (isPlaceAsked) screen = await says(stage, "屋后");
    // Between two kinds it may ask, where the right one is among them.
    if (screen.labels.includes(kind)) screen = await presses(stage, screen, kind);

    expect(isPlaceAsked).toBe(place === "-");
    expect(screen.text).toMatch(new RegExp(`【(?:.+·)?${kind}】.*${place === "-" ? "屋后" : place}`, "u"));
  });
});
