import type { Text } from "../../language/index.ts";
import { kindOf } from "../../tickets/index.ts";
import type { Topic, Verdict } from "../model.ts";
import { screeningTexts } from "./screening.ts";

interface Days {
  readonly from: Text;
  readonly until: Text;
}

interface Found {
  readonly topics: readonly Topic[];
  /** How often somebody told of something. */
  readonly told: number;
  readonly isTooEarly: boolean;
}

/** 「往常不到 1 人」, 「往常约 3 人」 */
function usual(expected: number): Text {
  const people = Math.round(expected);
  return expected < 1
    ? { zh: "往常不到 1 人", en: "usually less than 1" }
    : { zh: `往常约 ${people} 人`, en: `usually about ${people}` };
}

/** 「，13 处都多」 */
function inPlaces(places: number | undefined): Text {
  return places === undefined
    ? { zh: "", en: "" }
    : { zh: `，下面 ${places} 处都多`, en: `, more at ${places} places below it` };
}

const asUsual: Text = { zh: "和往常差不多", en: "about as usual" };
const notYet: Text = { zh: "还比不出多少", en: "with no past yet to compare" };

const states: Readonly<Record<string, Text>> = {
  open: { zh: "待答复", en: "unanswered" },
  answered: { zh: "在办", en: "in hand" },
  settled: { zh: "办好了", en: "settled" },
  closed: { zh: "已结", en: "closed" },
};

export const hotTexts = {
  hotHelp: { zh: "热点：上周什么事比往常多", en: "/hot: what more people told of last week than usual" },
  notYours: { zh: "这里的热点不归您看。", en: "The topics there are not yours to read." },
  notYourRoom: {
    zh: "甄别热点、写专报，由指挥室来做。",
    en: "The command room looks into topics and writes briefings.",
  },
  nothingTold: { zh: "这一周没有人反映这样的事。", en: "Nobody told of such a thing in that week." },
  noSuchWeek: {
    zh: "没有这一周。发「热点」看上周的。",
    en: "There is no such week. Send /hot to see the last one.",
  },
  noSuchTopic: {
    zh: "没有这个热点。发「热点」看上周的。",
    en: "There is no such topic. Send /hot to see last week's.",
  },
  aVillager: "村民",
  page: (given: { name: string; days: Days; found: Found; gaps: number }): Text => {
    const { name, days, gaps } = given;
    const found = foundIn(given.found);
    const asked: Text =
      gaps === 0
        ? { zh: "", en: "" }
        : {
            zh: `\n没答上的政策问题 ${gaps} 样。`,
            en: `\nQuestions about policies that nothing answered: ${gaps}.`,
          };
    return {
      zh: `${name}一周热点（${days.from.zh}–${days.until.zh}），反映 ${given.found.told} 人次。\n${found.zh}${asked.zh}`,
      en: `${name}, hot topics of the week (${days.from.en} – ${days.until.en}), told ${given.found.told} times.\n${found.en}${asked.en}`,
    };
  },
  pageLine: (name: string, topics: number): Text => ({
    zh: `${name}一周热点：${topics === 0 ? "没有" : `${topics} 样`}`,
    en: `${name}, hot topics of the week: ${topics === 0 ? "none" : topics}`,
  }),
  topicLine: (topic: Topic, place: string, verdict: Verdict | undefined): Text => {
    const { kind, people, expected } = topic;
    const found = verdict && screeningTexts.names[verdict];
    const { zh, en } = kindOf(kind);
    const many = inPlaces(topic.places);
    return {
      zh: `${place} · ${zh} ${people} 人（${usual(expected).zh}${many.zh}）${found ? ` · ${found.zh}` : ""}`,
      en: `${place} · ${en}: ${people} people (${usual(expected).en}${many.en})${found ? ` · ${found.en}` : ""}`,
    };
  },
  more: (left: number): Text => ({ zh: `还有 ${left} 件`, en: `${left} more` }),
  gapsLine: (gaps: number): Text => ({
    zh: `没答上的政策问题 ${gaps} 样`,
    en: `Questions nothing answered: ${gaps}`,
  }),
  briefingsLine: (waiting: number): Text => ({
    zh: `等您批示的专报 ${waiting} 份`,
    en: `Briefings that wait for your word: ${waiting}`,
  }),
  otherPage: (name: string): Text => ({ zh: `看${name}`, en: `See ${name}` }),
  weekBefore: { zh: "再前一周", en: "The week before" },
  finding: (given: {
    name: string;
    kind: string;
    days: Days;
    people: number;
    past: readonly number[];
    /** Left out where it is no more than usual. */
    expected: number | undefined;
    isTooEarly: boolean;
    /** Villages that are topics by themselves are not in it. */
    isRest: boolean;
    /** At so many places below it is hot by itself; left out where it is one place's own. */
    places: number | undefined;
    clusters: readonly { readonly numbers: readonly number[]; readonly place: string }[];
  }): Text => {
    const { name, days, people, past, expected } = given;
    const rest: Text = given.isRest
      ? { zh: "（单列的村不算在内）", en: " (without the villages listed by themselves)" }
      : { zh: "", en: "" };
    const kind = kindOf(given.kind);
    const usually = given.isTooEarly ? notYet : expected === undefined ? asUsual : usual(expected);
    const many = inPlaces(given.places);
    const more: Text = { zh: `${usually.zh}${many.zh}`, en: `${usually.en}${many.en}` };
    const before: Text =
      past.length === 0
        ? { zh: "", en: "" }
        : {
            zh: `\n前 ${past.length} 周每周人数：${past.join(" ")}`,
            en: `\nPeople in each of the ${past.length} weeks before: ${past.join(" ")}`,
          };
    const same = given.clusters.map(({ numbers, place }): Text => ({
      zh: `\n像同一件：${numbers.join("、")}${place === "" ? "" : `（${place}）`}`,
      en: `\nLikely one thing: ${numbers.join(", ")}${place === "" ? "" : ` (${place})`}`,
    }));
    return {
      zh: `【${name} · ${kind.zh}】${days.from.zh}–${days.until.zh} ${people} 人反映，${more.zh}${rest.zh}。${before.zh}${same.map(({ zh }) => zh).join("")}`,
      en: `[${name} · ${kind.en}] ${days.from.en} – ${days.until.en}: ${people} people, ${more.en}${rest.en}.${before.en}${same.map(({ en }) => en).join("")}`,
    };
  },
  matterLine: (
    { number, state }: { readonly number: number; readonly state: string },
    where: string,
    place: string,
  ): Text => {
    const stands = states[state] ?? { zh: "", en: "" };
    return {
      zh: `${number} ${where}${place === "" ? "" : ` ${place}`} · ${stands.zh}`,
      en: `${number} ${where}${place === "" ? "" : ` ${place}`} · ${stands.en}`,
    };
  },
};

function foundIn({ topics, isTooEarly }: Found): Text {
  if (isTooEarly)
    return {
      zh: "用了还不满 4 周，比不出什么比往常多。",
      en: "There are fewer than 4 weeks before it: nothing to compare with yet.",
    };
  if (topics.length === 0)
    return { zh: "没有什么比往常明显多。", en: "Nothing was told of clearly more than usual." };
  return {
    zh: `比往常明显多的 ${topics.length} 样，点开看是哪些事：`,
    en: `Told of clearly more than usual: ${topics.length}. Open one to see its matters:`,
  };
}
