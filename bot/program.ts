import { randomInt } from "node:crypto";
import type { Logger } from "pino";
import {
  addressOf,
  createInbox,
  createInboxWorker,
  heardFrom,
  inboxTopic,
  storeOwn,
  type Adapter,
  type Address,
  type Arrival,
  type HistoryLine,
  type InboxWorker,
  type Intake,
} from "../core/channel/index.ts";
import type { Spreader } from "../core/broadcasts/index.ts";
import { createCounter } from "../core/evaluation/index.ts";
import { createPost, saidTo, type PostPorts } from "../core/delivery/index.ts";
import { createConversation, shelveTalks } from "../core/dialogue/index.ts";
import type { KeptFiles } from "../core/media/index.ts";
import { unitsOfKind } from "../core/org/index.ts";
import { holdersAbove, languageAt, tell } from "../core/people/index.ts";
import type { Transcriber } from "../core/speech/index.ts";
import type { Database, Tx } from "../core/store/index.ts";
import { createCalendar, type QuietHours, type TimeSource } from "../core/time/index.ts";
import { createBeginning, keepUp, policySearchFor } from "./beginning.ts";
import { book } from "./book.ts";
import { fetchingOf, withFile } from "./files.ts";
import { createJobs, type Carrier, type Jobs } from "./jobs/jobs.ts";
import { createMenus } from "./menus.ts";
import { checkAtNight } from "./nightlyCheck.ts";
import { createNudges, logged } from "./nudges.ts";
import { createPumps, gathering, routeFor } from "./pumps.ts";
import { retellingJob, type RetellingSettings } from "./retelling.ts";
import { works, type Role } from "./role.ts";
import { slowWork } from "./slowWork.ts";
import { createSpreaderFor } from "./spread.ts";
import { sweep } from "./sweep.ts";
import { say as texts } from "./texts.ts";
import { speakerKey } from "./speaker.ts";
import { momentIn, say, takeTurn, type TurnPorts } from "./turn.ts";
import { transcribing } from "./voices.ts";

export interface ProgramPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly adapters: readonly Adapter[];
  /** Which part of the work this process does; all of it unless given. */
  readonly role?: Role;
  readonly timeZone: string;
  /** When reminders wait for the morning; 21:00 to 07:00 unless given. */
  readonly quietHours?: QuietHours;
  /** How long what comes side by side waits to share a commit; 5 ms unless given. */
  readonly gatherMs?: number;
  readonly log: Logger;
  /** Where the bytes of what people send are kept. */
  readonly files: KeptFiles;
  /** What makes words of voices; without one a voice goes on as it is. */
  readonly transcriber?: Transcriber | undefined;
  /** What tells answers once more in plain words; without one the passage is the answer. */
  readonly retelling?: RetellingSettings | undefined;
  /** What shares slow work out among processes; without one it is found in the database. */
  readonly carrier?: Carrier | undefined;
  /** So many days the files of tables that go out and come in are kept; seven unless given. */
  readonly tableDays?: number | undefined;
  /** Random numbers for codes; the system's unless given. */
  readonly draw?: (below: number) => number;
  /** The address by which the outside opens pages, without a slash at the end. */
  readonly publicUrl?: string | undefined;
  /** The one by which this machine does: told only to whoever sits at it. */
  readonly ownUrl?: string | undefined;
}

/** The running program without its timers: what arrives is answered, what is due is done, when it is told to look. */
export interface Program {
  /** The door for adapters. */
  readonly intake: Intake;
  /** Takes over what a program that died, this one's last life or another, left half-sent. */
  recover(): Promise<void>;
  /** Answers everything that waits and sends everything that is due, until nothing is left. */
  answer(): Promise<void>;
  /** Finds slow work that is due, such as files to fetch, and does it or hands it over; it may take minutes. */
  work(): Promise<void>;
  /** Answers, does the slow work, and sends what waited for that. */
  settle(): Promise<void>;
  /** Writes out what is to be said to many, and looks after it. */
  spread(): Promise<void>;
  /** Counts what has become of matters, for the figures of villages. */
  tally(): Promise<void>;
  /** Does what the hour asks for: schedules, every alarm that is due, and what they have to say. */
  sweep(): Promise<void>;
  /** Once each night: reckons deadlines, balances and figures from what happened, and reports what is not as stored. */
  checkClocks(): Promise<void>;
  /** Takes in what other processes changed, such as what they published. */
  keepUp(): Promise<void>;
  /** Begins nothing more by itself; a file under way is fetched in the next life. */
  stop(): void;
  /** Shows everybody the menu of commands that is for her now, where her platform has one. */
  showMenus(): Promise<void>;
}

/** Puts the core together; the only place where everything meets. */
export function createProgram(ports: ProgramPorts): Program {
  const nudges = createNudges(ports.log);
  const pumps = createPumps(ports, nudges);
  const turns = createTurns(ports, {
    written: pumps.written,
    arrived: () => arrived(),
    workWanted: (kind, id) => nudges.begin(() => jobs.wanted(kind, id)),
    wanted: (route, fileId) => nudges.begin(() => jobs.wanted(fetchingOf(route), fileId)),
    erased: (names) => logged(ports.log, remove(ports.files, names)),
  });
  const jobs: Jobs = createJobs(slowWork(ports, turns), ports.clock, ports.carrier);
  const worker = createWorker(ports, turns);
  const spreader = createSpreaderFor(ports, turns, { written: pumps.written, isStopping: nudges.isStopped });
  const counter = createCounter({ ...ports, zone: turns.calendar.zone, isStopping: nudges.isStopped });
  const menus = createMenus(ports.database, ports.adapters);
  const begin = createBeginning(ports, turns);
  const arrived = (): void => nudges.begin(() => worker.drain());
  ports.database.listen((told) => (told === inboxTopic ? arrived() : pumps.told(told)));

  const answer = (): Promise<void> => worker.drain().then(() => pumps.drain());

  return {
    intake: intakeOf(ports, createInboxFor(ports, arrived)),
    recover: () => pumps.recover().then(begin),
    answer,
    work: () => jobs.look(),
    settle: () => settle({ answer, jobs, spreader }),
    spread: async () => void (await spreader.drain()),
    tally: () => counter.drain(),
    sweep: () => sweep({ ...ports, isStopping: nudges.isStopped }, turns),
    keepUp: () => keepUp(ports.database, turns),
    checkClocks: () => checkAtNight({ ...ports, isStopping: nudges.isStopped }, turns),
    stop() {
      jobs.stop();
      nudges.stop();
      pumps.stop();
    },
    showMenus: () => menus.show(),
  };
}

async function settle(work: {
  readonly answer: () => Promise<void>;
  readonly jobs: Jobs;
  readonly spreader: Spreader;
}): Promise<void> {
  await work.answer();
  // What is said to many, and then what became of it.
  if (await work.spreader.drain()) {
    await work.answer();
    await work.spreader.drain();
  }
  const worked = await work.jobs.drain();
  // What a file turned out to be may have to be said; a drain that a nudge began may have found it.
  await work.answer();
  if (!worked) return;
  // Some work waited for a file, and what came of it is heard and answered.
  await work.jobs.drain();
  await work.answer();
}

function intakeOf(ports: ProgramPorts, inbox: Pick<Intake, "accept">): Intake {
  return {
    accept: (events) => inbox.accept(events),
    history: (address, limit) => history(ports, address, limit),
  };
}

/** Not left for the next life: nothing there remembers what was erased. */
async function remove(files: KeptFiles, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => files.remove(name)));
}

function createInboxFor(ports: ProgramPorts, arrived: () => void) {
  const { database, clock, log } = ports;
  return createInbox({
    database,
    clock,
    ...gathering(ports),
    arrived,
    report: (error, events) =>
      log.error({ err: error, events }, "nothing could be stored: senders were refused"),
  });
}

/** What every turn may use; it says what its commit brought about. */
function createTurns(
  ports: ProgramPorts,
  said: Pick<TurnPorts, "wanted" | "erased"> &
    Pick<PostPorts, "written"> & {
      readonly arrived: () => void;
      readonly workWanted: (kind: string, id: string) => void;
    },
): TurnPorts {
  const { database, clock, adapters } = ports;
  const caps = new Map(adapters.map((adapter) => [routeFor(adapter), adapter.caps()]));
  return {
    clock,
    calendar: createCalendar(ports.timeZone, ports.quietHours),
    routes: [...caps.keys()],
    post: createPost({ clock, capsOf: (route) => caps.get(route), written: said.written }),
    conversation: createConversation(book),
    policies: policySearchFor(ports),
    draw: ports.draw ?? ((below) => randomInt(below)),
    links: (code) => linksOf(adapters, code),
    door: ({ channel, bot }) =>
      adapters.find((adapter) => adapter.channel === channel && adapter.bot === bot)?.startLink?.(""),
    pagesAt: (channel) => pagesAt(ports, channel),
    wanted: said.wanted,
    erased: said.erased,
    voices: {
      isTranscribing: ports.transcriber !== undefined,
      storeOwn: (tx, events) => storeOwn({ database, clock, arrived: said.arrived }, tx, events),
      wanted: (id) => said.workWanted(transcribing, id),
    },
    retelling: {
      isRetelling: ports.retelling !== undefined,
      wanted: (key) => said.workWanted(retellingJob, key),
    },
  };
}

const idle: InboxWorker = { drain: () => Promise.resolve() };

function createWorker({ database, clock, log, role = "all" }: ProgramPorts, turns: TurnPorts): InboxWorker {
  if (!works(role)) return idle;
  return createInboxWorker({
    database,
    clock,
    turn: (tx, arrival) => takeTurn(turns, tx, arrival),
    parked: (tx, arrival, reason) => apologise(turns, tx, arrival, reason),
    report: (error, { id, attempts, event }) =>
      log.error({ err: error, message: id, attempts, channel: event.channel }, "a turn failed"),
  });
}

/** A message was set aside: the person hears an apology, the admins what happened. */
async function apologise(turns: TurnPorts, tx: Tx, { id, event }: Arrival, reason: string): Promise<void> {
  const address = addressOf(event);
  await shelveTalks(tx, speakerKey(address, event.actor.id));
  await say(
    turns.post,
    tx,
    { text: texts.sorry },
    { key: `in:${id}.sorry`, address, language: await languageAt(tx, address) },
  );
  const [county] = await unitsOfKind(tx, "county");
  const admins = county ? await holdersAbove(tx, county, "admin") : [];
  const moment = momentIn(turns, tx, turns.clock.now());
  for (const admin of admins)
    await tell(
      moment,
      admin,
      { text: texts.parked(id, event.channel, reason.slice(0, 200)) },
      { key: `in:${id}.parked ${admin}`, lane: "alarm" },
    );
}

async function history(
  { database, clock }: ProgramPorts,
  address: Address,
  limit: number,
): Promise<readonly HistoryLine[]> {
  const lines = await database.transaction(async (tx) => {
    const said: HistoryLine[] = [];
    for (const { at, outbound } of await saidTo(tx, address, limit))
      said.push({ from: "bot", at, outbound: await withFile(tx, outbound, clock.now()) });
    const heard = (await heardFrom(tx, address, limit)).filter(({ event }) => event.isOwn !== true);
    return [...said, ...heard.map(({ at, event }) => ({ from: "person", at, event }) as const)];
  });
  return lines
    .toReversed()
    .sort((one, other) => one.at - other.at)
    .slice(-limit);
}

/** Where pages open for whoever speaks on a platform: in the sandbox also without a public address, for it is on this machine. */
function pagesAt({ publicUrl, ownUrl, adapters }: ProgramPorts, channel: string): string | undefined {
  const isHere = adapters.some((adapter) => adapter.channel === channel && adapter.isLocal === true);
  return isHere ? (ownUrl ?? publicUrl) : publicUrl;
}

const loopback = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/;

/** Where a code can be opened; on this machine only where there is no other way. */
function linksOf(adapters: readonly Adapter[], code: string): readonly string[] {
  const links = adapters.flatMap((adapter) => adapter.startLink?.(code) ?? []);
  const elsewhere = links.filter((link) => !loopback.test(link));
  return elsewhere.length > 0 ? elsewhere : links;
}
