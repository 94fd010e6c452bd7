import { normalise } from "./normalise.ts";
import { simplify } from "./simplified.ts";

/** How people write these words who choose the wrong character of the same sound: wrong ones, then the right one. */
const misspelt: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/路[登蹬邓]|路等(?=不亮|坏|灭|没|$)/gu, "路灯"],
  [/[拉垃啦][圾级及]/gu, "垃圾"],
  [/下水到/gu, "下水道"],
  [/[晶经景]盖/gu, "井盖"],
  [/氺/gu, "水"],
  [/反应(?=一下|[个问情给]|$)/gu, "反映"],
  [/低[宝堡包]|[底地抵]保(?=[怎要条申多能吗]|$)/gu, "低保"],
  [/[衣依一]保(?=[卡怎要交报]|$)|医宝/gu, "医保"],
  [/设保|社宝/gu, "社保"],
  [/老宝/gu, "老保"],
  [/补[帖铁]/gu, "补贴"],
  [/[鸡记]分(?=[怎换多能]|$)/gu, "积分"],
  [/[养样]老[今斤]/gu, "养老金"],
  [/[煤霉媒][气汽器][漏露楼]/gu, "煤气漏"],
  [/液化汽/gu, "液化气"],
  [/[着找]伙(?=了)/gu, "着火"],
  [/触[店垫]/gu, "触电"],
  [/户扣/gu, "户口"],
  [/[宅摘]基[弟低]/gu, "宅基地"],
  [/网[各哥]员/gu, "网格员"],
  [/身份(?:正|政|征)(?!常)/gu, "身份证"],
];

/** Words of Ninghai and of neighbours by what they mean (two encyclopedias that mostly agree). */
const dialect: readonly (readonly [said: RegExp, meant: string])[] = [
  [/(?<![到从至])天亮(?![了前后时才])|明朝|明日/gu, "明天"],
  [/今朝|今密|今日/gu, "今天"],
  [/昨日|昨夜/gu, "昨天"],
  [/旧年/gu, "去年"],
  [/下来?年/gu, "明年"],
  [/啥辰光|何时|几辰光/gu, "什么时候"],
  [/几多/gu, "多少"],
  [/落雨/gu, "下雨"],
  [/日头/gu, "太阳"],
  [/天[架价]/gu, "天气"],
  [/道地头|稻地/gu, "院子"],
  [/隔壁邻舍|邻舍/gu, "邻居"],
  [/屋里头?/gu, "家里"],
  [/[睏困]觉/gu, "睡觉"],
  [/蚊虫/gu, "蚊子"],
  [/老倌/gu, "丈夫"],
  [/内客/gu, "妻子"],
  [/小?囡/gu, "女儿"],
  [/拐子/gu, "骗子"],
  [/老师头/gu, "师傅"],
  [/我侬/gu, "我"],
  [/尔?侬/gu, "你"],
  [/冇/gu, "没"],
  [/唔(?=亮|通|好|来|要|是)/gu, "不"],
  [/(?<=[坏爆断漏倒塌])[特脱]/gu, "掉"],
  [/呒没|呒(?=[人啥有法得])/gu, "没"],
  [/啥人/gu, "谁"],
  [/钞票/gu, "钱"],
  [/几[钿锭]/gu, "多少钱"],
  [/事体/gu, "事情"],
  [/阿拉/gu, "我们"],
  [/小毛头/gu, "婴儿"],
  [/灶间/gu, "厨房"],
  [/上[趟遭]/gu, "上次"],
];

/** The words that are looked for, as people without a Chinese keyboard write them; the longest that fits is meant. */
const sounds: Readonly<Record<string, string>> = {
  ludeng: "路灯",
  buliang: "不亮",
  huaile: "坏了",
  huaidiao: "坏掉",
  laji: "垃圾",
  meirenshou: "没人收",
  meirenguan: "没人管",
  meiren: "没人",
  tingshui: "停水",
  tingdian: "停电",
  meishui: "没水",
  meidian: "没电",
  loushui: "漏水",
  zilaishui: "自来水",
  shuiguan: "水管",
  shuigou: "水沟",
  xiashuidao: "下水道",
  wushui: "污水",
  jinggai: "井盖",
  dule: "堵了",
  menkou: "门口",
  cunkou: "村口",
  lukou: "路口",
  qiaotou: "桥头",
  dibao: "低保",
  yibao: "医保",
  shebao: "社保",
  nongbao: "农保",
  yanglaojin: "养老金",
  yanglao: "养老",
  butie: "补贴",
  buzhu: "补助",
  jintie: "津贴",
  zhaijidi: "宅基地",
  zhengce: "政策",
  hukou: "户口",
  shenfenzheng: "身份证",
  zhengming: "证明",
  shenqing: "申请",
  zenmeban: "怎么办",
  zenmelin: "怎么领",
  zenmeling: "怎么领",
  zenme: "怎么",
  duoshao: "多少",
  shenme: "什么",
  tiaojian: "条件",
  cailiao: "材料",
  banli: "办理",
  youma: "有吗",
  jifen: "积分",
  huandongxi: "换东西",
  rengong: "人工",
  zhaoren: "找人",
  wanggeyuan: "网格员",
  dianhua: "电话",
  fanying: "反映",
  woyao: "我要",
  baoxiu: "报修",
  baoshi: "报事",
  xiuhaolema: "修好了吗",
  xiuhaole: "修好了",
  jinzhan: "进展",
  cuiyixia: "催一下",
  cunwu: "村务",
  gongkai: "公开",
  xinwen: "新闻",
  tianqi: "天气",
  nihao: "你好",
  xiexie: "谢谢",
  bangzhu: "帮助",
  zhaohuo: "着火",
  qihuo: "起火",
  jiuming: "救命",
  meiqi: "煤气",
  louqi: "漏气",
  loule: "漏了",
  chehuo: "车祸",
  yundao: "晕倒",
  chudian: "触电",
  luoshui: "落水",
};
const spelledOut = Object.keys(sounds).toSorted((one, other) => other.length - one.length);
const bySound = new RegExp(spelledOut.join("|"), "gu");
const latin = /^[a-z0-9\s\p{P}]+$/u;

/**
 * What the words would be in the characters meant, as far as this program looks for them: simplified, with common slips of
 * the keyboard, pinyin and the words of Ninghai put right. Only to be looked through; what people said is kept as they said it.
 */
export function respelled(words: string): string {
  const said = simplify(normalise(words)).toLowerCase();
  if (latin.test(said)) return inCharacters(said);
  return [...misspelt, ...dialect].reduce((so, [wrong, right]) => so.replace(wrong, right), said);
}

/** Pinyin in characters; anything else in Latin letters stays. */
function inCharacters(said: string): string {
  const joined = said.replaceAll(/[\s\p{P}0-9]/gu, "");
  const read = joined.replace(bySound, (sound) => sounds[sound] ?? sound);
  // One English word may hold a syllable or two by chance: most of it must be understood.
  const left = read.replaceAll(/[^a-z]/gu, "").length;
  return left * 2 > joined.length || read === joined ? said : read;
}
