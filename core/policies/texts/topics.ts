import type { Text } from "../../language/index.ts";
import type { Topic } from "../model.ts";

export const topicNames: Readonly<Record<Topic, Text>> = {
  elderly: { zh: "养老", en: "Old age" },
  medical: { zh: "医保", en: "Health insurance" },
  relief: { zh: "救助低保", en: "Social relief" },
  disability: { zh: "残疾人", en: "Disability" },
  homestead: { zh: "宅基地建房", en: "Building a house" },
  land: { zh: "承包地", en: "Contracted land" },
  farming: { zh: "农业", en: "Farming" },
  village: { zh: "村务集体", en: "Village and collective" },
  family: { zh: "婚育", en: "Marriage and children" },
  environment: { zh: "环境", en: "Environment" },
  safety: { zh: "安全防灾", en: "Safety" },
  law: { zh: "调解法律", en: "Disputes and law" },
  service: { zh: "办事", en: "Public services" },
  other: { zh: "其他", en: "Other" },
};
