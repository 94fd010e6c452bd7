import { callsIn, type Call } from "../../broadcasts/index.ts";
import { unitByCode, unitNames, unitsBelow, upwards, type Unit } from "../../org/index.ts";
import { can, unitsWhere, type Moment, type Person } from "../../people/index.ts";
import { countOpenIn, openMattersIn, type OpenMatter } from "../../tickets/index.ts";
import { day } from "../../time/index.ts";
import { placesOf, sumOf, topmost, type OpenSum, type Place } from "./model.ts";

/** Somebody who reads, and when; nothing on a dashboard is ever changed. */
export type Reading = Pick<Moment, "tx" | "now" | "calendar"> & { readonly person: Person };

/** So many matters stand in the queue on the page; more are counted, not shown. */
export const queueLength = 14;

/** What an address may ask for; a code holds nothing else. */
const unitCode = /^[\w-]{1,40}$/;

/** A matter of the queue, with where it belongs in words. */
export interface QueueLine extends OpenMatter {
  readonly place: string;
}

/** What is open now, inside one unit. */
export interface Board {
  readonly unit: Unit;
  /** The units above it that the reader may open, the widest first. */
  readonly above: readonly Unit[];
  /** Other units her posts reach that lie beside this one. */
  readonly beside: readonly Unit[];
  readonly sum: OpenSum;
  readonly queue: readonly QueueLine[];
  readonly places: readonly Place[];
  readonly calls: readonly Call[];
}

/**
 * The unit to show: the one asked for, where one of the reader's posts has the dashboard, else the widest she has.
 * @returns "no_post" when she has none, "not_yours" when it is none of hers or is not there: which of both is not told.
 */
export async function unitFor(
  { tx, person }: Pick<Reading, "tx" | "person">,
  code: string | undefined,
): Promise<Unit | "no_post" | "not_yours"> {
  const [widest] = await reachOf({ tx, person });
  if (!widest) return "no_post";
  if (code === undefined) return widest;
  const unit = unitCode.test(code) ? await unitByCode(tx, code) : undefined;
  if (!unit || unit.kind === "grid" || !can(person.memberships, "dashboard.open", unit)) return "not_yours";
  return unit;
}

/** How everything inside a unit stands now; what may not stand on a wall is neither shown nor counted. */
export async function boardOf(reading: Reading, unit: Unit): Promise<Board> {
  const { tx, now, person } = reading;
  const counts = await countOpenIn(tx, unit.path, { now, soonUntil: now + day });
  const queue = await openMattersIn(tx, unit.path, queueLength);
  const above: Unit[] = [];
  for (const code of upwards(unit).slice(1).toReversed()) {
    const one = await unitByCode(tx, code);
    if (one && can(person.memberships, "dashboard.open", one)) above.push(one);
  }
  const reach = await reachOf(reading);
  return {
    unit,
    above,
    beside: reach.filter(({ code, path }) => code !== unit.code && !unit.path.startsWith(`${path}/`)),
    sum: sumOf(counts),
    queue: await placed(reading, unit, queue),
    places: placesOf(unit, await unitsBelow(tx, unit.code), counts),
    calls: await callsIn({ tx }, unit),
  };
}

/** Where the reader's posts have the dashboard, the widest first. */
async function reachOf({ tx, person }: Pick<Reading, "tx" | "person">): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  for (const code of unitsWhere(person.memberships, "dashboard.open")) {
    const unit = await unitByCode(tx, code);
    if (unit && unit.kind !== "grid") units.push(unit);
  }
  return topmost(units);
}

/** Each matter with where it belongs, said from the unit downwards: 「前童镇 双桥村」 on the county's page, 「G1」 on the village's. */
async function placed(
  { tx }: Pick<Reading, "tx">,
  unit: Unit,
  queue: readonly OpenMatter[],
): Promise<readonly QueueLine[]> {
  // On a wall nobody needs to read which houses it is: the village is enough, but for those in it.
  const levels = unit.kind === "county" ? 2 : 1;
  const depth = unit.path.split("/").length;
  const below = queue.map(({ path }) => path.split("/").slice(depth, depth + levels));
  const names = await unitNames(tx, [...new Set(below.flat())]);
  const said = (codes: readonly string[] = []) => codes.map((code) => names.get(code) ?? code).join(" ");
  return queue.map((one, at) => ({ ...one, place: said(below[at]) || unit.name }));
}
