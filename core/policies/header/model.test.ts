import { expect, test } from "vitest";
import { headerOf, readDate, topicOf } from "./model.ts";

const notice = [
  "前童镇人民政府文件",
  "前政〔2026〕12号",
  "前童镇高龄津贴发放办法",
  "第一条 年满八十周岁的老人可以申请。",
  "第二条 本办法自2026年4月1日起施行，有效期5年。",
  "前童镇人民政府",
  "2026年3月20日",
].join("\n");

test("title, number, office and dates are read from a notice, its letterhead is not its title", () => {
  expect(headerOf(notice)).toEqual({
    title: "前童镇高龄津贴发放办法",
    topic: "elderly",
    issuer: "前童镇人民政府",
    documentNumber: "前政〔2026〕12号",
    issuedOn: "2026-03-20",
    effectiveOn: "2026-04-01",
    validUntil: "2031-03-31",
  });
});

test("the date in brackets below the title of a statute is its date", () => {
  const words = "某市养老条例\n（2020年12月29日某市人民代表大会常务委员会通过）\n第一条 甲。";

  expect(headerOf(words)).toMatchObject({ title: "某市养老条例", issuedOn: "2020-12-29", issuer: null });
});

test("what a document does not say is left open", () => {
  expect(headerOf("明天下午开会。")).toEqual({
    title: null,
    topic: null,
    issuer: null,
    documentNumber: null,
    issuedOn: null,
    effectiveOn: null,
    validUntil: null,
  });
});

test.each([
  ["有效期至2027年6月30日", "2027-06-30"],
  ["有效期限截至二〇二七年六月三十日", "2027-06-30"],
  ["长期有效", null],
])("%s", (words, until) => {
  expect(headerOf(`某通知\n一、甲。\n${words}。`).validUntil).toBe(until);
});

test.each([
  ["2026年3月1日", "2026-03-01"],
  ["２０２６年３月１日", "2026-03-01"],
  ["二〇二六年三月一日", "2026-03-01"],
  ["2026-03-01", "2026-03-01"],
  ["2026.3.1", "2026-03-01"],
  ["2026年2月30日", undefined],
  ["2026年", undefined],
  ["明天", undefined],
  ["", undefined],
])("the date %s is %s", (words, date) => {
  expect(readDate(words)).toBe(date);
});

test.each([
  ["宁波市养犬管理条例\n养犬应当登记。", "environment"],
  ["城乡居民医保缴费通知\n年底前缴。", "medical"],
  ["农村宅基地审批办法\n一户一宅。", "homestead"],
  ["开会通知\n下午两点。", null],
])("%j is about %s", (words, topic) => {
  expect(topicOf(words)).toBe(topic);
});
