import type { Text } from "../../language/index.ts";

/** What stands in the last column of a register, each only where it is so. */
export const remarks = {
  urgent: { zh: "险情", en: "danger to life" },
  supervised: { zh: "督办", en: "supervised" },
  county: { zh: "报县里", en: "with the county" },
  answerLate: { zh: "答复超时", en: "answered late" },
  settleLate: { zh: "办理超时", en: "settled late" },
  paused: { zh: "暂停计时", en: "paused" },
  /** Times and deadlines are those of the last round. */
  round: (cycle: number): Text => ({
    zh: `时间、期限为第 ${cycle} 轮`,
    en: `times are those of round ${cycle}`,
  }),
  followers: (count: number): Text => ({
    zh: `另有 ${count} 位邻居反映`,
    en: count === 1 ? "one neighbour more" : `${count} neighbours more`,
  }),
} as const;

/** 「代报（李建国）」 */
export function told(source: Text, by: string | null): Text {
  return by === null ? source : { zh: `${source.zh}（${by}）`, en: `${source.en} (${by})` };
}
