import type { Text } from "../../language/index.ts";

function shown(words: string): string {
  const signs = Array.from(words);
  return signs.length > 20 ? `${signs.slice(0, 19).join("")}…` : words;
}

/** Why a row cannot be brought in. */
export const bad = {
  empty: (column: Text): Text => ({
    zh: `「${column.zh}」空着`,
    en: `“${column.en}” is empty`,
  }),
  noPlace: (words: string): Text => ({
    zh: `您管的地方里没有「${shown(words)}」`,
    en: `there is no “${shown(words)}” where you may import`,
  }),
  whichPlace: (words: string): Text => ({
    zh: `「${shown(words)}」不止一个，请写单位代码`,
    en: `“${shown(words)}” may be several; write its code`,
  }),
  notGrid: (words: string): Text => ({
    zh: `「${shown(words)}」不是网格，要像「双桥村 G1」`,
    en: `“${shown(words)}” is no grid; write it like “双桥村 G1”`,
  }),
  notVillage: (words: string): Text => ({
    zh: `「${shown(words)}」不是村`,
    en: `“${shown(words)}” is no village`,
  }),
  notAddress: (words: string): Text => ({
    zh: `门牌「${shown(words)}」不对，要像「樟树下3号」，40 个字以内`,
    en: `“${shown(words)}” is no address like “樟树下3号”, of at most 40 characters`,
  }),
  notName: (words: string): Text => ({
    zh: `姓名「${shown(words)}」不对`,
    en: `“${shown(words)}” is no name`,
  }),
  starred: {
    zh: "有星号：这是打了星号的导出表，不能再导入",
    en: "it has stars: this is a table that was exported with stars, and cannot be imported",
  },
  unconfirmed: (name: string): Text => ({
    zh: `网格里有一位${shown(name)}刚加入、还没确认身份；请网格员先确认，再导入`,
    en: `somebody called ${shown(name)} joined here and is not confirmed yet; the grid worker has to do that first`,
  }),
  notYes: (column: Text, words: string): Text => ({
    zh: `「${column.zh}」写「是」或空着，不能写「${shown(words)}」`,
    en: `“${column.en}” is “yes” or empty, not “${shown(words)}”`,
  }),
  twice: (line: number): Text => ({ zh: `和第 ${line} 行一样`, en: `the same as line ${line}` }),
  twoHeads: (line: number): Text => ({
    zh: `这一户的户主已写在第 ${line} 行`,
    en: `line ${line} names the head of this household already`,
  }),
  namesakes: (name: string, count: number): Text => ({
    zh: `网格里有 ${count} 位${name}没登记门牌，分不清是哪位；请先在「村户」里登记`,
    en: `${count} people called ${name} have no address in this grid; register them with /household first`,
  }),
  noRole: (words: string): Text => ({
    zh: `没有「${shown(words)}」这个职务`,
    en: `there is no post “${shown(words)}”`,
  }),
  notYourRole: (role: Text): Text => ({
    zh: `${role.zh}不归您任命`,
    en: `you may not appoint a ${role.en}`,
  }),
  needsSpecialty: {
    zh: "村服务团队要写专长，如「医生」",
    en: "a member of the village team needs a specialty, such as “医生”",
  },
  needsOffice: {
    zh: "科室人员的「专长」写科室名，要是这里有的",
    en: "an officer's “Specialty” is the name of an office that is there",
  },
  otherSpecialty: (name: string, held: string): Text => ({
    zh: `${shown(name)}已有这个职务，专长是「${held}」；要改用 /role`,
    en: `${shown(name)} holds this post already, for “${held}”; use /role to change that`,
  }),
  tooManyPassages: (most: number): Text => ({
    zh: `一份政策最多 ${most} 条`,
    en: `a policy has at most ${most} passages`,
  }),
  differs: (column: Text, line: number): Text => ({
    zh: `同一份政策，「${column.zh}」和第 ${line} 行不一样`,
    en: `“${column.en}” differs from line ${line} of the same policy`,
  }),
  noPerson: (name: string): Text => ({
    zh: `这里没有叫${shown(name)}的人；请先用邀请码加入`,
    en: `nobody here is called ${shown(name)}; invite this person first`,
  }),
  whichPerson: (name: string): Text => ({
    zh: `叫${shown(name)}的不止一位；请用 /role 一个一个来`,
    en: `several people are called ${shown(name)}; use /role for them`,
  }),
  notNumber: (column: Text, least: number, most: number): Text => ({
    zh: `「${column.zh}」要是 ${least} 到 ${most} 的整数`,
    en: `“${column.en}” must be a whole number from ${least} to ${most}`,
  }),
  tooLong: (column: Text, most: number): Text => ({
    zh: `「${column.zh}」超过 ${most} 个字`,
    en: `“${column.en}” has more than ${most} characters`,
  }),
  notYourShop: (unit: string): Text => ({
    zh: `${unit}的超市不归您管`,
    en: `you do not keep the shop of ${unit}`,
  }),
  noTopic: (words: string, known: readonly string[]): Text => ({
    zh: `没有主题「${shown(words)}」，可以写：${known.join("、")}`,
    en: `there is no topic “${shown(words)}”; known are: ${known.join(", ")}`,
  }),
  lostNumber: (column: Text): Text => ({
    zh: `「${column.zh}」的长号码丢了尾数（像 1.38E+10）；请把这一列改成文本再填`,
    en: `the long number in “${column.en}” lost its digits (like 1.38E+10); make the column text and write it again`,
  }),
  noCategory: (words: string, known: readonly string[]): Text => ({
    zh: `没有类别「${shown(words)}」，可以写：${known.join("、")}`,
    en: `there is no category “${shown(words)}”; known are: ${known.join(", ")}`,
  }),
  notTelephone: (words: string): Text => ({
    zh: `电话「${shown(words)}」不对`,
    en: `“${shown(words)}” is no telephone number`,
  }),
  notDay: (column: Text): Text => ({
    zh: `「${column.zh}」不是日期，要像 2026-11-26`,
    en: `“${column.en}” is no date like 2026-11-26`,
  }),
} as const;
