import type { Text } from "../../../language/index.ts";
import { readAddress, readName, type Acting } from "../../../people/index.ts";
import { bad } from "../../texts/bad.ts";
import { columnNames } from "../../texts/subjects.ts";
import type { Going, Incoming, Row, Verdict } from "../kind.ts";
import { readYes } from "../model.ts";
import { placeIn } from "../places.ts";
import * as store from "./store.ts";

/** A county's people. */
const mostRows = 300_000;
/** So many rows in one transaction: it takes some 50 ms and nobody waits longer for an answer. */
const rowsAtOnce = 500;

/** What a spreadsheet says of its own (#REF!, =A1), and what stands in no register: nobody is called so. */
const notInNames = /[#=@+|!?"%&\\:;_~^$]/u;

/** Somebody at an address, as a line says it. */
interface Said {
  readonly line: number;
  readonly grid: string;
  readonly address: string;
  readonly name: string;
  readonly isHead: boolean;
  readonly isPhoneOnly: boolean;
}

/** What a line does. */
interface Plan extends Said {
  /** Who it is; of somebody to be registered the id she gets. */
  readonly person: string;
  readonly deed: "register" | "move_in" | "none";
  readonly household: store.Living | undefined;
  readonly becomesHead: boolean;
  readonly becomesPhoneOnly: boolean;
}

export const households: Incoming = {
  rowsAtOnce,
  mostRows,
  async judge(acting, going, rows) {
    const plans = await planned(acting, going, rows);
    return plans.map((plan): Verdict => ("bad" in plan ? { bad: plan.bad } : verdictOn(plan)));
  },
  async bring(acting, going, rows) {
    const plans = await planned(acting, going, rows);
    const hindered = plans.find((plan) => "bad" in plan);
    if (hindered && "bad" in hindered) return hindered;
    return { deeds: await carryOut(acting, plans as readonly Plan[]) };
  },
  takeBack: (moment, deeds) => takeBack(moment, deeds as Deeds),
};

function verdictOn({ deed, becomesHead, becomesPhoneOnly }: Plan): Verdict {
  if (deed === "register") return "fresh";
  return deed === "move_in" || becomesHead || becomesPhoneOnly ? "changed" : "same";
}

type Hindered = { readonly line: number; readonly bad: Text };

/** What each line says, put beside what stands in the lines before and in the database. */
async function planned(
  acting: Acting,
  going: Going,
  rows: readonly Row[],
): Promise<readonly (Plan | Hindered)[]> {
  const said: (Said | Hindered)[] = [];
  for (const row of rows) said.push(await read(acting, going, row));
  const whole = said.filter((one): one is Said => !("bad" in one));
  const known = await knownOf(acting, whole);
  return said.map((one) => ("bad" in one ? one : planOf(going, one, known)));
}

async function read(acting: Acting, going: Going, { line, fields }: Row): Promise<Said | Hindered> {
  const { grid: where = "", head = "", phone = "" } = fields;
  for (const column of ["grid", "address", "name"] as const)
    if ((fields[column] ?? "") === "") return { line, bad: bad.empty(columnNames[column]) };
  const unit = await placeIn(acting, going, where);
  if (unit === "none") return { line, bad: bad.noPlace(where) };
  if (unit === "several") return { line, bad: bad.whichPlace(where) };
  if (unit.kind !== "grid") return { line, bad: bad.notGrid(where) };
  const address = readAddress(fields["address"] ?? "");
  if (address === undefined) return { line, bad: bad.notAddress(fields["address"] ?? "") };
  if (/[*＊]/u.test(Object.values(fields).join(""))) return { line, bad: bad.starred };
  const name = readName(fields["name"] ?? "");
  if (name === undefined || notInNames.test(name)) return { line, bad: bad.notName(fields["name"] ?? "") };
  const [isHead, isPhoneOnly] = [readYes(head), readYes(phone)];
  if (isHead === undefined) return { line, bad: bad.notYes(columnNames.head, head) };
  if (isPhoneOnly === undefined) return { line, bad: bad.notYes(columnNames.phone, phone) };
  const said = { line, grid: unit.code, address, name, isHead, isPhoneOnly };
  return repeated(going, said) ?? said;
}

/** Does an earlier line say the same, or name another head? */
function repeated({ seen }: Going, { line, grid, address, name, isHead }: Said): Hindered | undefined {
  const [whole, head] = [`${grid}/${address}/${name}`, `head ${grid}/${address}`];
  const before = seen.get(whole);
  if (typeof before === "number") return { line, bad: bad.twice(before) };
  seen.set(whole, line);
  const other = isHead ? seen.get(head) : undefined;
  if (typeof other === "number") return { line, bad: bad.twoHeads(other) };
  if (isHead) seen.set(head, line);
  return undefined;
}

interface Known {
  /** By grid and address. */
  readonly housed: ReadonlyMap<string, readonly store.Living[]>;
  /** By grid and name: who lives at no address. */
  readonly unhoused: ReadonlyMap<string, readonly store.Unhoused[]>;
}

/** So many rows of a grid: all of it is read, by a statement that is always the same, instead of a long list of addresses. */
const wholeGridFrom = 50;

/** Grid by grid: a file is mostly in their order, and a list of both would be looked for in every pair of them. */
async function knownOf({ tx }: Acting, said: readonly Said[]): Promise<Known> {
  const housed = new Map<string, store.Living[]>();
  const unhoused = new Map<string, store.Unhoused[]>();
  for (const [grid, there] of Map.groupBy(said, (one) => one.grid)) {
    const some = there.length < wholeGridFrom;
    const addresses = some ? [...new Set(there.map(({ address }) => address))] : undefined;
    const names = some ? [...new Set(there.map(({ name }) => name))] : undefined;
    for (const living of await store.livingAt(tx, grid, addresses))
      add(housed, `${grid}/${living.address}`, living);
    for (const one of await store.unhoused(tx, grid, names)) add(unhoused, `${grid}/${one.name}`, one);
  }
  return { housed, unhoused };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function planOf({ transfer, seen }: Going, said: Said, known: Known): Plan | Hindered {
  const { line, grid, address, name, isHead, isPhoneOnly } = said;
  const living = known.housed.get(`${grid}/${address}`) ?? [];
  const [household] = living;
  const there = living.find((one) => one.name === name);
  if (there?.person) {
    const becomesHead = isHead && there.head !== there.person;
    const becomesPhoneOnly = isPhoneOnly && !there.isPhoneOnly;
    return { ...said, person: there.person, deed: "none", household, becomesHead, becomesPhoneOnly };
  }
  // Somebody of an earlier line of this file is no longer without an address.
  const alone = (known.unhoused.get(`${grid}/${name}`) ?? []).filter(({ id }) => !seen.has(`moved ${id}`));
  if (alone.length > 1) return { line, bad: bad.namesakes(name, alone.length) };
  const [namesake] = alone;
  // Whoever joined under somebody's name and was confirmed by nobody gets nobody's household.
  if (namesake?.isConfirmed === false) return { line, bad: bad.unconfirmed(name) };
  const person = namesake?.id;
  if (person !== undefined) seen.set(`moved ${person}`, line);
  return {
    ...said,
    person: person ?? `person-import-${transfer}-${line}`,
    deed: person === undefined ? "register" : "move_in",
    household,
    becomesHead: isHead,
    becomesPhoneOnly: isPhoneOnly && person !== undefined,
  };
}

/** What a step did, so that it can be taken back. */
interface Deeds {
  readonly people: readonly string[];
  readonly households: readonly number[];
  readonly movedIn: readonly { readonly person: string; readonly household: number }[];
  readonly heads: readonly {
    readonly household: number;
    readonly before: string | null;
    readonly head: string;
  }[];
  readonly phoneOnly: readonly string[];
  /** When it was done. */
  readonly at: number;
}

async function carryOut({ tx, person: by, now }: Acting, plans: readonly Plan[]): Promise<Deeds> {
  const fresh = plans.filter(({ deed }) => deed === "register");
  const people = fresh.map(({ person: id, name, grid, isPhoneOnly }) => ({ id, name, grid, isPhoneOnly }));
  await store.insertResidents(tx, people, by.id, now);
  const { ids, made } = await makeHouseholds(tx, plans, by.id, now);
  const idOf = ({ household, grid, address }: Plan): number =>
    household?.id ?? ids.get(`${grid}/${address}`) ?? Number.NaN;
  const moving = plans.filter(({ deed }) => deed !== "none");
  const members = moving.map((plan) => ({ person: plan.person, household: idOf(plan) }));
  await store.insertMembers(tx, members, now);
  const heads = [];
  for (const plan of plans) {
    const { household, person: head, becomesHead } = plan;
    if (!becomesHead || !household) continue;
    await store.changeHead(tx, household.id, { before: household.head, head });
    heads.push({ household: household.id, before: household.head, head });
  }
  const phoneOnly = plans.filter(({ becomesPhoneOnly }) => becomesPhoneOnly).map(({ person }) => person);
  await store.notePhoneOnly(tx, phoneOnly, now);
  const movedIn = moving
    .filter(({ deed }) => deed === "move_in")
    .map((plan) => ({ person: plan.person, household: idOf(plan) }));
  return {
    people: people.map(({ id }) => id),
    households: made,
    movedIn,
    heads,
    phoneOnly,
    at: now,
  };
}

/**
 * Makes the households that are not there, each with its head. @returns the numbers by grid and address, also of those that a
 * grid worker added at this very moment, and which were made here.
 */
async function makeHouseholds(
  tx: Acting["tx"],
  plans: readonly Plan[],
  by: string,
  now: number,
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly made: readonly number[] }> {
  const wanted = new Map<string, { grid: string; address: string; head: string | null }>();
  for (const { household, grid, address, isHead, person } of plans) {
    if (household) continue;
    const key = `${grid}/${address}`;
    const head = isHead ? person : (wanted.get(key)?.head ?? null);
    wanted.set(key, { grid, address, head });
  }
  const made = await store.insertHouseholds(tx, [...wanted.values()], by, now);
  const ids = new Map(made.map(({ id, grid, address }) => [`${grid}/${address}`, id]));
  for (const [key, { grid, address }] of wanted) {
    if (ids.has(key)) continue;
    const [there] = await store.livingAt(tx, grid, [address]);
    if (there) ids.set(key, there.id);
  }
  return { ids, made: made.map(({ id }) => id) };
}

async function takeBack({ tx }: Pick<Acting, "tx">, deeds: Deeds): Promise<number> {
  for (const { household, before, head } of deeds.heads)
    await store.giveHeadBack(tx, household, { before: head, head: before });
  await store.moveOutOf(tx, deeds.movedIn);
  await store.forgetPhoneOnly(tx, deeds.phoneOnly, deeds.at);
  const removed = await store.removeUnused(tx, deeds.people);
  await store.removeEmpty(tx, deeds.households);
  return deeds.people.length - removed;
}
