import type { Logger } from "pino";
import { readAddress, type Body, type InboundEvent, type OwnEvent } from "../core/channel/index.ts";
import { engineWord, talksIn, type Saying, type Talk } from "../core/dialogue/index.ts";
import { isNo, isYes, readNumber } from "../core/language/index.ts";
import type { KeptFiles } from "../core/media/index.ts";
import type { Person } from "../core/people/index.ts";
import {
  createTranscribing,
  cryAside,
  hearOut,
  longestVoiceSeconds,
  speechTexts,
  voicesAtOnce,
  wantTranscript,
  type Released,
  type SpeechServices,
  type Take,
  type Transcriber,
} from "../core/speech/index.ts";
import { afterCommit, type Database, type Tx } from "../core/store/index.ts";
import { danger, isAgainstSomebody, numbersMeanwhile, urgentIn } from "../core/tickets/index.ts";
import { cancelAlarm, minute, setAlarm, type TimeSource } from "../core/time/index.ts";
import type { JobKind } from "./jobs/jobs.ts";
import { accountOfSpeaker, addressOfSpeaker, speakerKey } from "./speaker.ts";

/** The kind of job that has voices transcribed. */
export const transcribing = "speech";

/** What turns need so that a voice can be made words of. */
export interface VoicePorts {
  /** False where no transcriber is set: a voice goes its way at once. */
  readonly isTranscribing: boolean;
  /** Stores events of this program's own. */
  readonly storeOwn: (tx: Tx, events: readonly OwnEvent[]) => Promise<void>;
  /** Called after the commit that asked for the words of a voice. */
  readonly wanted: (id: string) => void;
}

/** A message, and where it was heard. */
export interface Spoke {
  readonly tx: Tx;
  readonly now: number;
  readonly id: number;
  readonly address: string;
  readonly event: Pick<InboundEvent, "channel" | "bot" | "actor" | "isOwn">;
  readonly person: Person | undefined;
}

/** The talks of whoever speaks that are under way; the one being had comes first. */
async function openTalks({ tx, address, event }: Spoke): Promise<readonly Talk[]> {
  const talks = await talksIn(tx).ofSpeaker(speakerKey(address, event.actor.id));
  const open = talks.filter(({ state }) => state === "open");
  return open.toSorted((one, other) => other.position - one.position);
}

/** The flow of the talk being had. */
async function flowAt(spoke: Spoke): Promise<string | undefined> {
  const [top] = await openTalks(spoke);
  return top?.flow;
}

/**
 * What she hears whose voice is first to be made words of. Undefined when it goes its way at once: where nobody transcribes,
 * while a danger to life is being talked about, and when it is longer than she would want to read.
 */
export async function heldForWords(
  ports: VoicePorts,
  spoke: Spoke,
  body: Body,
): Promise<readonly Saying[] | undefined> {
  const { tx, now, id, address, event, person } = spoke;
  if (!ports.isTranscribing || !person || event.isOwn || body.type !== "voice") return undefined;
  if ((body.seconds ?? 0) > longestVoiceSeconds || (await flowAt(spoke)) === danger.name) return undefined;
  const { channel, bot, actor } = event;
  const { file, seconds } = body;
  const asked = { inboxId: id, channel, bot, address, actor: actor.id, file, seconds };
  if (!(await wantTranscript(tx, asked, now))) return undefined;
  afterCommit(tx, () => ports.wanted(String(id)));
  return [{ text: speechTexts.listening }];
}

/**
 * What a transcript means where it arrives: a mere 「对」 or 「2」 answers the question that stands, without being asked about;
 * during a danger the voice itself goes on at once; words that sound like one bring the emergency numbers first. Undefined for
 * what means nothing any more.
 */
export async function meantBy(
  ports: Pick<VoicePorts, "storeOwn">,
  spoke: Spoke,
  body: Body,
): Promise<Body | undefined> {
  if (body.type === "unanswered") return stillUnanswered(ports, spoke, body);
  if (body.type !== "transcript") return body;
  const { file, seconds, words } = body;
  const flow = await flowAt(spoke);
  if (flow === danger.name) return { type: "voice", file, ...(seconds !== undefined && { seconds }) };
  if (flow !== undefined && isAnswerAlone(words)) return { type: "text", text: words };
  const kind = urgentIn(spoke.person, { type: "text", text: words }, flow !== undefined);
  if (kind === undefined) return body;
  const { tx, now, address, event } = spoke;
  const subject = speakerKey(address, event.actor.id);
  await setAlarm(tx, { key: alarmKey(subject), kind: voiceAlarm, subject, fireAt: now + answersWithin });
  return { ...body, first: numbersMeanwhile(kind) };
}

/**
 * A cry for help that still stands is heard by its question. Where she has begun something else over it, it goes on by itself:
 * she was told that it would.
 */
async function stillUnanswered(
  { storeOwn }: Pick<VoicePorts, "storeOwn">,
  spoke: Spoke,
  body: Body,
): Promise<Body | undefined> {
  const [top, ...others] = await openTalks(spoke);
  if (top?.flow === hearOut.name) return body;
  const { tx, id } = spoke;
  const aside = others.filter(({ flow }) => flow === hearOut.name);
  for (const talk of aside) {
    const cry = cryAside(talk);
    if (cry.length === 0) continue;
    await talksIn(tx).remove(talk.id);
    await storeOwn(tx, ownEvents(spoke, `cry ${id} ${talk.id}`, cry));
  }
  return undefined;
}

/** Messages as if she had sent them now. */
function ownEvents(
  { now, address, event }: Spoke,
  key: string,
  bodies: readonly Body[],
): readonly OwnEvent[] {
  const place = placeOf(address, event.actor.id);
  return bodies.map((body, index) => ({ ...place, dedupeKey: `${key}.${index}`, at: now, body }));
}

/** The kind of the alarms that wait for a word about a danger. */
export const voiceAlarm = "voice";
/** Whoever runs from a fire presses no button. */
const answersWithin = minute;

function alarmKey(subject: string): string {
  return `voice ${subject}`;
}

/** Nobody has said yet whether there is a danger: that is heard as what it is, if the question still stands. */
export async function ringVoice(
  ports: Pick<VoicePorts, "storeOwn">,
  { tx, now }: { readonly tx: Tx; readonly now: number },
  speaker: string,
): Promise<void> {
  const { actor } = accountOfSpeaker(speaker);
  const place = placeOf(addressOfSpeaker(speaker), actor);
  const body = { type: "unanswered" } as const;
  await ports.storeOwn(tx, [{ ...place, dedupeKey: `unanswered ${speaker} ${now}`, at: now, body }]);
}

function isAnswerAlone(words: string): boolean {
  return isYes(words) || isNo(words) || readNumber(words) !== undefined || engineWord(words) !== undefined;
}

/** A transcript as the flow that shows it is given it. */
export function takeOf({ file, seconds, words, first }: Extract<Body, { type: "transcript" }>): Take {
  return { file, seconds: seconds ?? null, words, first: first ?? null };
}

/** What the flow may do that shows her own words to whoever spoke. */
export function speechServices(ports: VoicePorts, spoke: Spoke): SpeechServices {
  const { tx, address, event } = spoke;
  return {
    speech: {
      async release(key, released) {
        await cancelAlarm(tx, alarmKey(speakerKey(address, event.actor.id)));
        await ports.storeOwn(tx, ownEvents(spoke, `voice ${key}`, bodiesToHear(released)));
      },
    },
  };
}

/** Whom words are against may be whom the voice alone would reach. */
function bodiesToHear({ bodies, withWords, denied }: Released): readonly Body[] {
  if (withWords?.some(isAgainstSomebody)) return withWords;
  const isHeard = denied !== undefined && isAgainstSomebody({ type: "text", text: denied.heard });
  return isHeard && !denied.withoutVoices.some(isAgainstSomebody) ? denied.withoutVoices : bodies;
}

function placeOf(address: string, actor: string) {
  const { channel, bot, chat } = readAddress(address);
  return { channel, bot, chat, actor: { id: actor } };
}

/** What transcribing needs of the program. */
export interface TranscribingProgram {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly log: Logger;
  readonly files: KeptFiles;
  readonly transcriber?: Transcriber | undefined;
}

/** Making words of voices; where nobody does any more, those that wait go on as they are. */
export function transcribingKind(settings: TranscribingProgram, ports: VoicePorts): JobKind {
  const { database, clock, log, files, transcriber } = settings;
  const work = createTranscribing({
    database,
    clock,
    files,
    transcriber,
    told: (tx, { inboxId, address, actor }, body) =>
      ports.storeOwn(tx, [
        { ...placeOf(address, actor), dedupeKey: `transcript ${inboxId}`, at: clock.now(), body },
      ]),
    report: (why) => log.warn({ why }, "a voice was not transcribed this time"),
  });
  return { name: transcribing, atOnce: voicesAtOnce, ...work };
}
