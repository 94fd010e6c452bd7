import { afterEach, expect, test } from "vitest";
import { askOnce, type Request } from "./asking.ts";
import { startFakeService, type Behaviour, type FakeService } from "./testing/fakeService.ts";

let service: FakeService | undefined;
afterEach(() => service?.close());

async function ask(behaviour: Behaviour, given: Partial<Request> = {}) {
  service = await startFakeService(behaviour);
  return askOnce({
    url: `${service.baseUrl}/chat/completions`,
    key: "secret-key",
    body: { json: { words: "路灯" } },
    timeoutMs: 300,
    maxBytes: 10_000,
    ...given,
  });
}

test("what is answered is read, and the key goes along", async () => {
  expect(await ask({ kind: "json", json: { text: "好" } })).toEqual({
    kind: "answered",
    json: { text: "好" },
  });
  expect(service?.requests).toEqual([
    {
      path: "/v1/chat/completions",
      authorization: "Bearer secret-key",
      contentType: "application/json",
      body: Buffer.from('{"words":"路灯"}'),
    },
  ]);
});

test("without a key none is sent", async () => {
  await ask({ kind: "json", json: {} }, { key: undefined });

  expect(service?.requests[0]?.authorization).toBeUndefined();
});

test.each<readonly [string, Behaviour, unknown]>([
  [
    "too many requests, for seven seconds",
    { kind: "status", status: 429, retryAfter: "7" },
    { kind: "later", why: "status 429", afterMs: 7_000 },
  ],
  [
    "too many requests, for days",
    { kind: "status", status: 429, retryAfter: "900000" },
    { kind: "later", why: "status 429", afterMs: 3_600_000 },
  ],
  [
    "too many requests, until a date",
    { kind: "status", status: 429, retryAfter: "Wed, 21 Oct 2026 07:28:00 GMT" },
    { kind: "later", why: "status 429" },
  ],
  ["a broken service", { kind: "status", status: 503 }, { kind: "later", why: "status 503" }],
  ["a dropped connection", { kind: "drop" }, { kind: "later", why: "UND_ERR_SOCKET" }],
  [
    "nothing in time",
    { kind: "slow", ms: 2_000, answer: { kind: "json", json: {} } },
    { kind: "later", why: "timeout" },
  ],
  ["a wrong key", { kind: "status", status: 401 }, { kind: "refused", status: 401 }],
  ["a model that is not there", { kind: "status", status: 404 }, { kind: "refused", status: 404 }],
  ["a page", { kind: "text", text: "<html>login</html>" }, { kind: "unreadable" }],
  ["half an answer", { kind: "text", text: '{"text": "路' }, { kind: "unreadable" }],
  ["a flood", { kind: "flood" }, { kind: "unreadable" }],
])("%s is an end of its own", async (_what, behaviour, expected) => {
  expect(await ask(behaviour)).toEqual(expected);
});

test("a redirection is not followed: no key leaves for another host", async () => {
  const other = await startFakeService({ kind: "json", json: {} });

  const asked = await ask({ kind: "redirect", to: other.baseUrl });
  await other.close();

  expect(asked).toEqual({ kind: "refused", status: 302 });
  expect(other.requests).toEqual([]);
});

test("where nobody listens, it is later", async () => {
  const gone = await startFakeService({ kind: "drop" });
  await gone.close();

  expect(await ask({ kind: "drop" }, { url: gone.baseUrl })).toEqual({ kind: "later", why: "ECONNREFUSED" });
});
