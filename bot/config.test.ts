import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig, settingNames } from "./config.ts";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
  ([, name = "", value = ""]) => [name, value] as const,
);

test(".env.example names exactly the settings the program reads", () => {
  expect(lines.map(([name]) => name).sort()).toEqual([...settingNames].sort());
});

test(".env.example shows the defaults", () => {
  expect(readConfig(Object.fromEntries(lines))).toEqual(readConfig({}));
});

test.each([
  ["HTTP_PORT", "seventy"],
  ["HTTP_PORT", "70000"],
  ["DATABASE_URL", "mysql://somewhere"],
  ["TIMEZONE", "Mars/Olympus"],
  ["SEED", "everything"],
  ["ADMIN_CODE", "short"],
])("a wrong %s (%s) is refused by name", (name, value) => {
  expect(readConfig({ [name]: value })).toEqual({ wrong: [expect.stringContaining(name)] });
});

test("the sandbox may not leave loopback in an installation with real people", () => {
  expect(readConfig({ SEED: "none", HTTP_HOST: "0.0.0.0" })).toEqual({
    wrong: [expect.stringContaining("HTTP_HOST")],
  });
});
