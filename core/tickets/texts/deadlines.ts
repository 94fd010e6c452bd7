import { join, type Text } from "../../language/index.ts";
import { lengthOf, type SaidMoment } from "../../time/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";

/** A matter whose deadline comes nearer, or is past. */
interface Nearing {
  readonly ticket: Pick<Ticket, "number" | "kind">;
  /** The first answer is what is due; else settling it. */
  readonly isAnswer: boolean;
  readonly words: string;
}

function todo(isAnswer: boolean): Text {
  return isAnswer ? { zh: "答复", en: "answer" } : { zh: "办好", en: "settle" };
}

function which({ number, kind }: Nearing["ticket"]): Text {
  const { zh, en } = kindOf(kind);
  return { zh: `${number} ${zh}`, en: `${number} ${en}` };
}

const replying: Text = {
  zh: "回复这条消息就是答复村民。",
  en: "Replying to this message answers the villager.",
};

type Soon = Nearing & { readonly leftMs: number; readonly due: SaidMoment; readonly reporter: string };
type Late = Nearing & { readonly overdueMs: number };
type Today = Late & { readonly due: SaidMoment };

/** What is said of deadlines that come nearer or have passed. */
export const deadlineTexts = {
  notOnDuty: { zh: "今天不在岗", en: "Off duty today" },
  passToColleague: { zh: "转交同事", en: "To a colleague" },
  dueSoon: ({ ticket, isAnswer, words, leftMs, due, reporter }: Soon): Text => {
    const left = lengthOf(leftMs);
    const said = isAnswer
      ? {
          zh: `还有 ${left.zh}：${ticket.number} ${words}（${reporter}），${due.zh} 前答复。`,
          en: `${left.en} left: ${ticket.number} ${words} (${reporter}), answer by ${due.en}.`,
        }
      : {
          zh: `还有 ${left.zh}：${ticket.number} ${words}，${due.zh} 前办好。`,
          en: `${left.en} left: ${ticket.number} ${words}, settle by ${due.en}.`,
        };
    return join([said, replying]);
  },
  dueSoonLine: ({ ticket, isAnswer, leftMs }: Soon): Text => {
    const [name, left, does] = [which(ticket), lengthOf(leftMs), todo(isAnswer)];
    return { zh: `${name.zh}，还剩 ${left.zh}${does.zh}`, en: `${name.en}: ${left.en} left to ${does.en}` };
  },
  dueToday: ({ ticket, isAnswer, words, due, overdueMs }: Today): Text => {
    const [past, does] = [lengthOf(overdueMs), todo(isAnswer)];
    const said =
      overdueMs > 0
        ? {
            zh: `已超时 ${past.zh}：${ticket.number} ${words}，请马上${does.zh}。`,
            en: `${past.en} overdue: ${ticket.number} ${words}. Please ${does.en} it now.`,
          }
        : {
            zh: `今天到期 1 件：${ticket.number} ${words}，${due.zh} 前${does.zh}。`,
            en: `One is due today: ${ticket.number} ${words}, ${does.en} by ${due.en}.`,
          };
    return join([said, replying]);
  },
  dueTodayLine: ({ ticket, isAnswer, due, overdueMs }: Today): Text => {
    const [name, past, does] = [which(ticket), lengthOf(overdueMs), todo(isAnswer)];
    return overdueMs > 0
      ? { zh: `${name.zh}，已超时 ${past.zh}`, en: `${name.en}: ${past.en} overdue` }
      : { zh: `${name.zh}，${due.zh} 前${does.zh}`, en: `${name.en}: ${does.en} by ${due.en}` };
  },
  overdueLine: ({ ticket, overdueMs }: Late): Text => {
    const [name, past] = [which(ticket), lengthOf(overdueMs)];
    return overdueMs < 3_600_000
      ? { zh: `${name.zh}，已超时`, en: `${name.en}: overdue` }
      : { zh: `${name.zh}，已超时 ${past.zh}`, en: `${name.en}: ${past.en} overdue` };
  },
  overdueVillagerLine: (ticket: Nearing["ticket"]): Text => {
    const name = which(ticket);
    return { zh: `${name.zh}，让您久等了`, en: `${name.en}: we are sorry for the wait` };
  },
  overdueStill: ({ ticket, isAnswer, words, overdueMs }: Late): Text => {
    const [past, does] = [lengthOf(overdueMs), todo(isAnswer)];
    return {
      zh: `${ticket.number} ${words}：已超时 ${past.zh}，请马上${does.zh}。上级已知。`,
      en: `${ticket.number} ${words}: ${past.en} overdue. Please ${does.en} it now; those above know.`,
    };
  },
  overdueForLeaders: (
    given: Late & {
      readonly unit: string;
      readonly who: Text | undefined;
      /** Past whom it went. */
      readonly note: Text | undefined;
    },
  ): Text => {
    const { ticket, isAnswer, words, overdueMs, unit, who, note } = given;
    const [past, does] = [lengthOf(overdueMs), todo(isAnswer)];
    return join([
      {
        zh: `【仍未${does.zh} ${ticket.number}】${unit}：${words}。已超时 ${past.zh}，现由${who?.zh ?? "无人"}负责。`,
        en: `[Still to ${does.en} ${ticket.number}] ${unit}: ${words}. ${past.en} overdue, with ${who?.en ?? "nobody"} now.`,
      },
      ...(note ? [note] : []),
    ]);
  },
  unratedLine: (ticket: Nearing["ticket"]): Text => {
    const name = which(ticket);
    return { zh: `${name.zh}，还没评价`, en: `${name.en}: not rated yet` };
  },
} satisfies Record<string, unknown>;
