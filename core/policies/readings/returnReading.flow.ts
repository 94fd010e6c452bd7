import { steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import type { PolicyId } from "../model.ts";
import { readingTexts as say } from "../texts/readings.ts";
import { shortWords } from "./questions.ts";

const { ask, look, once } = steps<PublishingServices>();

interface Given {
  readonly id: PolicyId;
  readonly position: number;
}

/** 退回解读: a reading goes back to whoever wrote it, with what has to be changed. */
export const returnReading: Flow<PublishingServices, Given> = {
  name: "return_reading",
  title: say.returnTitle,
  *tell({ id, position }) {
    const found = yield* look("reading", ({ publishing }) => publishing.judgeable(id, position));
    if ("refused" in found) return found.refused;
    const why = yield* ask("why", shortWords(say.askWhy(found.reading)));
    return yield* once("return", ({ publishing }, key) => publishing.giveBack(key, { id, position, why }));
  },
};
