import { calledName, personById, type Acting, type Moment } from "../../people/index.ts";
import { hoursNamed, hoursOn, officeHours } from "../../time/index.ts";
import { nagAbout, nagVillagers } from "../clock/nagging.ts";
import { duesFor } from "../dues.ts";
import { appendEvent, eventsOf, type StoredEvent } from "../events/store.ts";
import { isOver, mayAct, type Ticket, type TicketEventKind, type TicketNumber } from "../model.ts";
import { postAndName, reporterName, responsibleFor } from "../responsible.ts";
import { actable } from "../respond/service.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { say } from "../texts.ts";
import { eventNames } from "../texts/names.ts";
import { waitAgain } from "./again.ts";
import { setWaitingAlarm } from "./alarm.ts";
import { askAtFor, daysWaited, waitingSince } from "./model.ts";

/** Asks for a sentence, or says the word; a matter that is over is left alone until it begins again. */
export async function ringWaitingAlarm(moment: Moment, subject: string): Promise<void> {
  const [digits, stage, due] = subject.split(" ");
  const ticket = await ticketByNumber(moment.tx, Number(digits));
  if (!ticket || isOver(ticket)) return;
  const [{ number }, wordAt] = [ticket, Number(due)];
  if (stage === "plan") {
    const hours = await hoursNamed(moment, officeHours);
    const askAt = askAtFor(moment.calendar.zone, wordAt, (date) => hoursOn(hours, date).length > 0);
    return setWaitingAlarm(moment, number, { stage: "ask", wordAt }, askAt);
  }
  if (stage === "ask") {
    if (mayAct(ticket)) await askForWord(moment, ticket, wordAt);
    return setWaitingAlarm(moment, number, { stage: "word", wordAt }, wordAt);
  }
  if (mayAct(ticket)) await sayWord(moment, ticket);
  await waitAgain(moment, ticket);
}

async function askForWord(moment: Moment, ticket: Ticket, wordAt: number): Promise<void> {
  const { number, responsible } = ticket;
  if (responsible === undefined) return;
  const reporter = await reporterName(moment, ticket);
  const choices = [
    { label: say.sendAsItIs, token: `/task ${number} word_plain` },
    { label: say.addWord, token: `/task ${number} word` },
  ];
  const whatIsTrue = await trueWords(moment, ticket, wordAt);
  await nagAbout(moment, responsible, ticket, {
    rank: 1,
    line: say.askForWordLine(ticket, reporter),
    saying: { text: say.askForWord(reporter, moment.calendar.date(wordAt), whatIsTrue), choices },
    key: `ask for word ${wordAt}`,
    isFact: true,
    open: `/task ${number} word`,
  });
}

/** What is true of a matter now: who has it, since when she waits, the last step, by when. */
async function trueWords(moment: Moment, ticket: Ticket, at: number) {
  const holder = await responsibleFor(moment, ticket);
  const events = await eventsOf(moment.tx, ticket.number);
  const last = lastStep(events);
  return say.stillWaiting({
    ticket,
    who: holder && postAndName(holder),
    days: daysWaited(moment.calendar.zone, waitingSince(events, ticket.createdAt), at),
    step: last && { at: moment.calendar.date(last.at), name: eventNames[last.kind] },
    dues: await duesFor(moment, ticket),
  });
}

/** What villagers do, what only those who work on it read, and what is told here: no step in dealing with a matter. */
const noStep: readonly TicketEventKind[] = [
  "added",
  "followed",
  "left",
  "nudged",
  "not_fixed",
  "rated",
  "held",
  "noted",
  "worded",
  "still_waiting",
  "asked_after",
];

/** The last step of this round, at least that it began. */
function lastStep(events: readonly StoredEvent[]): StoredEvent | undefined {
  const begun = events.findLastIndex(({ kind }) => ["filed", "reopened", "put_back"].includes(kind));
  return events.slice(begun + 1).findLast(({ kind }) => !noStep.includes(kind)) ?? events[begun];
}

async function sayWord(moment: Moment, ticket: Ticket): Promise<void> {
  const { number, cycle, responsible } = ticket;
  const events = await eventsOf(moment.tx, number);
  const left = wordLeft(events);
  const words = left?.words ?? "";
  const date = moment.calendar.zone.dateOf(moment.now);
  const event = { number, cycle, actor: responsible, words, files: left?.files ?? [] };
  const isNew = await appendEvent(
    moment.tx,
    { ...event, kind: "still_waiting", sourceKey: `word ${date}` },
    moment.now,
  );
  if (!isNew) return;
  const speaker = left?.actor === undefined ? undefined : await personById(moment.tx, left.actor);
  const sentence = speaker && { who: calledName(speaker), words };
  const text = say.waitingWord(await trueWords(moment, ticket, moment.now), sentence, event.files);
  await nagVillagers(moment, ticket, {
    rank: 2,
    line: say.waitingLine(ticket),
    saying: {
      text,
      files: event.files,
      choices: [{ label: say.deeds.nudge, token: `/mine ${number} nudge` }],
    },
    key: `still waiting ${date}`,
    isFact: true,
  });
}

/** The sentence left since the last word. */
function wordLeft(events: readonly StoredEvent[]): StoredEvent | undefined {
  const last = events.findLastIndex(({ kind }) => kind === "still_waiting");
  return events.slice(last + 1).findLast(({ kind }) => kind === "worded");
}

/** Keeps what whoever must act wants to put into the next word to the villager. */
export async function leaveWord(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<{ readonly reporter: string } | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  await record(acting, ticket, "worded", said, key);
  return { reporter: await reporterName(acting, ticket) };
}
