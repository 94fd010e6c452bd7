import { unitByCode, type Unit } from "../../org/index.ts";
import { can, type Acting, type Moment, type PersonId } from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import { isKnownKind, weekOf, type Week } from "../../tickets/index.ts";
import {
  fewestWeeks,
  gathered,
  hotTopics,
  pastWeeks,
  toldAgainst,
  weekByWeek,
  type Told,
  type Topic,
} from "../model.ts";
import { say } from "../texts.ts";
import {
  allPlaces,
  areSidesSomewhere,
  countsIn,
  firstTold,
  keptWeeks,
  toldBefore,
  type Count,
  type PlaceRow,
} from "./store.ts";

const weekMs = 7 * 86_400_000;
/** So many weeks back a page can be asked for. */
const askedBack = 53;

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** What was told in a week and in those before, the nearest first; a week is missing where the program was not there yet. */
export type Counted = readonly (readonly Count[])[];

/** What was told and what is hot everywhere: a town's page is a part of the county's. */
export interface Hot {
  readonly topics: readonly Topic[];
  readonly told: readonly Told[];
  /** There is no past yet to compare with. */
  readonly isTooEarly: boolean;
  /** Every unit but grids, by its code. */
  readonly places: ReadonlyMap<string, PlaceRow>;
}

/** The week of a date, a Monday, that is over; the last one where no date is given. Undefined for anything else. */
export function weekSaid(
  { now, calendar: { zone } }: Pick<Moment, "now" | "calendar">,
  date: string | undefined,
) {
  const last = weekOf(zone, now, 1);
  if (date === undefined) return last;
  const earliest = weekOf(zone, now, askedBack).from;
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  const week = weekOf(zone, zone.momentOf(date, 0), 0);
  const isWhole = zone.dateOf(week.from) === date && week.from >= earliest && week.from <= last.from;
  return isWhole ? week : undefined;
}

/** The first moment of the oldest week that any page is still reckoned from. */
export function oldestWeek({ now, calendar: { zone } }: Pick<Moment, "now" | "calendar">): number {
  return weekOf(zone, now, askedBack + pastWeeks).from;
}

/** The weeks to look at: this one, then as many before it as the program was there for, up to twelve. */
export async function weeksBack({ tx, calendar }: Pick<Moment, "tx" | "calendar">, week: Week) {
  const first = await firstTold(tx);
  const before = Array.from({ length: pastWeeks }, (_, at) => weekOf(calendar.zone, week.from, at + 1));
  return [week, ...before.filter(({ from }) => first !== undefined && from >= first)];
}

/**
 * What was told in a week and before, for these readers. The week itself is counted now, those before it as they were counted last night, but for
 * whoever is a side of a dispute.
 */
async function countWeeks(
  moment: Pick<Moment, "tx" | "calendar">,
  week: Week,
  readers: readonly PersonId[],
): Promise<Counted> {
  const { tx } = moment;
  const [own = week, ...past] = await weeksBack(moment, week);
  const isHers = await areSidesSomewhere(tx, readers);
  const kept: ReadonlyMap<number, readonly Count[]> = isHers
    ? new Map()
    : await keptWeeks(
        tx,
        past.map(({ from }) => from),
      );
  const counted = [await countsIn(tx, own, readers)];
  for (const one of past) counted.push(kept.get(one.from) ?? (await countsIn(tx, one, readers)));
  return counted;
}

/** What is hot in a week for these readers. */
export async function hotIn(
  moment: Pick<Moment, "tx" | "calendar">,
  week: Week,
  readers: readonly PersonId[],
): Promise<Hot> {
  const rows = await allPlaces(moment.tx);
  const counted = await countWeeks(moment, week, readers);
  const told = toldIn(counted);
  const levels = rows.map(({ code, parent }) => ({ code, above: parent }));
  const topics = hotTopics(told, levels, await newPlaces(moment.tx, told, rows, week));
  const places = new Map(rows.map((row) => [row.code, row]));
  return { topics, told, isTooEarly: counted.length <= fewestWeeks, places };
}

/** Where nobody told of anything until less than four weeks ago, neither there nor below: such a place has no past of its own. */
async function newPlaces(
  tx: Moment["tx"],
  told: readonly Told[],
  rows: readonly PlaceRow[],
  { from }: Week,
): Promise<ReadonlySet<string>> {
  const quiet = [...Map.groupBy(told, ({ place }) => place)]
    .filter(([, of]) =>
      weekByWeek(of)
        .slice(fewestWeeks)
        .every((people) => people === 0),
    )
    .map(([place]) => place);
  if (quiet.length === 0) return new Set();
  const known = await toldBefore(tx, quiet, from - (fewestWeeks - 1) * weekMs);
  const isNew = new Set(quiet.filter((place) => !known.has(place)));
  const paths = new Map(rows.map(({ code, path }) => [code, path.split("/")]));
  const old = new Set(
    told.filter(({ place }) => !isNew.has(place)).flatMap(({ place }) => paths.get(place) ?? []),
  );
  return new Set([...isNew].flatMap((place) => paths.get(place) ?? []).filter((code) => !old.has(code)));
}

/** The topics of a unit's page: what is hot at most of the places below one is one topic of it. */
export function topicsFor(hot: Hot, unit: Pick<Unit, "code">): readonly Topic[] {
  const places = [...hot.places.values()].map(({ code, parent }) => ({ code, above: parent }));
  return gathered(inside(hot.topics, hot, unit), places, unit.code);
}

/** Those of a list that are about a unit or something inside it. */
export function inside<T extends { readonly place: string }>(
  of: readonly T[],
  { places }: Pick<Hot, "places">,
  { code }: Pick<Unit, "code">,
): readonly T[] {
  const all = [...places.values()].filter(({ path }) => path.split("/").includes(code));
  const codes = new Set(all.map((one) => one.code));
  return of.filter(({ place }) => codes.has(place));
}

function toldIn(counted: Counted): readonly Told[] {
  const told = new Map<string, Map<string, { place: string; kind: string; weeks: number[] }>>();
  for (const [ago, counts] of counted.entries())
    for (const { place, kind, people } of counts) {
      const here = told.get(place) ?? new Map<string, { place: string; kind: string; weeks: number[] }>();
      const one = here.get(kind) ?? { place, kind, weeks: counted.map(() => 0) };
      one.weeks[ago] = people;
      told.set(place, here.set(kind, one));
    }
  return [...told.values()].flatMap((here) => [...here.values()]);
}

/** A kind of thing at a place in a week. */
export interface Subject {
  readonly unit: Unit;
  readonly kind: string;
  readonly week: Week;
}

/** What buttons say of a topic: a unit's code, a kind, and the Monday. */
export interface SubjectSaid {
  readonly unit: string;
  readonly kind: string;
  readonly date: string;
}

/** The topic that is meant, if whoever speaks may do this there. */
export async function subjectFor(
  acting: Acting,
  said: SubjectSaid,
  action: "analysis.read" | "briefing.write",
): Promise<Subject | Refusal> {
  const unit = await unitByCode(acting.tx, said.unit);
  const week = weekSaid(acting, said.date);
  const { memberships } = acting.person;
  if (!unit || !can(memberships, "analysis.read", unit)) return { refused: say.notYours };
  if (!can(memberships, action, unit)) return { refused: say.notYourRoom };
  const isTopic = isKnownKind(said.kind) && !toldAgainst.includes(said.kind);
  return week && isTopic && unit.kind !== "grid"
    ? { unit, kind: said.kind, week }
    : { refused: say.noSuchTopic };
}
