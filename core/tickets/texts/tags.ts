import type { Text } from "../../language/index.ts";
import { kindOf, type KindId } from "../kinds/model.ts";
import type { TicketState } from "../model.ts";
import type { TicketTag } from "../tags/model.ts";
import { stateNames } from "./names.ts";
import { tagName } from "./tagNames.ts";

function listOf(tags: readonly TicketTag[]): Text {
  return {
    zh: tags.map((tag) => tagName(tag).zh).join("、"),
    en: tags.map((tag) => tagName(tag).en).join(", "),
  };
}

/** What is said to whoever screens matters. */
export const tagTexts = {
  screenHelp: {
    zh: "甄别：给事项标标签、按标签看（/screen 1024）",
    en: "/screen: tag matters, and see them by their tags (/screen 1024)",
  },
  screenUsage: {
    zh: "这样说：/screen 1024 标一件事；/screen 反复反映 看标了的。",
    en: "Say /screen 1024 to tag a matter, and /screen repeated to see those with a tag.",
  },
  screenIt: { zh: "标标签", en: "Tag it" },
  tagTitle: { zh: "标标签", en: "Tag a matter" },
  mayNotTag: {
    zh: "标签由指挥室、领导和后台人员来标。",
    en: "The command room, leaders and the back office tag matters.",
  },
  askTag: (number: number, kind: KindId, unit: string, has: readonly TicketTag[]): Text => {
    const list = listOf(has);
    const now: Text =
      has.length === 0
        ? { zh: "还没有标签", en: "no tags yet" }
        : { zh: `标着：${list.zh}`, en: `tagged: ${list.en}` };
    return {
      zh: `${number} ${kindOf(kind).zh} · ${unit}，${now.zh}。标哪个？村民看不到。`,
      en: `${number} ${kindOf(kind).en} · ${unit}, ${now.en}. Which tag? Villagers never see it.`,
    };
  },
  tagOption: (tag: TicketTag, isOn: boolean): Text => {
    const { zh, en } = tagName(tag);
    return isOn ? { zh: `去掉「${zh}」`, en: `Take off: ${en}` } : { zh, en };
  },
  tagged: (number: number, has: readonly TicketTag[]): Text => {
    const list = listOf(has);
    return has.length === 0
      ? { zh: `${number} 没有标签了。`, en: `${number} has no tags now.` }
      : { zh: `${number} 标着：${list.zh}。`, en: `${number} is tagged: ${list.en}.` };
  },
  tagMore: { zh: "再标", en: "Tag it again" },
  seeTagged: (tag: TicketTag): Text => ({ zh: `看「${tagName(tag).zh}」的`, en: `See: ${tagName(tag).en}` }),
  tagsHead: { zh: "标了标签的事项，点一个看：", en: "Tagged matters; open a tag to see them:" },
  tagCount: (tag: TicketTag, count: number): Text => ({
    zh: `${tagName(tag).zh} ${count} 件`,
    en: `${tagName(tag).en}: ${count}`,
  }),
  noneTagged: {
    zh: "还没有标过。发「/screen 1024」给一件事标标签。",
    en: "Nothing is tagged yet. Say /screen 1024 to tag a matter.",
  },
  noneSoTagged: (tag: TicketTag): Text => ({
    zh: `没有标「${tagName(tag).zh}」的事项。发「甄别」看有哪些标签。`,
    en: `No matter is tagged “${tagName(tag).en}”. Say /screen to see which tags there are.`,
  }),
  taggedHead: (tag: TicketTag, count: number): Text => ({
    zh: `标了「${tagName(tag).zh}」的 ${count} 件：`,
    en: `Tagged “${tagName(tag).en}”: ${count}`,
  }),
  taggedLine: (
    { number, kind, state }: { readonly number: number; readonly kind: KindId; readonly state: TicketState },
    unit: string,
  ): Text => ({
    zh: `${number} ${kindOf(kind).zh} · ${unit} · ${stateNames[state].zh}`,
    en: `${number} ${kindOf(kind).en} · ${unit} · ${stateNames[state].en}`,
  }),
  moreTagged: (left: number): Text => ({ zh: `还有 ${left} 件`, en: `${left} more` }),
};
