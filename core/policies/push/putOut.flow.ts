import { choice, review, steps, type Flow } from "../../dialogue/index.ts";
import type { PublishingServices } from "../desk.ts";
import type { PolicyId } from "../model.ts";
import { shortWords } from "../readings/questions.ts";
import { pushTexts as say } from "../texts/push.ts";

const { ask, look, once } = steps<PublishingServices>();

/** 发布: a draft as villagers will see it, who is told of it and how many they are, and then it is out. */
export const putOut: Flow<PublishingServices, { readonly id: PolicyId }> = {
  name: "put_out",
  title: say.title,
  *tell({ id }) {
    const ready = yield* look("ready", ({ publishing }) => publishing.ready(id));
    if ("refused" in ready) return ready.refused;
    const told = yield* ask("told", choice(say.askWho, ready.told));
    const words = yield* ask("words", shortWords(say.askWords), ready.words);
    const text = yield* look("preview", ({ publishing }) => publishing.preview(id, told, words));
    const changes = { told: say.changeWho, ...(told === "nobody" ? {} : { words: say.changeWords }) };
    const sure = yield* ask("sure", review({ text, changes, ...labels }));
    if (!sure) return say.left(id);
    return yield* once("publish", ({ publishing }, key) => publishing.publish(key, { id, told, words }));
  },
};

const labels = { yes: say.publish, add: false, drop: say.notYet } as const;
