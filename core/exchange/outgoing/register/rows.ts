import { join, type Text } from "../../../language/index.ts";
import { unitName } from "../../../org/index.ts";
import type { Value } from "../../../spreadsheets/index.ts";
import {
  endingNames,
  endingOf,
  kindName,
  lastDuesOf,
  scoreNames,
  sourceNames,
  sourceOf,
  type Ticket,
  type TicketEventKind,
} from "../../../tickets/index.ts";
import { remarks, told } from "../../texts/register.ts";
import { cells } from "../../texts/subjects.ts";
import { shownOf } from "../hiding.ts";
import { maskedName } from "../model.ts";
import { stamp } from "../stamp.ts";
import type { Page, Scope } from "../store.ts";
import type { Telling, Told } from "../telling.ts";
import { followersOfEach, happenedTo, registerPage } from "./store.ts";

type Row = Awaited<ReturnType<typeof registerPage>>[number];
type Happened = Awaited<ReturnType<typeof happenedTo>>[number];

/** What an ending and a remark are read from. */
const said: readonly TicketEventKind[] = [
  "settled",
  "unverified",
  "mediated",
  "mediation_failed",
  "rated",
  "overdue",
  "late",
  "paused",
];

/** What a page needs to know beside its rows. */
interface Around {
  readonly happened: ReadonlyMap<number, readonly Happened[]>;
  readonly followers: ReadonlyMap<number, number>;
  readonly dues: Awaited<ReturnType<typeof lastDuesOf>>;
}

/** 台账: the matters of a place in the columns that an office keeps, numbered as they came. */
export async function tellRegister(telling: Telling, scope: Scope, page: Page): Promise<Told> {
  const { moment } = telling;
  const read = await registerPage(moment.tx, scope, page);
  const numbers = read.map(({ number }) => number);
  const tiered = read.map(({ tier, ...row }) => ({ ...row, tier: tier as Ticket["tier"] }));
  const around: Around = {
    happened: Map.groupBy(await happenedTo(moment.tx, numbers, said), ({ number }) => number),
    followers: await followersOfEach(moment.tx, numbers),
    dues: await lastDuesOf(moment, tiered),
  };
  const rows: Value[][] = [];
  for (const row of read) rows.push(await lineOf(telling, row, page.written + rows.length + 1, around));
  return { rows, next: read.length < page.limit ? undefined : read.at(-1)?.number };
}

async function lineOf(telling: Telling, row: Row, serial: number, around: Around): Promise<Value[]> {
  const { moment, language, isWhole } = telling;
  const { number, cycle, state } = row;
  const happened = around.happened.get(number) ?? [];
  const dues = around.dues.get(number);
  const round = happened.filter((event) => event.cycle === cycle);
  const shown = await shownIn(telling, row);
  return [
    serial,
    String(number),
    stamp(moment, row.created_at),
    cameThrough(row)[language],
    isWhole ? (row.name ?? "") : maskedName(row.name ?? ""),
    await unitName(moment.tx, row.unit_code),
    shown(row.place, ""),
    kindName(row.kind as Ticket["kind"])[language],
    shown(row.what, cells.private[language]),
    row.office ?? row.worker_called ?? row.worker ?? "",
    stamp(moment, dues?.answer ?? null),
    stamp(moment, row.answered_at),
    stamp(moment, dues?.settle ?? null),
    stamp(moment, row.settled_at),
    endingNames[endingOf(state as Ticket["state"], round)][language],
    row.score === null ? "" : scoreNames[row.score as keyof typeof scoreNames][language],
    cycle - 1,
    remarksOn(row, happened, around.followers.get(number) ?? 0)[language],
  ];
}

function cameThrough({ what, filed_by, filer }: Row): Text {
  const source = sourceOf({ what, filedBy: filed_by ?? undefined });
  return told(sourceNames[source], source === "proxy" ? filer : null);
}

/** What a dispute is about is in no register, names and numbers only in one that is whole. */
async function shownIn(telling: Telling, row: Row): Promise<(words: string, instead: string) => string> {
  if (!telling.isWhole && row.kind === "dispute") return (_, instead) => instead;
  const shown = await shownOf(telling, { ...row, unit: row.unit_code });
  return (words) => shown(words);
}

function remarksOn(row: Row, happened: readonly Happened[], followers: number): Text {
  const did = (kind: TicketEventKind): boolean => happened.some((event) => event.kind === kind);
  const all: readonly (Text | false)[] = [
    row.urgent === 1 && remarks.urgent,
    row.supervised_at !== null && remarks.supervised,
    row.county_at !== null && remarks.county,
    did("overdue") && remarks.answerLate,
    did("late") && remarks.settleLate,
    did("paused") && remarks.paused,
    followers > 0 && remarks.followers(followers),
    row.cycle > 1 && remarks.round(row.cycle),
  ];
  const so = all.filter((remark) => remark !== false);
  return { zh: join(so, "；").zh, en: join(so, "; ").en };
}
