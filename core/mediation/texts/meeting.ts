import type { Text } from "../../language/index.ts";
import type { SaidMoment } from "../../time/index.ts";
import type { Party } from "../model.ts";
import { meetingName, namesOf } from "./names.ts";

/** What the mediator hears about a meeting. */
export const meetingTexts = {
  arrangeTitle: { zh: "约见面", en: "arranging a meeting" },
  arrange: { zh: "约见面", en: "Arrange a meeting" },
  move: { zh: "改时间", en: "Move the meeting" },
  askWhen: (number: number): Text => ({
    zh: `${number} 约什么时候？比如「周六下午3点」「12月1日 14:00」。`,
    en: `When for ${number}? Such as “tomorrow 14:00” or “1 Dec 14:00”.`,
  }),
  whenUnclear: {
    zh: "没看懂时间。日子和几点都要说，比如「周六下午3点」。",
    en: "I did not understand. Say the day and the time, such as “tomorrow 14:00”.",
  },
  whenNoTime: (day: SaidMoment): Text => ({
    zh: `${day.zh}几点？日子和几点一起说，比如「${day.zh} 14:00」。`,
    en: `What time on ${day.en}? Say both, such as “${day.en} 14:00”.`,
  }),
  whenPast: (at: SaidMoment): Text => ({
    zh: `${at.zh} 已经过了，重新说一个。`,
    en: `${at.en} is over; another time, please.`,
  }),
  whenFar: {
    zh: "太远了，60 天以内。",
    en: "Too far ahead: within 60 days, please.",
  },
  askPlace: { zh: "在哪里见？", en: "Where?" },
  sureMeeting: (number: number, at: SaidMoment, place: string, names: Text): Text => ({
    zh: `${number} ${at.zh}，${place}，通知${names.zh}。对吗？`,
    en: `${number}: ${at.en}, ${place}; ${names.en} will be told. Right?`,
  }),
  tellThem: { zh: "对，通知", en: "Yes, tell them" },
  notYet: { zh: "先不约", en: "Not yet" },
  notArranged: { zh: "好，先不约。", en: "All right, nothing was arranged." },
  arranged: (number: number, at: SaidMoment): Text => ({
    zh: `${number} 已约 ${at.zh}，回话告诉您。`,
    en: `${number} is arranged for ${at.en}; you will hear the answers.`,
  }),
  callAboutMeeting: (parties: readonly { readonly name: string }[]): Text => {
    const names = namesOf(parties);
    return { zh: `请打电话通知：${names.zh}。`, en: `Please call: ${names.en}.` };
  },
  comes: (name: string): Text => ({ zh: `${name}能来`, en: `${name} comes` }),
  comesNot: (name: string): Text => ({ zh: `${name}来不了`, en: `${name} cannot` }),
  meetingWord: (number: number, name: string, isComing: boolean): Text =>
    isComing
      ? { zh: `${number} ${name}能来。`, en: `${number}: ${name} comes.` }
      : {
          zh: `${number} ${name}来不了，要改时间吗？`,
          en: `${number}: ${name} cannot come. Move the meeting?`,
        },
  meetingWordNoted: (number: number, name: string, isComing: boolean): Text => ({
    zh: `记下了，${number} ${name}${isComing ? "能来" : "来不了"}。`,
    en: `Noted: ${name} ${isComing ? "comes" : "cannot come"}, ${number}.`,
  }),
  allComing: (number: number, at: SaidMoment): Text => ({
    zh: `${number} ${at.zh} 都能来。`,
    en: `${number}: everybody comes on ${at.en}.`,
  }),
  wantsOtherTime: (number: number, name: string, words: string): Text => ({
    zh: `${number} ${name}想换时间：${words}`,
    en: `${number}: ${name} would like another time: ${words}`,
  }),
  meetingReminder: (number: number, at: SaidMoment, place: string, coming: Text): Text => ({
    zh: `${number} ${at.zh} 在${place}见面。${coming.zh}`,
    en: `${number}: meeting on ${at.en}, ${place}. ${coming.en}`,
  }),
  howMany: (parties: readonly Party[]): Text => {
    const each = parties.map(({ name, meeting }) => {
      const word = meetingName(meeting);
      return { zh: `${name}${word.zh}`, en: `${name}: ${word.en}` };
    });
    return { zh: `${each.map(({ zh }) => zh).join("，")}。`, en: `${each.map(({ en }) => en).join(", ")}.` };
  },
  meetingOver: (number: number): Text => ({
    zh: `${number} 见面谈得怎么样？`,
    en: `How did the meeting of ${number} go?`,
  }),
  meetingOverLine: (number: number): Text => ({ zh: `${number} 谈得怎么样`, en: `${number}: how did it go` }),
  meetingLine: (at: SaidMoment, place: string, words: Text): Text => ({
    zh: `见面：${at.zh}，${place}。${words.zh}`,
    en: `Meeting: ${at.en}, ${place}. ${words.en}`,
  }),
} satisfies Record<string, unknown>;
