import { barOf, type Text } from "../../language/index.ts";
import { lengthOf } from "../../time/index.ts";
import { allOf, answeredOf, type Counts, type Doors } from "../model.ts";
import { listed, many } from "./words.ts";

const reasons: Readonly<Record<string, Text>> = {
  none: { zh: "没有能收消息的号", en: "no account to write to" },
  gone: { zh: "号已停用或拉黑", en: "account closed or bot blocked" },
  closed: { zh: "平台不让主动发", en: "the platform lets nobody speak first" },
  failed: { zh: "平台拒收", en: "refused by the platform" },
  carer: { zh: "照看人没收到", en: "their carers were not reached" },
  unknown: { zh: "不知道到没到", en: "fate unknown" },
};

/** Why somebody was not reached, in few words. */
export function reasonName(reason: string): Text {
  return reasons[reason] ?? { zh: "没送到", en: "not delivered" };
}

export const progressTexts = {
  sending: (id: number, counts: Counts, left: number | undefined): Text => {
    const { sent, undelivered, waiting, people } = counts;
    const bar = barOf(people - waiting, people);
    const time = left === undefined ? undefined : lengthOf(left);
    return {
      zh: `通知 ${id} 发送中 ${bar} ${many(sent)}/${many(people)} · 没送到 ${many(undelivered)} · 还在等 ${many(waiting)}${time ? ` · 约 ${time.zh}` : ""}`,
      en: `Notice ${id} ${bar} ${many(sent)}/${many(people)} · undelivered ${many(undelivered)} · waiting ${many(waiting)}${time ? ` · about ${time.en}` : ""}`,
    };
  },
  held: { zh: "（暂停中）", en: "(held)" },
  sentAll: (id: number, { sent, undelivered, withdrawn }: Counts): Text => ({
    zh: `通知 ${id} 发完：送到 ${many(sent)} 人 · 没送到 ${many(undelivered)} 人${withdrawn > 0 ? ` · 撤回 ${many(withdrawn)} 人` : ""}`,
    en: `Notice ${id} is out: ${many(sent)} reached · ${many(undelivered)} not${withdrawn > 0 ? ` · ${many(withdrawn)} withdrawn` : ""}`,
  }),
  withdrawn: (id: number, { sent, undelivered, withdrawn }: Counts): Text => ({
    zh: `通知 ${id} 已取消：撤回 ${many(withdrawn)} 人；之前送到 ${many(sent)} 人，没送到 ${many(undelivered)} 人`,
    en: `Notice ${id} is cancelled: ${many(withdrawn)} withdrawn; ${many(sent)} had it before, ${many(undelivered)} were not reached`,
  }),
  answers: (doors: Doors, due: Text | undefined): Text => {
    const [answered, all] = [answeredOf(doors), allOf(doors)];
    const { help = 0, silent = 0 } = doors;
    const when = due && silent > 0 ? due : undefined;
    return {
      zh: `回应 ${barOf(answered, all)} ${many(answered)}/${many(all)} 户 · 需要帮助 ${many(help)} · 还没回 ${many(silent)}${when ? `（${when.zh} 起上门）` : ""}`,
      en: `Answered ${barOf(answered, all)} ${many(answered)}/${many(all)} doors · need help ${many(help)} · silent ${many(silent)}${when ? ` (visits from ${when.en})` : ""}`,
    };
  },
  visits: ({ due = 0, visited = 0, called = 0, missing = 0 }: Doors): Text => ({
    zh: `上门：已上门 ${many(visited)} · 已电话 ${many(called)} · 未找到 ${many(missing)} · 还剩 ${many(due)} 户`,
    en: `Visits: visited ${many(visited)} · called ${many(called)} · not found ${many(missing)} · left ${many(due)}`,
  }),
  allAccounted: { zh: "每一户都有着落了。", en: "Every door is accounted for." },
  result: (id: number, counts: Counts, why: readonly { reason: string; count: number }[]): Text => {
    const { sent, undelivered, withdrawn } = counts;
    const named = listed(
      why.map(({ reason, count }) => {
        const { zh, en } = reasonName(reason);
        return { zh: `${zh} ${many(count)}`, en: `${en} ${many(count)}` };
      }),
      " · ",
    );
    const lines = [
      {
        zh: `通知 ${id} 发完了。送到 ${many(sent)} 人。`,
        en: `Notice ${id} is out. ${many(sent)} people reached.`,
      },
      ...(undelivered > 0
        ? [
            {
              zh: `没送到 ${many(undelivered)} 人：${named.zh}`,
              en: `${many(undelivered)} not reached: ${named.en}`,
            },
          ]
        : []),
      ...(withdrawn > 0 ? [{ zh: `撤回 ${many(withdrawn)} 人。`, en: `${many(withdrawn)} withdrawn.` }] : []),
    ];
    return listed(lines, "\n");
  },
  resend: (count: number): Text => ({
    zh: `补发给没送到的 ${many(count)} 人`,
    en: `Send again to the ${many(count)} missed`,
  }),
  callClosed: (id: number): Text => ({ zh: `叫应 ${id} 结束。`, en: `Call ${id} is over.` }),
  recordName: (id: number): string => `叫应${id}.csv`,
  recordAttached: (id: number): Text => ({
    zh: `叫应 ${id} 的记录，一户一行。里面有住址，请不要外传。`,
    en: `The record of call ${id}, a line for each door. It holds addresses: keep it to yourself.`,
  }),
  moreLines: (count: number): Text => ({
    zh: `……还有 ${many(count)} 户`,
    en: `… and ${many(count)} more`,
  }),
  recordHead: "住址,姓名,网格,结果,时间,谁记的",
  doorState: (state: string): string =>
    ({
      silent: "还没回",
      answered: "收到",
      help: "需要帮助",
      due: "要上门",
      visited: "已上门",
      called: "已电话",
      missing: "未找到",
    })[state] ?? state,
};
