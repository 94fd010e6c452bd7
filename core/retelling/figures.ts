import { normalise } from "../language/index.ts";

/** The figures in a text, so that those of two texts can be compared: how much, and of what. */

/** 「80 周岁」 and 「八十岁」 are the same figure; 「15 天」 and 「15 个工作日」 are not. */
export interface Figure {
  readonly value: number;
  /** Empty where nothing is counted. */
  readonly unit: string;
}

const digits = new Map(
  Array.from("零〇一二两三四五六七八九", (digit) => [
    digit,
    "零〇".includes(digit) ? 0 : "一二三四五六七八九".indexOf(digit.replace("两", "二")) + 1,
  ]),
);
/** As sums are written on receipts: 伍佰元. */
const [formal, everyday] = ["壹贰叁肆伍陆柒捌玖拾佰仟圆", "一二三四五六七八九十百千元"];
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** Longest first. The same thing called two ways stands under one name. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:个)?工作日/u, "工作日"],
  [/^(?:周岁|岁)/u, "岁"],
  [/^(?:个月|月份?(?=期|内|以))/u, "个月"],
  [/^月/u, "月"],
  [/^(?:天|日|号)/u, "日"],
  [/^年/u, "年"],
  [/^(?:元|块|圆)/u, "元"],
  [/^[%％]/u, "%"],
  [/^(?:小时|个小时|钟头)/u, "小时"],
  [/^分钟/u, "分钟"],
  [/^(?:平方米|平米|㎡)/u, "平方米"],
  [/^(?:公里|千米)/u, "公里"],
  [/^(?:公斤|千克)/u, "公斤"],
  [/^(?:亩|人|户|条|款|项|章|次|倍|成|折|级|档|米|斤|吨|个|名|份|点|周|星期|季度|期)/u, ""],
];

/** One of something is often no figure: 一个人, 一次. */
const looseUnits = new Set(["个", "名", "份", "次", "项", "点", "人", "条", "成", "周", "期", "级"]);

const written =
  /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)|([零一二两三四五六七八九十百千万]+|\d+)分之([零一二两三四五六七八九十百千]+|\d+)|(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)|([零〇一二两三四五六七八九十百千万亿]+)|半(?=年|个?月|天|日)/gu;

/** Every figure of a text, in its order. Words that only hold a numeral, such as 一般 and 统一, are none. */
export function figuresIn(text: string): readonly Figure[] {
  const plain = inEverydayNumerals(normalise(text));
  const found: Figure[] = [];
  for (const match of plain.matchAll(written)) {
    const figure = figureOf(match, plain.slice(0, match.index), plain.slice(match.index + match[0].length));
    if (figure) found.push(figure);
  }
  return found;
}

function inEverydayNumerals(text: string): string {
  const plain = text.replaceAll("廿", "二十").replaceAll("卅", "三十");
  return plain.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟圆]/gu, (sign) => everyday[formal.indexOf(sign)] ?? sign);
}

function figureOf(match: RegExpMatchArray, before: string, after: string): Figure | undefined {
  const [whole, percent, parts, taken, arabic, scale = "", chinese] = match;
  if (percent !== undefined) return { value: valueOf(percent), unit: "%" };
  if (parts !== undefined && taken !== undefined)
    return { value: valueOf(taken) / valueOf(parts), unit: "分之" };
  const unit = unitAt(after);
  if (arabic !== undefined) return { value: Number(arabic.replaceAll(",", "")) * scaled(scale), unit };
  if (chinese === undefined) return { value: 0.5, unit };
  const isCounted = unit !== "" || before.endsWith("第") || /^[^百千万亿].*[十百千万亿]|^十./u.test(whole);
  const isLoose = chinese === "一" && !before.endsWith("第") && (unit === "" || looseUnits.has(unit));
  return isCounted && !isLoose ? { value: valueOf(chinese), unit } : undefined;
}

function scaled(scale: string): number {
  return Array.from(scale).reduce((product, sign) => product * (scales[sign] ?? 1), 1);
}

function unitAt(after: string): string {
  const words = after.trimStart().replace(/^(?:多|余)/u, "");
  for (const [form, name] of units) {
    const said = form.exec(words)?.[0];
    if (said !== undefined) return name === "" ? said : name;
  }
  return "";
}

/** 二〇二五 is read digit by digit, 两千一百 by its scales. */
function valueOf(numeral: string): number {
  if (/^[\d.]+$/u.test(numeral)) return Number(numeral);
  const signs = Array.from(numeral);
  if (!signs.some((sign) => sign in scales))
    return Number(signs.map((sign) => digits.get(sign) ?? 0).join(""));
  let [whole, section, digit] = [0, 0, 0];
  for (const sign of signs) {
    const scale = scales[sign];
    if (scale === undefined) digit = digits.get(sign) ?? 0;
    else if (scale < 10_000) [section, digit] = [section + (digit === 0 ? 1 : digit) * scale, 0];
    else [whole, section, digit] = [(whole + section + digit) * scale, 0, 0];
  }
  return whole + section + digit;
}
