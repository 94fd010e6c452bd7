import type { Aspect, Conditions } from "../model.ts";

/** Rules of asking; `words` are given in one width, simplified and in small letters. */

/** Words for what people go on to ask, in the order in which they are looked for. */
const aspectWords: readonly (readonly [Aspect, RegExp])[] = [
  [
    "materials",
    /要?(?:什么|哪些|啥)材料|材料|要?带(?:些|点)?(?:什么|啥)(?:去)?|(?:什么|哪些|啥)(?:证件|证明|手续|资料)|证件|准备(?:些|点)?(?:什么|啥)|documents?|papers?|bring/u,
  ],
  [
    "money",
    /(?:能|可以)?(?:有|给|发|领|拿|交|罚|补|补贴|补助)?(?:款)?多少(?:钱|元)|(?:给|发|领|拿|交|罚|补|补贴|补助)(?:款)?多少|几(?:块|元|百)(?:钱)?|要?(?:不要)?(?:交|付|花)钱|收费|费用|标准(?:是)?|(?:一个月|每月|一年|每年)(?:有|给|发)?(?:多少|几)|how much|amount/u,
  ],
  [
    "where",
    /(?:到|去|在)?(?:哪里|哪儿|啥地方|什么地方|哪个窗口|哪个地方)(?:去)?(?:办理?|领|申请|交)?|去哪(?:办|领|交)?|where/u,
  ],
  [
    "when",
    /(?:什么时候|啥时候|几时|哪天)(?:能|可以)?(?:办|领|发|到账|开始|截止)?|(?:要)?(?:多久|多长时间|几天)(?:能)?(?:办好|下来)?|截止|期限|how long|when|deadline/u,
  ],
  [
    "how",
    /怎么(?:样)?(?:个)?(?:办理?|弄|领|申请|交|搞)?(?:法)?|咋(?:办|弄|领|申请)?|如何(?:办理?|申请|领)?|(?:要不要|非得|必须)?(?:本人|亲自)去?|(?:可以)?代(?:办|领|替)|流程|步骤|how (?:do|can|to)|apply/u,
  ],
  ["who", /(?:什么|哪些|啥)(?:样的)?人|谁(?:能|可以)?(?:领|办|申请|拿)?|(?:什么|哪些)?条件|够不够|who/u],
];

/** People she may ask for: 「那我老太婆呢」. */
const persons =
  /我?(?:家|屋里)?(?:的)?(?:老太婆|老太太|老头子?|老伴|老公|老婆|老倌|内客|丈夫|妻子|爱人|爸爸?|妈妈?|爹|娘|父亲|母亲|爷爷|奶奶|阿公|阿婆|阿爷|阿娘|外公|外婆|公公|婆婆|儿子|女儿|儿媳妇?|女婿|孙子|孙女|囡|小孩|孩子|哥哥?|姐姐?|弟弟?|妹妹?|叔叔?|伯伯?|阿姨|舅舅?|邻居)|我们?|他们?|她们?|(?:my )?(?:wife|husband|mother|father|mom|dad|son|daughter|neighbou?r)|\bi\b|\bme\b|\bhe\b|\bshe\b/gu;

/** What carries no subject: politeness, question words, pointers at what was said. */
const empty =
  /请问(?:一下)?|问一?下|想(?:问|知道|了解|晓得)(?:一下)?|麻烦(?:你|您)?|你好|您好|(?:这|那|该)(?:个|条|项|种)?(?:政策|补贴|补助|津贴|事情?)?|它|此外|另外|还有|还要|还|再|又|那么|那|什么|啥|找|呢|吗|嘛|么|伐|啊|呀|哦|噢|吧|了|的|得|是|要|需要|能|可以|可不可以|能不能|有没有|有伐|没有|有|不|行不行|一个|几个|几只|多少|一次|行|也|都|就|办理?|领取?|申请|去|来|拿|呗|(?:and|what|about|is|are|do|does|the|it|for|can|to|get|need|get|in|of|a|was|born|there|please)\b/gu;

const birthOrAge =
  /[\d零〇一二三四五六七八九十]{2,4}\s*年(?:[\d一二三四五六七八九十正冬腊]{1,3}月(?:[\d一二三四五六七八九十初]{1,3}[日号]?)?)?(?:生|出生|的)?|(?:今年|虚岁|周岁)?\s*[\d一二三四五六七八九十百]{1,3}\s*(?:多)?(?:周岁|虚岁|岁|了)|\d{4}/gu;

const marks = /[\s\p{P}]/gu;
/** Goes on from what was said, whatever stands behind it. */
const leaning = /^(?:那|还有|另外|再问|and |what about)/u;

/** 「我老太婆呢？」; 「我老公打我」 is a matter of its own. */
const asksBack = /呢\p{P}*$/u;

/** What somebody goes on to ask, as far as her words say it. */
export interface FollowUp {
  readonly aspect: Aspect | undefined;
  /** Somebody else than before, or an age. */
  readonly isPersonal: boolean;
  /** Her words have a subject of their own, and only lean on what was said before. */
  readonly hasSubject: boolean;
}

/** What is asked about a matter; undefined where the words ask about the matter itself. */
export function aspectIn(words: string): Aspect | undefined {
  return aspectWords.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Is it asked for somebody, rather than about a rule? */
export function isPersonal(words: string): boolean {
  return (words.match(persons)?.length ?? 0) > 0 || (words.match(birthOrAge)?.length ?? 0) > 0;
}

/** Is it asked whether somebody gets something, so that her age decides? */
export function asksForSomebody(words: string): boolean {
  const aspect = aspectIn(words);
  return isPersonal(words) && (aspect === undefined || aspect === "money" || aspect === "who");
}

/** Words that go on from an answer: those without a subject of their own, and those that lean on it. */
export function followUpIn(words: string): FollowUp | undefined {
  const aspect = aspectIn(words);
  const personal = isPersonal(words);
  const hasSubject = subjectOf(words).length >= 2;
  if (hasSubject && !leaning.test(words)) return undefined;
  const isAge = words.search(birthOrAge) >= 0;
  const asksSomething = aspect !== undefined || isAge || leaning.test(words) || asksBack.test(words);
  return asksSomething ? { aspect, isPersonal: personal, hasSubject } : undefined;
}

/** What is left of words when everything that names no matter is gone. */
export function subjectOf(words: string): string {
  let left = words.replace(birthOrAge, "").replace(persons, "");
  for (const [, pattern] of aspectWords) left = left.replaceAll(new RegExp(pattern, "gu"), "");
  return left.replace(empty, "").replace(marks, "");
}

/** How a passage says something about one of these, where nobody has marked it. */
const mentioned: Readonly<Record<Aspect, RegExp>> = {
  materials: /材料|证件|身份证|户口簿|证明|申请表|申请书/u,
  money: /元|标准|金额|百分之|减半|免费|费用|倍以[上下]|为准/u,
  where: /窗口|中心办|向.{2,12}(?:申请|提出)|到.{2,12}(?:申请|办理?)|村里/u,
  when: /日内|工作日|个月|年底|期限|每年|每月|按月|起享受/u,
  how: /申请|办理|提交|登记|委托|审核/u,
  who: /条件|周岁|以上|以下|对象|符合|家庭/u,
};

/** Does a passage say something about this? */
export function mentions(aspect: Aspect, words: string): boolean {
  return mentioned[aspect].test(words);
}

/** Long numbers say who somebody is, in whatever digits and groups; nobody else needs to read them. */
export function withoutNumbers(words: string): string {
  return words.replaceAll(/\p{Nd}{6,}[xX]?|\p{Nd}{3,4}(?:[\s\p{Pd}]\p{Nd}{3,}){2,}[xX]?/gu, "…");
}

// --------------------------------------------------------------- how sure

/** A passage as it was found; `score` is about 0 to 1 and comparable between questions. */
export interface Candidate {
  readonly score: number;
  readonly policy: number;
  /** The words that decided. */
  readonly because: readonly string[];
  /** These very words were answered by it before. */
  readonly isLearnt?: boolean;
}

export type Sureness = "sure" | "unsure" | "nothing";

/** Below this nothing that is published has to do with the words. All of these: docs/decisions/039-asking-policies.md. */
const leastScore = 0.12;
/** Most of the question is in what decided, or more than half of it and the passage has most of what was asked for. */
const sureOf = { covered: 0.65, score: 0.3, better: 1.15 };
const sureOfPart = { covered: 0.51, score: 0.55, better: 1.5 };
/** Of the question less than this is chance, unless the passage has much of what was asked for. */
const maybeOf = { covered: 0.34, score: 0.45 };

/** Is the first of what was found the answer, one of a few, or none? The best comes first. */
export function surenessOf(words: string, found: readonly Candidate[]): Sureness {
  const [best] = found;
  if (best === undefined || best.score < leastScore) return "nothing";
  if (best.isLearnt === true) return "sure";
  const covered = coverage(words, best.because);
  if (covered < maybeOf.covered && best.score < maybeOf.score) return "nothing";
  const rival = found.find(({ policy }) => policy !== best.policy)?.score ?? 0;
  const isSure = [sureOf, sureOfPart].some(
    (least) => covered >= least.covered && best.score >= least.score && best.score >= rival * least.better,
  );
  return isSure ? "sure" : "unsure";
}

/** A passage with less of the best one's weight is offered beside it no more. */
export const nearBest = 0.4;

/** How much of the subject of a question is in the words that decided: one word of two is half an answer. */
export function coverage(words: string, because: readonly string[]): number {
  const subject = subjectOf(words);
  const isCovered = Array.from({ length: subject.length }, () => false);
  for (const word of because)
    for (let at = subject.indexOf(word); at >= 0; at = subject.indexOf(word, at + 1))
      isCovered.fill(true, at, at + word.length);
  return subject === "" ? 1 : isCovered.filter(Boolean).length / subject.length;
}

// -------------------------------------------------------------------- age

/** How an age stands to what a passage asks for; `unknown` where the month or the day of birth decides. */
export type AgeVerdict = "enough" | "too_young" | "too_old" | "unknown";

/** @param age in whole years: both the same where the day of birth decides nothing. */
export function ageVerdict(
  { minAge = 0, maxAge = Infinity }: Conditions,
  age: { readonly least: number; readonly most: number },
): AgeVerdict {
  if (age.most < minAge) return "too_young";
  if (age.least > maxAge) return "too_old";
  return age.least >= minAge && age.most <= maxAge ? "enough" : "unknown";
}

/** By 虚岁 people count up to two years more than 周岁; an age that is said settles nothing nearer to the limit. */
export const countedMore = 2;

/** What an age as it is said (周岁 or 虚岁) can be in whole years. */
export function spokenAge(said: number): { readonly least: number; readonly most: number } {
  return { least: said - countedMore, most: said };
}

/** Can the age of somebody be checked against this at all? */
export function asksAge(conditions: Conditions | null): conditions is Conditions {
  return conditions !== null && (conditions.minAge !== undefined || conditions.maxAge !== undefined);
}

/** What is asked for somebody of an age: the passage whose limit is nearest to it, where one is near. */
export function nearestLimit<C extends { readonly score: number; readonly conditions: Conditions | null }>(
  found: readonly C[],
  years: number,
): C | undefined {
  const distance = ({ conditions }: C): number =>
    Math.abs((conditions?.minAge ?? conditions?.maxAge ?? Infinity) - years);
  return found
    .filter((one) => one.score >= stillAboutAge && distance(one) <= nearYears)
    .toSorted((one, other) => distance(one) - distance(other) || other.score - one.score)[0];
}

/** Of what is asked beside the age so much must be in the passage, where nothing says that a benefit is meant. */
const aboutAge = 0.34;
const benefit = /补助|补贴|津贴|优待|优惠|待遇|福利|免费|便宜|要(?:不要)?钱|收钱|benefit|allowance/u;

/** Does an age decide what is asked? 「我八十五了想离婚」 is about something else, however near the limit of something is. */
export function isAboutAge(words: string, because: readonly string[]): boolean {
  return aspectIn(words) !== undefined || benefit.test(words) || coverage(words, because) >= aboutAge;
}

const stillAboutAge = 0.15;
const nearYears = 10;
/** From this age on people ask as the old; the word is looked for, too. */
export const elderFrom = 55;
