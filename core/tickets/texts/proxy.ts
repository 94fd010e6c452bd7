import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";

/** What is said when somebody reports for somebody else. */
export const proxyTexts = {
  proxyTitle: { zh: "代报", en: "reporting for somebody" },
  askProxyWhat: {
    zh: "替人报什么事？说一句，也可以发照片、语音，或转发聊天记录。说完发「好了」。",
    en: "What is to be reported for somebody? Words, photos, voice, or forward a chat message. Then “done”.",
  },
  notByProxy: {
    zh: "听起来是举报干部，代报的话经手的人都会知道，所以没有记下，也不留。请本人打 12388，或者用自己的手机跟我说，只给纪检看。",
    en: "This sounds like accusing an official. Reported by somebody else, everybody on the way would know it: nothing is kept. Let the person call 12388, or tell me from her own phone, for the discipline office only.",
  },
  askForWhom: {
    zh: "替谁报的？发姓名。说事会上提的，就发「说事会」。",
    en: "For whom? Send a name; for something raised at a meeting, write “meeting”.",
  },
  meeting: { zh: "说事会", en: "meeting" },
  onlyTheName: {
    zh: "只发姓名就行，比如「王秀英」。",
    en: "Just the name, please, such as 王秀英.",
  },
  mayNotReportFor: {
    zh: "您现在不管这个网格了，不能替人报。要是您自己的事，直接说就行。",
    en: "You no longer keep this grid and cannot report for others. If it is your own matter, just say it.",
  },
  whichResident: (name: string, found: number): Text =>
    found === 0
      ? { zh: `您的网格里没有找到${name}。`, en: `Nobody called ${name} is in your grid.` }
      : { zh: `是哪一位？`, en: `Which of them?` },
  resident: (name: string, address: string | null): Text => {
    const at = address === null ? { zh: "", en: "" } : { zh: `（${address}）`, en: ` (${address})` };
    return { zh: `${name}${at.zh}`, en: `${name}${at.en}` };
  },
  somebodyNew: (name: string): Text => ({
    zh: `新登记${name}（没有手机）`,
    en: `Register ${name} (no chat)`,
  }),
  askGrid: (name: string): Text => ({ zh: `${name}住哪个网格？`, en: `In which grid does ${name} live?` }),
  askAddress: (name: string): Text => ({
    zh: `${name}住哪里？说门牌或大概；不清楚就「跳过」。`,
    en: `Where does ${name} live? A house number or roughly; or “skip”.`,
  }),
  raisedAtMeeting: { zh: "村民说事会上提的：", en: "Raised at the village meeting: " },
  filedFor: (number: number, name: string, responsible: Text | undefined, due: SaidMoment): Text => ({
    zh: `替${name}报上了，编号 ${number}，由${responsible?.zh ?? "管理员"}办，最晚 ${due.zh} 前答复。`,
    en: `Reported for ${name} as number ${number}; ${responsible?.en ?? "the administrator"} answers by ${due.en}.`,
  }),
  tellInPerson: (name: string): Text => ({
    zh: `${name}收不到消息，请把编号当面告诉本人。`,
    en: `${name} gets no messages: please say the number in person.`,
  }),
  filedForYou: (number: number, who: string, words: string, due: SaidMoment): Text => ({
    zh: `${who}替您报了一件事：${words}\n编号 ${number}，最晚 ${due.zh} 前答复。不是您的意思就发「${number} 撤回」。`,
    en: `${who} reported for you: ${words}\nNumber ${number}, answer by ${due.en}. If you did not mean it, write “${number} take back”.`,
  }),
} satisfies Record<string, unknown>;
