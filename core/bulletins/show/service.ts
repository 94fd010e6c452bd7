import type { Choice, Reply, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting } from "../../people/index.ts";
import { makeFirst } from "../decide/schedule.ts";
import type { SheetKind } from "../model.ts";
import { periodBefore } from "../periods/model.ts";
import { bulletinById, bundled, newestBulletin, type Bulletin, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
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
    await makeFirst(acting, unit, periodBefore(kind, zone, acting.now), acting.person.id);
  }
  const states = isDecider ? (["waiting", "published", "refused"] as const) : (["published"] as const);
  const newest = await newestBulletin(acting.tx, { unit: code, kind, states });
  return newest ? viewOf(acting, newest, reader) : say.notPublished(unit.name, kind);
}

type Found = { readonly unit: Unit } | { readonly ask: Reply };

/** Where her highest post is that has to do with sheets, or the village she lives in. */
async function ownUnit(acting: Acting): Promise<Found> {
  const { memberships } = acting.person;
  const codes = [...unitsWhere(memberships, "bulletin.approve"), ...unitsWhere(memberships, "bulletin.read")];
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

/** The one of the period before. */
export async function earlierView(acting: Acting, id: BulletinId): Promise<Reply> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found) return say.noSuch;
  const { unit, kind, from } = found.bulletin;
  const states = ["published"] as const;
  const earlier = await newestBulletin(acting.tx, { unit, kind, states, before: from });
  return earlier ? viewOf(acting, earlier, found.reader) : say.noEarlier;
}

async function viewOf(acting: Acting, bulletin: Bulletin, reader: Reader): Promise<Saying> {
  const { sheet } = bulletin;
  const text = reader === "villager" ? say.short(sheet) : say.full(sheet);
  const standing = await standingOf(acting, bulletin, reader);
  return {
    text: standing.note ? join([text, standing.note]) : text,
    choices: [...standing.choices, ...buttonsOf(bulletin, reader)],
  };
}

interface Standing {
  readonly note?: Text;
  readonly choices: readonly Choice[];
}

/** What can be decided on a sheet, for whoever may. */
async function standingOf(acting: Acting, bulletin: Bulletin, reader: Reader): Promise<Standing> {
  const { id, state, kind, bundle, words } = bulletin;
  if (state === "replaced") return { note: say.decide.wasReplaced, choices: [] };
  const isHers = reader === "decider" && bundle === null;
  if (!isHers) return { choices: [] };
  const button = (label: Text, verb: string): Choice => ({ label, token: `/${kind} ${verb} ${id}` });
  if (state === "published") return { choices: [button(say.decide.correct, "correct")] };
  if (state === "refused")
    return { note: say.decide.wasRefused(words ?? ""), choices: [button(say.decide.again, "again")] };
  const others = (await bundled(acting.tx, id)).length;
  return {
    note: others === 0 ? say.decide.waitsAlone : say.decide.waits(others),
    choices: [button(say.decide.publish, "yes"), button(say.decide.refuse, "no")],
  };
}

function buttonsOf({ id, sheet }: Bulletin, reader: Reader): readonly Choice[] {
  const { kind, overdue, mishandled, rows } = sheet;
  const button = (label: Text, verb: string): Choice => ({ label, token: `/${kind} ${verb} ${id}` });
  return [
    ...(overdue.total > 0 ? [button(say.seeOverdue(overdue.total), "late")] : []),
    ...(mishandled.total > 0 ? [button(say.seeMishandled(mishandled.total), "bad")] : []),
    ...(rows.length > 0 ? [button(say.seeRows, "rows")] : []),
    ...(reader === "villager" ? [button(say.seeAll, "all")] : []),
    button(say.earlier, "before"),
  ];
}

const listed = 8;

/** The units right below, in the order of their codes, each with the button that opens its own. @param page from 1. */
export async function rowsView(acting: Acting, id: BulletinId, page: number): Promise<Reply> {
  const found = await readable(acting, await bulletinById(acting.tx, id));
  if (!found) return say.noSuch;
  const { sheet } = found.bulletin;
  const shown = sheet.rows.slice((page - 1) * listed, page * listed);
  if (shown.length === 0) return say.noneListed;
  const opened = new Map((await bundled(acting.tx, id)).map((one) => [one.unit, one.id]));
  const choices = shown.flatMap(({ unit, name }): readonly Choice[] => {
    const own = opened.get(unit);
    const token = own === undefined ? `/${sheet.kind} ${unit}` : `/${sheet.kind} show ${own}`;
    return [{ label: verbatim(name), token }];
  });
  const more =
    sheet.rows.length > page * listed
      ? [{ label: say.more, token: `/${sheet.kind} rows ${id} ${page + 1}` }]
      : [];
  const back = { label: say.back, token: `/${sheet.kind} show ${id}` };
  return { text: join([say.rowsHead(sheet), ...shown.map(say.row)]), choices: [...choices, ...more, back] };
}

/** May she see who followed up what, and have it followed up? */
export function mayFollow({ person }: Acting, unit: Unit): boolean {
  return (
    can(person.memberships, "bulletin.follow", unit) || can(person.memberships, "bulletin.confirm", unit)
  );
}
