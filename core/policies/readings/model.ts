/** A reading is said in a few lines of a chat. */
export const longestReading = 300;

const figure =
  /[0-9]+(?:[.,][0-9]+)*(?:%|％)?|[一二三四五六七八九十百千万两]+(?=元|块|万元|周岁|岁|个月|个工作日|工作日|天|日|号|月|年|倍|分之|平方米|亩)/gu;

/** The figures of a reading that its passage does not have: 「每月 120 元」 where no 120 stands there. */
export function figuresNotIn(reading: string, words: string): readonly string[] {
  const known = new Set(figuresIn(words));
  return Array.from(new Set(figuresIn(reading))).filter((one) => !known.has(one));
}

function figuresIn(words: string): readonly string[] {
  return Array.from(words.normalize("NFKC").matchAll(figure), ([found]) => plainFigure(found));
}

const digits = "零一二三四五六七八九";

/** 八十 and 80 are one figure. */
function plainFigure(found: string): string {
  if (/[0-9]/.test(found)) return found.replaceAll(",", "").replace("％", "%");
  let [sum, digit] = [0, 0];
  for (const sign of found.replaceAll("两", "二")) {
    const unit = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }[sign];
    if (unit === undefined) digit = digits.indexOf(sign);
    else if (unit === 10_000) [sum, digit] = [(sum + digit) * unit, 0];
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * unit, 0];
  }
  return String(sum + digit);
}
