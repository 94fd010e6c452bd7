import type { Body } from "../channel/index.ts";
import { fold, join, readNumber } from "../language/index.ts";
import { checkBook, type Book, type Command } from "./command.ts";
import { noted, sayings, type Saying } from "./saying.ts";
import type { Talk } from "./talk.ts";
import { talksOf } from "./talks.ts";
import { say } from "./texts.ts";
import { readToken, skipOption, talkStep, writeToken } from "./token.ts";
import { answer, back, helpHere, obey, proceed, putAgain, skip, type Here, type Turn } from "./turn.ts";
import { aboutOf, discardOption, resumeOption, talkAlarmed, type TalkAlarm, type Unasked } from "./expiry.ts";
import { engineWord, type EngineWord } from "./words.ts";

type Said = readonly Saying[];

/** No menu is longer; a larger number is not a slip of the finger but something else, such as a ticket. */
const largestPick = 99;

/** What a program says to what it hears. */
export interface Conversation<S> {
  /** Answers one event. Whatever a service throws flies, and nothing may be committed then. */
  hear(turn: Turn<S>): Promise<Said>;
  /** Answers an alarm of kind `talkAlarm`: what to say unasked, and to whom; undefined when there is nothing. */
  onTalkAlarm(alarm: TalkAlarm): Promise<Unasked | undefined>;
}

/** The conversation of everything in the book. Throws when the book contradicts itself. */
export function createConversation<S>(book: Book<S>): Conversation<S> {
  checkBook(book);
  const flows = new Map(book.flows.map((flow) => [flow.name, flow]));
  return {
    async hear(turn) {
      if (turn.body.type === "lifecycle") return [];
      const talks = await talksOf(turn);
      return route(book, { turn, talks, flows, commands: book.commands });
    },
    onTalkAlarm: (alarm) => talkAlarmed(flows, alarm),
  };
}

/** Press, command, word of the engine, open talk, and at last the book: the first that knows the event answers it. */
async function route<S>(book: Book<S>, here: Here<S>): Promise<Said> {
  const { body } = here.turn;
  if (body.type === "action") return press(here, body.token, body);
  if (body.type === "command") return slash(here, body.name, body.args);
  if (body.type === "text") {
    const picked = pick(here, body.text);
    if (picked !== undefined) return press(here, picked, body);
    const command = commandCalled(here, (one) => one.aliases.some((alias) => sameWords(alias, body.text)));
    if (command !== undefined) return obey(here, await command.run("", here.turn.services));
  }
  const urgent = await first(book, here);
  if (urgent !== undefined) return urgent;
  if (body.type === "text") {
    const word = engineWord(body.text);
    const said = word && (await global(here, word));
    if (said !== undefined) return said;
  }
  const top = here.talks.top();
  if (top === undefined) return outOfRange(here) ?? passed(here) ?? otherwise(book, here);
  if (body.type === "sticker") return noted(say.kindly, await putAgain(here));
  return answer(here, top, { body });
}

/** What the book wants said before anything else; undefined when the message takes its usual way. */
async function first<S>(book: Book<S>, here: Here<S>): Promise<Said | undefined> {
  const top = here.talks.top();
  const wish = await book.first?.(here.turn.body, here.turn.services, top?.flow);
  if (wish === undefined || !("begin" in wish) || top?.flow !== wish.begin) return wish && obey(here, wish);
  return wish.says === undefined ? undefined : [...sayings(wish.says), ...(await putAgain(here))];
}

async function otherwise<S>(book: Book<S>, here: Here<S>): Promise<Said> {
  return obey(here, await book.otherwise(here.turn.body, here.turn.services));
}

function sameWords(alias: string, words: string): boolean {
  return words.length <= 60 && fold(alias) === fold(words);
}

function commandCalled<S>(here: Here<S>, called: (command: Command<S>) => boolean): Command<S> | undefined {
  return here.commands.find((command) => called(command) && command.isFor(here.turn.services));
}

async function slash<S>(here: Here<S>, name: string, args: string): Promise<Said> {
  const command = commandCalled(here, (one) => one.name === name);
  if (command !== undefined) return obey(here, await command.run(args, here.turn.services));
  const word = engineWord(name);
  const said = word && (await global(here, word));
  return said ?? [{ text: say.unknownCommand(name.slice(0, 32)) }, ...(await putAgain(here))];
}

/** True unless the question behind the token has passed. */
function alive<S>(here: Here<S>, token: string): boolean {
  const target = readToken(token);
  if (target === undefined) return token.startsWith("/");
  const talk = here.talks.byId(target.talk);
  if (target.step === talkStep) return talk !== undefined;
  return talk !== undefined && talk === here.talks.top() && talk.asking?.name === target.step;
}

/**
 * The token of the menu line that the words pick by number or label. A number that answers a message is a press on that one;
 * any other needs a question that still stands.
 */
function pick<S>(here: Here<S>, words: string): string | undefined {
  if (words.length > 400) return undefined;
  const number = readNumber(words);
  const pressed = number === undefined ? undefined : here.turn.quoted?.[number - 1];
  if (pressed !== undefined) return pressed.token;
  const said = fold(words);
  const named = said === "" ? undefined : here.turn.menu.find(({ label }) => fold(label) === said);
  const token = (number === undefined ? named : (here.turn.menu[number - 1] ?? named))?.token;
  return token !== undefined && alive(here, token) ? token : undefined;
}

function outOfRange<S>(here: Here<S>): Said | undefined {
  const { body, menu } = here.turn;
  const number = body.type === "text" ? readNumber(body.text) : undefined;
  const slip = number !== undefined && number > menu.length && number <= largestPick;
  return slip && menu.some(({ token }) => alive(here, token))
    ? [{ text: say.outOfRange(menu.length) }]
    : undefined;
}

/** What a number means that picks from a menu whose question has passed: no more than a press on it would. */
function passed<S>(here: Here<S>): Promise<Said> | undefined {
  const { body, menu } = here.turn;
  const number = body.type === "text" ? readNumber(body.text) : undefined;
  const option = number === undefined ? undefined : menu[number - 1];
  return option && press(here, option.token, body);
}

async function press<S>(here: Here<S>, token: string, body: Body): Promise<Said> {
  const line = /^\/(\S+)\s*(.*)$/su.exec(token);
  const command = line && commandCalled(here, ({ name }) => name === line[1]);
  if (command) return obey(here, await command.run(line[2] ?? "", here.turn.services));
  const target = readToken(token);
  const talk = target && here.talks.byId(target.talk);
  if (target === undefined || talk === undefined) return deadPress(here, target?.talk);
  if (target.step === talkStep) return pressTalk(here, talk, target.option);
  if (talk.state === "kept" || talk.asking?.name !== target.step) return deadPress(here);
  if (talk !== here.talks.top()) return [{ text: say.laterButton }, ...(await putAgain(here))];
  if (target.option === skipOption) return skip(here, talk);
  return answer(here, talk, { body, option: target.option });
}

async function deadPress<S>(here: Here<S>, id?: string): Promise<Said> {
  const other = id === undefined ? undefined : await here.turn.talkStore.find(id);
  return [{ text: other === undefined ? say.deadButton : say.othersButton }, ...(await putAgain(here))];
}

async function pressTalk<S>(here: Here<S>, talk: Talk, option: string): Promise<Said> {
  if (option === resumeOption) return proceed(here, here.talks.raised(talk));
  if (option !== discardOption) return deadPress(here);
  await here.talks.end(talk);
  return [{ text: say.discarded }, ...(await putAgain(here))];
}

/** What a word means here; undefined when it means nothing special at this point. */
async function global<S>(here: Here<S>, word: EngineWord): Promise<Said | undefined> {
  const top = here.talks.top();
  const meanings: Readonly<Record<EngineWord, () => Said | Promise<Said | undefined> | undefined>> = {
    human: () => run(here, "human"),
    back: () => (top === undefined ? run(here, "menu") : back(here, top)),
    skip: () => top && skip(here, top),
    cancel: () => cancel(here, top),
    resume: () => (top === undefined ? resume(here) : putAgain(here)),
    help: () => (top === undefined ? help(here) : helpHere(here, top)),
  };
  return meanings[word]();
}

async function run<S>(here: Here<S>, name: string): Promise<Said | undefined> {
  const command = commandCalled(here, (one) => one.name === name);
  return command && obey(here, await command.run("", here.turn.services));
}

async function cancel<S>(here: Here<S>, top: Talk | undefined): Promise<Said> {
  if (top === undefined) return [{ text: say.nothingOpen }];
  const title = here.flows.get(top.flow)?.title ?? say.thing;
  const written = top.log.some((entry) => entry.kind === "ask" && entry.presumed !== true);
  const worthKeeping = written || (top.asking?.draft ?? null) !== null;
  await (worthKeeping ? here.talks.save({ ...top, state: "kept" }) : here.talks.end(top));
  const text = worthKeeping ? say.left(title) : say.leftEmpty(title);
  return [{ text, choices: [] }, ...(await putAgain(here))];
}

async function resume<S>(here: Here<S>): Promise<Said> {
  const [newest, ...others] = here.talks.drafts();
  if (newest === undefined) return [{ text: say.nothingToResume }];
  if (others.length === 0) return proceed(here, here.talks.raised(newest));
  const choices = [newest, ...others].slice(0, 9).map((talk) => ({
    label: aboutOf(talk, here.flows.get(talk.flow)),
    token: writeToken({ talk: talk.id, step: talkStep, option: resumeOption }),
  }));
  return [{ text: say.whichDraft, choices }];
}

function help<S>(here: Here<S>): Said {
  const mine = here.commands.filter((command) => command.isFor(here.turn.services));
  return [{ text: join([say.canSay, ...mine.map((command) => command.help)]) }];
}
