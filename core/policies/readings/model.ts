/** A reading is said in a few lines of a chat. */
export const longestReading = 300;

const numeral = "[〇零一二三四五六七八九十百千万两]+";
const measures = "元|块|万元|周岁|岁|个月|个工作日|工作日|天|日|号|月|年|倍|分之|平方米|亩";
/** Figures in digits, and Chinese ones that count something: 第二年 counts nothing. */
const figure = new RegExp(
  `[0-9]+(?:[.,][0-9]+)*(?:%|％)?|(?<!第)(?<!${numeral})${numeral}(?:点${numeral})?(?=${measures})`,
  "gu",
);

/** The figures of a reading that its passage does not have: 「每月 120 元」 where no 120 stands there. */
export function figuresNotIn(reading: string, words: string): readonly string[] {
  const known = new Set(figuresIn(words));
  return Array.from(new Set(figuresIn(reading))).filter((one) => !known.has(one));
}

function figuresIn(words: string): readonly string[] {
  return Array.from(words.normalize("NFKC").matchAll(figure), ([found]) => plainFigure(found));
}

const digits = "零一二三四五六七八九";
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

/** 八十 and 80 are one figure, so are 一点五 and 1.5, 二〇二五 and 2025. */
function plainFigure(found: string): string {
  if (/[0-9]/.test(found)) return found.replaceAll(",", "").replace("％", "%");
  const [whole = "", fraction] = found.replaceAll("两", "二").replaceAll("〇", "零").split("点");
  return fraction === undefined ? String(valueOf(whole)) : `${valueOf(whole)}.${spelled(fraction)}`;
}

function spelled(numerals: string): string {
  return Array.from(numerals, (sign) => digits.indexOf(sign)).join("");
}

function valueOf(numerals: string): number {
  const [high, low] = numerals.includes("万") ? numerals.split("万") : ["", numerals];
  const thousands = high === "" ? 0 : valueOf(high ?? "") * 10_000;
  if (!/[十百千]/u.test(low ?? "")) return thousands + Number(spelled(low ?? ""));
  let [sum, digit] = [0, 0];
  for (const sign of low ?? "") {
    const unit = units[sign];
    if (unit === undefined) digit = digits.indexOf(sign);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * unit, 0];
  }
  return thousands + sum + digit;
}
