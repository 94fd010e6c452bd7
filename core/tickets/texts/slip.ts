import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";
import type { Ending, Source } from "../slip/model.ts";
import { stateNames, timelineLine, type TimelineLine } from "./names.ts";

/** What stands above a slip beside the matter itself. */
interface SlipHead {
  readonly unit: string;
  readonly reporter: string;
  readonly filed: SaidMoment;
  readonly responsible: Text | undefined;
}

/** How a matter ended, as it stands on paper. */
export const endingNames: Readonly<Record<Ending, Text>> = {
  waiting: { zh: "等答复", en: "waiting for an answer" },
  under_way: { zh: "在办", en: "under way" },
  settled: { zh: "已办结，等评价", en: "settled, to be rated" },
  rated: { zh: "已办结，已评价", en: "settled and rated" },
  unrated: { zh: "已办结，未评价", en: "settled, not rated" },
  unverified: { zh: "情况未核实", en: "could not be verified" },
  withdrawn: { zh: "村民撤回", en: "withdrawn" },
  agreed: { zh: "调解成功", en: "agreed by mediation" },
  not_agreed: { zh: "调解不成", en: "mediation without agreement" },
};

/** How it came. */
export const sourceNames: Readonly<Record<Source, Text>> = {
  herself: { zh: "本人在点通反映", en: "told by herself" },
  proxy: { zh: "代报", en: "told for her" },
  meeting: { zh: "村民说事会", en: "village meeting" },
};

const nobody: Text = { zh: "—", en: "—" };

/** A matter on a slip of paper, to be printed, signed and stamped. */
export const slipTexts = {
  slipFile: { zh: "做成文件（可打印盖章）", en: "As a file to print" },
  slip: (ticket: Ticket, head: SlipHead, lines: readonly TimelineLine[]): Text => {
    const [kind, state] = [kindOf(ticket.kind), stateNames[ticket.state]];
    const { unit, reporter, filed, responsible = nobody } = head;
    const place = ticket.place === unit ? unit : `${unit} ${ticket.place}`.trim();
    return join([
      { zh: `事项处理单 ${ticket.number}`, en: `Slip of matter ${ticket.number}` },
      { zh: `类别：${kind.zh}`, en: `Kind: ${kind.en}` },
      { zh: `地点：${place}`, en: `Place: ${place}` },
      { zh: `反映人：${reporter}　时间：${filed.zh}`, en: `Reported by ${reporter}, ${filed.en}` },
      { zh: `内容：${ticket.what}`, en: `What: ${ticket.what}` },
      { zh: "经过：", en: "What was done:" },
      ...lines.map((line) => timelineLine(line)),
      {
        zh: `第 ${ticket.cycle} 轮，${state.zh}　承办：${responsible.zh}`,
        en: `Round ${ticket.cycle}, ${state.en}; dealt with by ${responsible.en}`,
      },
      {
        zh: "承办人签字：＿＿＿＿　负责人意见：＿＿＿＿＿＿",
        en: "Signed: ______  Opinion of whoever is in charge: ______",
      },
      { zh: "（盖章）　　　　年　　月　　日", en: "(stamp)  date: ______" },
    ]);
  },
} satisfies Record<string, unknown>;
