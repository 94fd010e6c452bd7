import {
  addressOf,
  menuOf,
  routeOf,
  saidBefore,
  type Arrival,
  type Body,
  type InboundEvent,
  type Option,
  type Route,
} from "../core/channel/index.ts";
import { menuOnItsWay, messageQuoted, type Post, type Quoted } from "../core/delivery/index.ts";
import {
  engineWord,
  noted,
  sayings,
  talksIn,
  type Conversation,
  type Saying,
} from "../core/dialogue/index.ts";
import { readNumber } from "../core/language/index.ts";
import { fileOf, take, wantFile } from "../core/media/index.ts";
import {
  blocksOf,
  dutyDesk,
  householdDesk,
  markReachable,
  markUnreachable,
  newcomer,
  personOf,
  type Acting,
  type Joining,
  type Moment,
  type Person,
} from "../core/people/index.ts";
import { afterCommit, type Tx } from "../core/store/index.ts";
import { cancelAlarm, day, setAlarm, type Calendar, type TimeSource } from "../core/time/index.ts";
import { noticeDesk } from "../core/broadcasts/index.ts";
import { dashboardDesk } from "../core/dashboard/index.ts";
import { goesPast } from "./goesPast.ts";
import { pointsDesk } from "../core/points/index.ts";
import { askDesk, publishingDesk, type PolicySearch } from "../core/policies/index.ts";
import {
  accusesIn,
  isStaff,
  openMatters,
  replyAbout,
  ticketDesk,
  receiptRepliedTo,
  ticketIn,
  urgentIn,
  verdictRepliedTo,
} from "../core/tickets/index.ts";
import { desksOf } from "./desks.ts";
import { forget } from "./forget.ts";
import type { Services } from "./services.ts";
import { replyElsewhere } from "./replies.ts";
import { retellingServices, type RetellingPorts } from "./retelling.ts";
import { say as texts } from "./texts.ts";
import { speakerKey } from "./speaker.ts";
import { wishesOf } from "./understanding/wishes.ts";
import { heldForWords, meantBy, speechServices, type VoicePorts } from "./voices.ts";

export interface TurnPorts {
  readonly clock: TimeSource;
  readonly calendar: Calendar;
  readonly post: Post;
  /** The platforms this program speaks on. */
  readonly routes: readonly Route[];
  readonly conversation: Conversation<Services>;
  /** What is published, ready to be searched. */
  readonly policies: PolicySearch;
  /** A random whole number below its argument, fit for codes. */
  readonly draw: (below: number) => number;
  /** Where an invite code can be opened. */
  readonly links: (code: string) => readonly string[];
  /** Called after the commit that asked for a file of a platform. */
  readonly wanted: (route: Route, fileId: string) => void;
  /** Called after the commit that erased what was kept under these names. */
  readonly erased: (names: readonly string[]) => void;
  /** How voices are made words of. */
  readonly voices: VoicePorts;
  /** How answers are retold in plain words. */
  readonly retelling: RetellingPorts;
  /** A link that opens the private chat with a bot, where its platform has one. */
  readonly door: (bot: Pick<InboundEvent, "channel" | "bot">) => string | undefined;
  /** Where whoever speaks on this platform can open pages in her browser. */
  readonly pagesAt: (channel: string) => string | undefined;
}

/** One event under way: whose it is and what may be touched. */
interface Hearing {
  readonly tx: Tx;
  readonly now: number;
  readonly id: number;
  readonly event: InboundEvent;
  readonly address: string;
  readonly person: Person | undefined;
  /** The matter whose message this one replies to. */
  repliedTo: number | undefined;
  /** What could be picked from that message. */
  quoted: readonly Option[] | undefined;
  /** What a newcomer came for, once she has joined in this turn. */
  first: Body | undefined;
}

/** One turn: hears an event and writes the answer, all in the transaction that marks the event done. */
export async function takeTurn(ports: TurnPorts, tx: Tx, arrival: Arrival): Promise<void> {
  const { event, id } = arrival;
  const address = addressOf(event);
  if (event.group && !event.addressed) return;
  if (event.body.type === "lifecycle" && event.body.change === "blocked") return markUnreachable(tx, address);
  await markReachable(tx, address);
  if (event.body.type === "lifecycle" && event.body.change === "returned") return;
  const account = { channel: event.channel, bot: event.bot, actor: event.actor.id };
  const hearing: Hearing = {
    tx,
    now: ports.clock.now(),
    id,
    event,
    address,
    person: await personOf(tx, account),
    repliedTo: undefined,
    quoted: undefined,
    first: undefined,
  };

  // Whoever is in a group reads it: nobody's matter, card or name is ever shown there.
  if (event.group) return write(ports, hearing, [{ text: texts.inGroup(ports.door(event)) }]);
  const meant = await meantBy(ports.voices, hearing, bodyOf(event));
  if (meant === undefined) return;
  const { body = beginning(hearing), refusal } = take(meant);
  if (hearing.person) await keepFile(ports, hearing, event.body);
  const said = body ? [...(await answerTo(ports, hearing, body))] : [];
  if (hearing.first) {
    await keepFile(ports, hearing, hearing.first);
    const joined = { ...hearing, person: await personOf(tx, account) };
    said.push(...(await hearOrHold(ports, joined, hearing.first)));
  }
  await write(ports, hearing, noted(refusal, said));
}

/** What a stranger is answered to when nothing of her message was taken. */
function beginning({ person }: Hearing): Body | undefined {
  return person ? undefined : { type: "command", name: "start", args: "" };
}

/**
 * Has the file of a message fetched and kept. Only of somebody who has joined, and so has agreed to it: what a stranger sent
 * is kept from the moment she joins, if it is what she came for.
 */
async function keepFile(ports: TurnPorts, hearing: Hearing, body: Body): Promise<void> {
  const file = fileOf(body);
  const { tx, address, event, now } = hearing;
  const { channel, bot } = event;
  if (file && (await wantFile(tx, file, { channel, bot, address }, now)))
    afterCommit(tx, () => ports.wanted(routeOf(channel, bot), file.id));
}

/** Opening the chat for the first time is the same as asking to begin. */
function bodyOf(event: InboundEvent): Body {
  return event.body.type === "lifecycle" ? { type: "command", name: "start", args: "" } : event.body;
}

async function answerTo(ports: TurnPorts, hearing: Hearing, body: Body): Promise<readonly Saying[]> {
  const quoted = await quotedIn(hearing, body);
  const number = ticketIn(quoted?.about);
  const acting = actingIn(ports, hearing);
  hearing.repliedTo = number;
  hearing.quoted = quoted?.menu;
  const isUrgent =
    acting &&
    !isStaff(acting.person) &&
    (accusesIn(body) || urgentIn(acting.person, body, false) !== undefined);
  if (!acting || isUrgent) return hear(ports, hearing, body);
  const elsewhere = await replyElsewhere(acting, quoted?.about, body, keyOf(hearing));
  if (elsewhere !== undefined) return sayings(elsewhere);
  if (number === undefined) return hearOrHold(ports, hearing, body);
  const pressed =
    (await verdictRepliedTo(acting, number, body)) ?? (await receiptRepliedTo(acting, number, body));
  if (pressed) return hear(ports, hearing, pressed);
  const reply = await replyAbout(acting, number, body, keyOf(hearing));
  return reply === undefined ? hear(ports, hearing, body) : sayings(reply);
}

/**
 * The message of ours that this one replies to: its menu, and its matter. A number or a word like 「取消」 is for the
 * conversation, not for the villager.
 */
async function quotedIn({ tx, event, address }: Hearing, body: Body): Promise<Quoted | undefined> {
  const { replyTo, replyToText } = event;
  if (replyTo === undefined) return undefined;
  const quoted = await messageQuoted(tx, address, replyTo, replyToText);
  const isForUs = body.type === "text" && (readNumber(body.text) ?? engineWord(body.text)) !== undefined;
  return quoted && isForUs ? { ...quoted, about: undefined } : quoted;
}

async function hearOrHold(ports: TurnPorts, hearing: Hearing, body: Body): Promise<readonly Saying[]> {
  return (await heldForWords(ports.voices, hearing, body)) ?? hear(ports, hearing, body);
}

async function hear(ports: TurnPorts, hearing: Hearing, body: Body): Promise<readonly Saying[]> {
  const { tx, now, address, event, quoted } = hearing;
  return ports.conversation.hear({
    talkStore: talksIn(tx),
    alarms: { set: (alarm) => setAlarm(tx, alarm), cancel: (key) => cancelAlarm(tx, key) },
    speaker: speakerKey(address, event.actor.id),
    body,
    ...(quoted && { quoted }),
    menu: (await menuOnItsWay(tx, address)) ?? (await menuOf(tx, address)),
    now,
    services: servicesFor(ports, hearing),
    messageKey: keyOf(hearing),
  });
}

function keyOf(hearing: Hearing): string {
  return `in:${hearing.id}`;
}

function actingIn(ports: TurnPorts, { tx, now, person }: Hearing): Acting | undefined {
  return person && { ...momentIn(ports, tx, now), person };
}

/** What services need to act at a moment. */
export function momentIn({ post, calendar, draw }: TurnPorts, tx: Tx, now: number): Moment {
  return { tx, now, post, calendar, draw };
}

function servicesFor(ports: TurnPorts, hearing: Hearing): Services {
  const { tx, now, id, event, address } = hearing;
  const acting = actingIn(ports, hearing);
  const account = { channel: event.channel, bot: event.bot, actor: event.actor.id, address };
  const door = newcomer(momentIn(ports, tx, now), account);
  const sticker = { address, actor: event.actor.id, kind: "sticker" };
  const plain = retellingServices(ports.retelling, hearing);
  return {
    acting,
    messageKey: keyOf(hearing),
    repliedTo: hearing.repliedTo,
    forget: (said) => forget(tx, { address, actor: event.actor.id }, said, ports.erased),
    tickets: ticketDesk(acting),
    wishes: wishesOf(acting),
    notices: noticeDesk(acting, ports.routes),
    points: pointsDesk(acting, goesPast),
    dashboard: dashboardDesk(acting, ports.pagesAt(event.channel)),
    ...desksOf(acting),
    asking: askDesk(acting, ports.policies, plain),
    publishing: publishingDesk(acting, ports.routes),
    households: householdDesk(acting),
    duties: dutyDesk(acting, openMatters),
    matters: openMatters,
    ...speechServices(ports.voices, hearing),
    ...plain,
    newcomer: {
      ...door,
      join: (key, given: Joining) => {
        hearing.first = (given.first ?? undefined) as Body | undefined;
        return door.join(key, given);
      },
    },
    links: ports.links,
    firstSticker: async () => !(await saidBefore(tx, sticker, now - day, id)),
  };
}

async function write(ports: TurnPorts, hearing: Hearing, said: readonly Saying[]): Promise<void> {
  const language = hearing.person?.language ?? "zh";
  for (const [index, saying] of said.entries())
    await say(ports.post, hearing.tx, saying, {
      key: `${keyOf(hearing)}.${index + 1}`,
      address: hearing.address,
      language,
    });
}

/** Writes one message of the bot to a chat. */
export async function say(
  post: Post,
  tx: Tx,
  saying: Saying,
  to: { readonly key: string; readonly address: string; readonly language: "zh" | "en" },
): Promise<void> {
  const about = saying.about === undefined ? {} : { about: saying.about };
  const { key, address } = to;
  await post(tx, {
    key,
    address,
    lane: "reply",
    blocks: blocksOf(saying, to.language),
    clearsMenu: saying.choices !== undefined,
    ...about,
  });
}
