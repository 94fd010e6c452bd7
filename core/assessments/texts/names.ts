import { figureTitles, partText } from "../../bulletins/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import {
  gradedNames,
  type Because,
  type GradedName,
  type Grade,
  type ListKind,
  type Outcome,
  type Recorded,
  type Standing,
} from "../model.ts";
import type { Rules } from "../rules/model.ts";

/** What each list is called. */
export const kindNames: Readonly<Record<ListKind, Text>> = {
  teams: { zh: "村服务团队考核", en: "assessment of village teams" },
  cadres: { zh: "干部考核", en: "assessment of cadres" },
  townships: { zh: "乡镇考核", en: "assessment of townships" },
  good_teams: { zh: "优秀团队", en: "good teams" },
  stars: { zh: "村庄服务明星", en: "village service stars" },
};

export const gradeNames: Readonly<Record<Grade | Standing, Text>> = {
  excellent: { zh: "优秀", en: "excellent" },
  fit: { zh: "合格", en: "fit" },
  poor: { zh: "待改进", en: "to improve" },
  ungraded: { zh: "不评", en: "not graded" },
  named: { zh: "在名单上", en: "on the list" },
  asked: { zh: "等本人同意", en: "asked for consent" },
  declined: { zh: "本人不参加", en: "declined" },
  removed: { zh: "已取消", en: "taken off" },
};

/** What became of a line after an objection. */
export function became(grade: Grade | Standing): Text {
  const { zh, en } = gradeNames[grade];
  return grade === "removed" ? { zh: "从名单上取消了", en } : { zh: `改为${zh}`, en };
}

/** A list as it is named in a sentence. */
export interface Named {
  readonly kind: ListKind;
  readonly year: number;
  readonly version: number;
  /** Of the unit. */
  readonly name: string;
}

/** 「前童镇2025年干部考核」, from the second version on with its number. */
export function listName({ kind, year, version, name }: Named): Text {
  const { zh, en } = kindNames[kind];
  const of = version === 1 ? { zh: "", en: "" } : { zh: `（第 ${version} 版）`, en: `, version ${version}` };
  return { zh: `${name}${year}年${zh}${of.zh}`, en: `${en} ${year} of ${name}${of.en}` };
}

/** The beginning of an English line. */
export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** 「及时响应率 24/25（96%）」; empty where there is nothing to divide by. */
export function figureText({ name, ...part }: Outcome["figures"][number]): Text {
  if (part.share === null) return verbatim("");
  const [title, said] = [figureTitles[name], partText(part)];
  return { zh: `${title.zh} ${said.zh}`, en: `${title.en} ${said.en}` };
}

/** The rates that a grade goes by, in one line. */
export function gradedText({ figures }: Outcome): Text {
  const said = figures.filter(({ name }) => gradedNames.some((one) => one === name)).map(figureText);
  return { zh: join(said, "，").zh, en: join(said, ", ").en };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Which bound a rate did not keep: 「及时处置率低于 80%」. */
function boundText(name: GradedName, rules: Rules, which: "excellent" | "poor"): Text {
  const title = figureTitles[name];
  const bound = percent(rules.bounds[name][which]);
  if (which === "poor")
    return name === "reopened"
      ? { zh: `${title.zh}高于 ${bound}`, en: `${title.en} above ${bound}` }
      : { zh: `${title.zh}低于 ${bound}`, en: `${title.en} below ${bound}` };
  return name === "reopened"
    ? { zh: `${title.zh}（${bound} 以内）`, en: `${title.en} (at most ${bound})` }
    : { zh: `${title.zh}（${bound} 以上）`, en: `${title.en} (at least ${bound})` };
}

/** Why a grade is what it is. */
export function whyText({ rule, figures }: Because, rules: Rules): Text {
  const list = (which: "excellent" | "poor"): Text => {
    const said = figures.map((name) => boundText(name, rules, which));
    return { zh: said.map(({ zh }) => zh).join("、"), en: said.map(({ en }) => en).join(", ") };
  };
  switch (rule) {
    case "too_few":
      return {
        zh: "每项都不到 10 件，说明不了什么，所以不评。",
        en: "Fewer than ten in each rate say little, so there is no grade.",
      };
    case "poor":
      return { zh: `${list("poor").zh}。`, en: `${list("poor").en}.` };
    case "recorded":
      return {
        zh: "当年有约谈或通报，不评优秀。",
        en: "There was an admonition or censure in the year: not excellent.",
      };
    case "not_all":
      return {
        zh: `离优秀还差：${list("excellent").zh}，要有 10 件以上。`,
        en: `Lacking for excellent, of ten or more: ${list("excellent").en}.`,
      };
    case "excellent":
      return { zh: "各项都达到优秀。", en: "Every rate is excellent." };
  }
}

/** 「约谈 1 次，整改 2 次」; empty where there was nothing. */
export function recordedText({ admonition, censure, remedy }: Recorded): Text {
  const said: readonly (readonly [number, string, string])[] = [
    [admonition, "约谈", "admonitions"],
    [censure, "通报", "censures"],
    [remedy, "整改", "remedies"],
  ];
  const some = said.filter(([count]) => count > 0);
  return {
    zh: some.map(([count, zh]) => `${zh} ${count} 次`).join("，"),
    en: some.map(([count, , en]) => `${en}: ${count}`).join(", "),
  };
}
