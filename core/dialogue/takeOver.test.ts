import { expect, test } from "vitest";
import { verbatim } from "../language/index.ts";
import { begin, type Book } from "./command.ts";
import { steps, type Flow } from "./flow.ts";
import { words } from "./questions/words.ts";
import { bareStage } from "./testing/index.ts";

const { ask } = steps<object>();

const second: Flow<object, { readonly name: string }> = {
  name: "second",
  title: verbatim("第二"),
  *tell({ name }) {
    return verbatim(`${name}，${yield* ask("what", words(verbatim("您说什么？")))}`);
  },
};

const first: Flow<object> = {
  name: "first",
  title: verbatim("第一"),
  *tell() {
    const name = yield* ask("name", words(verbatim("怎么称呼？")));
    const opening = name === "哑" ? [] : ([{ type: "text", text: "路灯" }] as const);
    return begin(second, { name }, ...opening);
  },
};

const book: Book<object> = {
  flows: [first, second],
  commands: [],
  otherwise: () => Promise.resolve(begin(first)),
};

test("a flow may end by beginning another, with words that open it or without", async () => {
  const stage = bareStage({ book, services: () => ({}) });
  const say = async (text: string) => {
    await stage.say("王婶", { type: "text", text });
    return (await stage.heard()).map((heard) => heard.text);
  };

  const asked = await say("喂");
  const opened = await say("王婶");
  await say("喂");
  const waiting = await say("哑");
  const open = Array.from(stage.talks.values(), (talk) => (JSON.parse(talk) as { flow: string }).flow);

  expect(asked).toEqual(["怎么称呼？"]);
  expect(opened).toEqual(["王婶，路灯"]);
  expect(waiting).toEqual(["您说什么？"]);
  expect(open).toEqual(["second"]);
});
