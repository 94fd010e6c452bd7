import { catchUp, evaluate, evaluateEach, type Counts } from "../../evaluation/index.ts";
import { unitsBelow, type Unit } from "../../org/index.ts";
import { roleNames, type Moment, type PersonId } from "../../people/index.ts";
import { isPublicThing, kindOf } from "../../tickets/index.ts";
import { followUpsOf, type FollowUp } from "../follow/store.ts";
import { needsConfirmation } from "../follow/model.ts";
import {
  mostListed,
  type Figure,
  type ListedMatter,
  type Period,
  type Sheet,
  type SheetFollowUp,
  type SheetList,
  type SheetRow,
} from "../model.ts";
import { previous } from "../periods/model.ts";
import { insertBulletins, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import { figuresOf, rowFigures } from "./figures.ts";
import { mishandledIn, overdueIn, type Found } from "./model.ts";
import { openAt, type Standing } from "./stand/store.ts";
import { holdsDemoPeople, wrongsIn, type Matter, type Wrongs } from "./store.ts";

/** Which version is made, and by whom. */
export interface Making {
  /** Null at the program's own hour. */
  readonly by: PersonId | null;
  readonly version: number;
  readonly correction: string | null;
}

/** Everything that is known of a township or county in a period, read once for all its sheets. */
interface Known {
  readonly period: Period;
  readonly below: readonly Unit[];
  readonly counts: ReadonlyMap<string, Counts>;
  readonly before: ReadonlyMap<string, Counts>;
  readonly wrongs: Wrongs;
  readonly followUps: ReadonlyMap<number, readonly FollowUp[]>;
  /** By the path of their unit. */
  readonly open: ReadonlyMap<string, readonly Standing[]>;
  readonly isDemo: boolean;
}

/** So many events are counted while somebody waits for a sheet: under a second. */
const mostCounted = 1_000;

/** Is everything counted that a sheet would freeze? What is left is counted beside the turns within minutes. */
export function isCounted(moment: Moment): Promise<boolean> {
  return catchUp(moment, mostCounted);
}

/**
 * Makes the sheets of a township and its villages, or of the county alone, to be decided on together; where `isCounted`.
 * @returns undefined when that version was made before.
 */
export async function makeBundle(
  moment: Moment,
  top: Unit,
  period: Period,
  making: Making,
): Promise<BulletinId | undefined> {
  const { tx, now } = moment;
  const known = await gather(moment, top, period);
  const own = sheetOf(known, top, making);
  const [bundle] = await insertBulletins(tx, [own], { bundle: null, by: making.by, now });
  if (bundle === undefined || top.kind === "county") return bundle;
  const villages = known.below.filter(({ kind }) => kind === "village");
  const sheets = villages.map((village) => sheetOf(known, village, making));
  await insertBulletins(tx, sheets, { bundle, by: making.by, now });
  return bundle;
}

async function gather(moment: Moment, top: Unit, period: Period): Promise<Known> {
  const { tx, calendar } = moment;
  const kind = top.kind === "county" ? "township" : "village";
  const open = await openAt(tx, top.path, period.to);
  const wrongs = await wrongsIn(tx, top.path, period, open);
  const followed = await followUpsOf(tx, [...wrongs.matters.keys()]);
  return {
    period,
    below: await unitsBelow(tx, top.code),
    counts: await countsIn(period),
    before: await countsIn(previous(period, calendar.zone)),
    wrongs,
    followUps: Map.groupBy(followed, ({ number }) => number),
    open: Map.groupBy(open.values(), ({ path }) => path),
    isDemo: await holdsDemoPeople(tx, top.path),
  };

  async function countsIn({ from, to }: Period): Promise<ReadonlyMap<string, Counts>> {
    const each = await evaluateEach(tx, { under: top.code, kind, from, to });
    const own = await evaluate(tx, { unit: top.code, from, to });
    return new Map([...each.map(({ unit, counts }) => [unit, counts] as const), [top.code, own]]);
  }
}

function sheetOf(known: Known, unit: Unit, { version, correction }: Making): Sheet {
  const { period, below, counts } = known;
  const own = counts.get(unit.code);
  if (!own) throw new Error(`nothing was counted of ${unit.code}`);
  const figures = figuresOf(own, known.before.get(unit.code));
  return {
    kind: period.kind,
    unit: { code: unit.code, name: unit.name, kind: unit.kind === "grid" ? "village" : unit.kind },
    title: say.title(unit.name, period.kind),
    period,
    version,
    correction,
    received: own.filed,
    settled: own.settled,
    open: openIn(known, unit),
    figures,
    rows: unit.kind === "village" ? [] : below.flatMap((one) => rowOf(one, counts.get(one.code))),
    ...listsOf(known, unit),
    notes: smallNotes(figures),
    isDemo: known.isDemo,
  };
}

function smallNotes(figures: readonly Figure[]): Sheet["notes"] {
  const known = figures.filter(({ share }) => share !== null);
  const small = known.filter(({ isSmall }) => isSmall);
  if (small.length === 0) return [];
  return [say.smallNote(small.length === known.length ? null : small.map(({ name }) => name))];
}

function openIn({ open }: Known, unit: Unit): number {
  return [...open].reduce(
    (sum, [path, those]) => (path.split("/").includes(unit.code) ? sum + those.length : sum),
    0,
  );
}

function rowOf({ code, name }: Unit, counts: Counts | undefined): readonly SheetRow[] {
  if (!counts) return [];
  const { filed, settled } = counts;
  return [{ unit: code, name, received: filed, settled, figures: rowFigures(counts) }];
}

function listsOf(known: Known, unit: Unit): Pick<Sheet, "overdue" | "mishandled"> {
  const { wrongs, period } = known;
  const isHere = ({ number }: { readonly number: number }): boolean =>
    wrongs.matters.get(number)?.codes.includes(unit.code) === true;
  const lapses = wrongs.lapses.filter(isHere);
  const complaints = wrongs.complaints.filter(isHere);
  return {
    overdue: listOf(known, overdueIn(lapses, period)),
    mishandled: listOf(known, mishandledIn(lapses, complaints, period)),
  };
}

function listOf(known: Known, found: readonly Found[]): SheetList {
  return { total: found.length, matters: found.slice(0, mostListed).flatMap((one) => listed(known, one)) };
}

function listed({ wrongs, below, followUps }: Known, found: Found): readonly ListedMatter[] {
  const matter = wrongs.matters.get(found.number);
  if (!matter) return [];
  const place = below.find(({ code }) => matter.codes.includes(code));
  const { zh, en } = kindOf(matter.kind);
  const isAnswer = found.fault === "answer_late" || found.fault === "unanswered";
  return [
    {
      ...found,
      what: { zh, en },
      where: place?.name ?? "",
      whose: isAnswer ? say.levels.answer : levelOf(matter),
      isPrivate: !isPublicThing(matter.kind),
      followUps: (followUps.get(found.number) ?? []).flatMap(toldOn),
    },
  ];
}

function levelOf({ tier }: Matter) {
  return say.levels[tier];
}

function toldOn({ kind, state, decidedAt, madeAt }: FollowUp): readonly SheetFollowUp[] {
  if (state !== "standing" && state !== "done") return [];
  const by = needsConfirmation(kind) ? roleNames.discipline : say.levels.room;
  return [{ kind, state, by, at: decidedAt ?? madeAt }];
}
