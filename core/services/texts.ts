import { join, verbatim, type Text } from "../language/index.ts";
import { hasUsual, type Category, type ServiceItem } from "./model.ts";

export const categoryNames: Readonly<Record<Category, Text>> = {
  police: { zh: "公安户籍", en: "police and household registration" },
  property: { zh: "不动产登记", en: "property registration" },
  social: { zh: "社保办理", en: "social insurance" },
  tax: { zh: "税务服务", en: "tax" },
  medical: { zh: "医疗保障", en: "medical insurance" },
  civil: { zh: "民政救助", en: "civil affairs and relief" },
  health: { zh: "卫生健康", en: "health" },
  farming: { zh: "农业农村", en: "farming" },
  other: { zh: "其他", en: "other" },
};

/** Every sentence about what people get done at offices. */
export const say = {
  help: {
    zh: "办事服务（/services）：一件事去哪办、带什么、多久、收不收费",
    en: "/services: where something is done, with what, how long it takes and what it costs",
  },
  title: { zh: "办事服务", en: "services" },
  ask: {
    zh: "想办什么事？点一类，或者直接说，比如「身份证丢了」。",
    en: "What do you need done? Choose a kind, or say it, such as “my ID card is lost”.",
  },
  categoryLine: (category: Category, count: number): Text => ({
    zh: `${categoryNames[category].zh}（${count}）`,
    en: `${categoryNames[category].en} (${count})`,
  }),
  whichIn: (category: Category): Text => ({
    zh: `【${categoryNames[category].zh}】哪一件？`,
    en: `${categoryNames[category].en}: which one?`,
  }),
  whichFound: { zh: "是哪一件？", en: "Which of these is it?" },
  none: { zh: "都不是", en: "None of these" },
  nothing: {
    zh: "这里还没有办事服务的清单。怎么办、带什么，可以查政策；要人帮，点「找人说」。",
    en: "There is no list of services here yet. Ask under policies, or choose “Talk to a person”.",
  },
  notFound: {
    zh: "没找到这件事。换个说法再找，或者问人。",
    en: "Nothing like that was found. Say it in other words, or ask a person.",
  },
  gone: { zh: "这一件现在没有了。", en: "This one is not there any more." },
  again: { zh: "再找一件", en: "Look for another" },
  person: { zh: "找人说", en: "Talk to a person" },
  policies: { zh: "查政策", en: "Policies" },
  name: ({ title, titleEn }: Pick<ServiceItem, "title" | "titleEn">): Text => ({
    zh: title,
    en: titleEn === null ? title : `${title} (${titleEn})`,
  }),
} as const;

/** Everything that is known of an item; its facts are in the words of their source. */
export function cardOf(item: ServiceItem): Text {
  const { category, place, materials, timeLimit, fee, basis, phone, isDemo } = item;
  const name = say.name(item);
  const usual = {
    zh: "* 是通常的做法，以窗口说的为准。",
    en: "* is usual practice: the counter's word counts.",
  };
  const demo = {
    zh: "演示数据：办之前先问窗口。",
    en: "Demonstration data: ask at the counter before you go.",
  };
  return join([
    {
      zh: `【${categoryNames[category].zh}】${name.zh}`,
      en: `${categoryNames[category].en}: ${name.en}`,
    },
    ...fact({ zh: "在哪办", en: "Where" }, place),
    ...fact({ zh: "带什么", en: "Bring" }, materials.length === 0 ? null : materials.join("；")),
    ...fact({ zh: "多久", en: "How long" }, timeLimit),
    ...fact({ zh: "收费、标准", en: "Cost, amount" }, fee),
    ...fact({ zh: "电话", en: "Telephone" }, phone),
    ...fact({ zh: "依据", en: "By" }, basis),
    ...(hasUsual(item) ? [usual] : []),
    ...(isDemo ? [demo] : []),
  ]);
}

function fact(label: Text, words: string | null): readonly Text[] {
  if (words === null) return [];
  const said = verbatim(words);
  return [{ zh: `${label.zh}：${said.zh}`, en: `${label.en}: ${said.en}` }];
}
