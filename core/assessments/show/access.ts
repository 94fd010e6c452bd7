import { homeVillage } from "../../bulletins/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, unitsWhere, type Acting, type Role } from "../../people/index.ts";
import { isHonour, isOn } from "../model.ts";
import {
  lineAbout,
  lineById,
  linesOf,
  listById,
  versionsOf,
  type Line,
  type LineId,
  type YearList,
} from "../store.ts";

/** As what somebody reads a list: whoever decides on it or makes it, her leaders, whoever works there, whoever lives there. */
export type Reader = "decides" | "makes" | "leads" | "works" | "lives";

type Speaking = Pick<Acting, "person">;

/** May she have lists made, and read them before they are published? */
export function mayMake({ person }: Speaking, unit: Unit): boolean {
  return can(person.memberships, "year.make", unit);
}

/** May she approve lists? A township's main leader; for the county's, which is of townships, its command room too. */
export function mayDecide({ person }: Speaking, unit: Unit): boolean {
  return (
    can(person.memberships, "year.approve", unit) ||
    (unit.kind === "county" && can(person.memberships, "year.make", unit))
  );
}

/** The villages she works in, and the one she lives in as soon as somebody has confirmed that she does. */
async function ownVillages(acting: Acting): Promise<readonly Unit[]> {
  const home = acting.person.isConfirmed ? await homeVillage(acting) : undefined;
  const found = home ? [home] : [];
  for (const { unit } of acting.person.memberships) {
    const at = await unitByCode(acting.tx, unit);
    const village = at?.kind === "grid" && at.parent !== null ? await unitByCode(acting.tx, at.parent) : at;
    if (village?.kind === "village") found.push(village);
  }
  return found;
}

/** As what somebody reads a list; undefined when she does not. What somebody did in a year is read by nobody but her leaders and the discipline role. */
export async function readerOf(acting: Acting, list: YearList, unit: Unit): Promise<Reader | undefined> {
  if (mayDecide(acting, unit)) return "decides";
  if (mayMake(acting, unit)) return "makes";
  if (list.state === "draft" || list.state === "refused") return undefined;
  const { memberships } = acting.person;
  if (can(memberships, "year.read", unit)) return "leads";
  if (list.kind === "cadres") return undefined;
  if (isHonour(list.kind)) {
    const villages = await ownVillages(acting);
    const isHere = villages.some(({ path }) => isInside(path, unit));
    return isHere && (await isNewest(acting, list)) ? "lives" : undefined;
  }
  return list.state === "frozen" && (await worksIn(acting, unit)) ? "works" : undefined;
}

/** A name that was taken off by a newer version is read on no older one. */
async function isNewest({ tx }: Acting, list: YearList): Promise<boolean> {
  const shown = (await versionsOf(tx, list)).find(({ state }) => state === "published" || state === "frozen");
  return shown?.id === list.id;
}

async function worksIn({ tx, person }: Acting, unit: Unit): Promise<boolean> {
  for (const code of unitsWhere(person.memberships, "stats.read")) {
    const at = await unitByCode(tx, code);
    if (at && isInside(at.path, unit)) return true;
  }
  return false;
}

function isInside(path: string, { code }: Unit): boolean {
  return path.split("/").includes(code);
}

/** The lines of a list that somebody reads: of stars a village its own, and nobody's name before she agreed to it. */
export async function linesFor(acting: Acting, list: YearList, reader: Reader): Promise<readonly Line[]> {
  const lines = (await linesOf(acting.tx, list.id)).filter(({ grade }) => isOn(grade));
  if (list.kind !== "stars" || list.state === "draft" || list.state === "refused") return lines;
  const named = lines.filter(({ grade }) => grade === "named");
  if (reader !== "lives" && reader !== "works") return named;
  const villages = new Set((await ownVillages(acting)).map(({ code }) => code));
  return named.filter(({ unit }) => villages.has(unit));
}

/** Is a line about her: herself, the team she belongs to, the township she answers for? */
export function isAssessed({ person }: Speaking, { kind }: YearList, line: Line): boolean {
  if (line.person !== null) return line.person === person.id;
  const isOf = (...roles: readonly Role[]): boolean =>
    person.memberships.some(
      ({ role, unit }) => roles.includes(role) && (unit === line.unit || unit.startsWith(`${line.unit}-`)),
    );
  if (kind === "townships") return isOf("dispatcher", "direct_leader", "main_leader");
  return isOf("liaison_lead", "team_member", "grid_worker");
}

/** A line that somebody may read. */
export interface Readable {
  readonly list: YearList;
  readonly unit: Unit;
  /** As it stands now, whichever version was asked for. */
  readonly line: Line;
  readonly reader: Reader | undefined;
  readonly isOwn: boolean;
}

/** A line that somebody may read now: of a list she reads, or about her once it is published; a star knows from the moment she is asked. */
export async function readableLine(acting: Acting, id: LineId): Promise<Readable | undefined> {
  const said = await lineById(acting.tx, id);
  const list = said && (await listById(acting.tx, said.list));
  const unit = list && (await unitByCode(acting.tx, list.unit));
  const line = list && (await lineAbout(acting.tx, list.id, said.subject));
  if (!unit || !line) return undefined;
  const reader = await readerOf(acting, list, unit);
  const isShown = list.state === "published" || list.state === "frozen" || list.kind === "stars";
  const isOwn = isShown && isAssessed(acting, list, line);
  const lines = reader === undefined ? [] : await linesFor(acting, list, reader);
  return isOwn || lines.some((one) => one.id === line.id) ? { list, unit, line, reader, isOwn } : undefined;
}
