import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import {
  can,
  householdById,
  membersOf,
  nearestHolder,
  personById,
  tagsOf,
  type Acting,
  type Found,
  type Moment,
} from "../../people/index.ts";
import type { Text } from "../../language/index.ts";
import type { Notice } from "../model.ts";
import { say } from "../texts.ts";
import type { Door } from "./store.ts";

/** Who goes to the doors of a grid: its worker, or whoever stands in for her; for people with posts the command room. */
export async function visitorOf(moment: Moment, notice: Notice, grid: string): Promise<Found | undefined> {
  const unit = await unitByCode(moment.tx, grid === "" ? notice.unit : grid);
  if (!unit) return undefined;
  const posts =
    grid === "" ? (["dispatcher"] as const) : (["grid_worker", "liaison_lead", "dispatcher"] as const);
  return nearestHolder(moment, unit, posts);
}

/** Who did not answer is for the worker of that grid, the village team and the command room. */
export async function mayVisit(acting: Acting, notice: Notice, grid: string): Promise<boolean> {
  const unit = await unitByCode(acting.tx, grid === "" ? notice.unit : grid);
  if (!unit) return false;
  if (can(acting.person.memberships, "notice.doors", unit)) return true;
  return (await visitorOf(acting, notice, grid))?.person.id === acting.person.id;
}

/** What a grid is called where it is one. */
export async function whereOf({ tx }: Pick<Moment, "tx">, grid: string): Promise<string> {
  return grid === "" ? say.doors.whereUnknown.zh : unitName(tx, grid);
}

/** Who lives behind a door, where, and what whoever goes there should know. */
export async function doorName({ tx }: Pick<Moment, "tx">, { door, person }: Door): Promise<Text> {
  const household = door.startsWith("h") ? await householdById(tx, Number(door.slice(1))) : undefined;
  const members = household ? await membersOf(tx, household.id) : [person];
  const names: string[] = [];
  const marks = new Set<string>();
  for (const id of members) {
    const member = await personById(tx, id);
    if (!member) continue;
    names.push(member.name);
    if (member.isPhoneOnly) marks.add(say.doors.phoneOnly);
    for (const tag of await tagsOf(tx, id)) marks.add(tag);
  }
  return say.doors.door({
    names: names.join("、"),
    address: household?.address ?? "",
    marks: Array.from(marks),
  });
}

/** A unit by its code. Throws when it is gone. */
export async function unitAt({ tx }: Pick<Moment, "tx">, code: string): Promise<Unit> {
  const unit = await unitByCode(tx, code);
  if (!unit) throw new Error(`unit ${code} is not there`);
  return unit;
}
