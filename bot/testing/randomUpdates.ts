import * as fc from "fast-check";
import { words } from "./siegeDeeds.ts";

/** Everybody who writes to the bot: people of the demonstration, strangers, and numbers beyond what 32 bits hold. */
export const voices = [7_001, 7_002, 7_003, 7_004, 7_005, 7_006, 7_101, 7_102, 2 ** 31 + 7, 2 ** 52 + 1];
export const group = -1_001_234_567_890;

const said = fc.oneof(
  { weight: 8, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 200 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "/start",
      "/mine 1001",
      "/task 1001 done",
      "/report",
      "／帮助",
      "/x y",
      "/start@other_bot",
      "/me@diantong_bot",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\u202eمرحبا كيف الحال", "שלום\u200f 1001", "ไม่มีไฟ", "🀄".repeat(2_000)),
  },
);

/** Content of a message besides words, as the Bot API shows it; `file` is filled in when it is sent. */
const content = fc.oneof(
  fc
    .constantFrom("photo", "voice", "video", "document", "audio", "animation", "video_note", "sticker")
    .map((file) => ({ file })),
  fc
    .record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    })
    .map((location) => ({ location })),
  words.map((text) => ({ contact: { first_name: text.slice(0, 60) || "王", phone_number: "13800000000" } })),
  fc.constantFrom(
    { dice: { emoji: "🎲", value: 3 } },
    { story: { id: 1, chat: { id: 5, type: "private" } } },
    { smell: { strength: 3 } },
  ),
  words.map((text) => ({ poll: { id: "1", question: text.slice(0, 300) || "？", options: [] } })),
);

const plain = fc.oneof(
  { weight: 20, arbitrary: fc.record({ what: fc.constant("says" as const), text: said }) },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant("presses" as const),
      /** A button somebody was shown: the newest own one, or any of anybody's. */
      whose: fc.constantFrom("own" as const, "own" as const, "anybody's" as const),
      which: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("forges" as const),
      data: fc
        .oneof(words, fc.constantFrom("/task 1001 done", "/mine 1001 satisfied", "a.b.c"))
        .map((data) => data.slice(0, 64)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant("sends" as const),
      content,
      caption: fc.option(said),
      album: fc.option(fc.constantFrom("900", "901"), { freq: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("edits" as const), text: said }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant("member" as const),
      status: fc.constantFrom("kicked", "member"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant("group" as const),
      text: said,
      called: fc.constantFrom("name", "command", "reply", "not"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("unheard" as const),
      kind: fc.constantFrom("channel_post", "inline_query", "a_kind_of_2030", "bot"),
      text: said,
    }),
  },
);

const wrong = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "x",
    {},
    [],
    true,
    -1,
    1.5,
    2 ** 53,
    2 ** 31,
    1e308,
    "\u0000",
    undefined,
  ),
  // The web server itself turns away a body with this key, which Telegram never sends.
  fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('"__proto__"')),
);

export const randomUpdate = fc.record({
  voice: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(7_001, 7_003, 7_101) }, fc.constantFrom(...voices)),
  deed: plain,
  /** Words of people are marked, so that they are known again wherever they are shown. */
  marked: fc.boolean(),
  /** Replies to the newest message of the bot to her, to any of anybody's, or to one that never was. */
  replyTo: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    fc.constantFrom("newest" as const, "anybody's" as const, "none" as const),
  ),
  /** One place of the update, by its count, holds something else. */
  broken: fc.option(fc.record({ place: fc.nat({ max: 40 }), by: wrong }), { freq: 3 }),
  repeats: fc.constantFrom(1, 1, 1, 1, 1, 2),
});
export type RandomUpdate = typeof randomUpdate extends fc.Arbitrary<infer T> ? T : never;
