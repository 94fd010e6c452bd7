import type { Text } from "../../language/index.ts";
import type { Confirmed, Trigger } from "../follow/model.ts";
import { causeText, followUpNames } from "./names.ts";

/** 「到期满 24 小时还没答复，或村民两次以上不满意」; undefined where there is no trigger. */
export function triggerText({ unansweredHours, dissatisfiedTimes }: Trigger): Text | undefined {
  const parts = [
    ...(unansweredHours === null ? [] : [causeText({ fault: "unanswered", limit: unansweredHours })]),
    ...(dissatisfiedTimes === null
      ? []
      : [causeText({ fault: "dissatisfied_again", limit: dissatisfiedTimes })]),
  ];
  if (parts.length === 0) return undefined;
  return { zh: parts.map(({ zh }) => zh).join("，或"), en: parts.map(({ en }) => en).join(", or ") };
}

function line(kind: Confirmed, trigger: Trigger): Text {
  const said = triggerText(trigger) ?? { zh: "没有，不能提", en: "none, so it cannot be asked for" };
  return { zh: `${followUpNames[kind].zh}：${said.zh}`, en: `${followUpNames[kind].en}: ${said.en}` };
}

const since: Text = {
  zh: "从改了以后开始的那一期算起，已经开始的不变。",
  en: "It holds for periods that begin after the change; what has begun keeps what held then.",
};

/** What is said about the triggers of 约谈 and 通报. */
export const triggerTexts = {
  title: { zh: "改约谈、通报的情形", en: "changing what admonitions may follow" },
  open: { zh: "什么情形可以约谈", en: "What admonitions may follow" },
  head: (unit: string): Text => ({
    zh: `${unit}，什么情形可以约谈、通报（都要纪检确认）：`,
    en: `${unit}: what an admonition or a censure may follow (each to be confirmed by the discipline role):`,
  }),
  line,
  since,
  isDemo: { zh: "（演示规则，还没有人定过）", en: " (a rule of the demonstration; nobody has set it yet)" },
  by: (by: Text, at: Text): Text => ({ zh: `（${at.zh} ${by.zh}定）`, en: ` (set ${at.en} by ${by.en})` }),
  change: (kind: Confirmed): Text => ({
    zh: `改${followUpNames[kind].zh}的`,
    en: `Change that of ${followUpNames[kind].en.toLowerCase()}`,
  }),
  noSuch: { zh: "这里的情形您看不到，也改不了。", en: "You can neither read nor change what holds there." },
  askHours: (now: Text): Text => ({
    zh: `现在，${now.zh}\n到期后多久没答复算？`,
    en: `Now: ${now.en}\nFrom how long without an answer after the deadline?`,
  }),
  hours: (count: number): Text => ({ zh: `${count} 小时`, en: `${count} hours` }),
  askTimes: { zh: "村民几次不满意算？", en: "From how many times not satisfied?" },
  times: (count: number): Text => ({ zh: `${count} 次`, en: `${count} times` }),
  none: { zh: "这一条不算", en: "That is no trigger" },
  sure: (kind: Confirmed, trigger: Trigger): Text => {
    const said = line(kind, trigger);
    return { zh: `改成这样，对吗？\n${said.zh}\n${since.zh}`, en: `Is this right?\n${said.en}\n${since.en}` };
  },
  yes: { zh: "对，就这样", en: "Yes" },
  no: { zh: "不改了", en: "Leave it" },
  changeHours: { zh: "改小时", en: "Other hours" },
  changeTimes: { zh: "改次数", en: "Other times" },
  kept: { zh: "没有改。", en: "Nothing was changed." },
  changed: { zh: "改好了。", en: "Changed." },
};
