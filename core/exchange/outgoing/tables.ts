import type { Text } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { roleNames, type Moment, type Role } from "../../people/index.ts";
import { categoryNames, countServiceItems, serviceItemsInside } from "../../services/index.ts";
import type { Column, Value } from "../../spreadsheets/index.ts";
import { kindName, scoreNames, stateNames, type Ticket } from "../../tickets/index.ts";
import type { Exported } from "../model.ts";
import { cells, columnNames, earnedNames, tierNames } from "../texts/subjects.ts";
import { maskedAddress, maskedName } from "./model.ts";
import { shownOf } from "./hiding.ts";
import { tellRegister } from "./register/rows.ts";
import { stamp } from "./stamp.ts";
import * as store from "./store.ts";
import type { Telling, Told } from "./telling.ts";

/** A table that can be taken out, read page by page. */
interface Outgoing {
  readonly columns: readonly (keyof typeof columnNames)[];
  readonly count: (tx: Moment["tx"], scope: store.Scope) => Promise<number>;
  readonly tell: (telling: Telling, scope: store.Scope, page: store.Page) => Promise<Told>;
}

const identifiers: readonly (keyof typeof columnNames)[] = [
  "code",
  "grid",
  "address",
  "number",
  "ticket",
  "telephone",
];
const wide: readonly (keyof typeof columnNames)[] = [
  "what",
  "words",
  "reason",
  "remarks",
  "where",
  "materials",
  "basis",
];

export const outgoing: Readonly<Record<Exported, Outgoing>> = {
  tickets: {
    columns: [
      ...(["number", "kind", "what", "place", "unit", "reporter", "state", "tier", "cycle"] as const),
      ...(["filed", "answered", "settled", "closed", "rating"] as const),
    ],
    count: store.countTickets,
    tell: tellTickets,
  },
  register: {
    columns: [
      ...(["serial", "number", "received", "through", "reporter", "unit", "place", "kind", "what"] as const),
      ...(["responsible", "answerDue", "answered", "settleDue", "ready", "ended", "rating"] as const),
      ...(["reopened", "remarks"] as const),
    ],
    count: store.countTickets,
    tell: tellRegister,
  },
  households: {
    columns: ["grid", "address", "name", "head", "phone", "carer"],
    count: store.countMembers,
    tell: tellHouseholds,
  },
  staff: { columns: ["name", "role", "unit", "code", "specialty"], count: store.countStaff, tell: tellStaff },
  points: {
    columns: ["number", "account", "earned", "delta", "reason", "at", "effective"],
    count: store.countPoints,
    tell: tellPoints,
  },
  gaps: { columns: ["number", "unit", "words", "at", "ticket"], count: store.countGaps, tell: tellGaps },
  services: {
    columns: ["unit", "category", "title", "where", "materials", "limit", "fee", "basis", "telephone"],
    count: (tx, { path }) => countServiceItems(tx, path),
    tell: tellServices,
  },
};

export function columnsOf(subject: Exported, language: "zh" | "en"): readonly Column[] {
  return outgoing[subject].columns.map((name) => ({
    title: columnNames[name][language],
    width: wide.includes(name) ? 40 : 16,
    isIdentifier: identifiers.includes(name),
  }));
}

function named({ isWhole }: Telling, whole: string | null): string {
  return isWhole ? (whole ?? "") : maskedName(whole ?? "");
}

function addressed({ isWhole }: Telling, whole: string): string {
  return isWhole ? whole : maskedAddress(whole);
}

function told<Row>(
  rows: readonly (readonly Value[])[],
  read: readonly Row[],
  limit: number,
  keyOf: (row: Row) => number,
): Told {
  const last = read.at(-1);
  return { rows, next: last === undefined || read.length < limit ? undefined : keyOf(last) };
}

async function tellTickets(telling: Telling, scope: store.Scope, page: store.Page): Promise<Told> {
  const { moment, language, isWhole } = telling;
  const read = await store.ticketPage(moment.tx, scope, page);
  const rows: Value[][] = [];
  for (const row of read) {
    const isHidden = !isWhole && row.kind === "dispute";
    const shown = await shownOf(telling, { ...row, unit: row.unit_code });
    rows.push([
      String(row.number),
      kindName(row.kind as Ticket["kind"])[language],
      isHidden ? cells.private[language] : shown(row.what),
      isHidden ? "" : shown(row.place),
      await unitName(moment.tx, row.unit_code),
      named(telling, row.name),
      stateNames[row.state as Ticket["state"]][language],
      said(tierNames[row.tier], language),
      row.cycle,
      stamp(moment, row.created_at),
      stamp(moment, row.answered_at),
      stamp(moment, row.settled_at),
      stamp(moment, row.closed_at),
      row.score === null ? "" : scoreNames[row.score as keyof typeof scoreNames][language],
    ]);
  }
  return told(rows, read, page.limit, ({ number }) => number);
}

function said(text: Text | undefined, language: "zh" | "en"): string {
  return text?.[language] ?? "";
}

async function tellHouseholds(telling: Telling, scope: store.Scope, page: store.Page): Promise<Told> {
  const { moment, language } = telling;
  const read = await store.householdPage(moment.tx, scope, page);
  const yes = cells.yes[language];
  const rows = read.map((row): Value[] => [
    row.grid,
    addressed(telling, row.address),
    named(telling, row.name),
    row.person !== null && row.person === row.head_id ? yes : "",
    row.phone_only_at === null ? "" : yes,
    named(telling, row.carer),
  ]);
  // A page is so many households; each may be several rows, and none is fewer than one.
  const households = new Set(read.map(({ id }) => id)).size;
  return { rows, next: households < page.limit ? undefined : read.at(-1)?.id };
}

async function tellStaff({ moment, language }: Telling, scope: store.Scope, page: store.Page): Promise<Told> {
  const read = await store.staffPage(moment.tx, scope, page);
  const rows: Value[][] = [];
  for (const row of read) {
    const unit = await unitName(moment.tx, row.unit_code);
    // Who holds a post is no secret: villagers are told by name who answers them.
    rows.push([row.name, roleNames[row.role as Role][language], unit, row.unit_code, row.specialty ?? ""]);
  }
  return told(rows, read, page.limit, () => page.after + read.length);
}

async function tellPoints(telling: Telling, scope: store.Scope, page: store.Page): Promise<Told> {
  const { moment, language } = telling;
  const read = await store.pointsPage(moment.tx, scope, page);
  const rows: Value[][] = [];
  for (const row of read) {
    const whose =
      row.account_kind === "team"
        ? `${await unitName(moment.tx, row.account_id)} ${cells.village[language]}`
        : row.account_kind === "household"
          ? `${cells.household[language]} ${addressed(telling, row.address ?? row.account_id)}`
          : named(telling, row.name);
    const shown = await shownOf(telling, { ...row, unit: row.home ?? row.stands ?? row.account_id });
    rows.push([
      String(row.id),
      whose,
      said(earnedNames[row.kind], language),
      row.delta,
      shown(row.reason),
      stamp(moment, row.at),
      stamp(moment, row.effective_at),
    ]);
  }
  return told(rows, read, page.limit, ({ id }) => id);
}

async function tellGaps(telling: Telling, scope: store.Scope, page: store.Page): Promise<Told> {
  const { moment } = telling;
  const read = await store.gapPage(moment.tx, scope, page);
  const rows: Value[][] = [];
  for (const row of read) {
    const shown = await shownOf(telling, { ...row, unit: row.unit_code });
    rows.push([
      String(row.id),
      await unitName(moment.tx, row.unit_code),
      shown(row.words),
      stamp(moment, row.asked_at),
      row.ticket_number === null ? "" : String(row.ticket_number),
    ]);
  }
  return told(rows, read, page.limit, ({ id }) => id);
}

/** With the column names and words by which it can be brought in again. */
async function tellServices(telling: Telling, { path }: store.Scope, page: store.Page): Promise<Told> {
  const { moment, language } = telling;
  const read = await serviceItemsInside(moment.tx, path, page);
  const rows: Value[][] = [];
  for (const item of read)
    rows.push([
      await unitName(moment.tx, item.unit),
      categoryNames[item.category][language],
      item.title,
      item.place,
      item.materials.join("；"),
      item.timeLimit,
      item.fee,
      item.basis,
      item.phone,
    ]);
  return told(rows, read, page.limit, ({ id }) => id);
}
