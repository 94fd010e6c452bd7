import type { Text } from "../../language/index.ts";

export const pushTexts = {
  title: { zh: "发布", en: "Publish" },
  noPassages: (id: number): Text => ({
    zh: `草稿 ${id} 里还没有条文，不能发布。`,
    en: `Draft ${id} has no passages and cannot be published.`,
  }),
  notDescribed: {
    zh: "还没填标题和来源，先填信息。",
    en: "Title and source are missing: describe it first.",
  },
  describe: { zh: "填信息", en: "Describe it" },
  notADraft: (id: number): Text => ({
    zh: `政策 ${id} 已经发布过，或者不用了。`,
    en: `Policy ${id} is published already, or not in use.`,
  }),
  newerThere: (id: number): Text => ({
    zh: `已经有更新的一版在用（${id}）。要改请在那一版上出新版。`,
    en: `A newer version is in use (${id}). Make the next version of that one.`,
  }),
  askWho: { zh: "发布后告诉谁？", en: "Who is told?" },
  both: (concerned: string, count: number): Text => ({
    zh: `订阅的和${concerned}（${count} 人）`,
    en: `Subscribers and ${concerned} (${count} people)`,
  }),
  everybody: (count: number): Text => ({ zh: `所有人（${count} 人）`, en: `Everybody (${count} people)` }),
  subscribers: (count: number): Text => ({
    zh: `只告诉订阅的（${count} 人）`,
    en: `Subscribers only (${count} people)`,
  }),
  nobody: { zh: "不推送，只发布", en: "Nobody, just publish it" },
  usualWords: (title: string, topic: Text, issuer: string): string =>
    `新政策（${topic.zh}）：《${title}》，${issuer}发的。想看、想问，发「查政策」。`,
  newVersionWords: (title: string, topic: Text, issuer: string): string =>
    `政策更新（${topic.zh}）：《${title}》有了新版，${issuer}发的，以新版为准。想看、想问，发「查政策」。`,
  askWords: { zh: "推送怎么说？一两句。", en: "What shall they be told? A line or two." },
  preview: (villager: Text, readings: number, passages: number): Text => ({
    zh: `村民看到的（${passages} 段，${readings} 段有解读）↓\n${villager.zh}`,
    en: `What villagers see (${passages} passage${passages === 1 ? "" : "s"}, ${readings} with a reading) ↓\n${villager.en}`,
  }),
  notReviewed: (count: number): Text => ({
    zh: `⚠ ${count} 段解读还没审，村民先看原文。`,
    en: `⚠ ${count} reading${count === 1 ? "" : "s"} are not reviewed: villagers see the text itself.`,
  }),
  replaces: (title: string, version: number): Text => ({
    zh: `发布后《${title}》第 ${version} 版成为旧版，留着备查。`,
    en: `Version ${version} of ${title} becomes an old one and is kept.`,
  }),
  silently: { zh: "不推送。", en: "Nobody is told." },
  publish: { zh: "发布", en: "Publish" },
  changeWho: { zh: "改推给谁", en: "Change who is told" },
  changeWords: { zh: "改推送的话", en: "Change the words" },
  notYet: { zh: "先不发布", en: "Not yet" },
  left: (id: number): Text => ({
    zh: `没有发布，草稿 ${id} 留着。`,
    en: `Not published; draft ${id} stays.`,
  }),
  published: (id: number, title: string): Text => ({
    zh: `《${title}》发布了（编号 ${id}），村民查得到了。`,
    en: `${title} is published (number ${id}); villagers find it now.`,
  }),
};
