import type { Reply } from "../../dialogue/index.ts";
import { unitByCode } from "../../org/index.ts";
import { dateAfter } from "../../time/index.ts";
import { calledName, type Person, type Role } from "../model.ts";
import type { Acting } from "../moment.ts";
import { readPerson } from "../reading.ts";
import { personsNamed } from "../store.ts";
import { postAndName } from "../texts/names.ts";
import { comeBack, goAway, mayEnterFor } from "./absence.ts";
import { standInFor } from "./choose.ts";
import type { DutyCall } from "./desk.ts";
import { readReturn } from "./dates.ts";
import { climbing } from "./model.ts";
import { say } from "./texts.ts";
import type { Text } from "../../language/index.ts";

const longestDays = 366;
const longestReason = 100;

/** Until further notice: until she says that she is back. */
const openEnded = ["未定", "不定", "待定", "open"];

/** `/duty off` until midnight, `/duty off 3天 看病`, `/duty off 11月30日`; with a name before it for somebody else. */
export async function offCommand(args: string, call: DutyCall): Promise<Reply> {
  const { acting } = call;
  const words = args.split(/\s+/).filter((word) => word !== "");
  const [first] = words;
  if (first === undefined || leading(acting, words)) return off(call, acting.person, words);
  const rest = words.slice(1).join(" ");
  const isSomebody = (await personsNamed(acting.tx, first)).length > 0 || words.length > 1;
  if (!isSomebody) return say.offUsage;
  const person = await readPerson(acting.tx, first, (id) => `/duty off ${id} ${rest}`.trim());
  if (!("id" in person)) return person;
  if (!hasPost(person)) return say.noPost(calledName(person));
  if (!(await mayEnterFor(acting, person))) return say.mayNotEnter(person.name);
  return off(call, person, words.slice(1));
}

function hasPost({ memberships }: Person): boolean {
  return memberships.some(({ role }) => role !== "villager");
}

type Until = { readonly at: number | undefined } | { readonly refused: Text };

/** The day that the words begin with, 「3天」 or "2 days", and what follows; undefined where they begin with none. */
function leading(
  acting: Acting,
  words: readonly string[],
): { readonly until: Until; readonly rest: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const until = words.length < length ? undefined : readUntil(acting, words.slice(0, length).join(" "));
    if (until) return { until, rest: words.slice(length) };
  }
  return undefined;
}

/** Undefined for words that say no day. */
function readUntil({ now, calendar }: Acting, words: string): Until | undefined {
  if (openEnded.includes(words.toLowerCase())) return { at: undefined };
  const today = calendar.zone.dateOf(now);
  const read = readReturn(words, today);
  if (!read) return undefined;
  if ("wrong" in read) return { refused: say.noSuchDay(words) };
  if ("past" in read) return { refused: say.offPast(calendar.date(calendar.zone.momentOf(read.past, 0))) };
  if (read.date > dateAfter(today, longestDays)) return { refused: say.offTooLong };
  return { at: calendar.zone.momentOf(read.date, 0) };
}

async function off(call: DutyCall, who: Person, words: readonly string[]): Promise<Reply> {
  const { acting, matters, messageKey } = call;
  const read = leading(acting, words.length === 0 ? ["今天"] : words);
  if (!read) return say.offUsage;
  const { until } = read;
  if ("refused" in until) return until.refused;
  const reason = read.rest.join(" ").slice(0, longestReason);
  const left = await goAway(acting, matters, who, { untilAt: until.at, reason, key: messageKey });
  const isSelf = who.id === acting.person.id;
  const text = say.off({
    name: isSelf ? undefined : calledName(who),
    until: until.at === undefined ? undefined : acting.calendar.date(until.at),
    reason,
    handed: left.handed,
    standIn: await standIn(acting, who),
  });
  return isSelf ? { text, choices: [say.backChoice] } : text;
}

/** Who gets what comes in for the lowest post she holds; "nothing" where no matters come to any. */
async function standIn(acting: Acting, who: Person): Promise<Text | "nothing" | undefined> {
  const posts = who.memberships.toSorted((one, other) => heightOf(one.role) - heightOf(other.role));
  for (const { role, unit: code } of posts) {
    const unit = role === "villager" ? undefined : await unitByCode(acting.tx, code);
    if (!unit) continue;
    const found = await standInFor(acting, unit, role, who.id);
    if (found !== "nothing") return found && postAndName(found.role, found.person);
  }
  return "nothing";
}

function heightOf(role: Role): number {
  return climbing.includes(role) ? climbing.indexOf(role) : climbing.length;
}

/** `/duty back` is one's own return, `/duty back 老李` somebody else's. */
export async function backCommand(args: string, { acting, matters }: DutyCall): Promise<Reply> {
  const person = args === "" ? acting.person : await readPerson(acting.tx, args, (id) => `/duty back ${id}`);
  if (!("id" in person)) return person;
  if (!(await mayEnterFor(acting, person))) return say.mayNotEnter(person.name);
  const name = person.id === acting.person.id ? undefined : calledName(person);
  const elsewhere = await comeBack(acting, matters, person);
  return elsewhere === undefined ? say.notAway(name) : say.back(name, elsewhere);
}
