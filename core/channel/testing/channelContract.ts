/** The promises every platform keeps. An adapter that passes this suite can be wired into the program by one line. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Body, FileRef, InboundEvent, Option, Outbound, Outcome } from "../contract.ts";
import { RecordingIntake } from "./harness.ts";
import type { ChannelHarness, Delivery, OpenChannel } from "./harness.ts";

export { RecordingIntake } from "./harness.ts";
export type { ChannelHarness, Delivery, OpenChannel, Person, Shown } from "./harness.ts";

const kinds: readonly FileRef["kind"][] = ["photo", "voice", "video", "document"];

const difficultTexts = {
  Chinese: "村口大樟树旁边的路灯坏了三天，夜里看不见路。力洋镇甽头、峧山。",
  emoji: "🙏👨‍👩‍👧‍👦👍🏽 好 ⏰",
  "right-to-left words": "مرحبا بالعالم (abc) שלום",
  "several lines": "第一行\n\n  第三行有空格\n1. 像选项",
  markup: "<b>*不是*</b> _标记_ [也不是](http://a.b) `x` & &amp; \\",
  "4,000 characters": "灯".repeat(3_999) + "。",
};

/** Lets everything that is only waiting for its turn happen; long enough for loopback, too short for a retry. */
const aMoment = 120;

/** Declares the suite for one platform. */
export function channelContract(name: string, harness: ChannelHarness): void {
  describe(`the channel contract, kept by ${name}`, () => {
    let open: OpenChannel;
    let intake: RecordingIntake;
    let sent = 0;

    beforeEach(async () => {
      intake = new RecordingIntake();
      open = await harness.open(intake);
    });
    afterEach(() => open.close());

    function outbound(content: Partial<Outbound>): Outbound {
      sent += 1;
      return { key: `contract-${String(sent)}`, to: open.to, buttons: [], ...content };
    }

    async function send(content: Partial<Outbound>): Promise<Outcome> {
      const message = outbound(content);
      const outcome = await open.adapter.send(open.adapter.render(message));
      if (outcome.kind === "sent") intake.remember(message);
      return outcome;
    }

    async function heard(deed: Promise<Delivery> | undefined): Promise<InboundEvent> {
      expect(await deed).toBe("acknowledged");
      const event = intake.events.at(-1);
      if (!event) throw new Error("acknowledged, but nothing was accepted");
      return event;
    }

    async function received(kind: FileRef["kind"]): Promise<FileRef> {
      const { body } = await heard(open.person.sendsFile[kind]?.(open.sample(kind)));
      if (body.type !== "media" && body.type !== "voice")
        throw new Error(`a ${kind} arrived as ${body.type}`);
      return body.file;
    }

    async function shownAfter(content: Partial<Outbound>) {
      const before = (await open.sees()).length;
      const outcome = await send(content);
      expect(outcome.kind).toBe("sent");
      await vi.waitFor(async () => expect((await open.sees()).length).toBe(before + 1));
      const shown = (await open.sees()).at(-1);
      if (!shown) throw new Error("nothing was shown");
      return { shown, id: outcome.kind === "sent" ? outcome.id : "" };
    }

    describe("what a person says", () => {
      test.each(Object.entries(difficultTexts))("%s arrive unharmed", async (_, text) => {
        const event = await heard(open.person.says(text));

        expect(event.body).toEqual({ type: "text", text });
      });

      test("an event says where it happened, to whom, and when", async () => {
        const before = Date.now();

        const event = await heard(open.person.says("在吗"));

        expect(`${event.channel}/${event.bot}/${event.chat}`).toBe(open.to);
        expect([event.channel, event.bot]).toEqual([open.adapter.channel, open.adapter.bot]);
        expect(event.actor.id).not.toBe("");
        expect(event.at).toBeGreaterThanOrEqual(before - 2_000);
        expect(event.at).toBeLessThanOrEqual(Date.now() + 2_000);
        expect({ group: event.group, addressed: event.addressed }).toEqual({ group: false, addressed: true });
      });

      test("a line that begins with a slash is a command, never words", async () => {
        const event = await heard(open.person.says("/start g7Kq2m"));

        expect(event.body).toEqual({ type: "command", name: "start", args: "g7Kq2m" });
      });

      test("two updates never share a key, even with the same words at the same moment", async () => {
        await Promise.all([open.person.says("好"), open.person.says("好"), open.person.says("好")]);

        const keys = intake.events.map((event) => event.dedupeKey);
        expect(keys).toHaveLength(3);
        expect(new Set(keys).size).toBe(3);
      });

      test("an update delivered twice carries the same key", async (context) => {
        if (!open.person.isRepeated) {
          context.skip("this platform delivers once only");
          return;
        }
        const first = await heard(open.person.says("路灯坏了"));

        const again = await heard(open.person.isRepeated());

        expect(again.dedupeKey).toBe(first.dedupeKey);
        expect(again.body).toEqual(first.body);
      });

      test("a location arrives as it was sent", async (context) => {
        if (!open.person.sendsLocation) {
          context.skip("this platform has no locations");
          return;
        }

        const event = await heard(open.person.sendsLocation(29.29, 121.43));

        expect(event.body).toMatchObject({ type: "location", latitude: 29.29, longitude: 121.43 });
      });

      test("a sticker is a sticker, not words", async (context) => {
        if (!open.person.sendsSticker) {
          context.skip("this platform has no stickers");
          return;
        }

        expect((await heard(open.person.sendsSticker())).body).toEqual({ type: "sticker" });
      });

      test("a reply names the message it answers by the id that sending it returned", async (context) => {
        if (!open.person.repliesTo) {
          context.skip("this platform has no replies");
          return;
        }
        const card = await shownAfter({ text: "【新事项 1024】路灯" });
        await shownAfter({ text: "另一件事" });

        const event = await heard(open.person.repliesTo(card.shown.id, "下午来换"));

        expect(event.replyTo).toBe(card.id);
        expect(event.body).toEqual({ type: "text", text: "下午来换" });
      });
    });

    describe("what a person is shown", () => {
      test.each(Object.entries(difficultTexts))("%s are shown unharmed", async (_, text) => {
        const { shown } = await shownAfter({ text: cutToCap(text) });

        expect(shown.text).toBe(cutToCap(text));
      });

      test("a text beyond the platform's limit is refused, never cut in silence", async () => {
        const { max } = open.adapter.caps().text;

        const outcome = await send({ text: "x".repeat(max + 1) });

        expect(outcome).toMatchObject({ kind: "rejected", code: expect.stringMatching(/\S/) as string });
        expect((await send({ text: "x".repeat(max) })).kind).toBe("sent");
      });

      test("a message with nothing in it is refused", async () => {
        expect(await send({})).toMatchObject({ kind: "rejected" });
      });

      test("what was said reads otherwise once it is changed", async (context) => {
        if (open.adapter.caps().edit !== true) {
          context.skip("this platform changes nothing");
          return;
        }
        const { id } = await shownAfter({ text: "发送中 1/2" });

        const outcome = await send({ text: "发送中 2/2", edits: id });

        expect(outcome).toEqual({ kind: "sent", id });
        const read = async () => (await open.sees()).findLast((shown) => shown.id === id)?.text;
        await vi.waitFor(async () => expect(await read()).toBe("发送中 2/2"));
      });

      test("a person who left is gone", async () => {
        expect(await send({ to: open.gone, text: "还在吗" })).toEqual({ kind: "gone" });
      });

      test("drawing is pure: frozen content in, the same plain JSON out every time", async () => {
        const message = deepFreeze(outbound({ text: "您觉得？", buttons: options(["满意", "不满意"]) }));

        const first = open.adapter.render(message);
        const second = open.adapter.render(message);

        expect(second).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      });
    });

    describe("buttons", () => {
      test("pressing one brings back exactly its token; where there are none, they are refused", async () => {
        const { choices } = open.adapter.caps();
        const token = choices.kind === "native" ? "t".repeat(choices.tokenBytes - 2) + "_1" : "t";
        const buttons = [...options(["满意", "基本满意"]), { label: "不满意", token }];
        if (choices.kind === "numbers") {
          expect(await send({ text: "您觉得？", buttons })).toMatchObject({ kind: "rejected" });
          return;
        }

        const { shown } = await shownAfter({ text: "您觉得？", buttons });
        const event = await heard(open.person.presses?.("不满意"));

        expect(shown.buttons).toEqual(["满意", "基本满意", "不满意"]);
        expect(event.body).toEqual({ type: "action", token } satisfies Body);
      });

      test("more buttons, or longer tokens, than declared are refused", async (context) => {
        const { choices } = open.adapter.caps();
        if (choices.kind === "numbers") {
          context.skip("this platform has no buttons");
          return;
        }
        const tooMany = options(
          Array.from({ length: choices.max + 1 }, (_, index) => `第${String(index)}个`),
        );
        const tooLong = [{ label: "长", token: "字".repeat(Math.ceil(choices.tokenBytes / 3) + 1) }];

        expect(await send({ text: "选", buttons: tooMany })).toMatchObject({ kind: "rejected" });
        expect(await send({ text: "选", buttons: tooLong })).toMatchObject({ kind: "rejected" });
        expect((await send({ text: "选", buttons: tooMany.slice(1) })).kind).toBe("sent");
      });
    });

    describe("files", () => {
      test.each(kinds)("a %s is received and shown if declared, else refused", async (kind) => {
        if (!open.adapter.caps().files.includes(kind)) {
          const file = { kind, channel: open.adapter.channel, id: "none" };
          expect(await send({ text: "给您", file })).toMatchObject({ kind: "rejected" });
          return;
        }

        const file = await received(kind);
        const { shown } = await shownAfter({ text: "给您", file });

        expect(file).toMatchObject({ kind, channel: open.adapter.channel });
        expect(shown).toMatchObject({ file: kind, text: "给您" });
      });

      test.for(kinds)("a %s of another platform is shown if declared", async (kind, context) => {
        if (!open.keep || !open.adapter.caps().files.includes(kind)) {
          context.skip("not declared, or shown by its name only");
          return;
        }
        const upload = await open.keep(open.sample(kind));
        const file = { kind, channel: "elsewhere", id: "AgAC:1/2", name: "给您看.xyz" };

        const { shown } = await shownAfter({ text: "给您", file, upload });

        expect(shown).toMatchObject({ file: kind, text: "给您" });
      });

      test("a file that is not here is refused as a file, so that its words can go without it", async (context) => {
        if (!open.keep) {
          context.skip("this platform shows a file by its name only");
          return;
        }
        const file = { kind: "photo", channel: "elsewhere", id: "x" } as const;

        const missing = await send({ text: "给您", file, upload: `${"0".repeat(64)}.jpg` });
        const unnamed = await send({ text: "给您", file });

        expect([missing, unnamed]).toMatchObject([
          { kind: "rejected", file: true },
          { kind: "rejected", file: true },
        ]);
      });

      test("a file downloads whole, or not at all when it is larger than asked for", async (context) => {
        if (!open.person.sendsFile.photo) {
          context.skip("this platform has no photos");
          return;
        }
        const bytes = open.sample("photo");
        const file = await received("photo");

        expect(await open.adapter.download(file, bytes.length)).toEqual(new Uint8Array(bytes));
        expect(await open.adapter.download(file, bytes.length - 1)).toBeUndefined();
      });

      test("a file the platform does not know is absent, not an error", async () => {
        const file = { kind: "photo", channel: open.adapter.channel, id: "../../etc/passwd" } as const;

        expect(await open.adapter.download(file, 1_000_000)).toBeUndefined();
      });
    });

    describe("trust", () => {
      test("nothing is acknowledged before it is durable", async () => {
        const release = intake.hold();
        let told: Delivery | undefined;
        const deed = open.person.says("路灯坏了").then((delivery) => (told = delivery));
        await vi.waitFor(() => expect(intake.arrivals).toBe(1));

        await pause(aMoment);

        expect(told).toBeUndefined();
        release();
        expect(await deed).toBe("acknowledged");
      });

      test("what could not be stored is reported as a failure, and the next update is heard", async () => {
        intake.failOnce();

        expect(await open.person.says("路灯坏了")).toBe("refused");

        expect(intake.events).toEqual([]);
        expect((await heard(open.person.says("路灯坏了"))).body).toEqual({ type: "text", text: "路灯坏了" });
      });

      test("after the signal aborts nothing is heard and nothing is acknowledged", async () => {
        open.abort();
        await pause(aMoment);

        expect(await open.person.says("还在吗")).not.toBe("acknowledged");

        expect(intake.arrivals).toBe(0);
      });
    });

    function cutToCap(text: string): string {
      const { max, unit } = open.adapter.caps().text;
      return unit === "utf16" ? text.slice(0, max) : text.slice(0, Math.floor(max / 4));
    }
  });
}

function options(labels: readonly string[]): Option[] {
  return labels.map((label, index) => ({ label, token: `token-${String(index)}` }));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) {
    if (typeof part === "object" && part !== null) deepFreeze(part as object);
  }
  return Object.freeze(value);
}
