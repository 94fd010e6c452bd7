import type { Reply } from "../dialogue/index.ts";
import { readWhen, simplify, whichCalendar, type Text } from "../language/index.ts";
import type { Acting, Moment } from "../people/index.ts";
import { noteMediation, type Refusal } from "../tickets/index.ts";
import { setMeetingAlarms } from "./alarms.ts";
import { meetingCallChoices, meetingChoices, moveChoice, stampOf } from "./choices.ts";
import { sideUnderWay } from "./hearing.ts";
import { ledBy } from "./lead.ts";
import {
  areAllWilling,
  isEveryone,
  latestMeeting,
  meetingMinutes,
  type Mediation,
  type MeetingWord,
  type Party,
} from "./model.ts";
import { changeMediation, changeParty, forgetAnswers, keepWord, mediationOf } from "./store.ts";
import { offlineOf, tellOne, ticketOf } from "./telling.ts";
import { say } from "./texts.ts";

/** A meeting: when and where, who comes; whoever has no chat is called by the mediator. */

/** A mediation whose mediator may arrange a meeting now, or why not. */
export async function meetable(acting: Acting, number: number): Promise<Mediation | Refusal> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation;
  if (!areAllWilling(mediation)) return { refused: say.mediator.notYetWilling(number) };
  return mediation.state === "agreed" ? { refused: say.mediator.waitsForConfirming(number) } : mediation;
}

/** When people say that they meet: epoch milliseconds, or what to ask instead. */
export function readMeeting(
  { now, calendar }: Pick<Moment, "now" | "calendar">,
  words: string,
): { readonly at: number } | Refusal {
  const { zone } = calendar;
  const today = zone.dateOf(now);
  const minutes = Math.floor((now - zone.momentOf(today, 0)) / 60_000);
  const read = readWhen(simplify(words), { date: today, minutes });
  if (!read) return { refused: whichCalendar(simplify(words), today) ?? say.mediator.whenUnclear };
  if (!read.isTimed) return { refused: say.mediator.whenNoTime(calendar.date(zone.momentOf(read.date, 0))) };
  const at = zone.momentOf(read.date, meetingMinutes(read.minutes, words));
  if (at <= now) return { refused: say.mediator.whenPast(calendar.moment(at)) };
  return at - now > latestMeeting ? { refused: say.mediator.whenFar } : { at };
}

/** Arranges a meeting, or moves it: every side is asked anew. */
export async function arrange(
  acting: Acting,
  number: number,
  key: string,
  { at, place }: { readonly at: number; readonly place: string },
): Promise<Reply> {
  const before = await meetable(acting, number);
  if ("refused" in before) return before.refused;
  if (at <= acting.now) return say.mediator.whenPast(acting.calendar.moment(at));
  await changeMediation(acting.tx, number, { state: "meeting", meetingAt: at, meetingPlace: place });
  await forgetAnswers(acting.tx, number, "meeting");
  await setMeetingAlarms(acting, number, at);
  await noteMediation(acting, await ticketOf(acting, number), "meeting_arranged", key);
  const said = acting.calendar.moment(at);
  const isMoved = before.state === "meeting";
  const text = (isMoved ? say.party.meetingMoved : say.party.meeting)(number, said, place);
  for (const party of before.parties)
    await tellOne(
      acting,
      party.person,
      number,
      { text, choices: meetingChoices(number, at) },
      `meeting ${key}`,
    );
  const calls = await offlineOf(acting, before.parties);
  const arranged = say.mediator.arranged(number, said);
  if (calls.length === 0) return arranged;
  const choices = calls.flatMap((party) => meetingCallChoices(number, party));
  return [arranged, { text: say.mediator.callAboutMeeting(calls), choices }];
}

/** [能来] or [来不了], by a side herself. @param stamp which meeting her button was about. */
export async function answerMeeting(
  acting: Acting,
  number: number,
  key: string,
  { word, stamp }: { readonly word: MeetingWord; readonly stamp: string },
): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  const { mediation, side } = found;
  const { meetingAt: at, meetingPlace: place = "" } = mediation;
  if (mediation.state !== "meeting" || at === undefined) return say.party.noMeeting(number);
  const said = acting.calendar.moment(at);
  if (stampOf(at) !== stamp) {
    const text = say.party.meeting(number, said, place);
    return [say.party.meetingChanged, { text, choices: meetingChoices(number, at) }];
  }
  await keepMeetingWord(acting, mediation, side, word, key);
  return word === "coming" ? say.party.comingNoted(said, place) : say.party.notComingNoted;
}

/** What a side said of the meeting on the telephone. */
export async function noteMeetingWord(
  acting: Acting,
  number: number,
  key: string,
  { party: id, word }: { readonly party: number; readonly word: MeetingWord },
): Promise<Reply | Refusal> {
  const mediation = await ledBy(acting, number);
  if ("refused" in mediation) return mediation;
  const side = mediation.parties.find((party) => party.id === id);
  if (!side) return { refused: say.mediator.noSuchSide(number) };
  if (mediation.state !== "meeting") return say.party.noMeeting(number);
  await keepMeetingWord(acting, mediation, side, word, key);
  return say.mediator.meetingWordNoted(number, side.name, word === "coming");
}

async function keepMeetingWord(
  acting: Acting,
  { number, mediator, meetingAt }: Mediation,
  side: Party,
  word: MeetingWord,
  key: string,
): Promise<void> {
  await changeParty(acting.tx, side.id, { meeting: word });
  const now = await mediationOf(acting.tx, number);
  const isAll = now !== undefined && isEveryone(now, ({ meeting }) => meeting === "coming");
  if (isAll && meetingAt !== undefined) {
    const text = say.mediator.allComing(number, acting.calendar.moment(meetingAt));
    await tellOne(acting, mediator, number, { text }, `all coming ${key}`);
    return;
  }
  if (acting.person.id === mediator) return;
  const text: Text = say.mediator.meetingWord(number, side.name, word === "coming");
  const choices = word === "coming" ? {} : { choices: [moveChoice(number)] };
  await tellOne(acting, mediator, number, { text, ...choices }, `word ${key}`);
}

/** A side asks for another time, in her own words. */
export async function askOtherTime(
  acting: Acting,
  number: number,
  key: string,
  words: string,
): Promise<Reply> {
  const found = await sideUnderWay(acting, number);
  if ("refused" in found) return found.refused;
  const { mediation, side } = found;
  if (mediation.state !== "meeting") return say.party.noMeeting(number);
  const word = { party: side.id, by: acting.person.id, kind: "other_time", words, files: [], key } as const;
  if (!(await keepWord(acting.tx, number, word, acting.now))) return say.party.notComingNoted;
  await changeParty(acting.tx, side.id, { meeting: "not_coming" });
  const text = say.mediator.wantsOtherTime(number, side.name, words);
  const saying = { text, choices: [moveChoice(number)] };
  await tellOne(acting, mediation.mediator, number, saying, `other time ${key}`);
  return say.party.notComingNoted;
}
