import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RecordingIntake } from "../../core/channel/testing/channelContract.ts";
import { originOf } from "./links.ts";
import { longestText } from "./model.ts";
import { samples, startWebServer } from "./testing/webServer.ts";

let intake: RecordingIntake;
let server: Awaited<ReturnType<typeof startWebServer>>;

beforeEach(async () => {
  intake = new RecordingIntake();
  server = await startWebServer(intake);
});
afterEach(() => server.close());

function say(body: unknown, actor = "wang"): Promise<Response> {
  return fetch(`${server.origin}/sandbox/chats/${actor}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

function upload(bytes: Uint8Array, query = "client=client-0001"): Promise<Response> {
  return fetch(`${server.origin}/sandbox/chats/wang/files?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(bytes),
  });
}

function containing(text: string): string {
  return expect.stringContaining(text) as string;
}

/** `fetch` does not let a test choose its Host. */
function statusWith(headers: Record<string, string>, method = "GET", path = "/sandbox"): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${server.origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("the front page leads to the sandbox, which allows no script but its own", async () => {
  const page = await fetch(`${server.origin}/`);

  expect(page.url).toBe(`${server.origin}/sandbox`);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await page.text()).toContain("演示数据");
});

test("the page's modules arrive without types and are not sent again unchanged", async () => {
  const module = await fetch(`${server.origin}/sandbox/page/main.ts`);
  const etag = module.headers.get("etag") ?? "";
  const again = await fetch(`${server.origin}/sandbox/page/main.ts`, { headers: { "if-none-match": etag } });

  expect(module.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(await module.text()).not.toContain("readonly");
  expect(again.status).toBe(304);
});

test.each(["..%2findex.ts", "tsconfig.json", "nothing.ts", "..%2f..%2f..%2fpackage.json"])(
  "%s is no file of the page",
  async (name) => {
    expect((await fetch(`${server.origin}/sandbox/page/${name}`)).status).toBe(404);
  },
);

test.each([
  ["a body that is not JSON", "{", "body"],
  ["no client id", { say: { type: "sticker" } }, "client"],
  ["a client id of another form", { client: "x", say: { type: "sticker" } }, "client"],
  ["no words", { client: "client-0001", say: { type: "text", text: "" } }, "say.text"],
  ["an unknown kind", { client: "client-0001", say: { type: "dance" } }, "say.type"],
  [
    "a place off the earth",
    { client: "client-0001", say: { type: "location", latitude: 91, longitude: 0 } },
    "say.latitude",
  ],
  [
    "a token longer than any button's",
    { client: "client-0001", say: { type: "press", token: "字".repeat(22) } },
    "say.token",
  ],
  ["a field nobody asked for", { client: "client-0001", say: { type: "sticker" }, actor: "li" }, "body"],
])("%s is refused with a sentence that names it", async (_, body, where) => {
  const answer = await say(body);

  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    zh: containing(where),
    en: containing(where),
  });
  expect(intake.events).toEqual([]);
});

test("a persona that does not exist is refused, for words and for its history", async () => {
  const answer = await say({ client: "client-0001", say: { type: "sticker" } }, "nobody");

  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ zh: "没有这个人，请刷新页面。", en: containing("no such persona") });
  expect((await fetch(`${server.origin}/sandbox/chats/nobody`)).status).toBe(404);
});

test("100 kB of text is one event; beyond the limit it is refused with a sentence", async () => {
  const long = "灯".repeat(102_400);

  const taken = await say({ client: "client-0001", say: { type: "text", text: long } });
  const refused = await say({
    client: "client-0002",
    say: { type: "text", text: "x".repeat(longestText + 1) },
  });

  expect(taken.status).toBe(200);
  expect(intake.events.map((event) => event.body)).toEqual([{ type: "text", text: long }]);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toEqual({
    zh: containing("太长"),
    en: containing("too long"),
  });
});

test("the key of a post is its author and its client id", async () => {
  await say({ client: "client-0001", say: { type: "text", text: "好" } });
  await say({ client: "client-0001", say: { type: "text", text: "好" } }, "li");

  expect(intake.events.map((event) => event.dedupeKey)).toEqual(["wang/client-0001", "li/client-0001"]);
});

test("a picture is kept by what is in it, once, and served as nothing else", async () => {
  await upload(samples.png, "client=client-0001&name=lamp.exe");
  await upload(samples.png, "client=client-0002");
  const [body] = intake.events.map((event) => event.body);
  const id = body?.type === "media" ? body.file.id : "";

  const picture = await fetch(`${server.origin}/sandbox/files/${id}`);

  expect((await readdir(server.fileDirectory)).toSorted()).toEqual([id, "aside"]);
  expect(id).toMatch(/^[0-9a-f]{64}\.png$/);
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-disposition": `inline; filename="${id}"`,
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(samples.png);
});

test("a part of a recording can be asked for, as players do", async () => {
  await upload(samples.ogg, "client=client-0001&seconds=6");
  const [body] = intake.events.map((event) => event.body);
  const url = `${server.origin}/sandbox/files/${body?.type === "voice" ? body.file.id : ""}`;

  const part = await fetch(url, { headers: { range: "bytes=0-3" } });
  const beyond = await fetch(url, { headers: { range: "bytes=500-" } });

  expect(body).toMatchObject({ type: "voice", seconds: 6 });
  expect([part.status, await part.text(), part.headers.get("content-range")]).toEqual([
    206,
    "OggS",
    `bytes 0-3/${String(samples.ogg.length)}`,
  ]);
  expect(beyond.status).toBe(416);
});

test("a file of another type, or too large, or a path, is refused", async () => {
  const page = await upload(Buffer.from("<script>alert(1)</script>"));
  const large = await upload(Buffer.concat([samples.png, Buffer.alloc(1_000_000)]));
  const path = await fetch(`${server.origin}/sandbox/files/..%2f..%2fetc%2fpasswd`);

  expect([page.status, large.status, path.status]).toEqual([415, 413, 404]);
  expect(await large.json()).toMatchObject({ zh: "文件太大，最多 1 MB。" });
  expect(intake.events).toEqual([]);
});

test.each([
  ["another site's name for this machine", { host: "evil.example" }, 403],
  ["another site's page", { origin: "http://evil.example" }, 403],
  ["another program's page on this machine", { origin: "http://127.0.0.1:1" }, 403],
  ["a page without an origin", { origin: "null" }, 403],
  ["its other loopback name", { host: "localhost:3000" }, 200],
])("a request from %s gets %s %i", async (_, headers, status) => {
  expect(await statusWith(headers)).toBe(status);
});

test("the live stream beats, carries what is said and shown, and ends when the adapter stops", async () => {
  const beating = await startWebServer(intake, { heartbeatMs: 20 });
  const stream = await fetch(`${beating.origin}/sandbox/live`);
  const whole = stream.text();

  await fetch(`${beating.origin}/sandbox/chats/wang`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client: "client-0001", say: { type: "text", text: "灯坏了" } }),
  });
  const outbound = { key: "out-1", to: "web/sandbox/li", text: "两行\n\n话", buttons: [] };
  await beating.adapter.send(beating.adapter.render(outbound));
  await new Promise((resolve) => setTimeout(resolve, 60));
  beating.abort();

  const messages = (await whole).trim().split("\n\n");
  await beating.close();
  expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(messages).toContain("event: heartbeat\ndata: {}");
  const lines = messages
    .filter((each) => each.startsWith("data: "))
    .map((each) => JSON.parse(each.slice(6)) as unknown);
  expect(lines).toMatchObject([
    { actor: "wang", line: { id: "wang/client-0001", from: "person", text: "灯坏了" } },
    { actor: "li", line: { id: "out-1", from: "bot", text: "两行\n\n话" } },
  ]);
});

test("a host the operator configured is answered, with a page of its own", async () => {
  const open = await startWebServer(new RecordingIntake(), { hosts: ["village.example"] });
  const own = server;
  server = open;

  const status = await statusWith({ host: "village.example", origin: "https://village.example" });

  server = own;
  await open.close();
  expect(status).toBe(200);
});

test("an invitation is a link to this server, or to its public address where the sandbox is answered there", async () => {
  const publicUrl = "https://village.example";
  const open = await startWebServer(new RecordingIntake(), { hosts: ["village.example"], publicUrl });
  const closed = await startWebServer(new RecordingIntake(), { publicUrl });

  const links = [server, open, closed].map(({ adapter }) => adapter.startLink?.("g7Kq2m"));

  await open.close();
  await closed.close();
  expect(links).toEqual([
    `${server.origin}/sandbox?start=g7Kq2m`,
    "https://village.example/sandbox?start=g7Kq2m",
    `${closed.origin}/sandbox?start=g7Kq2m`,
  ]);
  expect((await fetch(links[0] ?? "")).status).toBe(200);
});

test.each([
  ["0.0.0.0", "IPv4", [], "http://127.0.0.1:3000"],
  ["::1", "IPv6", [], "http://[::1]:3000"],
  ["192.168.1.5", "IPv4", ["village.lan"], "http://village.lan:3000"],
  ["192.168.1.5", "IPv4", ["192.168.1.5"], "http://192.168.1.5:3000"],
  ["192.168.1.5", "IPv4", [], undefined],
])("a server at %s (%s), opened by %j, is found at %s", (address, family, hosts, origin) => {
  expect(originOf({ address, family, port: 3000 }, hosts)).toBe(origin);
});
