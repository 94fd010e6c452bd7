import type { Text } from "../../language/index.ts";
import type { Subject } from "../model.ts";

/** What each table is called. */
export const subjectNames: Readonly<Record<Subject, Text>> = {
  tickets: { zh: "事项", en: "matters" },
  register: { zh: "台账", en: "register of matters" },
  households: { zh: "村户", en: "households" },
  staff: { zh: "职务人员", en: "staff" },
  points: { zh: "积分明细", en: "points" },
  gaps: { zh: "政策缺口", en: "policy gaps" },
  services: { zh: "办事事项", en: "services" },
  slip: { zh: "处理单", en: "slip" },
  sheet: { zh: "晒单、通报的表格", en: "table of a sheet" },
  goods: { zh: "超市商品", en: "goods" },
  policies: { zh: "政策法规", en: "policies" },
};

/** The columns of the tables that go out, by a word the code knows them by. */
export const columnNames = {
  number: { zh: "编号", en: "Number" },
  kind: { zh: "类别", en: "Kind" },
  what: { zh: "内容", en: "What" },
  place: { zh: "地点", en: "Place" },
  unit: { zh: "单位", en: "Unit" },
  code: { zh: "单位代码", en: "Unit code" },
  reporter: { zh: "反映人", en: "Reported by" },
  state: { zh: "状态", en: "State" },
  tier: { zh: "层级", en: "Tier" },
  cycle: { zh: "第几轮", en: "Cycle" },
  filed: { zh: "报上时间", en: "Filed" },
  answered: { zh: "答复时间", en: "Answered" },
  settled: { zh: "办好时间", en: "Settled" },
  closed: { zh: "结束时间", en: "Closed" },
  rating: { zh: "评价", en: "Rating" },
  grid: { zh: "网格", en: "Grid" },
  address: { zh: "门牌", en: "Address" },
  name: { zh: "姓名", en: "Name" },
  head: { zh: "户主", en: "Head" },
  phone: { zh: "只有电话", en: "Telephone only" },
  carer: { zh: "照看人", en: "Carer" },
  role: { zh: "职务", en: "Post" },
  specialty: { zh: "专长", en: "Specialty" },
  account: { zh: "谁的", en: "Whose" },
  earned: { zh: "种类", en: "Sort" },
  delta: { zh: "分", en: "Points" },
  reason: { zh: "原因", en: "Reason" },
  at: { zh: "时间", en: "Time" },
  effective: { zh: "生效时间", en: "Takes effect" },
  words: { zh: "问的话", en: "Question" },
  ticket: { zh: "转成的事项", en: "Matter" },
  category: { zh: "类别", en: "Category" },
  title: { zh: "事项", en: "Item" },
  where: { zh: "在哪办", en: "Where" },
  materials: { zh: "材料", en: "Bring" },
  limit: { zh: "时限", en: "How long" },
  fee: { zh: "收费", en: "Cost" },
  basis: { zh: "依据", en: "By" },
  telephone: { zh: "电话", en: "Telephone" },
  serial: { zh: "序号", en: "No." },
  received: { zh: "收到时间", en: "Received" },
  through: { zh: "来源", en: "Through" },
  responsible: { zh: "承办", en: "Dealt with by" },
  answerDue: { zh: "答复期限", en: "Answer due" },
  settleDue: { zh: "办理期限", en: "Settlement due" },
  ready: { zh: "办结时间", en: "Settled" },
  ended: { zh: "办理结果", en: "Outcome" },
  reopened: { zh: "重办次数", en: "Reopened" },
  remarks: { zh: "备注", en: "Remarks" },
} as const satisfies Readonly<Record<string, Text>>;

export const tierNames: Readonly<Record<string, Text>> = {
  simple: { zh: "简易", en: "simple" },
  ordinary: { zh: "一般", en: "ordinary" },
  complex: { zh: "复杂", en: "complex" },
};

export const earnedNames: Readonly<Record<string, Text>> = {
  natural: { zh: "自然积分", en: "natural" },
  daily: { zh: "日常表现积分", en: "daily" },
  special: { zh: "特别贡献积分", en: "special" },
  spent: { zh: "换东西", en: "spent" },
};

/** Short words in cells. */
export const cells = {
  yes: { zh: "是", en: "yes" },
  village: { zh: "村服务团队", en: "village team" },
  household: { zh: "家庭", en: "household" },
  /** Instead of what a dispute is about. */
  private: { zh: "（纠纷，内容不导出）", en: "(dispute: not exported)" },
} as const satisfies Readonly<Record<string, Text>>;
