import { join, type Text } from "../../language/index.ts";
import { kindOf } from "../kinds/model.ts";
import { headline, type Ticket, type TicketNumber } from "../model.ts";
import { inOneUnit, type Left, type Page } from "../tasks/model.ts";
import { stateNames } from "./names.ts";

const none: Text = { zh: "", en: "" };

const unitNames = {
  minute: { zh: "分钟", en: "minute" },
  hour: { zh: "小时", en: "hour" },
  day: { zh: "天", en: "day" },
} as const;

function lengthSaid(ms: number): Text {
  const { count, unit } = inOneUnit(ms);
  const { zh, en } = unitNames[unit];
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? "" : "s"}` };
}

/** 「还剩 6 小时」「超时 2 小时」「暂停」; nothing where there is no deadline. */
function leftSaid(left: Left): Text {
  if (left.is === "none") return none;
  if (left.is === "paused") return { zh: "暂停", en: "paused" };
  const length = lengthSaid(left.ms);
  return left.is === "left"
    ? { zh: `还剩 ${length.zh}`, en: `${length.en} left` }
    : { zh: `超时 ${length.zh}`, en: `${length.en} late` };
}

/** More numbers than these are only counted. */
const mostNamed = 6;

function numbersSaid(numbers: readonly TicketNumber[]): string {
  return numbers.join("、");
}

/** What somebody must act on, as a list. */
export const tasksTexts = {
  leftSaid,
  /** One button: 「1001 村口路灯坏了 · 还剩 6 小时」. */
  taskLine: ({ number, what, place, state }: Ticket, left: Left): Text => {
    const words = headline(what || place, 12);
    const [isOn, due] = [stateNames.answered, leftSaid(left)];
    const both = { zh: `${isOn.zh}，${due.zh}`, en: `${isOn.en}, ${due.en}` };
    const stands = state === "answered" && due.zh !== "" ? both : due;
    const shown = stands.zh === "" ? stateNames[state] : stands;
    return { zh: `${number} ${words} · ${shown.zh}`, en: `${number} ${words} · ${shown.en}` };
  },
  /** Above the list: how many there are, and how many of those on this page, the first ones, are due today. */
  taskList: (count: { readonly all: number; readonly today: number }, page: Page, today: number): Text => {
    const paged: Text =
      page.pages > 1
        ? { zh: `，第 ${page.page}/${page.pages} 页`, en: `, page ${page.page} of ${page.pages}` }
        : none;
    const head: Text = {
      zh: `待办 ${count.all} 件，今天到期 ${count.today} 件，最急在前${paged.zh}`,
      en: `${count.all} to do, ${count.today} due today, most urgent first${paged.en}`,
    };
    const grouped: Text =
      today === 0 ? none : { zh: `\n前 ${today} 件今天到期：`, en: `\nThe first ${today} are due today:` };
    return grouped.zh === "" ? join([head, { zh: "：", en: ":" }], "") : join([head, grouped], "");
  },
  overForWorker: (number: TicketNumber): Text => ({
    zh: `${number} 已经结束了，不用办了。`,
    en: `${number} is closed; there is nothing more to do.`,
  }),
  nextPage: { zh: "下一页", en: "Next page" },
  previousPage: { zh: "上一页", en: "Previous page" },
  seeAll: { zh: "看辖区里所有没办结的", en: "Everything unsettled in my area" },
  allUnsettled: ({ page, pages }: Page): Text => ({
    zh: `辖区里没办结的，最急在前${pages > 1 ? `，第 ${page}/${pages} 页` : ""}：`,
    en: `Unsettled in your area, most urgent first${pages > 1 ? `, page ${page} of ${pages}` : ""}:`,
  }),
  seeTasks: { zh: "看待办", en: "See what is to do" },

  together: (tasks: readonly Ticket[]): Text => {
    const kind = kindOf(tasks[0]?.kind ?? "other");
    const numbers = tasks.map(({ number }) => number);
    return {
      zh: `一起答复 ${numbersSaid(numbers)}（${kind.zh}）`,
      en: `Answer ${numbers.join(", ")} together (${kind.en})`,
    };
  },
  togetherTitle: { zh: "一起答复", en: "one answer to several" },
  askTogether: (numbers: readonly TicketNumber[]): Text => ({
    zh: `一起答复 ${numbersSaid(numbers)}：发文字、照片或语音，完了发「好了」。`,
    en: `One answer to ${numbers.join(", ")}: words, photos or a voice message, then “done”.`,
  }),
  togetherUsage: {
    zh: "请带上编号和要说的，比如「1001 1002 下午一起来换」。",
    en: "Please give the numbers and the answer, such as “1001 1002 we come this afternoon”.",
  },
  togetherSealed: (number: TicketNumber): Text => ({
    zh: `${number} 是封存的，要单独答复。`,
    en: `${number} is sealed and is answered alone.`,
  }),
  togetherUrgent: (number: TicketNumber): Text => ({
    zh: `${number} 是急事，要单独答复。`,
    en: `${number} is urgent and is answered alone.`,
  }),
  togetherPreview: (
    going: readonly { readonly number: TicketNumber; readonly reporter: string; readonly words: string }[],
    staying: readonly Text[],
    answer: Text,
  ): Text =>
    join([
      { zh: `一起答复 ${going.length} 件：`, en: `One answer to ${going.length} matters:` },
      ...going.map(({ number, reporter, words }) => ({
        zh: `${number} ${reporter}：${words}`,
        en: `${number} ${reporter}: ${words}`,
      })),
      stayingSaid(staying),
      {
        zh: `答复：${answer.zh}\n各人只看到自己那件。发吗？`,
        en: `Answer: ${answer.en}\nEach of them sees only her own. Send it?`,
      },
    ]),
  noneTogether: (staying: readonly Text[]): Text =>
    join([{ zh: "这几件都不能一起答复：", en: "None of these can be answered together:" }, ...staying]),
  sendToAll: (count: number): Text =>
    count === 1 ? { zh: "发", en: "Send it" } : { zh: `发，${count} 件都发`, en: `Send it to all ${count}` },
  rewrite: { zh: "改写", en: "Write it anew" },
  doNotSend: { zh: "不发", en: "Do not send" },
  notSent: { zh: "好，没有发。", en: "All right, nothing was sent." },
  togetherDone: (
    done: readonly { readonly number: TicketNumber; readonly reporter: string }[],
    missed: readonly string[],
    staying: readonly Text[],
  ): Text =>
    join([
      done.length === 0
        ? { zh: "一件也没有发。", en: "Nothing was sent." }
        : {
            zh: `已答复 ${done.length} 件：${done.map(({ number, reporter }) => `${number} ${reporter}`).join("、")}。办好了一件一件点。`,
            en: `Answered: ${done.map(({ number, reporter }) => `${number} ${reporter}`).join(", ")}. When one is done, press it.`,
          },
      missed.length === 0
        ? none
        : {
            zh: `${missed.join("、")}现在收不到消息，请打电话或上门告诉一声。`,
            en: `${missed.join(", ")} cannot be reached here now; please call or visit.`,
          },
      ...staying,
    ]),

  isDone: (number: TicketNumber): Text => ({ zh: `${number} 办好了`, en: `${number} is done` }),

  passSeveral: { zh: "转交同事", en: "Hand to a colleague" },
  passSeveralTitle: { zh: "转交同事", en: "handing matters to a colleague" },
  whichToPass: (numbers: readonly TicketNumber[]): Text => ({
    zh: `转交哪几件？您手上 ${numbers.length} 件：${numbersSaid(numbers)}`,
    en: `Which of them? You have ${numbers.length}: ${numbers.join(", ")}`,
  }),
  passAll: (count: number): Text => ({ zh: `全部 ${count} 件`, en: `All ${count}` }),
  passOnly: (number: TicketNumber): Text => ({ zh: `只转 ${number}`, en: `Only ${number}` }),
  passSome: { zh: "选几件", en: "Some of them" },
  askNumbers: {
    zh: "发编号，比如「1001 1003」。",
    en: "Send their numbers, such as “1001 1003”.",
  },
  notAmongYours: (numbers: readonly TicketNumber[]): Text => ({
    zh: `${numbersSaid(numbers)} 不在您手上，请重新发编号。`,
    en: `${numbers.join(", ")}: not with you. Please send the numbers again.`,
  }),
  toWhomSeveral: (numbers: readonly TicketNumber[]): Text => ({
    zh: numbers.length > mostNamed ? `${numbers.length} 件交给谁？` : `${numbersSaid(numbers)} 交给谁？`,
    en: `Who is to have ${numbers.length > mostNamed ? `these ${numbers.length}` : numbers.join(", ")}?`,
  }),
  nothingToPass: { zh: "您手上没有可以转交的。", en: "You have nothing that can be handed on." },
  nobodyToPassTo: {
    zh: "这里没有能接的同事。一件一件点「上报乡镇」，或找管理员。",
    en: "There is no colleague who could take it. Send it up one by one, or ask the administrator.",
  },
  notOneVillage: {
    zh: "这几件不在一个村，请一个村一个村转。",
    en: "These are not of one village; please hand them on village by village.",
  },
  whyPass: { zh: "为什么转？点一个，或说一句。", en: "Why? Pick one, or say it." },
  passReasons: {
    away: { zh: "我不在岗", en: "I am not on duty" },
    busy: { zh: "忙不过来", en: "I have too much to do" },
    hers: { zh: "归同事管", en: "It is my colleague's to do" },
  },
  staysForAbout: (number: TicketNumber): Text => ({
    zh: `${number} 跟这位同事有关，不能给。`,
    en: `${number} concerns this colleague and cannot go there.`,
  }),
  passPreview: (to: Text, going: readonly TicketNumber[], staying: readonly Text[], why: string): Text =>
    join([
      {
        zh: `交给${to.zh}：${numbersSaid(going)}（${why}）。答复期限不变。`,
        en: `To ${to.en}: ${going.join(", ")} (${why}). The deadlines of the answers stay.`,
      },
      stayingSaid(staying),
    ]),
  passNow: { zh: "转交", en: "Hand them on" },
  passElse: { zh: "换个人", en: "Somebody else" },
  doNotPass: { zh: "不转了", en: "Do not" },
  notPassed: { zh: "好，没有转。", en: "All right, nothing was handed on." },
  passedSeveral: (to: Text, numbers: readonly TicketNumber[], staying: readonly Text[]): Text =>
    join([
      numbers.length === 0
        ? { zh: "一件也没有转。", en: "Nothing was handed on." }
        : {
            zh: `${numbersSaid(numbers)} 已交给${to.zh}。`,
            en: `${numbers.join(", ")} ${numbers.length === 1 ? "is" : "are"} with ${to.en} now.`,
          },
      ...staying,
    ]),
  severalCard: (
    from: string,
    why: string,
    tasks: readonly { readonly ticket: Ticket; readonly left: Left }[],
  ): Text =>
    join([
      {
        zh: `【转来 ${tasks.length} 件】${from}转给您（${why}）：`,
        en: `[${tasks.length} handed over] by ${from} (${why}):`,
      },
      ...tasks.map(({ ticket, left }) => tasksTexts.taskLine(ticket, left)),
      { zh: "点编号看详情再办。", en: "Press a number to see it and act." },
    ]),
  numberButton: (number: TicketNumber): Text => ({ zh: String(number), en: String(number) }),
};

function stayingSaid(staying: readonly Text[]): Text {
  if (staying.length === 0) return none;
  return join([{ zh: "这些不算在内：", en: "Not among them:" }, ...staying]);
}
