import { join, type Text } from "../../language/index.ts";
import { roleNames, type Unheard } from "../../people/index.ts";

function part({ role, why, who = "" }: Unheard): Text {
  const { zh, en } = roleNames[role];
  const name = who === zh ? "" : who;
  const called = [en, name].join(" ").trim();
  return {
    vacant: { zh: `${zh}空缺`, en: `no ${en} is appointed` },
    away: { zh: `${zh}${name}不在岗`, en: `the ${called} is away` },
    unreachable: { zh: `${zh}${name}收不到消息`, en: `the ${called} cannot be reached` },
  }[why];
}

/** What is said where those above who should hear of a matter do not. */
export const unheardTexts = {
  /** To whoever hears it in their place: 「（分管领导空缺，报给您）」. */
  unheard: (unheard: readonly Unheard[]): Text => {
    const [zh, en] = [join(unheard.map(part), "、").zh, join(unheard.map(part), ", ").en];
    return { zh: `（${zh}，报给您）`, en: `(${en}, so you are told)` };
  },
  /** In the matter's life, for those who work on it. */
  unheardEvent: (unheard: readonly Unheard[], hearers: readonly Text[]): string => {
    const told = hearers.length === 0 ? "没有人可报" : `报给${hearers.map(({ zh }) => zh).join("、")}`;
    return `${join(unheard.map(part), "、").zh}，${told}`;
  },
} satisfies Record<string, unknown>;
