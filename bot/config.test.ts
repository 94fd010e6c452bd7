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
  ["REDIS_URL", "127.0.0.1:6379"],
  ["REDIS_URL", "http://127.0.0.1:6379"],
  ["REDIS_URL", "redis://127.0.0.1:6379/first"],
  ["REDIS_URL", "redis://127.0.0.1:port"],
  ["TIMEZONE", "Mars/Olympus"],
  ["SEED", "everything"],
  ["PUBLIC_URL", "example.org"],
  ["PUBLIC_URL", "https://example.org/"],
  ["TELEGRAM_BOT_TOKEN", "my token"],
  ["TELEGRAM_API_ROOT", "https://api.telegram.org/"],
  ["TELEGRAM_MODE", "carrier pigeon"],
  ["TELEGRAM_WEBHOOK_SECRET", "with a space"],
  ["ADMIN_CODE", "short"],
  ["ROLE", "manager"],
  ["ROLE", "worker"],
])("a wrong %s (%s) is refused by name", (name, value) => {
  expect(readConfig({ [name]: value })).toEqual({ wrong: [expect.stringContaining(name)] });
});

test.each([
  [{}, "demo"],
  [{ TELEGRAM_BOT_TOKEN: "7000000001:AAFakeToken" }, "none"],
  [{ TELEGRAM_BOT_TOKEN: "", SEED: "" }, "demo"],
  [{ TELEGRAM_BOT_TOKEN: "7000000001:AAFakeToken", SEED: "demo" }, "demo"],
  [{ SEED: "none" }, "none"],
])("with %j the county begins with %s", (given, seed) => {
  expect(readConfig(given)).toMatchObject({ SEED: seed });
});

test("a bot with a token may not leave loopback, since it has no invented people unless told so", () => {
  const open = { TELEGRAM_BOT_TOKEN: "7000000001:AAFakeToken", HTTP_HOST: "0.0.0.0" };

  expect(readConfig(open)).toEqual({ wrong: [expect.stringContaining("HTTP_HOST")] });
});

test("the sandbox may not leave loopback in an installation with real people", () => {
  expect(readConfig({ SEED: "none", HTTP_HOST: "0.0.0.0" })).toEqual({
    wrong: [expect.stringContaining("HTTP_HOST")],
  });
});

test("on PostgreSQL a process may take one part of the work", () => {
  const given = { DATABASE_URL: "postgres://diantong@127.0.0.1/diantong", ROLE: "worker" };

  expect(readConfig(given)).toMatchObject({ ROLE: "worker" });
  expect(readConfig({})).toMatchObject({ ROLE: "all" });
});

const webhook = {
  TELEGRAM_BOT_TOKEN: "7000000001:AAFakeToken",
  TELEGRAM_MODE: "webhook",
  TELEGRAM_WEBHOOK_SECRET: "secret",
  PUBLIC_URL: "https://example.org",
};

test("a webhook with everything it needs is taken", () => {
  expect(readConfig(webhook)).toMatchObject(webhook);
});

test.each(["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "PUBLIC_URL"])(
  "a webhook without %s is refused with a sentence that names it",
  (name) => {
    expect(readConfig({ ...webhook, [name]: "" })).toEqual({
      wrong: [`${name} is needed when TELEGRAM_MODE=webhook`],
    });
  },
);

test("Telegram delivers to https only; another Bot API server may use http", () => {
  const insecure = { ...webhook, PUBLIC_URL: "http://example.org" };

  expect(readConfig(insecure)).toEqual({ wrong: [expect.stringContaining("PUBLIC_URL")] });
  expect(readConfig({ ...insecure, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" })).toMatchObject(insecure);
});

test.each([
  [{}, undefined],
  [{ REDIS_URL: "" }, undefined],
  [{ REDIS_URL: "redis://127.0.0.1:6379" }, "redis://127.0.0.1:6379"],
  [{ REDIS_URL: "rediss://me:word@redis.example.org:6380/1" }, "rediss://me:word@redis.example.org:6380/1"],
])("with %j slow work is shared out by %s", (given, url) => {
  expect(readConfig(given)).toHaveProperty("DATABASE_URL");
  expect("wrong" in readConfig(given) ? "wrong" : Reflect.get(readConfig(given), "REDIS_URL")).toBe(url);
});

test("no sentence repeats a wrong token or a password", () => {
  const read = readConfig({
    TELEGRAM_BOT_TOKEN: "123:secret part with spaces",
    REDIS_URL: "redis://me:secret part@host",
  });

  expect(JSON.stringify(read)).not.toContain("secret part");
});
