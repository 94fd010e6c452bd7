import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Line } from "../../../adapters/web/page/protocol.ts";
import type { Screens } from "./world.ts";

/** What a villager reported and what she was told about it. */
export interface Matter {
  readonly actor: string;
  readonly words: string;
  /** The number the bot told her, once it did. */
  number?: number;
}

const demoShape = z.object({ people: z.array(z.object({ actor: z.string(), role: z.string() })) });
const demoFile = new URL("../../../prisma/seed/demo.json", import.meta.url);
const { people } = demoShape.parse(JSON.parse(readFileSync(demoFile, "utf8")));

/** Villagers of the demonstration village, and everybody who may have to answer them. */
export const villagers = people.filter(({ role }) => role === "villager").map(({ actor }) => actor);
export const workers = people.filter(({ role }) => role !== "villager").map(({ actor }) => actor);

/** Somebody who says and waits as a person does. */
interface Persona {
  readonly page: Screens;
  readonly actor: string;
  readonly random: () => number;
  /** Lines that were answered already. */
  readonly spent: Set<string>;
}

function persona(page: Screens, actor: string, random: () => number): Persona {
  return { page, actor, random, spent: new Set() };
}

/** The next line that fits and was not answered before, after a moment to read it. */
async function next(one: Persona, fits: (line: Line) => boolean, patience?: number): Promise<Line> {
  const line = await one.page.line(one.actor, (shown) => !one.spent.has(shown.id) && fits(shown), patience);
  one.spent.add(line.id);
  await wait(one.random() * 10);
  return line;
}

function says(...parts: readonly string[]): (line: Line) => boolean {
  return ({ text = "" }) => parts.every((part) => text.includes(part));
}

/** Does the line offer this button? By its token, so that its words may change. */
function offers(token: RegExp): (line: Line) => boolean {
  return ({ buttons = [] }) => buttons.some((button) => token.test(button.token));
}

async function press(one: Persona, line: Line, token: RegExp): Promise<void> {
  const button = line.buttons?.find((shown) => token.test(shown.token));
  if (!button) throw new Error(`${one.actor} finds no button ${token.source} under: ${line.text ?? ""}`);
  await one.page.say(one.actor, { type: "press", token: button.token });
}

const handIn = /yes$/;

/** Reports matter after matter, each in its own words, and rates it when it is settled, until told to stop. */
export async function liveAsVillager(
  page: Screens,
  actor: string,
  matters: Matter[],
  ports: { readonly random: () => number; readonly goesOn: () => boolean },
): Promise<void> {
  const one = persona(page, actor, ports.random);
  // A message may be said twice after a kill, so an old number may come again.
  const told = new Set([0]);
  for (let count = 1; ports.goesOn(); count += 1) {
    const matter: Matter = {
      actor,
      // Places with numbers of their own: nobody is asked whether it is a neighbour's matter.
      words: `村口${matters.length + 1}号电线杆旁边的路灯坏了，夜里看不见路。${actor} 第 ${count} 件`,
    };
    matters.push(matter);
    await page.say(actor, { type: "text", text: matter.words });
    const summary = await next(one, (line) => says(`${matter.words}\n`)(line) && offers(handIn)(line));
    if (one.random() < 0.5) await press(one, summary, handIn);
    else await page.say(actor, { type: "text", text: "1" });
    const number = numberIn(await next(one, (line) => !told.has(numberIn(line) ?? 0))) ?? 0;
    told.add(number);
    matter.number = number;
    await next(one, says(answerTo(number)));
    await press(
      one,
      await next(one, offers(new RegExp(`^/mine ${number} satisfied`))),
      /^\/mine \d+ satisfied/,
    );
    await next(one, says("谢谢您"));
  }
}

function numberIn({ text = "" }: Line): number | undefined {
  const digits = /编号 (\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function answerTo(number: number): string {
  return `第 ${number} 号下午电工来换`;
}

const isCard = /^\/task \d+ answer/;

/** Answers every card by replying to it and notes the matter as done, until there are no more villagers. */
export async function liveAsWorker(
  page: Screens,
  actor: string,
  ports: { readonly random: () => number; readonly over: Promise<unknown> },
): Promise<void> {
  const one = persona(page, actor, ports.random);
  const forEver = 2 ** 31 - 1;
  const answered = new Set<number>();
  for (;;) {
    const card = await Promise.race([ports.over.then(() => undefined), next(one, offers(isCard), forEver)]);
    if (!card) return;
    const number = Number(/\d+/.exec(card.text ?? "")?.[0]);
    if (answered.has(number)) continue;
    answered.add(number);
    const done = new RegExp(`^/task ${number} done`);
    await page.say(actor, { type: "text", text: answerTo(number) }, card.id);
    // The card offers it too, and may come twice: an answer comes first.
    await press(one, await next(one, (line) => offers(done)(line) && !offers(isCard)(line)), done);
    await next(one, says(`${number} `, "记为"));
  }
}

/** Asks for her matters again and again, each time after an answer, until told to stop. */
export async function liveAsIdler(
  page: Screens,
  actor: string,
  ports: { readonly random: () => number; readonly goesOn: () => boolean },
): Promise<void> {
  const one = persona(page, actor, ports.random);
  while (ports.goesOn()) {
    await page.say(actor, { type: "text", text: "/mine" });
    await next(one, () => true);
    await wait(200 + one.random() * 800);
  }
}
