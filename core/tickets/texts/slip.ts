import { join, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";
import { stateNames, timelineLine, type TimelineLine } from "./names.ts";

/** What stands above a slip beside the matter itself. */
interface SlipHead {
  readonly unit: string;
  readonly reporter: string;
  readonly filed: SaidMoment;
  readonly responsible: Text | undefined;
}

const nobody: Text = { zh: "—", en: "—" };

/** A matter on a slip of paper, to be printed, signed and stamped. */
export const slipTexts = {
  slip: (ticket: Ticket, head: SlipHead, lines: readonly TimelineLine[]): Text => {
    const [kind, state] = [kindOf(ticket.kind), stateNames[ticket.state]];
    const { unit, reporter, filed, responsible = nobody } = head;
    const place = ticket.place === unit ? unit : `${unit} ${ticket.place}`.trim();
    return join([
      { zh: `事项处理单 ${ticket.number}`, en: `Sheet of matter ${ticket.number}` },
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
