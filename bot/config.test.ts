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
  ["STT_BASE_URL", "example.org"],
  ["STT_BASE_URL", "https://example.org/v1/"],
  ["STT_BASE_URL", "http://stt.example.org/v1"],
  ["LLM_BASE_URL", "http://172.32.0.1/v1"],
  ["LLM_API_KEY", "two words"],
  ["LLM_DAILY_TOKENS", "0"],
  ["LLM_DAILY_TOKENS", "many"],
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

test.each([
  "https://api.example.org/v1",
  "http://127.0.0.1:8000/v1",
  "http://[::1]:8000/v1",
  "http://10.1.2.3/v1",
  "http://192.168.1.5:8000/v1",
  "http://172.16.0.9/v1",
  "http://whisper:8000/v1",
  "http://whisper.local/v1",
])("a service at %s is taken, with its model", (address) => {
  const given = { STT_BASE_URL: address, STT_MODEL: "whisper-1", LLM_BASE_URL: address, LLM_MODEL: "some" };

  expect(readConfig(given)).toMatchObject(given);
});

test.each([
  [{ STT_BASE_URL: "https://example.org/v1" }, "STT_MODEL"],
  [{ STT_API_KEY: "key" }, "STT_BASE_URL"],
  [{ LLM_MODEL: "some" }, "LLM_BASE_URL"],
  [{ LLM_BASE_URL: "https://example.org/v1", LLM_API_KEY: "key" }, "LLM_MODEL"],
])("half a service (%j) is refused with a sentence that names %s", (given, name) => {
  expect(readConfig(given)).toEqual({ wrong: [expect.stringContaining(`${name} is needed`)] });
});

test("no sentence repeats a wrong token or a password", () => {
  const read = readConfig({
    STT_BASE_URL: "https://example.org/v1",
    STT_API_KEY: "secret part",
    LLM_API_KEY: "secret part\n",
    TELEGRAM_BOT_TOKEN: "123:secret part with spaces",
    REDIS_URL: "redis://me:secret part@host",
  });

  expect(JSON.stringify(read)).not.toContain("secret part");
});
