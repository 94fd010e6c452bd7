import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Score } from "../model.ts";
import type { WeekLine, WeekReport } from "../week/model.ts";
import { eventNames, scoreNames } from "./names.ts";

const scoreOrder: readonly Score[] = ["satisfied", "fair", "dissatisfied"];
const none: Text = { zh: "", en: "" };

function scoresSaid(scores: WeekReport["scores"]): Text {
  const given = scoreOrder.filter((score) => scores[score] > 0);
  if (given.length === 0) return none;
  return {
    zh: `评价：${given.map((score) => `${scoreNames[score].zh} ${scores[score]}`).join("，")}`,
    en: `Rated: ${given.map((score) => `${scoreNames[score].en} ${scores[score]}`).join(", ")}`,
  };
}

/** What somebody did in a week, for herself alone. */
export const weekTexts = {
  weekReport: (
    { isThis, from, to }: { readonly isThis: boolean; readonly from: SaidMoment; readonly to: SaidMoment },
    report: WeekReport,
    lines: readonly Text[],
  ): Text => {
    const { answered, settled, passedOn, inTime, late } = report;
    const count = report.lines.length;
    const name: Text = isThis ? { zh: "本周", en: "This week" } : { zh: "上周", en: "Last week" };
    const head: Text = {
      zh: `${name.zh}（${from.zh}到${to.zh}）`,
      en: `${name.en} (${from.en} to ${to.en})`,
    };
    if (count === 0) return { zh: `${head.zh}还没有办过的事。`, en: `${head.en}: nothing yet.` };
    return join([
      {
        zh: `${head.zh}您办了 ${count} 件：答复 ${answered}，办好 ${settled}，转出 ${passedOn}。`,
        en: `${head.en}: ${count} matters; answered ${answered}, settled ${settled}, passed on ${passedOn}.`,
      },
      inTime + late === 0
        ? none
        : {
            zh: `限期内答复、办好 ${inTime} 次，过了期限 ${late} 次`,
            en: `Deadlines met: ${inTime}, missed: ${late}`,
          },
      scoresSaid(report.scores),
      ...lines,
    ]);
  },
  weekLine: ({ number, deeds, scores }: WeekLine, kind: string): Text => {
    const about = kindOf(kind);
    const done = deeds.map((deed) => eventNames[deed]);
    const rated = scores.map((score) => scoreNames[score]);
    const all = [...done, ...rated];
    return {
      zh: `${number} ${about.zh} · ${all.map(({ zh }) => zh).join("、")}`,
      en: `${number} ${about.en} · ${all.map(({ en }) => en).join(", ")}`,
    };
  },
  weekMore: (count: number): Text => ({ zh: `还有 ${count} 件`, en: `and ${count} more` }),
  thisWeek: { zh: "本周", en: "This week" },
  lastWeek: { zh: "上周", en: "Last week" },
} satisfies Record<string, unknown>;
