import type { Text } from "../../../language/index.ts";
import type { Role } from "../../model.ts";

/** The four responsibilities of the 清单制; the other posts have none of their own. */
export const responsibilities: Partial<Record<Role, Text>> = {
  main_leader: { zh: "第一责任人", en: "first responsible" },
  direct_leader: { zh: "直接责任人", en: "directly responsible" },
  liaison_lead: { zh: "首问责任人", en: "responsible for the first question" },
  grid_worker: { zh: "第一响应人", en: "first responder" },
};

/**
 * What each post usually does, in our own words: a demonstration's, no document's. A unit's own words count before these.
 */
export const usualDuties: Readonly<Record<Role, Text>> = {
  villager: { zh: "有事说一声", en: "says what is wrong" },
  grid_worker: {
    zh: "24 小时内答复村民；简易的自己办，办不了的转出去；核实本网格的人和户",
    en: "answers villagers within 24 hours, settles what is simple, passes on the rest, knows who lives in the grid",
  },
  team_member: {
    zh: "按各自专长办转来的事，上门服务",
    en: "settles what is handed over, each in her own field; calls at the house",
  },
  liaison_lead: {
    zh: "带村服务团队 5 天内办好；超时的接过来；办不了的上报乡镇",
    en: "leads the village team to settle within 5 days, takes over what is late, sends up what is too big",
  },
  dispatcher: {
    zh: "接村里报上来的事，派给平台或科室，督办催办",
    en: "receives what the villages send up, dispatches it and supervises",
  },
  officer: {
    zh: "办指挥室派来的事，按时答复",
    en: "settles what the command room dispatches, in time",
  },
  area_leader: {
    zh: "联系这一片的村，会商后拿主意",
    en: "looks after the villages of an area; decides after a consultation",
  },
  direct_leader: {
    zh: "直接抓这项工作，超时的每天过问",
    en: "is in charge of this work; asks daily about what is overdue",
  },
  main_leader: {
    zh: "对全镇这项工作负总责",
    en: "answers for all of this work in the township",
  },
  editor: { zh: "写要公开的内容", en: "writes what is made public" },
  reviewer: { zh: "审要公开的内容", en: "checks what is made public" },
  operator: { zh: "登记人员，管后台数据", en: "registers people, keeps the data" },
  supervisor: {
    zh: "监督村务、财务和办事过程",
    en: "watches over the village's affairs, money and how matters are dealt with",
  },
  discipline: {
    zh: "受理检举控告，只有纪检看得到",
    en: "receives accusations, which nobody else can read",
  },
  shopkeeper: { zh: "管热心超市的货和兑换", en: "keeps the shop's goods and redeems points" },
  admin: { zh: "管单位、职务和设置", en: "keeps units, posts and settings" },
};
