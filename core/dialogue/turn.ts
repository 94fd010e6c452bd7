import type { Body, Option } from "../channel/index.ts";
import { join, type Text } from "../language/index.ts";
import type { Command } from "./command.ts";
import type { Flow } from "./flow.ts";
import { plain, type Json } from "./json.ts";
import type { Heard, Reading } from "./question.ts";
import { noted, sayings, unsaid, type Begin, type Reply, type Saying } from "./saying.ts";
import { replaceAnswer, stepBack, type Alarms, type Entry, type Talk, type TalkStore } from "./talk.ts";
import type { Talks } from "./talks.ts";
import { besides, tell, type Told } from "./tell.ts";
import { say } from "./texts.ts";
import { skipOption, writeToken } from "./token.ts";

/** One event to answer, and everything that may be touched in answering it. */
export interface Turn<S> {
  readonly talkStore: TalkStore;
  readonly alarms: Alarms;
  /** Whose talks these are; one conversation at a time per key. */
  readonly speaker: string;
  readonly body: Body;
  /** The menu this chat last saw, as it was sent. */
  readonly menu: readonly Option[];
  /** The menu of the message that this one answers, whatever was shown since. */
  readonly quoted?: readonly Option[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly services: S;
  /** Unique per event and the same when it is told again. */
  readonly messageKey: string;
}

/** A turn under way. */
export interface Here<S> {
  readonly turn: Turn<S>;
  readonly talks: Talks;
  readonly flows: ReadonlyMap<string, Flow<S, never>>;
  readonly commands: readonly Command<S>[];
}

type Asks = Extract<Told, { kind: "asks" }>;
type Said = readonly Saying[];

/** How a telling begins: with words that may answer, or with an answer that was taken back. */
interface Start {
  readonly opening?: Heard;
  readonly reopened?: Json;
  /** Something was just added, so that the short form of the question will do. */
  readonly added?: boolean;
}

/** The talk as it stands once it was told this far. */
function standing(talk: Talk, told: Asks, reopened: Json = null): Talk & Required<Pick<Talk, "asking">> {
  const same = talk.asking?.name === told.name ? talk.asking : undefined;
  const draft = same?.draft ?? (same && reopened !== null ? told.question.reopen?.(reopened) : null) ?? null;
  return { ...talk, log: [...told.told, ...told.rest], asking: { name: told.name, draft } };
}

/** The question of a talk as a message. */
function put(talk: Talk, { name, question }: Asks): Saying {
  const prompt = question.put(talk.asking?.draft ?? null);
  const skippable = question.optional === true ? [{ id: skipOption, label: say.skip }] : [];
  return {
    text: prompt.text,
    choices: [...prompt.options, ...skippable].map(({ id, label }) => ({
      label,
      token: writeToken({ talk: talk.id, step: name, option: id }),
    })),
  };
}

/** Tells a talk; undefined when its flow is no longer in the book. */
async function retell<S>(here: Here<S>, talk: Talk, opening?: Heard): Promise<Told> {
  const flow = here.flows.get(talk.flow);
  if (flow === undefined) return { kind: "ended", says: say.flowGone };
  return tell(flow, talk, here.turn.services, opening);
}

async function finish<S>(here: Here<S>, talk: Talk, reply: Reply | Begin): Promise<Said> {
  await here.talks.end(talk);
  if ("begin" in reply) return obey(here, reply);
  if (reply === unsaid) return [];
  const below = here.talks.top();
  const title = below && here.flows.get(below.flow)?.title;
  return [...sayings(reply), ...noted(title && say.backTo(title), await putAgain(here))];
}

/** Goes on with a talk until it asks or ends, and says so. */
export async function proceed<S>(here: Here<S>, talk: Talk, start: Start = {}): Promise<Said> {
  const told = await retell(here, talk, start.opening);
  if (told.kind === "ended") return finish(here, talk, told.says);
  const now = standing(talk, told, start.reopened);
  const short = start.added !== true && now.asking.draft === told.question.brief;
  const whole = short ? { ...now, asking: { name: told.name, draft: null } } : now;
  await here.talks.save(whole);
  return noted(whyNotOpened(told, start.opening), [put(whole, told)]);
}

/** Why the words a talk opened with were not taken for its first answer, where the question says so. */
function whyNotOpened({ told, question }: Asks, opening: Heard | undefined): Text | undefined {
  if (opening === undefined || told.some(({ kind }) => kind === "ask")) return undefined;
  const reading = question.open?.(opening) ?? question.read(opening, null);
  return reading.kind === "refuse" ? reading.why : undefined;
}

/** Puts the question of the talk being had once more; nothing when there is none. */
export async function putAgain<S>(here: Here<S>): Promise<Said> {
  const top = here.talks.top();
  return top === undefined ? [] : proceed(here, top);
}

/** Lets the standing question of a talk read what was heard. */
export async function answer<S>(here: Here<S>, talk: Talk, heard: Heard): Promise<Said> {
  const told = await retell(here, talk);
  if (told.kind === "ended") return finish(here, talk, told.says);
  const now = standing(talk, told);
  const reading = told.question.read(heard, now.asking.draft);
  if (reading.kind === "answer") {
    return proceed(here, { ...now, log: withVoice(told, heard, withAnswer(told, reading.value)) });
  }
  if (reading.kind === "wait") {
    const waiting = { ...now, asking: { name: told.name, draft: reading.draft } };
    await here.talks.save(waiting);
    return reading.silent === true ? [] : [put(waiting, told)];
  }
  if (reading.kind === "change") return change(here, now, told, besides(told.name, reading.step));
  return (await add(here, now, told, heard, reading)) ?? refuse(here, now, told, reading);
}

function withAnswer(told: Asks, value: unknown): readonly Entry[] {
  const entry: Entry = { kind: "ask", name: told.name, value: plain(value, told.name) };
  return [...told.told, entry, ...told.rest];
}

/** The voice in which a question was answered joins the material answered earlier; its words were the answer. */
function withVoice(
  { told, material }: Asks,
  { body, option }: Heard,
  log: readonly Entry[],
): readonly Entry[] {
  const files = body.type === "text" && option === undefined ? (body.spoken ?? []) : [];
  const old = told.find((entry) => entry.name === material?.name);
  if (material === undefined || old === undefined || told.some(({ kind }) => kind === "once")) return log;
  const grown = files.reduce<Json>((value, file) => {
    const addition = material.question.add?.(value, { type: "voice", file });
    return addition === undefined || "why" in addition ? value : plain(addition.value, material.name);
  }, old.value);
  return grown === old.value ? log : replaceAnswer(log, material.name, grown);
}

async function refuse<S>(here: Here<S>, talk: Talk, told: Asks, reading: Reading): Promise<Said> {
  await here.talks.save(talk);
  const why = reading.kind === "refuse" ? reading.why : undefined;
  return noted(why ?? told.question.expects, [put(talk, told)]);
}

/** What is no answer here joins the material answered earlier: nothing a person sends while reporting is lost. */
async function add<S>(
  here: Here<S>,
  talk: Talk & Required<Pick<Talk, "asking">>,
  told: Asks,
  { body, option }: Heard,
  reading: Reading,
): Promise<Said | undefined> {
  const { material, question } = told;
  const media = body.type === "media" || body.type === "voice" || body.type === "location";
  if (option !== undefined || (reading.kind === "refuse" && !media && body.type !== "forward"))
    return undefined;
  const old = talk.log.find((entry) => entry.name === material?.name);
  if (material?.question.add === undefined || old === undefined) return undefined;
  const addition = material.question.add(old.value, body);
  if ("why" in addition) return refuse(here, talk, told, { kind: "refuse", why: addition.why });
  const log = replaceAnswer(talk.log, material.name, plain(addition.value, material.name));
  const draft = question.brief ?? talk.asking.draft;
  const said = await proceed(here, { ...talk, log, asking: { name: told.name, draft } }, { added: true });
  const same = here.talks.byId(talk.id)?.asking?.name === told.name;
  if (!same) return noted(addition.receipt, said);
  if (addition.silent) return [];
  if (question.brief === undefined) return noted(addition.receipt, said);
  return said.map((one) => ({ ...one, text: say.after(addition.receipt, one.text) }));
}

async function change<S>(here: Here<S>, talk: Talk, told: Asks, step: string): Promise<Said> {
  const at = told.told.findIndex((entry) => entry.name === step);
  const old = told.told[at];
  if (old === undefined || told.told.slice(at).some((entry) => entry.kind === "once")) {
    return refuse(here, talk, told, { kind: "refuse", why: say.doneAlready });
  }
  const earlier = { ...talk, log: told.told.slice(0, at), asking: { name: step, draft: null } };
  return proceed(here, earlier, { reopened: old.value });
}

/** One step back in the talk being had. */
export async function back<S>(here: Here<S>, talk: Talk): Promise<Said> {
  const told = await retell(here, talk);
  if (told.kind === "ended") return finish(here, talk, told.says);
  const step = stepBack(told.told);
  if (step === "start" || step === "done") {
    const why = step === "start" ? say.firstStep : say.doneAlready;
    return refuse(here, standing(talk, told), told, { kind: "refuse", why });
  }
  const earlier = { ...talk, log: step.before, asking: { name: step.answer.name, draft: null } };
  return proceed(here, earlier, { reopened: step.answer.value });
}

/** Answers an optional question with nothing. */
export async function skip<S>(here: Here<S>, talk: Talk): Promise<Said> {
  const told = await retell(here, talk);
  if (told.kind === "ended") return finish(here, talk, told.says);
  const now = standing(talk, told);
  if (told.question.optional === true) return proceed(here, { ...now, log: withAnswer(told, null) });
  return refuse(here, now, told, { kind: "refuse", why: say.cannotSkip });
}

/** Says what can be said to the question that stands. */
export async function helpHere<S>(here: Here<S>, talk: Talk): Promise<Said> {
  const told = await retell(here, talk);
  if (told.kind === "ended") return finish(here, talk, told.says);
  const title = here.flows.get(talk.flow)?.title ?? say.thing;
  const now = standing(talk, told);
  await here.talks.save(now);
  return noted(join([say.hereYouAre(title), told.question.expects, say.waysOut]), [put(now, told)]);
}

/** Does what a command or the book's last word asks for. */
export async function obey<S>(here: Here<S>, wish: Reply | Begin): Promise<Said> {
  if (!("begin" in wish)) return [...sayings(wish), ...(await putAgain(here))];
  return [...sayings(wish.says ?? []), ...(await beginning(here, wish))];
}

async function beginning<S>(here: Here<S>, wish: Begin): Promise<Said> {
  const flow = here.flows.get(wish.begin);
  if (flow === undefined) throw new Error(`flow "${wish.begin}" is not in the book`);
  const opening = wish.opening && { body: wish.opening };
  const given = JSON.stringify(wish.given);
  const going = here.talks
    .open()
    .find((talk) => talk.flow === flow.name && JSON.stringify(talk.given) === given);
  if (going === undefined) {
    return proceed(here, here.talks.fresh(flow, wish.given), opening && { opening });
  }
  const raised = here.talks.raised(going);
  return noted(
    say.goingOn(flow.title),
    await (opening === undefined ? proceed(here, raised) : answer(here, raised, opening)),
  );
}
