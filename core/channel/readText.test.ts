import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { addressOf, chatAt, readText } from "./index.ts";

test.each([
  ["/start g7Kq2m", { type: "command", name: "start", args: "g7Kq2m" }],
  ["/Task@diantong_bot 1024 why", { type: "command", name: "task", args: "1024 why" }],
  ["／menu", { type: "command", name: "menu", args: "" }],
  ["  /broadcast 前童镇\n台风", { type: "command", name: "broadcast", args: "前童镇\n台风" }],
  ["/", { type: "command", name: "", args: "" }],
  ["路灯坏了 1/2", { type: "text", text: "路灯坏了 1/2" }],
  ["  两头的空格\n留着 ", { type: "text", text: "  两头的空格\n留着 " }],
])("%j is read for what it is", (typed, body) => {
  expect(readText(typed)).toEqual(body);
});

test("whatever is typed, words never begin with a slash and can be stored anywhere", () => {
  assert(
    property(string({ unit: "binary" }), (typed) => {
      const body = readText(typed);

      const stored = body.type === "text" ? body.text : body.name + body.args;
      expect(stored).not.toContain("\u0000");
      expect(stored.isWellFormed()).toBe(true);
      if (body.type === "text") expect(body.text.trimStart()).not.toMatch(/^[/／]/u);
    }),
  );
});

test("an address names one chat of one channel and bot", () => {
  const address = addressOf({ channel: "web", bot: "sandbox", chat: "wang/shen" });

  expect(address).toBe("web/sandbox/wang/shen");
  expect(chatAt(address, "web", "sandbox")).toBe("wang/shen");
  expect(chatAt(address, "telegram", "sandbox")).toBeUndefined();
  expect(chatAt("web/sandbox/", "web", "sandbox")).toBeUndefined();
});
