import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { PartyKind, PartyState } from "../model.ts";

const none: Text = { zh: "", en: "" };

const kinds: Readonly<Record<PartyKind, Text>> = {
  summon: { zh: "点", en: "summoned" },
  invite: { zh: "邀", en: "invited" },
};

const unheard: Readonly<Record<Exclude<PartyState, "answered">, Text>> = {
  waiting: { zh: "未回", en: "not heard" },
  silent: { zh: "未按时答复", en: "did not answer in time" },
  declined: { zh: "不参加", en: "does not take part" },
};

export interface PartyWords {
  readonly name: string;
  readonly kind: PartyKind;
  readonly state: PartyState;
  readonly words: Text;
  readonly at: SaidMoment | undefined;
  readonly isLate: boolean;
  readonly isChangedLate: boolean;
}

function partyLine(party: PartyWords, showsWords: boolean): Text {
  const { name, kind, state, words, at } = party;
  const called = { zh: `· ${name}（${kinds[kind].zh}）`, en: `· ${name} (${kinds[kind].en})` };
  if (state !== "answered") {
    const why = words.zh === "" || !showsWords ? none : { zh: `：${words.zh}`, en: `: ${words.en}` };
    return {
      zh: `${called.zh}${unheard[state].zh}${why.zh}`,
      en: `${called.en} ${unheard[state].en}${why.en}`,
    };
  }
  const mark = party.isLate
    ? { zh: "，逾期", en: ", late" }
    : party.isChangedLate
      ? { zh: "，到期后改过", en: ", changed after the deadline" }
      : none;
  const when = { zh: `${at?.zh ?? ""}${mark.zh}`, en: `${at?.en ?? ""}${mark.en}` };
  if (!showsWords)
    return { zh: `${called.zh}已回（${when.zh}）`, en: `${called.en} has answered (${when.en})` };
  return { zh: `${called.zh}${when.zh}：${words.zh}`, en: `${called.en} ${when.en}: ${words.en}` };
}

interface Whole {
  readonly number: number;
  readonly round: number;
  readonly words: string;
  readonly state: Text;
  readonly lead: string;
  readonly convener: string;
  readonly question: string;
  readonly createdAt: SaidMoment;
  readonly due: SaidMoment;
  readonly parties: Text;
  readonly decision: Text;
  readonly tasks: Text;
}

/** A consultation as those read it who take part. */
export const minutesTexts = {
  partyLines: (parties: readonly PartyWords[], showsWords: boolean): Text =>
    join(parties.map((party) => partyLine(party, showsWords))),
  minutesOf: (given: Whole): Text =>
    join([
      {
        zh: `会商纪要 ${given.number}${given.round > 1 ? `（第 ${given.round} 轮）` : ""} ${given.words}`,
        en: `Minutes of consultation ${given.number}${given.round > 1 ? ` (round ${given.round})` : ""}: ${given.words}`,
      },
      {
        zh: `${given.createdAt.zh} ${given.convener}发起，${given.lead}牵头，${given.due.zh} 前回`,
        en: `Called ${given.createdAt.en} by ${given.convener}, led by ${given.lead}, until ${given.due.en}`,
      },
      { zh: `问题：${given.question}`, en: `Question: ${given.question}` },
      given.parties,
      given.decision,
      given.tasks,
    ]),
  viewOf: (given: Whole): Text =>
    join([
      {
        zh: `会商 ${given.number}${given.round > 1 ? `（第 ${given.round} 轮）` : ""} ${given.words} · ${given.state.zh}`,
        en: `Consultation ${given.number}${given.round > 1 ? ` (round ${given.round})` : ""} ${given.words} · ${given.state.en}`,
      },
      { zh: `问题：${given.question}`, en: `Question: ${given.question}` },
      { zh: `${given.lead}牵头，最晚 ${given.due.zh}`, en: `Led by ${given.lead}, until ${given.due.en}` },
      given.parties,
      given.decision,
      given.tasks,
    ]),
  decisionLine: (leader: Text, at: SaidMoment, decision: string): Text => ({
    zh: `定：${decision}（${leader.zh}，${at.zh}）`,
    en: `Decided: ${decision} (${leader.en}, ${at.en})`,
  }),
  undecided: { zh: "还没有定。", en: "Nothing is decided yet." },
  wasCalledOff: { zh: "这次会商撤了。", en: "It was called off." },
  taskHead: { zh: "任务：", en: "Tasks:" },
  taskState: (given: {
    readonly id: number;
    readonly owner: string;
    readonly what: string;
    readonly due: SaidMoment;
    readonly state: Text;
    readonly result: string;
  }): Text => {
    const { result } = given;
    const zh = result === "" ? "" : `（${result}）`;
    const en = result === "" ? "" : ` (${result})`;
    return {
      zh: `· ${given.id} ${given.owner} ${given.what} · ${given.due.zh} · ${given.state.zh}${zh}`,
      en: `· ${given.id} ${given.owner} ${given.what} · ${given.due.en} · ${given.state.en}${en}`,
    };
  },
  minutesLater: (number: number): Text => ({
    zh: `${number} 定了之后才有纪要。`,
    en: `The minutes of ${number} can be read once it is decided.`,
  }),
} satisfies Record<string, unknown>;
