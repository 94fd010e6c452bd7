import type { Choice, Reply, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import { makeFirst } from "../decide/schedule.ts";
import { isBusy, type SheetKind, type SheetRow } from "../model.ts";
import { periodBefore } from "../periods/model.ts";
import {
  bulletinById,
  bundled,
  newestBulletin,
  waitingIn,
  type Bulletin,
  type BulletinId,
} from "../store.ts";
import { nameOf } from "../nameOf.ts";
import { say } from "../texts.ts";
import { isEmpty } from "../texts/sheet.ts";
import { homeVillage, mayDecide, readable, readerOf, type Reader } from "./access.ts";

/** `/weekly`, `/monthly`: the newest of one's own unit, or of one that is named. */
export async function newestView(acting: Acting, kind: SheetKind, words: string): Promise<Reply> {
  const found = words === "" ? await ownUnit(acting) : await namedUnit(acting, kind, words);
  if ("ask" in found) return found.ask;
  const { unit } = found;
  if (unit.kind === "grid") return say.noSheetOf(unit.name);
  const reader = await readerOf(acting, unit);
  if (reader === undefined) return say.notYours(unit.name);
  const { code } = unit;
  const isDecider = reader === "decider";
  if (mayDecide(acting, unit)) {
    const { zone } = acting.calendar;
    const made = await makeFirst(acting, unit, periodBefore(kind, zone, acting.now), acting.person.id);
    if (made === "uncounted") return say.decide.uncounted;
  }
  const states = isDecider ? (["waiting", "published", "refused"] as const) : (["published"] as const);
  const newest = await newestBulletin(acting.tx, { unit: code, kind, states });
  return newest ? viewOf(acting, newest, reader) : say.notPublished(unit.name, kind);
}

type Found = { readonly unit: Unit } | { readonly ask: Reply };

/** Where her highest post is that has to do with sheets, or the village she lives in. */
async function ownUnit(acting: Acting): Promise<Found> {
  const { memberships } = acting.person;
  const codes = [...unitsWhere(memberships, "bulletin.approve"), ...unitsWhere(memberships, "stats.read")];
  for (const code of codes) {
    const unit = await unitByCode(acting.tx, code);
    const whole =
      unit?.kind === "grid" && unit.parent !== null ? await unitByCode(acting.tx, unit.parent) : unit;
    if (whole) return { unit: whole };
  }
  const home = await homeVillage(acting);
  return home ? { unit: home } : { ask: say.noHome };
}

async function namedUnit(acting: Acting, kind: SheetKind, words: string): Promise<Found> {
  return readUnit(acting.tx, words, (code) => `/${kind} ${code}`);
}

/** One sheet by its id. */
export async function bulletinView(acting: Acting, id: BulletinId, isWhole = false): Promise<Reply> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found) return say.noSuch;
  const reader = isWhole && found.reader === "villager" ? "staff" : found.reader;
  return viewOf(acting, found.bulletin, reader);
}

async function viewOf(acting: Acting, bulletin: Bulletin, reader: Reader): Promise<Saying> {
  const { sheet } = bulletin;
  const text = reader === "villager" ? say.short(sheet) : say.full(sheet);
  const standing = await standingOf(acting, bulletin, reader);
  return {
    text: standing.note ? join([text, standing.note]) : text,
    choices: [
      ...standing.choices,
      ...buttonsOf(bulletin, reader),
      ...(await othersOf(acting, bulletin, reader)),
    ],
  };
}

/** What else there is of the unit: the version before, the period before, and what waits besides. */
async function othersOf(acting: Acting, bulletin: Bulletin, reader: Reader): Promise<readonly Choice[]> {
  const { tx } = acting;
  const { id, unit, kind, from, version, bundle, state } = bulletin;
  const wanted = { unit, kind };
  const isLast = state === "published" || state === "replaced";
  const states = isLast ? (["replaced"] as const) : (["published"] as const);
  const older = version > 1 ? await newestBulletin(tx, { ...wanted, states, at: from }) : undefined;
  const earlier = await newestBulletin(tx, { ...wanted, states: ["published"], before: from });
  const waiting = reader === "decider" && bundle === null ? await waitingIn(tx, unit) : [];
  const follows = bundle === null && state === "published" && followsSomewhere(acting);
  return [
    ...(follows ? [{ label: say.follow.open, token: "/weekly follow" }] : []),
    ...(older && older.id !== id
      ? [{ label: isLast ? say.replaced : say.standing, token: `/${kind} show ${older.id}` }]
      : []),
    ...(earlier ? [{ label: say.earlier, token: `/${kind} show ${earlier.id}` }] : []),
    ...waiting
      .filter((one) => one.id !== id)
      .slice(0, mostBesides)
      .map(({ id: other, sheet }) => ({
        label: say.alsoWaits(sheet.kind, sheet.period),
        token: `/${sheet.kind} show ${other}`,
      })),
  ];
}

function followsSomewhere({ person }: Acting): boolean {
  const actions = ["bulletin.follow", "bulletin.confirm"] as const;
  return actions.some((action) => unitsWhere(person.memberships, action).length > 0);
}

const mostBesides = 3;

interface Standing {
  readonly note?: Text;
  readonly choices: readonly Choice[];
}

/** How a sheet stands and what can be decided on it, for whoever may know. */
async function standingOf(acting: Acting, bulletin: Bulletin, reader: Reader): Promise<Standing> {
  const { state, kind, bundle, id, words } = bulletin;
  if (state === "replaced") return { note: say.decide.wasReplaced, choices: [] };
  const published = reader === "villager" ? undefined : await publishedBy(acting, bulletin);
  const isHers = reader === "decider" && bundle === null;
  const button = (label: Text, verb: string): Choice => ({ label, token: `/${kind} ${verb} ${id}` });
  if (published) return { note: published, choices: isHers ? [button(say.decide.correct, "correct")] : [] };
  if (reader === "villager") return { choices: [] };
  if (state === "refused") {
    const choices = isHers ? [button(say.decide.again, "again")] : [];
    return { note: say.decide.wasRefused(words ?? ""), choices };
  }
  if (!isHers) return { note: say.decide.waitsWithOthers, choices: [] };
  const others = (await bundled(acting.tx, id)).length;
  return {
    note: others === 0 ? say.decide.waitsAlone : say.decide.waits(others),
    choices: [button(say.decide.publish, "yes"), button(say.decide.refuse, "no")],
  };
}

/** Who published it and when; undefined while it is not. */
async function publishedBy(
  acting: Acting,
  { state, decidedBy, decidedAt }: Bulletin,
): Promise<Text | undefined> {
  if (state !== "published" || decidedBy === null || decidedAt === null) return undefined;
  return say.decide.publishedBy(await nameOf(acting, decidedBy), acting.calendar.moment(decidedAt));
}

function buttonsOf({ id, sheet, state }: Bulletin, reader: Reader): readonly Choice[] {
  const { kind, overdue, mishandled, rows } = sheet;
  const button = (label: Text, verb: string): Choice => ({ label, token: `/${kind} ${verb} ${id}` });
  return [
    ...(overdue.total > 0 ? [button(say.seeOverdue(overdue.total), "late")] : []),
    ...(mishandled.total > 0 ? [button(say.seeMishandled(mishandled.total), "bad")] : []),
    ...(rows.length > 0 ? [button(say.seeRows, "rows")] : []),
    ...(state === "published" ? [button(say.picture.see, "picture")] : []),
    ...(state === "published" && reader !== "villager"
      ? [{ label: say.table.get, token: `/paper sheet ${id}` }]
      : []),
    ...(reader === "villager" && !isEmpty(sheet) ? [button(say.seeAll, "all")] : []),
  ];
}

const listed = 8;

/** The units right below in which there was something, in the order of their codes, each with the button that opens its own. @param page from 1. */
export async function rowsView(acting: Acting, id: BulletinId, page: number): Promise<Reply> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found) return say.noSuch;
  const { sheet } = found.bulletin;
  const busy = sheet.rows.filter(isBusy);
  const shown = busy.slice((page - 1) * listed, page * listed);
  const choices = await openersOf(acting, found.bulletin, shown);
  const isLast = busy.length <= page * listed;
  const quiet = sheet.rows.length - busy.length;
  const more = isLast ? [] : [{ label: say.more, token: `/${sheet.kind} rows ${id} ${page + 1}` }];
  const back = { label: say.back, token: `/${sheet.kind} show ${id}` };
  const rest = isLast && quiet > 0 ? [say.quietRows(quiet, busy.length === 0)] : [];
  return {
    text: join([say.rowsHead(sheet), ...shown.map(say.row), ...rest]),
    choices: [...choices, ...more, back],
  };
}

/** The buttons that open the sheets of the units below, of the same period: those decided on with it, else the newest. */
async function openersOf(
  { tx }: Acting,
  { id, kind, from, state }: Bulletin,
  rows: readonly SheetRow[],
): Promise<readonly Choice[]> {
  const states = state === "published" ? (["published"] as const) : ([state, "published"] as const);
  const decidedWith = await bundled(tx, id);
  const choices: Choice[] = [];
  for (const { unit, name } of rows) {
    const same = decidedWith.find((one) => one.unit === unit);
    const own = same ?? (await newestBulletin(tx, { unit, kind, states, at: from }));
    if (own) choices.push({ label: verbatim(name), token: `/${kind} show ${own.id}` });
  }
  return choices;
}

/** May she see who followed up what, and have it followed up? */
export function mayFollow({ person }: Acting, unit: Unit): boolean {
  return (
    can(person.memberships, "bulletin.follow", unit) || can(person.memberships, "bulletin.confirm", unit)
  );
}
