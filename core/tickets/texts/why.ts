import { verbatim, type Text } from "../../language/index.ts";
import type { Clock, SaidMoment, Segment } from "../../time/index.ts";
import { clockReasons, type ClockKind, type ClockReason } from "../clock/terms.ts";
import { pauseReasons, type PauseReason } from "../pause/model.ts";

/** What each clock waits for. */
export const clockNames: Readonly<Record<ClockKind, Text>> = {
  answer: { zh: "答复", en: "the first answer" },
  worker: { zh: "答复后办结", en: "settling after the answer" },
  village: { zh: "村里办结", en: "settling in the village" },
  township: { zh: "乡镇办结", en: "settling by the township" },
  office: { zh: "科室办结", en: "settling by the office" },
};

/** What whoever must settle a matter usually waits for. */
export const pauseReasonNames: Readonly<Record<PauseReason, Text>> = {
  weather: { zh: "等天气", en: "waiting for the weather" },
  parts: { zh: "等配件、材料", en: "waiting for parts" },
  villager: { zh: "等村民方便", en: "waiting for the villager" },
  others: { zh: "等别的部门", en: "waiting for another office" },
};

/** Why a clock was touched, where it was no person's own words. */
const reasons: Readonly<Record<ClockReason, (cycle: number) => Text>> = {
  filed: () => ({ zh: "交上来", en: "handed in" }),
  passed: () => ({ zh: "转办", en: "passed on" }),
  reopened: (cycle) => ({ zh: `重新办（第 ${cycle} 轮）`, en: `reopened (round ${cycle})` }),
  put_back: (cycle) => ({ zh: `又要反映（第 ${cycle} 轮）`, en: `wanted after all (round ${cycle})` }),
  not_fixed: () => ({ zh: "村民说还没好", en: "the villager says it is not fixed" }),
  returned: () => ({ zh: "退回来接着办", en: "sent back to be finished" }),
  dispatched: () => ({ zh: "分流到科室", en: "dispatched to an office" }),
  moved: () => ({ zh: "指挥室另作安排", en: "moved by the command room" }),
  bounced: () => ({ zh: "科室退回", en: "sent back by the office" }),
  decided: () => ({ zh: "指挥室定下由谁办", en: "the command room decided who has it" }),
  to_county: () => ({ zh: "报到县里", en: "sent up to the county" }),
  handed_on: () => ({ zh: "换人办", en: "somebody else has it" }),
  overdue: () => ({ zh: "没按时答复，换人办", en: "no answer in time, passed on" }),
  late: () => ({ zh: "到期没办好，换人办", en: "not settled in time, passed on" }),
  answered: () => ({ zh: "已答复", en: "answered" }),
  settled: () => ({ zh: "记为办好", en: "noted as settled" }),
  unverified: () => ({ zh: "记为情况未核实", en: "noted as not verified" }),
  withdrawn: () => ({ zh: "村民撤回", en: "taken back" }),
  adopted: () => ({ zh: "升级以前的期限照旧", en: "kept from before the upgrade" }),
  policy: () => ({ zh: "期限改了", en: "the limit was changed" }),
  calendar: () => ({ zh: "节假日改了", en: "a holiday was changed" }),
  kind: () => ({ zh: "类别改了", en: "another kind of matter" }),
  mediating: () => ({ zh: "调解中", en: "in mediation" }),
  mediation_failed: () => ({ zh: "调解不成", en: "mediation failed" }),
  mediation_over: () => ({ zh: "调解停了", en: "mediation was broken off" }),
  pause_over: () => ({ zh: "暂停到期", en: "the pause is over" }),
};

/** Why a clock was touched, in words: a person's own, or what stands for a word of ours. */
export function reasonName(reason: string, cycle = 1): Text {
  const ours = clockReasons.find((one) => one === reason);
  if (ours) return reasons[ours](cycle);
  const usual = pauseReasons.find((one) => one === reason);
  return usual ? pauseReasonNames[usual] : verbatim(reason);
}

const happened: Readonly<Record<Segment["kind"], Text>> = {
  started: { zh: "开始计时", en: "time starts" },
  paused: { zh: "暂停", en: "paused" },
  resumed: { zh: "接着计时", en: "time goes on" },
  revised: { zh: "改期限", en: "limit changed" },
  breached: { zh: "到期没完成", en: "due, and not done" },
  stopped: { zh: "停止计时", en: "time stops" },
};

/** What is said to 「为什么是那时到期」. */
export const whyTexts = {
  noClocks: (number: number): Text => ({
    zh: `${number} 现在没有期限在走。`,
    en: `No deadline runs for ${number}.`,
  }),
  whyHead: (kind: ClockKind, state: Clock["state"], due: SaidMoment | undefined): Text => {
    const name = clockNames[kind];
    if (due)
      return { zh: `【${name.zh}】为什么是 ${due.zh} 到期：`, en: `[${name.en}] why it is due ${due.en}:` };
    return state === "paused"
      ? { zh: `【${name.zh}】现在暂停：`, en: `[${name.en}] paused now:` }
      : { zh: `【${name.zh}】已经停止计时：`, en: `[${name.en}] no longer timed:` };
  },
  whySegment: (given: {
    readonly at: SaidMoment;
    readonly kind: Segment["kind"];
    readonly reason: string;
    readonly cycle: number;
    readonly who: string;
  }): Text => {
    const { at, kind, reason, cycle, who } = given;
    const [what, why] = [happened[kind], reasonName(reason, cycle)];
    const [by, byEn] = who === "" ? ["", ""] : [`，${who}`, ` (${who})`];
    return reason === ""
      ? { zh: `${at.zh} ${what.zh}`, en: `${at.en} ${what.en}` }
      : { zh: `${at.zh} ${what.zh}：${why.zh}${by}`, en: `${at.en} ${what.en}: ${why.en}${byEn}` };
  },
  everywhereRule: { zh: "全县通用", en: "the rule everywhere" },
  ruleOf: (unit: string): Text => ({ zh: `${unit}设定`, en: `set by ${unit}` }),
  whyLimit: (given: {
    readonly limit: Text;
    readonly isNatural: boolean;
    readonly scope: Text;
    readonly due: SaidMoment | undefined;
  }): Text => {
    const { limit, isNatural, scope, due } = given;
    const by = isNatural
      ? { zh: "按自然时间算", en: "every hour counts" }
      : { zh: "按上班时间算，节假日不算", en: "working hours count, holidays do not" };
    const then: Text = due ? { zh: ` → ${due.zh}`, en: ` → ${due.en}` } : { zh: "", en: "" };
    return {
      zh: `限 ${limit.zh}，${by.zh}（${scope.zh}）${then.zh}`,
      en: `Limit ${limit.en}, ${by.en} (${scope.en})${then.en}`,
    };
  },
  neverPaused: { zh: "中间没有暂停。", en: "It was never paused." },
} satisfies Record<string, unknown>;
