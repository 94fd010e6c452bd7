import * as fc from "fast-check";
import type { Body } from "../../core/channel/index.ts";
import { day, hour } from "../../core/time/index.ts";

const villagers = ["wang", "chen", "lin"];
/** Demo people who hold a post. */
export const staff = ["li", "he", "zhou", "zhao", "admin"];
const strangers = ["stranger-1", "stranger-2"];
const everyone = [...villagers, ...staff, ...strangers];
/** What people tell each other through the program; always marked, so that it is known again wherever it is shown. */
export const tellings = ["村口的路灯坏了", "桥头垃圾没人收", "水沟堵了", "下午去换"];
/** What people usually say. */
export const ordinary = (
  "那个事怎么弄 1 2 3 4 ２ 第三个 9 99 好 好了 嗯 不 不是 返回 0 取消 继续 人工 帮助 跳过 同意 " +
  "先看说明 不同意 王秀英 双桥村 菜单 我的事项 待办 满意 基本满意 不满意 还没好 办好了 还在办 答复 1001 1002 再补充 改地点 改类别 更多 " +
  "对，交上去 不报了 收到 谢谢 催一下 补充 撤回 不跟了 修好了 不是急事 没事了 楼上着火了 是垃圾 网格员态度差 新的事 封存"
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
/** Anything a person may type: what is usual, what is strange, and what is no language at all. */
export const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...tellings) },
  { weight: 8, arbitrary: fc.constantFrom(...ordinary) },
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
  fc.constantFrom(
    "1001 nudge",
    "1001 withdraw",
    "1001 back",
    "1001 again",
    "1001 mended",
    "1001 calm",
    "1001 safe",
  ),
  fc.constantFrom("1001 unfollow", "1001 add", "1001 claim", "1001 up", "1001 ask"),
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
const albumId = fc.constantFrom("album-1", "album-2");

/** A button by its place: of the newest menu she was shown, or among all that anybody ever was; perhaps damaged. */
export interface Press {
  readonly type: "press";
  readonly whose: "own" | "anybody's";
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
    weight: 6,
    arbitrary: fc.record<Press>({
      type: fc.constant("press"),
      whose: fc.constant("anybody's"),
      which: fc.nat(),
      damage: fc.constantFrom("none", "none", "none", "cut", "longer", "other"),
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record<Press>({
      type: fc.constant("press"),
      whose: fc.constant("own"),
      which: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
      damage: fc.constant("none"),
    }),
  },
  { weight: 1, arbitrary: words.map((token): Body => ({ type: "action", token })) },
  { weight: 2, arbitrary: file.map((one): Body => ({ type: "media", file: one })) },
  {
    weight: 1,
    arbitrary: fc.tuple(file, albumId).map(([one, album]): Body => ({ type: "media", file: one, album })),
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
  actor: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("wang", "li", "stranger-1") },
    fc.constantFrom(...everyone),
  ),
  body: said,
  /** Replies to this one of all messages ever sent, or to one that never was, or to the newest to her. */
  replyTo: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.nat(), fc.constant("newest" as const)),
  repeats: fc.constantFrom(1, 1, 1, 1, 1, 3),
  marked: fc.boolean(),
});
/** Something one person does. */
export type Utterance = typeof utterance extends fc.Arbitrary<infer T> ? T : never;

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
/** One step of a siege. */
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** How a siege begins, so that the later life of a matter is besieged as often as its birth. */
const prologues: readonly (readonly (readonly [string, string])[])[] = [
  [],
  [
    ["stranger-1", "桥头垃圾没人收"],
    ["stranger-1", "同意"],
    ["stranger-1", "张阿花"],
    ["stranger-1", "双桥村"],
    ["stranger-1", "1"],
    ["stranger-1", "好"],
  ],
  [
    ["wang", "村口的路灯坏了"],
    ["wang", "好"],
  ],
  [
    ["wang", "村口的路灯坏了"],
    ["wang", "好"],
    ["li", "下午去换"],
    ["li", "1"],
  ],
  [
    ["wang", "村口的路灯坏了"],
    ["wang", "好"],
    ["li", "下午去换"],
    ["li", "1"],
    ["li", "1"],
  ],
  [
    ["wang", "村口的路灯坏了"],
    ["wang", "好"],
    ["li", "下午去换"],
    ["li", "1"],
    ["li", "1"],
    ["wang", "不满意"],
  ],
];

/** What people do, after one of the prologues. */
export const sequence = fc
  .tuple(fc.constantFrom(...prologues), fc.array(deed, { minLength: 1, maxLength: 25, size: "max" }))
  .map(([prologue, deeds]): readonly Deed[] => [
    ...prologue.map(([actor, text]) => plainly(actor, text)),
    ...deeds,
  ]);

function plainly(actor: string, text: string): Deed {
  return { deed: "say", actor, body: { type: "text", text }, replyTo: null, repeats: 1, marked: false };
}
