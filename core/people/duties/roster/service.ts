import type { Reply } from "../../../dialogue/index.ts";
import type { Text } from "../../../language/index.ts";
import { unitByCode, unitName } from "../../../org/index.ts";
import { dateAfter, weekdayOf } from "../../../time/index.ts";
import type { Refusal } from "../../households/service.ts";
import { calledName, type Person, type PersonId } from "../../model.ts";
import { tell, type Acting } from "../../moment.ts";
import { canTo } from "../../standing.ts";
import { holdersIn } from "../../service.ts";
import { personById } from "../../store.ts";
import { postName, say as peopleTexts } from "../../texts.ts";
import { dayOf } from "../days.ts";
import { readWeekday } from "../dates.ts";
import { isNobody, type Post } from "../model.ts";
import { say } from "../texts.ts";
import type { Problem } from "../texts/handing.ts";
import { setShift, shiftsBetween } from "./store.ts";

const daysShown = 7;
const weeksAhead = 4;
const mostLines = 40;

/** Who is on duty on one day. */
export interface RosterDay {
  readonly date: string;
  readonly people: readonly PersonId[];
}

/** What the lines of a roster come to: every day they change, or what is wrong with them. */
export type RosterReading =
  | { readonly days: readonly RosterDay[]; readonly shown: Text }
  | { readonly problems: Text };

/** The post, if this person keeps its roster. */
export async function keptPost(acting: Acting, post: Post): Promise<{ readonly name: Text } | Refusal> {
  const unit = await unitByCode(acting.tx, post.unit);
  const name = peopleTexts.postIn(await unitName(acting.tx, post.unit), postName(post.role, undefined));
  const may = unit && canTo(acting.person.memberships, "duty.keep", { role: post.role, unit });
  return may ? { name } : { refused: say.mayNotKeep(name) };
}

/** The coming week of a post's roster. */
export async function rosterView(acting: Acting, post: Post): Promise<Reply> {
  const kept = await keptPost(acting, post);
  if ("refused" in kept) return kept.refused;
  const today = acting.calendar.zone.dateOf(acting.now);
  const shifts = await shiftsBetween(acting.tx, post, today, dateAfter(today, daysShown - 1));
  const days = Array.from({ length: daysShown }, (_, index) => dateAfter(today, index)).map((date) => ({
    date,
    people: shifts.filter((shift) => shift.date === date).map(({ person }) => person),
  }));
  const token = `/duty roster ${post.unit} ${post.role} enter`;
  return { text: await shown(acting, kept.name, days), choices: [{ label: say.enterRoster, token }] };
}

async function shown(acting: Acting, name: Text, days: readonly RosterDay[]): Promise<Text> {
  const told = [];
  for (const { date, people } of days) {
    const names: string[] = [];
    for (const id of people) {
      const person = await personById(acting.tx, id);
      if (person) names.push(calledName(person));
    }
    told.push({ date: acting.calendar.date(momentOf(acting, date)), weekday: weekdayOf(date), names });
  }
  return say.roster(name, told);
}

function momentOf({ calendar }: Acting, date: string): number {
  return calendar.zone.momentOf(date, 0);
}

/** Who can be put on a post's roster. */
export async function rosterPeople(acting: Acting, { unit, role }: Post): Promise<readonly Person[]> {
  return (await holdersIn(acting.tx, unit))
    .filter((holder) => holder.role === role)
    .map(({ person }) => person);
}

/** Reads 「11月26日 小赵」 and 「周一 小赵」, the latter for four weeks; all or nothing. */
export async function readRoster(acting: Acting, post: Post, words: string): Promise<RosterReading> {
  const lines = words.split(/\n|；|;/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== "");
  if (filled.length > mostLines) return { problems: say.tooManyLines(mostLines) };
  const holders = await rosterPeople(acting, post);
  const days = new Map<string, RosterDay>();
  const problems: Problem[] = [];
  for (const [index, line] of filled.entries()) {
    const read = readLine(acting, line, holders);
    if ("why" in read) problems.push({ line: index + 1, why: read.why });
    else for (const date of read.dates) days.set(date, { date, people: read.people });
  }
  if (problems.length > 0) return { problems: say.problems(problems) };
  const inOrder = [...days.values()].sort((one, other) => one.date.localeCompare(other.date));
  const name = peopleTexts.postIn(await unitName(acting.tx, post.unit), postName(post.role, undefined));
  return { days: inOrder, shown: await shown(acting, name, inOrder) };
}

type LineReading =
  | { readonly dates: readonly string[]; readonly people: readonly PersonId[] }
  | { readonly why: Text };

function readLine(acting: Acting, line: string, holders: readonly Person[]): LineReading {
  const [, day = "", names = ""] = /^(\S+?)[\s:：]+(.+)$/u.exec(line.normalize("NFKC")) ?? [];
  if (day === "") return { why: say.rosterLineUsage };
  const dates = datesOf(acting, day);
  if ("why" in dates) return dates;
  if (isNobody(names)) return { ...dates, people: [] };
  const people: PersonId[] = [];
  for (const name of names.split(/[\s,，、]+/u).filter((one) => one !== "")) {
    const found = holders.filter((holder) => [holder.name, holder.nickname, holder.id].includes(name));
    const [only] = found;
    if (!only) return { why: say.notHolder(name) };
    people.push(only.id);
  }
  return { ...dates, people: [...new Set(people)] };
}

function datesOf(
  acting: Acting,
  words: string,
): { readonly dates: readonly string[] } | { readonly why: Text } {
  const today = acting.calendar.zone.dateOf(acting.now);
  const weekday = readWeekday(words);
  if (weekday !== undefined) {
    const first = dateAfter(today, (weekday - weekdayOf(today) + 7) % 7);
    return { dates: Array.from({ length: weeksAhead }, (_, week) => dateAfter(first, 7 * week)) };
  }
  const day = dayOf(acting, words);
  return "refused" in day ? { why: day.refused } : { dates: [day.date] };
}

/** Keeps the days of a roster; whoever is on it hears when. */
export async function enterRoster(
  acting: Acting,
  key: string,
  post: Post,
  days: readonly RosterDay[],
): Promise<Text> {
  const kept = await keptPost(acting, post);
  if ("refused" in kept) return kept.refused;
  const holders = await rosterPeople(acting, post);
  const told = new Map<PersonId, string[]>();
  for (const { date, people } of days) {
    const present = people.filter((id) => holders.some((holder) => holder.id === id));
    await setShift(acting.tx, post, date, present);
    for (const id of present) told.set(id, [...(told.get(id) ?? []), date]);
  }
  told.delete(acting.person.id);
  for (const [id, dates] of told) {
    const said = dates.map((date) => acting.calendar.date(momentOf(acting, date)));
    await tell(
      acting,
      id,
      { text: say.youAreOn(kept.name, said) },
      { key: `roster ${key} ${id}`, lane: "reply" },
    );
  }
  return say.rosterKept(days.length);
}
