const digitOf = new Map<string, number>();
for (const [value, spellings] of [
  "零〇",
  "一壹",
  "二贰两",
  "三叁",
  "四肆",
  "五伍",
  "六陆",
  "七柒",
  "八捌",
  "九玖",
].entries()) {
  for (const spelling of spellings) digitOf.set(spelling, value);
}
const scaleOf = new Map(
  Object.entries({ 十: 10, 拾: 10, 廿: 20, 卅: 30, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 }),
);
const great = new Map(Object.entries({ 万: 10_000, 亿: 100_000_000 }));

const numeral =
  /([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?|[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟]+)([万亿]?)\s*[个周]?(.?)/gu;
/** After one of these a single numeral is a number: 三天, 两亩; not 三农, 一般. */
const units = new Set("岁年月日天元条款项次倍亩人户级度号只间层期成公里米斤");

/** Numbers up to 卅九亿 as they are spoken, or digit by digit: 二〇二六. */
function valueOf(spoken: string): number {
  if (!/[十拾廿卅百佰千仟]/u.test(spoken)) {
    return Number(Array.from(spoken, (digit) => String(digitOf.get(digit) ?? 0)).join(""));
  }
  let sum = 0;
  let pending: number | undefined;
  for (const sign of spoken) {
    const scale = scaleOf.get(sign);
    if (scale === undefined) pending = digitOf.get(sign) ?? 0;
    else {
      sum += scale === 20 || scale === 30 ? scale : (pending ?? 1) * scale;
      pending = undefined;
    }
  }
  return sum + (pending ?? 0);
}

/** The numbers in a folded text, each alone and with its unit, in one script: 六十周岁 and 60岁 are both `60`, `60岁`. */
export function numbersIn(folded: string): readonly string[] {
  const found: string[] = [];
  for (const [, written = "", scale = "", unit = ""] of folded.matchAll(numeral)) {
    const isArabic = /^[0-9]/u.test(written);
    if (!isArabic && written.length === 1 && scale === "" && !units.has(unit)) continue;
    const value = isArabic ? Number(written.replaceAll(",", "")) : valueOf(written);
    const shown = String(value * (great.get(scale) ?? 1));
    found.push(shown);
    if (units.has(unit)) found.push(shown + unit);
  }
  return found;
}
