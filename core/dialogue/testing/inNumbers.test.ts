import { expect, test } from "vitest";
import type { Option } from "../../channel/index.ts";
import { inNumbers, playText, type HeardMessage, type Stage } from "./index.ts";

const rating: readonly Option[] = [
  { label: "满意", token: "/rate good" },
  { label: "不满意", token: "/rate bad" },
];
const done: readonly Option[] = [{ label: "办好了", token: "/done" }];

/** A stage without buttons that answers everything with the next of these messages. */
function saying(
  ...answers: readonly Pick<HeardMessage, "text" | "menu">[]
): Stage & { readonly done: unknown[] } {
  const did: unknown[] = [];
  let heard: HeardMessage[] = [];
  return {
    done: did,
    async say(persona, body, replyTo) {
      const answer = answers[did.length] ?? { text: "好" };
      did.push([body.type === "text" ? body.text : body, replyTo]);
      heard.push({ id: `m${did.length}`, persona, buttons: [], files: [], ...answer });
    },
    pass: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    async heard() {
      const since = heard;
      heard = [];
      return since;
    },
  };
}

test("numbered lines are read as buttons by the menu of the message, and only those", async () => {
  const stage = saying({ text: "您觉得？\n1. 满意\n2. 不满意", menu: rating }, { text: "她说：\n1. 满意" });

  const played = await playText("王婶: 好\n王婶: 好", inNumbers(stage));

  expect(played).toBe("王婶: 好\nbot: 您觉得？\n     [满意] [不满意]\n王婶: 好\nbot: 她说：\n     1. 满意");
});

test("a press is the number in the menu last shown, also after messages without one", async () => {
  const stage = saying({ text: "您觉得？\n1. 满意\n2. 不满意", menu: rating });
  const numbers = inNumbers(stage);

  await playText("王婶: 好\n王婶: 谢谢\n王婶: [press 不满意]", numbers);

  expect(stage.done.at(-1)).toEqual(["2", undefined]);
  expect(numbers.olderPresses).toEqual([]);
});

test.each([
  ["another menu came since", { text: "办好了吗？\n1. 办好了", menu: done }],
  ["numbers mean nothing any more", { text: "为什么？", menu: [] }],
])("a press on an older message quotes it, and is noted, where %s", async (_why, since) => {
  const stage = saying({ text: "您觉得？\n1. 满意\n2. 不满意", menu: rating }, since);
  const numbers = inNumbers(stage);

  await playText("王婶: 好\n王婶: 好\n王婶: [press 不满意]", numbers);

  expect(stage.done.at(-1)).toEqual(["2", "m1"]);
  expect(numbers.olderPresses).toEqual(["不满意"]);
});

test.each(["您觉得？", "您觉得？\n1. 不满意\n2. 满意", "您觉得？1. 满意\n2. 不满意"])(
  "lines that are not those of the menu are an error: %j",
  async (text) => {
    const numbers = inNumbers(saying({ text, menu: rating }));

    await expect(playText("王婶: 好", numbers)).rejects.toThrow("does not end with its menu");
  },
);
