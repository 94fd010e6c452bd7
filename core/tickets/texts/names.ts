import { join, verbatim, type Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import {
  headline,
  kindOf,
  kinds,
  type KindId,
  type Score,
  type Ticket,
  type TicketEventKind,
} from "../model.ts";

/** 「照片 1」「语音 1」 after what was said, or nothing. */
export function enclosed(files: number): Text {
  return files === 0 ? { zh: "", en: "" } : { zh: `（照片、录音 ${files}）`, en: ` (${files} enclosed)` };
}

export function kindName(id: KindId): Text {
  const { group, zh, en } = kindOf(id);
  return { zh: `${group.zh}·${zh}`, en: `${group.en} · ${en}` };
}

export const kindOptions: readonly { id: KindId; label: Text }[] = kinds
  .filter((kind) => kind.id !== "human")
  .map(({ id, zh, en }) => ({ id, label: { zh, en } }));

export const scoreNames: Readonly<Record<Score, Text>> = {
  satisfied: { zh: "满意", en: "Satisfied" },
  fair: { zh: "基本满意", en: "Fairly satisfied" },
  dissatisfied: { zh: "不满意", en: "Not satisfied" },
};

/** Words of a matter, or what was sent instead of words. */
export function wordsOr(words: string, files: number): Text {
  if (words !== "") return join([verbatim(words), enclosed(files)], "");
  return { zh: `照片、录音 ${files} 份`, en: `${files} pictures or recordings` };
}

/** One line of a list: number, kind, place or words, and where it stands. */
export function line(ticket: Ticket): Text {
  const words = headline(ticket.what || ticket.place, 14);
  const state = stateNames[ticket.state];
  return { zh: `${ticket.number} ${words} · ${state.zh}`, en: `${ticket.number} ${words} · ${state.en}` };
}

export const stateNames: Readonly<Record<Ticket["state"], Text>> = {
  open: { zh: "等答复", en: "waiting for an answer" },
  answered: { zh: "在办", en: "being dealt with" },
  settled: { zh: "办好了，等评价", en: "settled, waiting for your word" },
  closed: { zh: "已结束", en: "closed" },
};

export const eventNames: Readonly<Record<TicketEventKind, Text>> = {
  filed: { zh: "交上去", en: "handed in" },
  added: { zh: "补充", en: "added" },
  answered: { zh: "答复", en: "answered" },
  overdue: { zh: "超时没答复，换人办", en: "no answer in time, passed on" },
  settled: { zh: "办好", en: "settled" },
  not_fixed: { zh: "村民说还没好", en: "the villager says it is not fixed" },
  rated: { zh: "评价", en: "rated" },
  reopened: { zh: "重新办", en: "reopened" },
  closed: { zh: "结束", en: "closed" },
};

export interface TimelineLine {
  readonly at: SaidMoment;
  readonly kind: TicketEventKind;
  readonly who: string;
  readonly words: string;
  readonly files: number;
}

export function timelineLine({ at, kind, who, words, files }: TimelineLine): Text {
  const [name, said] = [
    eventNames[kind],
    words === "" ? { zh: "", en: "" } : { zh: `：${words}`, en: `: ${words}` },
  ];
  const { zh, en } = join([said, enclosed(files)], "");
  return { zh: `${at.zh} ${who}${name.zh}${zh}`, en: `${at.en} ${who} ${name.en}${en}` };
}
