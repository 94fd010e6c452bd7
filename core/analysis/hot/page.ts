import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting, type Moment, type Person } from "../../people/index.ts";
import { gapGroupsIn } from "../../policies/index.ts";
import { weekOf, type Week } from "../../tickets/index.ts";
import { countWaiting } from "../briefing/store.ts";
import { screenedIn } from "../screening/store.ts";
import { sum } from "../model.ts";
import { say } from "../texts.ts";
import { hotIn, inside, topicsFor, weekSaid, type Hot } from "./weeks.ts";

const listed = 6;

/** Whose page is shown, of which week, and from which topic on. */
export interface PageOf {
  readonly unit: Unit;
  readonly week: Week;
  /** From 1. */
  readonly page: number;
}

/** `/hot`, `/hot 前童镇`, `/hot 330226106000 2026-11-16 #2`: what is hot where whoever speaks may know. */
export async function hotView(
  acting: Acting,
  words: string,
  date: string | undefined,
  page: number,
): Promise<Reply> {
  const [own = ""] = unitsWhere(acting.person.memberships, "analysis.read");
  const read = await readUnit(acting.tx, words === "" ? own : words, (code) => `/hot ${code}`);
  if ("ask" in read) return read.ask;
  const { unit } = read;
  if (unit.kind === "grid" || !can(acting.person.memberships, "analysis.read", unit)) return say.notYours;
  const week = weekSaid(acting, date);
  if (!week) return say.noSuchWeek;
  const hot = await hotIn(acting, week, [acting.person.id]);
  const { text, choices } = await pageFor(acting, acting.person, hot, { unit, week, page });
  return { text, choices: [...choices, ...(await otherPages(acting, unit))] };
}

/** The pages of her other posts, when she asks for her own. */
async function otherPages(acting: Acting, shown: Unit): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (const code of new Set(unitsWhere(acting.person.memberships, "analysis.read"))) {
    const unit = code === shown.code ? undefined : await unitOfPost(acting, code);
    if (unit) choices.push({ label: say.otherPage(unit.name), token: `/hot ${code}` });
  }
  return choices;
}

/** A unit's page: what is hot one by one, and everything else that can be pressed. */
export interface Page {
  readonly text: Text;
  readonly topics: readonly Choice[];
  /** The topics among them. */
  readonly choices: readonly Choice[];
  /** So many questions about policies were not answered. */
  readonly gaps: number;
}

/** A unit's page of a week, as one reader reads it. */
export async function pageFor(
  moment: Moment,
  reader: Person,
  hot: Hot,
  { unit, week, page }: PageOf,
): Promise<Page> {
  const { calendar, tx } = moment;
  const date = calendar.zone.dateOf(week.from);
  const screened = await screenedIn(tx, week.from);
  const found = topicsFor(hot, unit);
  const shown = found.slice((page - 1) * listed, page * listed).map((topic) => ({
    label: say.topicLine(
      topic,
      hot.places.get(topic.place)?.name ?? "",
      screened.get(`${topic.place} ${topic.kind}`),
    ),
    token: `/hot ${topic.place} ${topic.kind} ${date}`,
  }));
  const choices: Choice[] = [...shown];
  const left = found.length - page * listed;
  if (left > 0) choices.push({ label: say.more(left), token: `/hot ${unit.code} ${date} #${page + 1}` });
  const gaps = (await gapGroupsIn(moment, unit.path, week)).length;
  if (gaps > 0 && unitsWhere(reader.memberships, "policy.link").length > 0)
    choices.push({ label: say.gapsLine(gaps), token: "/gaps" });
  const waiting = await countWaiting(tx, reader.id);
  if (waiting > 0) choices.push({ label: say.briefingsLine(waiting), token: "/briefing" });
  const before = calendar.zone.dateOf(weekOf(calendar.zone, week.from, 1).from);
  if (!hot.isTooEarly) choices.push({ label: say.weekBefore, token: `/hot ${unit.code} ${before}` });
  const told = sum(inside(hot.told, hot, unit).map(({ weeks: [people = 0] }) => people));
  const days = { from: calendar.date(week.from), until: calendar.date(week.lastDay) };
  const counted = { topics: found, told, isTooEarly: hot.isTooEarly };
  return { text: say.page({ name: unit.name, days, found: counted, gaps }), topics: shown, choices, gaps };
}

/** The unit whose page a post is for; undefined where it is gone or a grid. */
export async function unitOfPost({ tx }: Pick<Moment, "tx">, code: string): Promise<Unit | undefined> {
  const unit = await unitByCode(tx, code);
  return unit?.kind === "grid" ? undefined : unit;
}
