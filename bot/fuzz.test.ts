import * as fc from "fast-check";
import { pino } from "pino";
import { expect, test } from "vitest";
import type { Body, InboundEvent } from "../core/channel/index.ts";
import { describeOnEachEngine, type OpenTestDatabase } from "../core/store/testing/index.ts";
import { day, hour } from "../core/time/index.ts";
import { foldTickets, readLedger, type Ledger } from "./testing/ledger.ts";
import { createProgramStage, type ProgramStage } from "./testing/programStage.ts";

const villagers = ["wang", "chen", "lin"];
const staff = ["li", "zhou", "zhao", "admin"];
const strangers = ["stranger-1", "stranger-2"];
const everyone = [...villagers, ...staff, ...strangers];
const digits = "甲乙丙丁戊己庚辛壬癸";

/** A word nobody else says, made of letters only so that it may stand in a name. */
function markOf(index: number): string {
  return `鑫${[...String(index).padStart(3, "0")].map((digit) => digits[Number(digit)]).join("")}`;
}

const ordinary = (
  "村口的路灯坏了 水沟堵了 桥头垃圾没人收 那个事怎么弄 1 2 3 4 ２ 第三个 9 99 好 好了 嗯 不 不是 返回 0 取消 继续 人工 帮助 跳过 同意 " +
  "先看说明 不同意 王秀英 菜单 我的事项 待办 满意 基本满意 不满意 还没好 办好了 还在办 答复 1001 1002 再补充 改地点 改类别 更多 " +
  "对，交上去 不报了 收到 谢谢"
).split(" ");
const strange = [
  "",
  " ",
  "\u0000",
  "\u0000\u0000路灯\u0000",
  "\ud83d",
  "\udc00\ud800",
  "\u202e灯路\u202c",
  "\u200b\u200b",
  "👨‍👩‍👧‍👦",
  "①",
  "٣",
  "௧",
  "Ⅳ",
  "十万",
  "1️⃣",
  "-1",
  "1e3",
  "∞",
  "'; DROP TABLE ticket; --",
  "<script>alert(1)</script>",
  "%s%n",
  "__proto__",
  "灯".repeat(100_000),
  "1".repeat(100_000),
  "\n".repeat(5000),
];
const words = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...ordinary) },
  { weight: 2, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.nat({ max: 0xffff }), { maxLength: 30 })
      .map((units) => String.fromCharCode(...units)),
  },
);
const names = [
  "mine",
  "task",
  "tasks",
  "report",
  "human",
  "start",
  "menu",
  "language",
  "cancel",
  "back",
  "x",
];
const argument = fc.oneof(
  fc.constantFrom("", "1001", "1001 satisfied", "1001 fair", "1001 dissatisfied", "1001 not_fixed"),
  fc.constantFrom("1001 done", "1001 answer", "1001 later", "1002 done", "１００１ done", "999999999", "en"),
  words,
);
const file = fc.record({
  kind: fc.constantFrom("photo" as const, "voice" as const, "video" as const, "document" as const),
  channel: fc.constant("paper"),
  id: fc.string({ unit: "binary" }),
});
const degree = fc.oneof(
  fc.double(),
  fc.constantFrom(29.29, 121.43, Number.NaN, Number.POSITIVE_INFINITY, -1e308),
);
const album = fc.constantFrom("album-1", "album-2");

/** A button by its place among all that anybody was ever shown, perhaps damaged on the way. */
interface Press {
  readonly type: "press";
  readonly which: number;
  readonly damage: "none" | "cut" | "longer" | "other";
}

const said: fc.Arbitrary<Body | Press> = fc.oneof(
  { weight: 14, arbitrary: words.map((text): Body => ({ type: "text", text })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...names), argument)
      .map(([name, args]): Body => ({ type: "command", name, args })),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant("press" as const),
      which: fc.nat(),
      damage: fc.constantFrom("none" as const, "none" as const, "none" as const, "cut", "longer", "other"),
    }) as fc.Arbitrary<Press>,
  },
  { weight: 1, arbitrary: words.map((token): Body => ({ type: "action", token })) },
  { weight: 2, arbitrary: file.map((one): Body => ({ type: "media", file: one })) },
  {
    weight: 1,
    arbitrary: fc.tuple(file, album).map(([one, album]): Body => ({ type: "media", file: one, album })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(file, words).map(([one, caption]): Body => ({ type: "media", file: one, caption })),
  },
  { weight: 1, arbitrary: file.map((one): Body => ({ type: "voice", file: one })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(degree, degree)
      .map(([latitude, longitude]): Body => ({ type: "location", latitude, longitude })),
  },
  { weight: 1, arbitrary: words.map((text): Body => ({ type: "forward", from: text.slice(0, 40), text })) },
  { weight: 1, arbitrary: fc.constant<Body>({ type: "sticker" }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("opened" as const, "blocked" as const)
      .map((change): Body => ({ type: "lifecycle", change })),
  },
);

const utterance = fc.record({
  deed: fc.constant("say" as const),
  /** Villagers and the grid worker speak most. */
  actor: fc.oneof({ weight: 3, arbitrary: fc.constantFrom("wang", "li") }, fc.constantFrom(...everyone)),
  body: said,
  /** Replies to this one of all messages ever sent, or to one that never was. */
  replyTo: fc.option(fc.nat(), { freq: 5 }),
  repeats: fc.constantFrom(1, 1, 1, 1, 1, 3),
  marked: fc.boolean(),
});
type Utterance = typeof utterance extends fc.Arbitrary<infer T> ? T : never;

const deed = fc.oneof(
  { weight: 20, arbitrary: utterance },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("pass" as const),
      milliseconds: fc.constantFrom(hour, 21 * hour, 25 * hour, 8 * day),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ deed: "restart" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("together" as const),
      all: fc.array(utterance, { minLength: 2, maxLength: 4 }),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** One run of the program under fire. */
class Siege {
  readonly events: InboundEvent[] = [];
  readonly #stage: ProgramStage;
  #said = 0;

  constructor(stage: ProgramStage) {
    this.#stage = stage;
  }

  async perform(next: Deed): Promise<void> {
    if (next.deed === "pass") return this.#stage.pass(next.milliseconds);
    if (next.deed === "restart") return this.#stage.restart();
    const fresh = (next.deed === "say" ? [next] : next.all).flatMap((one) => this.#eventsOf(one));
    await this.#stage.program().intake.accept(fresh);
    await this.#stage.program().settle();
  }

  #eventsOf({ actor, body, replyTo, repeats, marked }: Utterance): InboundEvent[] {
    this.#said += 1;
    const { sent } = this.#stage.adapter;
    const event: InboundEvent = {
      dedupeKey: `siege-${this.#said}`,
      channel: "paper",
      bot: "bot",
      chat: actor,
      actor: { id: actor, name: actor },
      group: false,
      addressed: true,
      at: this.#stage.clock.now(),
      body: body.type === "press" ? this.#press(body) : marked ? markedBody(body, markOf(this.#said)) : body,
      ...(replyTo === null ? {} : { replyTo: `p-${sent[replyTo % (sent.length + 1)]?.key ?? "never"}` }),
    };
    this.events.push(event);
    return Array.from({ length: repeats }, () => event);
  }

  #press({ which, damage }: Press): Body {
    const tokens = this.#stage.adapter.sent.flatMap(({ buttons }) => buttons.map(({ token }) => token));
    const token = tokens[which % Math.max(1, tokens.length)] ?? "/mine 1001";
    const damaged = {
      none: token,
      cut: token.slice(0, -1),
      longer: `${token}x`,
      other: token.replace(/[A-Za-z0-9]/, "Z"),
    };
    return { type: "action", token: damaged[damage] };
  }
}

/** Ends what was said with a mark, so that it can be found again wherever it is shown. */
function markedBody(body: Body, mark: string): Body {
  if (body.type === "text" && !ordinary.includes(body.text)) return { ...body, text: `${body.text}${mark}` };
  if (body.type === "forward") return { ...body, text: `${body.text}${mark}` };
  if (body.type === "media") return { ...body, caption: `${body.caption ?? ""}${mark}` };
  return body;
}

/** Nothing is rightly said to somebody who left, and to the later pictures of one album. */
function maySayNothing({ body }: InboundEvent): boolean {
  if (body.type === "lifecycle") return body.change === "blocked";
  return body.type === "media" && body.album !== undefined;
}

function unanswered({ inbox, outbox }: Ledger, events: readonly InboundEvent[]): readonly InboundEvent[] {
  const silent = new Set(events.filter(maySayNothing).map(({ dedupeKey }) => dedupeKey));
  return inbox
    .filter(({ id, address, dedupe_key }) => {
      const said = outbox.some((row) => row.address === address && row.key.startsWith(`in:${id}.`));
      return !said && !silent.has(dedupe_key);
    })
    .map(({ event }) => JSON.parse(event) as InboundEvent);
}

const markPattern = new RegExp(`鑫[${digits}]{3}`, "gu");

/** Words shown to somebody who neither said them, nor reported the matter they belong to, nor must act on it. */
function leaks(ledger: Ledger, events: readonly InboundEvent[]): readonly string[] {
  const speaker = new Map(events.map((event, index) => [markOf(index + 1), event.actor.id]));
  return ledger.outbox.flatMap(({ address, payload }) => {
    const reader = address.slice(address.lastIndexOf("/") + 1);
    const marks = payload.match(markPattern) ?? [];
    return marks
      .filter((mark) => speaker.get(mark) !== reader && !mayRead(ledger, reader, mark))
      .map((mark) => `${reader} was shown ${mark} of ${speaker.get(mark)}: ${payload.slice(0, 200)}`);
  });
}

function mayRead(ledger: Ledger, reader: string, mark: string): boolean {
  const account = ledger.accounts.find(({ actor }) => actor === reader);
  return ledger.tickets.some((ticket) => {
    const reporter = ledger.people.find(({ id }) => id === ticket.reporter_id);
    const own = ledger.events.filter(({ number }) => number === ticket.number).map(({ detail }) => detail);
    const words = [ticket.what, ticket.place, reporter?.name ?? "", ...own].join("\n");
    const concerns = account?.person_id === ticket.reporter_id || handles(reader, ticket.unit_code);
    return concerns && words.includes(mark);
  });
}

function handles(reader: string, unit: string): boolean {
  return staff.includes(reader) && (reader !== "li" || unit.endsWith("-G1"));
}

function judge(ledger: Ledger, events: readonly InboundEvent[], errors: readonly string[]): void {
  expect(errors).toEqual([]);
  expect(ledger.inbox.filter(({ state }) => state !== "done")).toEqual([]);
  expect(ledger.inbox).toHaveLength(events.length);
  expect(unanswered(ledger, events)).toEqual([]);
  expect(ledger.outbox.filter(({ state }) => state !== "sent")).toEqual([]);
  expect(leaks(ledger, events)).toEqual([]);

  expect(ledger.tickets.map(({ number }) => number)).toEqual(ledger.tickets.map((_, index) => 1001 + index));
  const folded = foldTickets(ledger);
  for (const ticket of ledger.tickets) {
    const { number, cycle } = ticket;
    const state = folded.get(number)?.state.replace("unrated", "closed");
    expect({ number, state, cycle: folded.get(number)?.cycle }).toEqual({
      number,
      state: ticket.state,
      cycle,
    });
    if (ticket.state === "closed") continue;
    expect(ticket.responsible_id, `somebody must act on ${number}`).not.toBeNull();
    if (ticket.state === "open") expect(clockRuns(ledger, ticket), `the clock of ${number} runs`).toBe(true);
  }
  const levels = ledger.talks
    .filter(({ state }) => state === "open")
    .map(({ speaker, position }) => `${speaker} ${position}`);
  expect(levels).toHaveLength(new Set(levels).size);
}

/** An open ticket has its deadline ahead, or it was passed on. */
function clockRuns({ alarms, events }: Ledger, ticket: Ledger["tickets"][number]): boolean {
  const waits = alarms.some(
    ({ key, fired_at }) => key === `ticket ${ticket.number} breach` && fired_at === null,
  );
  const passedOn = events.some(
    ({ number, kind, cycle }) => number === ticket.number && kind === "overdue" && cycle === ticket.cycle,
  );
  return waits !== passedOn;
}

async function besiege(open: OpenTestDatabase, deeds: readonly Deed[]): Promise<void> {
  const errors: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => errors.push(line) });
  const stage = await createProgramStage(await open(), {}, log);
  const siege = new Siege(stage);
  for (const next of deeds) await siege.perform(next);
  const ledger = await readLedger(stage.database());
  await stage.database().close();
  judge(ledger, siege.events, errors);
}

const runs = { sqlite: 320, postgresql: 12 };
const patience = { sqlite: 38_000, postgresql: 12_000 };

describeOnEachEngine("whatever people do", (open, engine) => {
  test(
    "the program answers everybody, keeps everything and mixes nobody up",
    { timeout: 120_000 },
    async () => {
      const sequences = fc.array(deed, { minLength: 1, maxLength: 25, size: "max" });

      await fc.assert(
        fc.asyncProperty(sequences, (deeds) => besiege(open, deeds)),
        { numRuns: runs[engine], interruptAfterTimeLimit: patience[engine], markInterruptAsFailure: false },
      );
    },
  );
});
