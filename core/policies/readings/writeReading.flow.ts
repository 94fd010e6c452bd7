import { review, steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import type { PolicyId } from "../model.ts";
import { readingTexts as say } from "../texts/readings.ts";
import { figuresNotIn } from "./model.ts";
import { shortWords } from "./questions.ts";

const { ask, look, once } = steps<PublishingServices>();

interface Given {
  readonly id: PolicyId;
  readonly position: number;
}

/** 写解读: a passage in plain words; figures that are not in it are pointed at. */
export const writeReading: Flow<PublishingServices, Given> = {
  name: "write_reading",
  title: say.writeTitle,
  *tell({ id, position }) {
    const found = yield* look("passage", ({ publishing }) => publishing.writable(id, position));
    if ("refused" in found) return found.refused;
    const words = yield* ask("words", shortWords(say.askReading(found.passage)));
    const figures = figuresNotIn(words, found.words);
    const text = say.sureReading(words, figures.length > 0 ? say.figures(figures) : undefined);
    const sure = yield* ask("sure", review({ text, changes: { words: say.rewriteIt }, ...labels }));
    if (!sure) return say.left;
    return yield* once("write", ({ publishing }, key) => publishing.write(key, { id, position, words }));
  },
};

const labels = { yes: say.keep, add: false, drop: say.dropIt } as const;
