import { join, type Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Field, Paper } from "../../pictures/index.ts";
import {
  endingNames,
  kindName,
  scoreNames,
  sourceNames,
  type Slip,
  type SlipStep,
} from "../../tickets/index.ts";
import { maskedName, maskedWords } from "../outgoing/model.ts";
import { stamp } from "../outgoing/stamp.ts";
import { slipWords as say } from "../texts/slip.ts";

/** How a slip is written: names of villagers whole or starred, and whether its people are invented. */
interface Writing {
  readonly isWhole: boolean;
  readonly isDemo: boolean;
  /** Where the reporter lives; empty where that is not kept. */
  readonly address: string;
}

/** What of a slip is written how, in the language of whoever has it made. */
interface Words {
  readonly inWords: (text: Text) => string;
  /** Words people wrote. */
  readonly shown: (words: string) => string;
  readonly named: (name: string) => string;
  readonly at: (moment: number | null | undefined) => string;
}

/** 处理单 on A4: what was reported, what was done in each round and by whom, and room to sign and stamp. */
export function slipPaper(acting: Acting, slip: Slip, { isWhole, isDemo, address }: Writing): Paper {
  const { language } = acting.person;
  const { ticket, unit, names } = slip;
  const inWords = (text: Text): string => text[language];
  const words: Words = {
    inWords,
    shown: (said) => (isWhole ? said : maskedWords(said, { names, address })),
    named: (name) => (isWhole ? name : maskedName(name)),
    at: (moment) => stamp(acting, moment ?? null) || inWords(say.none),
  };
  const date = acting.calendar.zone.dateOf(acting.now);
  const foot = [...(isDemo ? [say.foot.demo] : []), isWhole ? say.foot.whole : say.foot.masked];
  return {
    language,
    title: inWords(say.title),
    subtitle: inWords(say.subtitle(ticket.number, unit, date)),
    foot: inWords(join(foot, " · ")),
    parts: [
      { type: "fields", rows: fieldsOf(slip, words) },
      {
        type: "table",
        title: inWords(say.steps),
        columns: columns.map(([name, share]) => ({ head: inWords(say.columns[name]), share })),
        rows: slip.steps.map((step) => stepRow(step, words)),
      },
      {
        type: "signing",
        boxes: [say.signed, say.opinion, say.stamp].map((label) => ({
          label: inWords(label),
          below: inWords(say.date),
        })),
      },
    ],
  };
}

const columns = [
  ["round", 0.07],
  ["at", 0.22],
  ["who", 0.16],
  ["what", 0.55],
] as const;

function fieldsOf(slip: Slip, words: Words): readonly (readonly Field[])[] {
  const { ticket, source, unit, reporter, responsible, files, followers, dues, rating } = slip;
  const { inWords, shown, named, at } = words;
  const field = (label: Text, value: string): Field => ({ label: inWords(label), value });
  const place = ticket.place === unit ? unit : `${unit} ${shown(ticket.place)}`.trim();
  const others = followers > 0 ? inWords(say.followers(followers)) : "";
  return [
    [field(say.kind, inWords(kindName(ticket.kind))), field(say.source, inWords(sourceNames[source]))],
    [
      field(say.reporter, `${named(reporter?.name ?? "")}${others}`),
      field(say.received, at(ticket.createdAt)),
    ],
    [field(say.place, place)],
    [field(say.what, shown(ticket.what))],
    [field(say.files, inWords(files) || inWords(say.noFiles))],
    [
      field(say.responsible, inWords(responsible ?? say.none)),
      field(say.round, inWords(say.roundOf(ticket.cycle))),
    ],
    [field(say.answerDue, at(dues.answer)), field(say.answered, at(slip.answeredAt))],
    [field(say.settleDue, at(dues.settle)), field(say.settled, at(slip.settledAt))],
    [field(say.ended, inWords(endingNames[slip.ending])), field(say.rating, ratingOf(rating, words))],
  ];
}

function ratingOf(rating: Slip["rating"], { inWords, shown }: Words): string {
  if (rating === undefined) return inWords(say.notRated);
  const why = rating.reason === null || rating.reason === "" ? [] : [shown(rating.reason)];
  return [inWords(scoreNames[rating.score]), ...why].join(" · ");
}

function stepRow({ cycle, at, who, what }: SlipStep, words: Words): readonly string[] {
  const { inWords, shown, named } = words;
  const doer =
    who === undefined
      ? ""
      : who.as === "reporter"
        ? inWords(say.reporter)
        : who.as === "staff"
          ? who.name
          : `${inWords(say.villager)} ${named(who.name)}`;
  return [String(cycle), words.at(at), doer, shown(inWords(what))];
}
