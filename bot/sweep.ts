import type { Logger } from "pino";
import { talkAlarm, talksIn, type Saying } from "../core/dialogue/index.ts";
import {
  absenceAlarm,
  handoverAlarm,
  languageAt,
  nag,
  personOf,
  reachableAt,
  releaseNags,
  ringAbsence,
  ringHandover,
  type Moment,
  type PersonId,
} from "../core/people/index.ts";
import type { Database, Tx } from "../core/store/index.ts";
import {
  afterQuiet,
  cancelAlarm,
  clockAlarm,
  dateAfter,
  hour,
  refreshHours,
  ringClock,
  runSchedules,
  setAlarm,
  sweepAlarms,
  type Alarm,
  type OnStage,
  type Schedule,
  type TimeSource,
} from "../core/time/index.ts";
import { learnAtNight } from "../core/learning/index.ts";
import { beginBulletins, bulletinAlarm, bulletinPatterns, ringBulletin } from "../core/bulletins/index.ts";
import { noticeAlarm, ringNotice } from "../core/broadcasts/index.ts";
import { ringConsultationStage } from "../core/consultations/index.ts";
import { analysisAlarm, ringAnalysis, toldWeeks, weeklyPages } from "../core/analysis/index.ts";
import { beginYear, ringYear, yearAlarm, yearPattern } from "../core/assessments/index.ts";
import { pointsAlarm, ringPoints } from "../core/points/index.ts";
import { gapReportPattern, reportGaps } from "../core/policies/index.ts";
import * as mediation from "../core/mediation/index.ts";
import * as tickets from "../core/tickets/index.ts";
import { learntSubjects } from "./learning/subjects.ts";
import { accountOfSpeaker, addressOfSpeaker } from "./speaker.ts";
import { momentIn, say, type TurnPorts } from "./turn.ts";
import { ringVoice, voiceAlarm } from "./voices.ts";

export interface Sweeping {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly timeZone: string;
  readonly log: Logger;
  /** The program is about to end: what is left is done in its next life. */
  readonly isStopping: () => boolean;
}

/** Does what the hour asks for: first the schedules, then every alarm that is due, and at last one message for each person. */
export async function sweep(sweeping: Sweeping, turns: TurnPorts): Promise<void> {
  const { database, clock, timeZone, log, isStopping } = sweeping;
  const momentOf = (tx: Tx): Moment => momentIn(turns, tx, clock.now());
  const failed = (error: unknown, schedule: string) =>
    log.error({ err: error, schedule }, "a schedule could not be done; it is tried again");
  await runSchedules({ database, clock, timeZone, report: failed }, [
    ...schedulesOf(momentOf),
    ...bulletinSchedules(momentOf),
    yearSchedule(momentOf),
    toldWeeks(database, momentOf),
    weeklyPages(database, momentOf),
  ]);
  const report = (error: unknown, { key }: Alarm) =>
    log.error({ err: error, alarm: key }, "an alarm could not ring; it is tried again");
  const rung = await sweepAlarms({
    database,
    clock,
    report,
    isStopping,
    ring: (tx, alarm, now) => ring({ turns, log }, tx, alarm, now),
  });
  const told = await tellNags(sweeping, momentOf);
  if (rung + told > 0) log.info({ rung, told }, "alarms rang");
}

const shown = 20;

/** Says what clocks have to say. @returns how many were spoken to. */
async function tellNags(
  { database, log, isStopping }: Sweeping,
  momentOf: (tx: Tx) => Moment,
): Promise<number> {
  const report = (error: unknown, person: string) =>
    log.error(
      { err: error, person },
      "what clocks have to say to somebody could not be said; it is tried again",
    );
  const { told, unreachable, failed } = await releaseNags({
    database,
    momentIn: momentOf,
    report,
    isStopping,
  });
  if (failed > 0) log.warn({ failed }, "some could not be told what clocks have to say; it is tried again");
  if (unreachable.length > 0)
    log.warn(
      { count: unreachable.length, people: unreachable.slice(0, shown) },
      "some cannot be reached and were not told what clocks have to say",
    );
  return told;
}

/** What is done at fixed hours. */
function schedulesOf(momentOf: (tx: Tx) => Moment): readonly Schedule[] {
  return [
    {
      name: "morning",
      pattern: "0 7 * * *",
      catchUp: "last",
      latestMs: 6 * hour,
      async run(tx) {
        const { now, calendar } = momentOf(tx);
        const { zone } = calendar;
        await tickets.beginMorning(tx, now, zone.momentOf(dateAfter(zone.dateOf(now), 1), 0));
      },
    },
    {
      name: "learn",
      pattern: "10 3 * * *",
      catchUp: "last",
      async run(tx) {
        const tasks = learntSubjects.map(({ task }) => task);
        await learnAtNight(tx, tasks, momentOf(tx).now);
      },
    },
    {
      name: "hours",
      pattern: "0 3 * * *",
      catchUp: "last",
      async run(tx) {
        await refreshHours(momentOf(tx));
      },
    },
    {
      name: "policy gaps",
      pattern: gapReportPattern,
      catchUp: "last",
      async run(tx) {
        await reportGaps(momentOf(tx));
      },
    },
  ];
}

/** Weekly sheets and monthly bulletins are made, each period's own after an outage. */
function bulletinSchedules(momentOf: (tx: Tx) => Moment): readonly Schedule[] {
  return (["weekly", "monthly"] as const).map((kind) => ({
    name: `${kind} bulletins`,
    pattern: bulletinPatterns[kind],
    catchUp: "each",
    async run(tx, slot) {
      await beginBulletins(momentOf(tx), kind, slot);
    },
  }));
}

/** The lists of a year are made once it is over. */
function yearSchedule(momentOf: (tx: Tx) => Moment): Schedule {
  return {
    name: "year lists",
    pattern: yearPattern,
    catchUp: "last",
    async run(tx, slot) {
      await beginYear(momentOf(tx), slot);
    },
  };
}

async function ring(
  { turns, log }: { readonly turns: TurnPorts; readonly log: Logger },
  tx: Tx,
  alarm: Alarm,
  now: number,
): Promise<void> {
  const moment = momentIn(turns, tx, now);
  const { subject } = alarm;
  const rings: Readonly<Record<string, () => Promise<void>>> = {
    [clockAlarm]: () => ringClock(moment, subject, onStage(moment, log)),
    [tickets.ratingAlarm]: () => tickets.ringRatingAlarm(moment, subject),
    [tickets.pauseAlarm]: () => tickets.ringPauseAlarm(moment, subject),
    [tickets.morningAlarm]: () => tickets.ringMorningAlarm(moment, subject),
    [tickets.aftercareAlarm]: () => tickets.ringAftercareAlarm(moment, subject),
    [tickets.waitingAlarm]: () => tickets.ringWaitingAlarm(moment, subject),
    [absenceAlarm]: () => ringAbsence(moment, tickets.openMatters, subject),
    [handoverAlarm]: () => ringHandover(moment, tickets.openMatters, subject),
    [tickets.disputeOverAlarm]: () => mediation.ringDisputeOver(moment, subject),
    [mediation.mediationAlarm]: () => mediation.ringMediationAlarm(moment, subject),
    [noticeAlarm]: () => ringNotice(moment, subject),
    [pointsAlarm]: () => ringPoints(moment, subject),
    [bulletinAlarm]: () => ringBulletin(moment, subject),
    [yearAlarm]: () => ringYear(moment, subject),
    [analysisAlarm]: () => ringAnalysis(moment, subject),
    [talkAlarm]: () => ringTalk(turns, moment, alarm),
    [voiceAlarm]: () => ringVoice(turns.voices, moment, subject),
  };
  const rung = rings[alarm.kind];
  if (!rung) throw new Error(`nobody rings alarms of kind ${alarm.kind}`);
  await rung();
}

/** What a clock is about chooses who acts on its stages. */
function onStage(moment: Moment, log: Logger): OnStage {
  return async (clock, stage) => {
    const { id, revision, subject } = clock;
    log.debug({ clock: id, revision, stage, subject }, "a clock rang");
    const [about = ""] = subject.split(" ");
    const owners: Readonly<Record<string, () => Promise<void>>> = {
      ticket: () => tickets.ringTicketStage(moment, clock, stage),
      consultation: () => ringConsultationStage(moment, clock, stage),
      joint_task: () => ringConsultationStage(moment, clock, stage),
      mediation: () => mediation.ringMediationStage(moment, clock, stage),
    };
    const owner = owners[about];
    if (!owner) throw new Error(`nobody minds clocks about "${about}"`);
    await owner();
  };
}

/** A talk that was left or is over: nobody is woken for it, and it is one message with whatever else she has to hear. */
async function ringTalk(turns: TurnPorts, moment: Moment, alarm: Alarm): Promise<void> {
  const { tx, now, calendar } = moment;
  const awake = afterQuiet(now, calendar.zone, calendar.quiet);
  if (awake > now) return setAlarm(tx, { ...alarm, fireAt: awake });
  const alarms = { set: (next: Alarm) => setAlarm(tx, next), cancel: (key: string) => cancelAlarm(tx, key) };
  const { subject } = alarm;
  const unasked = await turns.conversation.onTalkAlarm({ talkStore: talksIn(tx), alarms, subject, now });
  if (!unasked) return;
  const address = addressOfSpeaker(unasked.speaker);
  const person = await personOf(tx, accountOfSpeaker(unasked.speaker));
  // Her answer counts in the chat in which she was asked.
  const isUsual = person !== undefined && (await reachableAt(tx, person.id))[0] === address;
  const language = await languageAt(tx, address);
  for (const [index, saying] of unasked.sayings.entries()) {
    const key = `${alarm.key} ${now}.${index}`;
    if (isUsual) await nagOfTalk(moment, person.id, saying, { key, subject: alarm.key });
    else await say(turns.post, tx, saying, { key, address, language });
  }
}

async function nagOfTalk(
  moment: Moment,
  recipient: PersonId,
  saying: Saying,
  { key, subject }: { readonly key: string; readonly subject: string },
): Promise<void> {
  const open = saying.choices?.[0]?.token ?? "/mine";
  const line = saying.text;
  await nag(moment, { key, recipient, subject, rank: 1, line, open, saying, isFact: true, passOn: "nobody" });
}
