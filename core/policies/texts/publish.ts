import type { Text } from "../../language/index.ts";
import type { Unreadable } from "../documents/model.ts";
import type { Division } from "../splitting/model.ts";

const division: Readonly<Record<Division, Text>> = {
  articles: { zh: "按条", en: "by article" },
  numbers: { zh: "按「一、二、」", en: "by its numbered parts" },
  headings: { zh: "按小标题", en: "by its headings" },
  items: { zh: "按「1. 2.」", en: "by its numbered items" },
  paragraphs: { zh: "没有条号，按自然段", en: "by paragraph, for it has no articles" },
};

const unreadable: Readonly<Record<Unreadable, Text>> = {
  gone: { zh: "文件没取到。请再发一次。", en: "The file did not arrive. Please send it again." },
  other_kind: {
    zh: "这种文件读不了。请发 .docx .pdf .html .md .txt，或把正文贴上来。",
    en: "That kind of file cannot be read. Send .docx, .pdf, .html, .md or .txt, or paste the text.",
  },
  old_office: {
    zh: "这是旧格式（.doc .wps）。请在 Word 或 WPS 里另存为 .docx 再发。",
    en: "That is the old format (.doc, .wps). Save it as .docx and send it again.",
  },
  locked: {
    zh: "这份文件加了密码，读不了。请去掉密码再发，或把正文贴上来。",
    en: "That file has a password. Take it off and send it again, or paste the text.",
  },
  too_large: {
    zh: "这份文件太大了（最多 10 MB）。请去掉图片再发，或把正文贴上来。",
    en: "That file is too large (10 MB at most). Take out the pictures, or paste the text.",
  },
  too_long: {
    zh: "这份文件太长了（最多 30 万字、1500 条）。请分成几份发。",
    en: "That document is too long (300,000 characters and 1,500 articles at most). Send it in parts.",
  },
  too_hard: {
    zh: "这份文件读了太久还没读完，停了。请另存一份再发，或把正文贴上来。",
    en: "Reading that file took too long and was stopped. Save it anew, or paste the text.",
  },
  broken: {
    zh: "这份文件打不开，可能坏了。请重新保存再发，或把正文贴上来。",
    en: "That file cannot be opened; it may be damaged. Save it anew, or paste the text.",
  },
  garbled: {
    zh: "这份文件读出来是乱码。请另存为 UTF-8 或 .docx 再发，或把正文贴上来。",
    en: "That file reads as garbage. Save it as UTF-8 or .docx, or paste the text.",
  },
  scanned: {
    zh: "这份 PDF 读不出字：是扫描的图片，或者字体没带上。请发 Word 文件，或把正文贴上来。",
    en: "There is no text to read in that PDF: it is made of pictures, or lacks its fonts. Send the Word file, or paste the text.",
  },
  empty: { zh: "这份文件里没有字。请看看是不是发错了。", en: "There are no words in that file." },
};

export const publishTexts = {
  help: { zh: "发布政策（/publish）：贴正文或发文件", en: "/publish: publish a policy" },
  title: { zh: "发布政策", en: "Publish a policy" },
  notYours: {
    zh: "发布政策由编辑来做，您这里没有这个权限。",
    en: "Policies are published by editors; you are none here.",
  },
  askDocument: {
    zh: "发布政策：把正文贴上来，长的分几条发；或者发一个文件（.docx .pdf .html .md .txt）。发完说「好了」。",
    en: "Paste the text, in several messages if it is long, or send a file (.docx, .pdf, .html, .md, .txt). Then say done.",
  },
  askNextVersion: (title: string): Text => ({
    zh: `《${title}》出新版：贴新版正文，或者发文件。发完说「好了」。旧版留着，以新版为准。`,
    en: `A new version of ${title}: paste its text, or send the file, then say done. The old one is kept; the new one counts.`,
  }),
  oneFile: { zh: "一次发一个文件。请只发正文那一份。", en: "One file at a time, please: the text itself." },
  notADocument: {
    zh: "图片和语音读不出条文。请发 .docx .pdf .html .md .txt 文件，或把正文贴上来。",
    en: "Pictures and voice hold no text to read. Send a document, or paste the text.",
  },
  tooShort: {
    zh: "正文太短，看不出是一份政策。请贴全文。",
    en: "That is too short to be a policy. Please paste all of it.",
  },
  again: { zh: "重新发", en: "Send it again" },
  reading: (id: number, name: string): Text => ({
    zh: `收到「${name}」，正在读，读好了告诉您（草稿 ${id}）。`,
    en: `“${name}” arrived and is being read; you will be told (draft ${id}).`,
  }),
  read: (name: string, count: number, by: Division): Text => ({
    zh: `「${name}」读好了：${division[by].zh}分成 ${count} 段。`,
    en: `“${name}” was read: ${count} passage${count === 1 ? "" : "s"}, ${division[by].en}.`,
  }),
  notRead: (name: string, why: Unreadable): Text => ({
    zh: `「${name}」没读成。${unreadable[why].zh}`,
    en: `“${name}” could not be read. ${unreadable[why].en}`,
  }),
  imported: (count: number): Text => ({ zh: `收进 ${count} 份草稿`, en: `${count} drafts were made of it` }),
  severalRead: (name: string, count: number): Text => ({
    zh: `「${name}」里有 ${count} 份政策，都收作草稿了。解读要有人审，一份一份看过再发布。`,
    en: `“${name}” holds ${count} policies; each is a draft now. Readings need a reviewer; look at each before you publish it.`,
  }),
  lookAtAll: { zh: "看全部", en: "All of them" },
  tooLong: unreadable.too_long,
  unnamed: { zh: "文件", en: "the file" },
  goOn: { zh: "接着填", en: "Go on" },
  andMore: (count: number): Text => ({ zh: `…还有 ${count} 段`, en: `… and ${count} more` }),
  stillReading: (id: number): Text => ({
    zh: `草稿 ${id} 的文件还在读，读好了告诉您。`,
    en: `The file of draft ${id} is still being read; you will be told.`,
  }),
  notADraft: (id: number): Text => ({
    zh: `政策 ${id} 不是草稿，改不了信息。内容变了请出新版。`,
    en: `Policy ${id} is no draft any more. Where it changed, publish a new version.`,
  }),
  kept: (id: number, title: string, count: number, readings: number): Text => ({
    zh: `草稿 ${id} 存好了：《${title}》，${count} 段，${readings} 段有解读。还没发布，村民看不到。`,
    en: `Draft ${id} is kept: ${title}, ${count} passage${count === 1 ? "" : "s"}, ${readings} with a reading. Villagers do not see it yet.`,
  }),
  passages: { zh: "看段落、写解读", en: "Passages and readings" },
  publish: { zh: "发布", en: "Publish" },
  describe: { zh: "改信息", en: "Change its header" },
  drop: { zh: "不要了", en: "Drop it" },
};
