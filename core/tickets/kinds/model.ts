import { tellsOfDispute } from "../dispute/model.ts";

/** What a matter is about; a demonstration's own short list until the office's own taxonomy is configured. */
export const kinds = [
  {
    id: "lamp",
    group: { zh: "公共设施", en: "Public works" },
    zh: "路灯",
    en: "Street lamp",
    words: ["路灯", "灯坏", "灯不亮", "灯灭", "lamp", "street light"],
  },
  {
    id: "road",
    group: { zh: "公共设施", en: "Public works" },
    zh: "道路",
    en: "Road",
    words: ["路面", "坑", "道路", "马路", "水泥路", "护栏", "栏杆", "桥面", "路不平", "road", "pothole"],
  },
  {
    id: "manhole",
    group: { zh: "公共设施", en: "Public works" },
    zh: "井盖",
    en: "Manhole cover",
    words: ["井盖", "窨井", "manhole"],
  },
  {
    id: "water",
    group: { zh: "公共设施", en: "Public works" },
    zh: "供水",
    en: "Water supply",
    words: ["停水", "自来水", "水管", "漏水", "没水", "no water", "water pipe"],
  },
  {
    id: "power",
    group: { zh: "公共设施", en: "Public works" },
    zh: "用电",
    en: "Electricity",
    words: ["停电", "电线", "没电", "跳闸", "电表", "power cut", "wire"],
  },
  {
    id: "ditch",
    group: { zh: "环境卫生", en: "Environment" },
    zh: "水沟堵塞",
    en: "Blocked ditch",
    words: ["水沟", "阴沟", "沟堵", "下水道", "积水", "污水", "ditch", "drain", "sewage"],
  },
  {
    id: "rubbish",
    group: { zh: "环境卫生", en: "Environment" },
    zh: "垃圾",
    en: "Rubbish",
    words: ["垃圾", "脏", "臭", "公厕", "厕所", "rubbish", "garbage", "toilet"],
  },
  {
    id: "river",
    group: { zh: "环境卫生", en: "Environment" },
    zh: "河道",
    en: "River",
    words: ["河道", "河里", "溪里", "漂浮", "river", "stream"],
  },
  {
    id: "noise",
    group: { zh: "环境卫生", en: "Environment" },
    zh: "噪声",
    en: "Noise",
    words: ["噪音", "噪声", "太吵", "吵得", "音响", "noise", "loud"],
  },
  {
    id: "dog",
    group: { zh: "安全隐患", en: "Safety" },
    zh: "犬只和危险动物",
    en: "Dogs and wild animals",
    words: ["狗", "马蜂", "蛇", "dog", "wasps"],
  },
  {
    id: "danger",
    group: { zh: "安全隐患", en: "Safety" },
    zh: "安全隐患",
    en: "Safety hazard",
    words: ["危房", "塌方", "滑坡", "隐患", "裂缝", "煤气", "着火", "堤", "danger", "crack", "gas leak"],
  },
  {
    id: "building",
    group: { zh: "建房与土地", en: "Building and land" },
    zh: "建房与土地",
    en: "Building and land",
    words: ["违章", "违建", "宅基地", "占地", "建房", "耕地", "illegal building"],
  },
  {
    id: "dispute",
    group: { zh: "矛盾纠纷", en: "Disputes" },
    zh: "纠纷",
    en: "Dispute",
    words: ["吵架", "纠纷", "欠薪", "工钱", "打人", "赔偿", "quarrel", "wages"],
  },
  {
    id: "service",
    group: { zh: "便民服务", en: "Services" },
    zh: "办事",
    en: "Paperwork",
    words: ["社保", "医保", "户口", "身份证", "低保", "补贴", "养老金", "证明", "insurance", "certificate"],
  },
  {
    id: "complaint",
    group: { zh: "服务投诉", en: "Complaint" },
    zh: "服务投诉",
    en: "Complaint about service",
    words: [],
  },
  {
    id: "accusation",
    group: { zh: "检举控告", en: "Accusation" },
    zh: "检举控告",
    en: "Accusation",
    words: [],
  },
  { id: "human", group: { zh: "人工", en: "A person" }, zh: "找人说", en: "Talk to a person", words: [] },
  { id: "other", group: { zh: "其他", en: "Other" }, zh: "其他", en: "Other", words: [] },
] as const;

/** Things that belong to everybody: neighbours may wait for one matter together. Never people, noise, dogs or disputes. */
export const publicThings: readonly string[] = [
  "lamp",
  "road",
  "manhole",
  "water",
  "power",
  "ditch",
  "rubbish",
  "river",
];

export function isPublicThing(kind: KindId): boolean {
  return publicThings.includes(kind);
}

export type KindId = (typeof kinds)[number]["id"];

export function isKind(id: string): id is KindId {
  return kinds.some((kind) => kind.id === id);
}

export interface Kind {
  readonly id: KindId;
  readonly group: { readonly zh: string; readonly en: string };
  readonly zh: string;
  readonly en: string;
}

export function kindOf(id: string): Kind {
  return (
    kinds.find((kind) => kind.id === id) ?? {
      id: "other",
      group: { zh: "其他", en: "Other" },
      zh: "其他",
      en: "Other",
    }
  );
}

/** A dispute where the words tell of one; else the kind whose words stand earliest, "other" when none does. */
export function guessKind(words: string): KindId {
  const said = words.toLowerCase();
  if (tellsOfDispute(said)) return "dispute";
  let best: { id: KindId; at: number } = { id: "other", at: Infinity };
  for (const kind of kinds) {
    for (const word of kind.words) {
      const at = said.indexOf(word);
      if (at !== -1 && at < best.at) best = { id: kind.id, at };
    }
  }
  return best.id;
}

const placeEnd =
  "旁边|旁|边上|门口|路口|弄堂口|村口|桥头|桥下|桥面上|桥上|后门|屋檐下|后头|对面|后面|前面|附近|隔壁|那边|那里|里面|拐角|广场|公园|小学|学校|幼儿园|菜场|卫生室|卫生院|活动室|大会堂|祠堂|消防通道|弯道|后山|[一二三四五六七八九十]组|老年协会|文化礼堂|停车场|井边|河边|溪边|田头|弄堂|巷子";
const placePattern = new RegExp(`[^，。；！？,.;!?\\s]{0,14}(?:${placeEnd})`, "u");
const houseNumber = /[\p{Script=Han}A-Za-z0-9]{0,10}?\d+\s*(?:号|栋|幢|组|单元)/u;
const leading =
  /^(?:大家说|听说|我们?|咱们?|俺|他们?|在|就是|就在|那个|这个|是|的|请|麻烦|你们?|来|看看|看一下|你好|您好)+/u;

/** Who does what there: 「有只野狗在小学门口」 names the school alone. */
const deed = /^.*(?:在|把我们?|跑到|建议)(?=..)/u;

/** Words that say where only to those who stand beside the speaker. */
const nowhere = /^(?:后头|屋檐下|桥上|桥面上|后门|旁边|边上|对面|后面|前面|附近|隔壁|那边|那里|里面|拐角)$/u;

/** Where it is, as far as the words say it: the first stretch that ends in a word for a place. */
export function guessPlace(words: string): string | undefined {
  const found = placePattern.exec(words)?.[0] ?? houseNumber.exec(words)?.[0];
  const place = found?.replace(deed, "").replace(leading, "").replace(/的$/u, "").trim();
  return place === undefined || place.length < 2 || nowhere.test(place) ? undefined : place;
}

const correcting =
  /^(?:不是|不对|错|应该|我说|我是说|我讲|这是|那是|是|说错|写错|搞错|弄错|it is|it's|no,)/iu;
/** What people call a thing when they only name it. */
const shortNames: Readonly<Record<string, KindId>> = {
  灯: "lamp",
  路: "road",
  井盖: "manhole",
  水: "water",
  电: "power",
  沟: "ditch",
  水沟: "ditch",
  河: "river",
};

/** The kind that a name alone means: 「路灯」, 「灯」, "lamp". */
export function kindCalled(name: string): KindId | undefined {
  const said = name.trim().toLowerCase();
  const kind = kinds.find(({ zh, en, words }) =>
    [zh, en.toLowerCase(), ...(words as readonly string[])].includes(said),
  );
  const found = kind?.id ?? shortNames[said];
  return found === undefined || notNamed.includes(found) ? undefined : found;
}

/** No word for a thing; an accusation takes its own way (core/tickets/accusation), whatever it is called. */
const notNamed: readonly KindId[] = ["other", "human", "accusation"];

/** The kind that somebody puts right: 「是垃圾」, 「不是路灯，是水沟」. Undefined when the words say more than that. */
export function kindCorrectedTo(words: string): KindId | undefined {
  const said = words.trim().replace(/[。！!.\s啊呀的]+$/u, "");
  if (!correcting.test(said) || said.length > 40) return undefined;
  const [, before = "", name = ""] = /^(.*?)(?:是|说|it is|it's)\s*([^是说]+)$/iu.exec(said) ?? [];
  const isPlain = /^[\p{Script=Han}]{1,6}$|^[a-z ]{1,24}$/iu.test(name);
  if (!isPlain || before.endsWith("不") || guessPlace(name) !== undefined) return undefined;
  const kind = kinds.find(({ zh, en }) => zh === name || en.toLowerCase() === name.toLowerCase());
  const guessed = kind?.id ?? shortNames[name] ?? guessKind(name);
  return notNamed.includes(guessed) ? undefined : guessed;
}
