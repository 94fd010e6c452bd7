import { normalise } from "../language/index.ts";
import type { Passage } from "./model.ts";

/**
 * What of a question may leave the house. Nothing is sought and taken out, since no list of names is ever whole: only what
 * stands in the passages, which are public, or among the ordinary words below is let through.
 */

/** Words with which people ask, and what they ask about themselves without saying who they are. */
const ordinary = (
  "我们 我家 家里 自己 本人 老人 老头 老太 爸妈 父母 妈妈 爸爸 孩子 小孩 儿子 女儿 老公 老婆 丈夫 妻子 孙子 孙女 " +
  "怎么 怎样 如何 什么 哪里 哪个 哪些 多少 几个 多久 多长 什么时候 为什么 能不能 可不可以 可以 是不是 有没有 要不要 " +
  "需要 材料 证件 手续 条件 标准 流程 办理 申请 申报 领取 发放 补助 补贴 津贴 报销 缴费 登记 变更 资格 期限 时间 地点 " +
  "去年 今年 明年 现在 以前 以后 每月 每年 一次 还要 还能 不能 没有 已经 超过 不到 左右 " +
  "请问 知道 问一下 怎么办 怎么算 给多少 去哪里 找谁 多大 年纪 户口 残疾 生病 住院 退休 务农 打工 外地 本地"
).split(" ");
const ordinaryWords = new Set(ordinary);
/** Single characters that hold a question together. */
const joints = new Set("我的了吗呢么要能有没不是在和也都还就给领办拿交买报考去来满过这那");
const longestWord = 8;
/** A surname that begins no known word begins a name: what follows is most likely its rest. */
const surnames = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦傅邹孟熊秦邱尹薛闫段雷侯史陶黎贺顾毛郝龚邵钱严戴莫孔汤葛俞鲍应娄竺童柴屠邬储",
);
const restOfName = 2;

const named =
  /(?:我叫|名叫|叫做|姓名[是:：]?|名字[是叫:：]?|我姓)\s*\p{Script=Han}{2,4}?(?=[，,。.、！!？?\s]|住|今年|是|家|$)/gu;
const titled =
  /[\p{Script=Han}]{1,3}(?:大爷|大妈|大娘|大伯|大叔|大婶|阿姨|阿公|阿婆|奶奶|爷爷|书记|主任|村长|镇长|医生|老师|警官|先生|女士|师傅)/gu;
/** Where somebody lives: 双桥村3组, 12号, 4幢. */
const placed =
  /\p{Script=Han}{2,4}(?:村|镇|乡|街道|社区|小区)(?=[\d一二三四五六七八九十]|的|人|[，,。.！!？?\s]|$)|[\d一二三四五六七八九十百]+(?:号楼|号|组|队|幢|栋|单元|室|弄)/gu;
/** How old, how much, how many: a number of a few digits before what it counts. Years of birth and dates are none. */
const amount =
  /^(\d{1,3}|[一二两三四五六七八九十百]{1,4})(周岁|岁|个月|亩|口人|个孩子|%)|^(\d{1,6}|[一二两三四五六七八九十百千万]{1,6})(元|块)/u;

/** The question without anything that could tell who asks. @param names taken out first, wherever they stand. */
export function publicWords(
  question: string,
  passages: readonly Passage[],
  names: readonly string[],
): string {
  const known = normalise(passages.map(({ title, text }) => `${title}\n${text}`).join("\n"));
  let rest = names
    .map((name) => normalise(name))
    .filter((name) => name.length > 1)
    .reduce((words, name) => words.replaceAll(name, " "), normalise(question));
  rest = rest
    .replace(named, " ")
    .replace(placed, " ")
    .replace(titled, (words) => (known.includes(words) ? words : " "));
  const kept: string[] = [];
  while (rest !== "") {
    const word = wordAt(rest, known);
    kept.push(word ?? " ");
    rest = rest.slice(word?.length ?? skipped(rest));
  }
  return kept.join("").replace(/\s+/gu, " ").trim();
}

/** A number goes as a whole, and so does a name: half a telephone number is still one. */
function skipped(rest: string): number {
  const [sign = ""] = rest;
  if (surnames.has(sign))
    return 1 + (/^\p{Script=Han}*/u.exec(rest.slice(1, 1 + restOfName))?.[0].length ?? 0);
  return /^[\dA-Za-z]+/u.exec(rest)?.[0].length ?? sign.length;
}

function wordAt(rest: string, known: string): string | undefined {
  if (/^\d/u.test(rest)) return amount.exec(rest)?.[0];
  for (let length = Math.min(longestWord, rest.length); length > 1; length -= 1) {
    const word = rest.slice(0, length);
    const isPublic = ordinaryWords.has(word) || (!beginsOrEndsLoosely(word) && known.includes(word));
    if (isPublic && /^\p{Script=Han}+$/u.test(word)) return word;
  }
  const counted = amount.exec(rest)?.[0];
  return counted ?? (joints.has(rest[0] ?? "") ? rest[0] : undefined);
}

/** 「的老」 stands in many texts and is no word. */
function beginsOrEndsLoosely(word: string): boolean {
  return joints.has(word[0] ?? "") || joints.has(word.at(-1) ?? "");
}
