import { join, verbatim, type Text } from "../../language/index.ts";
import { isHonour, type ListKind, type Merit, type Outcome } from "../model.ts";
import type { Rules } from "../rules/model.ts";
import {
  became,
  capital,
  figureText,
  gradedText,
  gradeNames,
  kindNames,
  listName,
  recordedText,
  whyText,
  type Named,
} from "./names.ts";

const demo = (isDemo: boolean): Text =>
  isDemo ? { zh: "（演示数据）", en: " (demonstration data)" } : verbatim("");

/** What a list and its lines look like. */
export const showTexts = {
  help: {
    zh: "年度考核：考核结果、优秀团队、村庄服务明星",
    en: "Lists of the year: assessments, good teams, stars of the villages",
  },
  button: { zh: "年度考核和评选", en: "Lists of the year" },
  look: { zh: "看一看", en: "Have a look" },
  home: (year: number): Text => ({
    zh: `${year}年的考核和评选：`,
    en: `Assessments and honours of ${year}:`,
  }),
  nothing: {
    zh: "还没有公布过年度考核和评选。每年 1 月备好，审定后公布。",
    en: "No list of a year is published yet. They are made each January and published once approved.",
  },
  nothingIn: (year: number): Text => ({
    zh: `${year}年没有您能看的考核和评选。`,
    en: `There is no list of ${year} for you to read.`,
  }),
  listButton: ({ kind, name }: Pick<Named, "kind" | "name">, state: Text): Text => ({
    zh: `${name}${kindNames[kind].zh}${state.zh === "" ? "" : `（${state.zh}）`}`,
    en: `${name}, ${kindNames[kind].en}${state.en === "" ? "" : ` (${state.en})`}`,
  }),
  states: {
    draft: { zh: "等审定", en: "waits for approval" },
    refused: { zh: "没通过", en: "refused" },
    published: { zh: "公示中", en: "open to objection" },
    frozen: verbatim(""),
  },
  ownButton: (what: Text): Text => ({ zh: `我的：${what.zh}`, en: `Mine: ${what.en}` }),
  otherYear: (year: number): Text => ({ zh: `${year}年的`, en: `Those of ${year}` }),
  makeNow: (year: number): Text => ({ zh: `备好${year}年的`, en: `Make those of ${year}` }),
  how: { zh: "怎么评的", en: "How it is graded" },
  noSuchLine: { zh: "没有这一条，或者您看不到它。", en: "There is no such line, or it is not for you." },
  noSuchList: { zh: "没有这份名单，或者您看不到它。", en: "There is no such list, or it is not for you." },
  usage: {
    zh: "发「年度考核」看名单，「/year 2025」看某一年的，「/year 前童镇」看某个乡镇的。",
    en: "Send /year for the lists, /year 2025 for those of a year, /year and a name for those of a township.",
  },
  listHead: (named: Named, isDemo: boolean): Text => ({
    zh: `${listName(named).zh}${demo(isDemo).zh}`,
    en: `${capital(listName(named).en)}${demo(isDemo).en}`,
  }),
  unranked: { zh: "按编码排列，不排名：", en: "In the order of codes; nobody is ranked:" },
  correction: (words: string): Text => ({ zh: `更正：${words}`, en: `Correction: ${words}` }),
  gradedLine: (who: Text, grade: keyof typeof gradeNames, outcome: Outcome): Text => {
    const [name, said] = [gradeNames[grade], gradedText(outcome)];
    return {
      zh: `${who.zh} ${name.zh}${said.zh === "" ? "" : `：${said.zh}`}`,
      en: `${who.en} ${name.en}${said.en === "" ? "" : `: ${said.en}`}`,
    };
  },
  teamLine: (who: Text, outcome: Outcome): Text => ({
    zh: `${who.zh}：${gradedText(outcome).zh}`,
    en: `${who.en}: ${gradedText(outcome).en}`,
  }),
  starLine: (who: Text, { reason, deeds, points }: Merit, isAsked: boolean): Text => ({
    zh: `${who.zh}：${reason}${deeds === 0 ? "" : `（当年特别贡献 ${deeds} 次，${points} 分）`}${isAsked ? "（等本人同意）" : ""}`,
    en: `${who.en}: ${reason}${deeds === 0 ? "" : ` (special contributions in the year: ${deeds}, ${points} points)`}${isAsked ? " (asked for consent)" : ""}`,
  }),
  quietLines: (count: number, isAll: boolean): Text =>
    isAll
      ? { zh: `${count} 个都没有能评的事项，不评。`, en: `None of ${count} had a matter to be graded by.` }
      : { zh: `其余 ${count} 个没有能评的事项，不评。`, en: `${count} more had no matter to be graded by.` },
  noLines: { zh: "没有评出。", en: "Nobody is on it." },
  noStars: {
    zh: "还没有人被推荐。网格员和联村组长发「年度考核」，按「推荐服务明星」。",
    en: "Nobody is nominated yet. Grid workers and liaison leads nominate by /year star.",
  },
  openUntil: (date: Text): Text => ({
    zh: `公示到${date.zh}，有异议可以提。`,
    en: `Open to objection until ${date.en}.`,
  }),
  waiting: (count: number): Text => ({
    zh: `有 ${count} 条异议等答复。`,
    en: `Objections that wait for an answer: ${count}.`,
  }),
  over: (count: number): Text => ({
    zh: `公示期已过，还有 ${count} 条异议没答复，答复完就定。`,
    en: `Its days are over; ${count} objection(s) must be answered before it is final.`,
  }),
  frozenAt: (date: Text): Text => ({ zh: `${date.zh}定了，不再改。`, en: `Final since ${date.en}.` }),
  waits: (days: number, kind: ListKind): Text =>
    isHonour(kind)
      ? {
          zh: `还没公布。公布后村民能看到，公示 ${days} 天。`,
          en: `Not published yet. Once it is, villagers read it; it is open to objection for ${days} days.`,
        }
      : {
          zh: `还没公布。公布后各人先看到自己的，公示 ${days} 天。`,
          en: `Not published yet. Once it is, each reads her own; it is open to objection for ${days} days.`,
        },
  refused: (why: string): Text => ({ zh: `没有公布：${why}`, en: `Not published: ${why}` }),
  more: { zh: "后面的", en: "More" },
  back: { zh: "回到名单", en: "Back to the list" },
  older: { zh: "原来那版", en: "The version before" },
  objectTo: { zh: "我有异议", en: "I object" },
  reason: { zh: "理由", en: "Reason" },
  withdraw: { zh: "不要公布我", en: "Take my name off" },
  outcome: (outcome: Outcome, rules: Rules, isWhySaid: boolean): Text =>
    join([
      ...outcome.figures.map(figureText),
      recordedText(outcome.recorded),
      isWhySaid ? whyText(outcome.because, rules) : verbatim(""),
    ]),
  putRight: (grade: keyof typeof gradeNames, words: string): Text => ({
    zh: `有异议，核对后${became(grade).zh}：${words}`,
    en: `After an objection it is now ${became(grade).en}: ${words}`,
  }),
  lineName: (
    { kind, year }: Pick<Named, "kind" | "year">,
    who: Text,
    grade: keyof typeof gradeNames,
  ): Text => {
    const [list, name] = [kindNames[kind], gradeNames[grade]];
    const said = isHonour(kind) ? verbatim("") : { zh: `，${name.zh}`, en: `, ${name.en}` };
    return {
      zh: `${year}年${list.zh}：${who.zh}${said.zh}`,
      en: `${capital(list.en)} ${year}: ${who.en}${said.en}`,
    };
  },
  rules: ({ bounds, days, starsPerVillage }: Rules): Text => {
    const at = (name: keyof Rules["bounds"], which: "excellent" | "poor") =>
      `${Math.round(bounds[name][which] * 100)}%`;
    return {
      zh:
        "演示规则，不是官方办法。只看办得怎么样，不看登录、上报和发帖；没有权重，不排名。\n" +
        `待改进：及时响应率低于 ${at("answeredInTime", "poor")}，或及时处置率低于 ${at("settledInTime", "poor")}，或满意率低于 ${at("content", "poor")}，或重开率高于 ${at("reopened", "poor")}。\n` +
        `优秀：分别达到 ${at("answeredInTime", "excellent")}、${at("settledInTime", "excellent")}、${at("content", "excellent")} 以上，重开率 ${at("reopened", "excellent")} 以内，当年没有约谈、通报。\n` +
        "不到 10 件的项目不算；都不到 10 件的不评。其余是合格。\n" +
        `优秀团队：考核定为优秀的团队。服务明星：网格员和联村组长推荐，每村最多 ${starsPerVillage} 位，本人同意才公布。公示 ${days} 天（自然日），异议由无关的人答复，答复完才定。`,
      en:
        "Rules of the demonstration, no official scheme. Outcomes only: no log-ins, reports or posts; no weights, no ranking.\n" +
        `To improve: answered in time below ${at("answeredInTime", "poor")}, settled in time below ${at("settledInTime", "poor")}, satisfied or fair below ${at("content", "poor")}, or reopened above ${at("reopened", "poor")}.\n` +
        `Excellent: at least ${at("answeredInTime", "excellent")}, ${at("settledInTime", "excellent")} and ${at("content", "excellent")}, reopened at most ${at("reopened", "excellent")}, no admonition or censure in the year.\n` +
        "A rate of fewer than ten does not count; with no other there is no grade. All else is fit.\n" +
        `Good teams: those graded excellent. Stars: nominated by grid workers and liaison leads, at most ${starsPerVillage} a village, named with their consent only. Open to objection for ${days} calendar days; somebody who is not concerned answers; then it is final.`,
    };
  },
};
