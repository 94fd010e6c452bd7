import { topics, type Topic } from "../model.ts";
import { linesOf } from "../splitting/model.ts";
import { valueOf } from "../splitting/line/model.ts";

/** What a document says of itself, as far as it can be read; whoever publishes it is asked for the rest, and may change all of it. */
export interface Header {
  readonly title: string | null;
  readonly topic: Topic | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly validUntil: string | null;
}

const longestTitle = 60;
/** The header stands in the first lines, signature and date in the last. */
const [firstLines, lastLines] = [25, 12];

/** Reads title, number, issuer and dates of an official document. */
export function headerOf(words: string): Header {
  const lines = linesOf(words);
  const [first, last] = [lines.slice(0, firstLines), lines.slice(-lastLines)];
  const whole = lines.join("\n");
  const title = titleIn(first);
  const signed = signatureIn(last);
  const [, passedOn] = /[（(](\d{4}年\d{1,2}月\d{1,2}日)/u.exec(first.join("\n")) ?? [];
  const effectiveOn =
    readDate(/自(\S{4,14}?[日号])起(?:正式)?(?:施行|实施|执行|生效)/u.exec(whole)?.[1] ?? "") ?? null;
  const issuedOn = signed?.on ?? readDate(passedOn ?? "") ?? null;
  return {
    title,
    topic: topicOf(`${title ?? ""}\n${whole.slice(0, 2_000)}`),
    issuer: signed?.by ?? null,
    documentNumber:
      /[\p{Script=Han}]{1,12}[〔[［(（【]\d{4}[〕\]］)）】]\d{1,5}号/u.exec(first.join("\n"))?.[0] ?? null,
    issuedOn,
    effectiveOn,
    validUntil: validUntilIn(whole, effectiveOn ?? issuedOn),
  };
}

/** The first line that is a name and no letterhead; over two lines where it breaks. */
function titleIn(lines: readonly string[]): string | null {
  const isName = (line: string) =>
    line.length >= 4 &&
    line.length <= longestTitle &&
    !/[。；;，,：:]$|文件$|〔\d{4}〕|^第.{1,6}[条章]|^[（(]/u.test(line);
  const found = lines.find(
    (line) =>
      isName(line) &&
      /(?:办法|规定|条例|通知|意见|细则|方案|公告|决定|标准|法|指南|制度|公约|解读|政策)(?:[（(].{1,12}[）)])?$/u.test(
        line,
      ),
  );
  const title = found ?? lines.find(isName);
  return title === undefined ? null : title.replace(/^#+\s*/u, "").replaceAll("**", "");
}

/** 「前童镇人民政府」, and the date below it. */
function signatureIn(
  lines: readonly string[],
): { readonly by: string | null; readonly on: string } | undefined {
  const at = lines.findLastIndex((line) => line.length <= 20 && readDate(line) !== undefined);
  const on = readDate(lines[at] ?? "");
  if (on === undefined) return undefined;
  const above = lines[at - 1] ?? "";
  const isOffice =
    above.length <= 30 &&
    /(?:政府|委员会|办公室|办|局|厅|部|中心|党委|村委会|委|所|站|室|院|会)(?:[（(].{1,6}[）)])?$/u.test(
      above,
    );
  return { by: isOffice ? above : null, on };
}

/** 「有效期至2028年12月31日」, 「有效期5年」 from its beginning. */
function validUntilIn(words: string, from: string | null): string | null {
  const [, until] = /有效期(?:限)?(?:截至|截止|至|到)[:：]?\s*(\S{4,14}?[日号])/u.exec(words) ?? [];
  if (until !== undefined) return readDate(until) ?? null;
  const [, years] = /有效期(?:限)?(?:为)?([一二三四五六七八九十两0-9]{1,2})年/u.exec(words) ?? [];
  return years === undefined || from === null ? null : dayBefore(from, valueOf(years));
}

/** The last day of so many years that begin on a date. */
function dayBefore(date: string, years: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, dayOfMonth - 1)).toISOString().slice(0, 10);
}

/** 2026年3月1日, 二〇二六年三月一日, 2026-03-01, 2026.3.1 as 2026-03-01; undefined for anything else. */
export function readDate(words: string): string | undefined {
  const said = words.normalize("NFKC").replaceAll(/\s/g, "");
  const [, year = "", month = "", dayOfMonth = ""] =
    /^([12]\d{3}|[一二][〇零○O一二三四五六七八九]{3})[年\-/.]([0-9一二三四五六七八九十]{1,2})[月\-/.]([0-9一二三四五六七八九十廿]{1,3})[日号]?$/u.exec(
      said,
    ) ?? [];
  if (year === "") return undefined;
  const [y, m, d] = [year.replaceAll("O", "〇"), month, dayOfMonth].map(valueOf) as [number, number, number];
  const date = new Date(Date.UTC(y, m - 1, d));
  const isThere = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isThere ? date.toISOString().slice(0, 10) : undefined;
}

const topicWords: Readonly<Partial<Record<Topic, readonly string[]>>> = {
  elderly: ["养老", "老年", "高龄", "老人", "寿"],
  medical: ["医保", "医疗", "大病", "门诊", "住院", "卫生健康"],
  relief: ["救助", "低保", "最低生活保障", "特困", "困难", "低收入"],
  disability: ["残疾", "残联", "无障碍"],
  homestead: ["宅基地", "建房", "违法建筑", "违建", "危房", "房屋"],
  land: ["承包", "流转", "征地", "耕地", "林地"],
  farming: ["农业", "农机", "种粮", "补贴", "农药", "养殖", "保险条例"],
  village: ["村民委员会", "村务", "村民代表", "集体资产", "集体经济", "小微权力", "村规民约"],
  family: ["婚姻", "计划生育", "生育", "育儿", "户口", "收养"],
  environment: ["垃圾", "污水", "河长", "河道", "环境", "秸秆", "养犬", "厕所"],
  safety: ["防御", "气象", "消防", "交通", "电动自行车", "防汛", "台风", "安全"],
  law: ["调解", "信访", "法律援助", "诉讼", "仲裁", "矛盾纠纷"],
  service: ["最多跑一次", "便民", "政务服务", "代办", "证照", "税"],
};

/** The topic whose words stand in it most often, those of the title counted three times; null where none does. */
export function topicOf(words: string): Topic | null {
  const [title = "", ...rest] = words.split("\n");
  const body = rest.join("\n");
  const counts = topics.map((topic) => {
    const of = (text: string) =>
      (topicWords[topic] ?? []).reduce((sum, word) => sum + text.split(word).length - 1, 0);
    return { topic, count: of(title) * 3 + of(body) };
  });
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count === 0 ? null : best.topic;
}
