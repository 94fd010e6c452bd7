import type { Text } from "../../language/index.ts";
import { listed } from "./words.ts";

export const doorTexts = {
  listHead: (given: { id: number; head: string; count: number; where: string }): Text => ({
    zh: `「${given.head}」还没回「收到」的 ${given.count} 户（${given.where}），请上门或打电话：`,
    en: `${given.count} doors in ${given.where} did not answer "${given.head}"; please go there or call:`,
  }),
  unreachableHead: (given: { id: number; head: string; count: number; where: string }): Text => ({
    zh: `「${given.head}」送不到的 ${given.count} 户（${given.where}），请现在就上门或打电话：`,
    en: `${given.count} doors in ${given.where} cannot be written to about "${given.head}"; please go there or call now:`,
  }),
  whereUnknown: { zh: "不按网格", en: "by post" },
  allDone: (where: string): Text => ({
    zh: `${where}没有要上门的了。`,
    en: `Nobody in ${where} has to be visited any more.`,
  }),
  door: (given: { names: string; address: string; marks: readonly string[] }): Text => {
    const marks = given.marks.length > 0 ? `（${given.marks.join("，")}）` : "";
    const address = given.address === "" ? "" : ` · ${given.address}`;
    return { zh: `${given.names}${address}${marks}`, en: `${given.names}${address}${marks}` };
  },
  phoneOnly: "只有电话",
  ask: (door: Text): Text => ({ zh: `${door.zh}\n怎么样了？`, en: `${door.en}\nHow did it go?` }),
  visited: { zh: "已上门", en: "Visited" },
  called: { zh: "已电话", en: "Called" },
  missing: { zh: "未找到", en: "Not found" },
  list: { zh: "回名单", en: "Back to the list" },
  more: { zh: "更多", en: "More" },
  marked: (door: Text, state: Text): Text => ({
    zh: `${door.zh}：${state.zh}。`,
    en: `${door.en}: ${state.en}.`,
  }),
  left: (count: number): Text => ({ zh: `还剩 ${count} 户：`, en: `${count} left:` }),
  noDoor: { zh: "没有这一户。", en: "There is no such door." },
  notYours: { zh: "这一户不归您这一格。", en: "This door is not in your grid." },
  answeredMeanwhile: (door: Text): Text => ({
    zh: `${door.zh} 刚才自己回了，不用去了。`,
    en: `${door.en} answered meanwhile: nobody has to go.`,
  }),
  help: (door: Text): Text => ({
    zh: `${door.zh} 回了「需要帮助」，请马上联系。`,
    en: `${door.en} needs help: please get in touch at once.`,
  }),
  missingAlert: (door: Text, where: string, who: string): Text => ({
    zh: `【未找到】${door.zh}（${where}），${who}上门没找到人。`,
    en: `[Not found] ${door.en} (${where}): ${who} went there and found nobody.`,
  }),
  overview: (rows: readonly { where: string; count: number }[]): Text =>
    rows.length === 0
      ? { zh: "没有要上门的了。", en: "Nobody has to be visited any more." }
      : listed(
          [
            { zh: "还要上门的：", en: "Still to be visited:" },
            ...rows.map(({ where, count }) => ({ zh: `${where} ${count} 户`, en: `${where}: ${count}` })),
          ],
          "\n",
        ),
  mayNotSeeDoors: {
    zh: "谁没回，只有这一格的网格员、村服务团队和指挥室能看。",
    en: "Who did not answer is for the grid's worker, the village team and the command room only.",
  },
  noCall: { zh: "这个通知不用回，没有名单。", en: "This notice needs no answer; there is no list." },
};
