import type { Text } from "../../language/index.ts";

export const say = {
  help: {
    zh: "标签（/tag 张福根 独居老人）：给居民记标签",
    en: "/tag <name> <word>: note what a resident is, such as 独居老人",
  },
  usage: {
    zh: "这样说：/tag 张福根 独居老人；去掉说 /tag 张福根 -独居老人。",
    en: "Say /tag 张福根 独居老人, and /tag 张福根 -独居老人 to take it off.",
  },
  notATag: {
    zh: "标签是两到八个字，不带数字，如「独居老人」。",
    en: "A tag is two to eight letters without numbers, such as 独居老人.",
  },
  nobody: (name: string): Text => ({
    zh: `您这一片没有叫「${name}」的人。`,
    en: `There is nobody called ${name} in your grids.`,
  }),
  has: (name: string, tags: readonly string[]): Text =>
    tags.length === 0
      ? { zh: `${name}没有标签。`, en: `${name} has no tags.` }
      : { zh: `${name}：${tags.join("、")}。`, en: `${name}: ${tags.join(", ")}.` },
  hadNot: (name: string, tag: string): Text => ({
    zh: `${name}没有「${tag}」这个标签。`,
    en: `${name} had no tag ${tag}.`,
  }),
};
