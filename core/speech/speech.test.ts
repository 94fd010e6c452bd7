import { afterEach, expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import type { Behaviour } from "../work/testing/fakeService.ts";
import { voicesAtOnce } from "./worker.ts";
import { openSpeech } from "./testing/openSpeech.ts";

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

describeOnEachEngine("voices that are made words of", (open) => {
  async function opened(given: { readonly isOff?: boolean } = {}) {
    const speech = await openSpeech(open, given);
    close = () => speech.service.close();
    return speech;
  }

  const file = (id: number) => ({ kind: "voice", channel: "paper", id: `voice-${id}` });
  const asItIs = (id: number) => ({ type: "voice", file: file(id), seconds: 6 });
  const inWords = (id: number) => ({
    type: "transcript",
    file: file(id),
    seconds: 6,
    words: "村口的路灯坏了",
  });

  test("are sent with their format, their model and the key, and go on with their words", async () => {
    const { service, start, said, told, states } = await opened();
    await said(1);

    await start().drain();

    expect([told, await states()]).toEqual([[inWords(1)], ["heard"]]);
    const [request] = service.requests;
    const form = request?.body.toString("latin1") ?? "";
    expect(request).toMatchObject({ path: "/v1/audio/transcriptions", authorization: "Bearer secret-key" });
    expect(form).toContain('filename="voice.ogg"');
    expect(form).toContain("audio/ogg");
    expect(form).toMatch(/name="model"\r\n\r\nwhisper-1\r\n/);
    expect(form).toMatch(/name="language"\r\n\r\nzh\r\n/);
  });

  test.each<readonly [string, Behaviour, string, string | undefined]>([
    ["hears nothing", { kind: "json", json: { text: "" } }, "empty", undefined],
    ["writes the credits of a film", { kind: "json", json: { text: "謝謝觀看" } }, "empty", undefined],
    ["answers something else", { kind: "json", json: { error: "no" } }, "refused", "unreadable"],
    ["answers words that are no text", { kind: "json", json: { text: 7 } }, "refused", "unreadable"],
    ["answers a page", { kind: "text", text: "<html>" }, "refused", "unreadable"],
    ["floods", { kind: "flood" }, "refused", "unreadable"],
    ["does not know the key", { kind: "status", status: 401 }, "refused", "status 401"],
    ["does not take the format", { kind: "status", status: 415 }, "refused", "status 415"],
    [
      "is to be left alone for an hour",
      { kind: "status", status: 429, retryAfter: "3600" },
      "failed",
      "status 429",
    ],
  ])("go on as they are when the service %s, after one question", async (_what, behaviour, state, report) => {
    const { service, start, said, told, states, reports } = await opened();
    service.usual = behaviour;
    await said(1);

    await start().drain();

    expect([told, await states(), service.requests.length]).toEqual([[asItIs(1)], [state], 1]);
    expect(reports).toEqual(report === undefined ? [] : [report]);
  });

  test.each<readonly [string, Behaviour]>([
    ["is broken", { kind: "status", status: 500 }],
    ["drops the line", { kind: "drop" }],
    ["is too slow", { kind: "slow", ms: 5_000, answer: { kind: "json", json: { text: "晚了" } } }],
  ])("are asked about four times at most when the service %s, and then go on", async (_what, behaviour) => {
    const { service, start, said, told, states, clock } = await opened();
    service.usual = behaviour;
    await said(1);
    const work = start();

    for (let second = 0; second < 130; second += 1) {
      await work.drain();
      clock.pass(1_000);
    }

    expect([told, await states(), service.requests.length]).toEqual([[asItIs(1)], ["failed"], 4]);
  });

  test("are heard in the end when the service comes back in time", async () => {
    const { service, start, said, told, clock } = await opened();
    service.next.push({ kind: "status", status: 503 }, { kind: "drop" });
    await said(1);
    const work = start();

    for (const seconds of [0, 2, 4]) {
      clock.pass(seconds * 1_000);
      await work.drain();
    }

    expect([told, service.requests.length]).toEqual([[inWords(1)], 3]);
  });

  test("all wait when one is told to, and no question is put meanwhile", async () => {
    const { service, start, said, told, clock } = await opened();
    service.next.push({ kind: "status", status: 429, retryAfter: "30" });
    await said(1);
    const work = start();
    await work.drain();
    for (const id of [2, 3, 4]) await said(id);

    clock.pass(20_000);
    await work.drain();
    const meanwhile = service.requests.length;
    clock.pass(10_000);
    await work.drain();

    expect([meanwhile, service.requests.length]).toEqual([1, 5]);
    expect(told).toHaveLength(4);
  });

  test("a hundred at once are no storm: two at a time, and those too late go on without a question", async () => {
    const { service, start, said, told, clock } = await opened();
    service.usual = { kind: "slow", ms: 5, answer: service.usual };
    for (let id = 1; id <= 100; id += 1) await said(id);
    const work = start();

    await work.drain();
    await said(101);
    clock.pass(120_000);
    await work.drain();

    expect([told.length, service.requests.length, service.mostAtOnce()]).toEqual([101, 100, voicesAtOnce]);
    expect(told.at(-1)).toEqual(asItIs(101));
  });

  test("whose turn comes late are not waited for beyond their two minutes", async () => {
    const { service, start, said, told, states, clock } = await opened();
    service.usual = { kind: "slow", ms: 200, answer: service.usual };
    await said(1);
    clock.pass(119_950);

    await start().drain();

    expect([told, await states(), service.requests.length]).toEqual([[asItIs(1)], ["failed"], 1]);
  });

  test("wait for their file, and for two minutes at most", async () => {
    const { service, start, said, told, clock } = await opened();
    await said(1, true);
    const work = start();

    await work.drain();
    const meanwhile = [told.length, (await work.due(10)).length];
    clock.pass(120_000);
    await work.drain();

    expect([meanwhile, told, service.requests.length]).toEqual([[0, 0], [asItIs(1)], 0]);
  });

  test("go on as they are where the transcriber was taken away", async () => {
    const { service, start, said, told } = await opened({ isOff: true });
    await said(1);

    await start().drain();

    expect([told, service.requests]).toEqual([[asItIs(1)], []]);
  });

  test("are done once, though asked for twice, and again in the next life when cut off", async () => {
    const { service, start, said, told } = await opened();
    service.next.push({ kind: "slow", ms: 200, answer: { kind: "drop" } });
    await said(1);
    await said(1);
    const first = start();
    const cutOff = first.drain();
    await expect.poll(() => service.requests.length).toBe(1);
    first.stop();
    await cutOff;
    const before = told.length;

    await start().drain();
    await start().work("1");

    expect([before, told, service.requests.length]).toEqual([0, [inWords(1)], 2]);
  });
});
