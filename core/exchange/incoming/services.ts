import type { Text } from "../../language/index.ts";
import { can, type Acting, type Moment } from "../../people/index.ts";
import {
  areAlike,
  categories,
  categoryNames,
  changeServiceItem,
  insertServiceItem,
  materialsIn,
  removeServiceItem,
  serviceItemCalled,
  type ServiceFacts,
} from "../../services/index.ts";
import { bad } from "../texts/bad.ts";
import type { Going, Incoming, Row, Verdict } from "./kind.ts";
import { fieldsOf } from "./model.ts";
import { placeIn } from "./places.ts";

/** What stands on a button, and what in a message. */
const [longestTitle, longestFact] = [40, 200];
const telephone = /^[\d\s()（）+、，,;；/转-]{3,60}$/u;

type Known = Awaited<ReturnType<typeof serviceItemCalled>>;

/** An item as a line says it. */
interface Said {
  readonly line: number;
  readonly unit: string;
  readonly facts: ServiceFacts;
  readonly known: Known;
}

type Hindered = { readonly line: number; readonly bad: Text };

/** What a step did; `at` is when. */
interface Deeds {
  readonly at: number;
  readonly made: number[];
  readonly changed: { readonly id: number; readonly before: ServiceFacts; readonly isDemo: boolean }[];
}

/** What people get done at offices, as a unit tells it; an item is its unit and its title. */
export const services: Incoming = {
  rowsAtOnce: 3_000,
  mostRows: 3_000,
  async judge(acting, going, rows) {
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      const said = await read(acting, going, row);
      verdicts.push("bad" in said ? { bad: said.bad } : verdictOn(said));
    }
    return verdicts;
  },
  async bring(acting, going, rows) {
    const deeds: Deeds = { at: acting.now, made: [], changed: [] };
    for (const row of rows) {
      const said = await read(acting, going, row);
      if ("bad" in said) return said;
      await carryOut(acting, said, deeds);
    }
    return { deeds };
  },
  takeBack: (moment, deeds) => takeBack(moment, deeds as Deeds),
};

function verdictOn({ known, facts }: Said): Verdict {
  if (!known) return "fresh";
  return areAlike(known, facts) ? "same" : "changed";
}

async function carryOut({ tx, now, person }: Acting, said: Said, deeds: Deeds): Promise<void> {
  const { known, facts, unit } = said;
  if (known && verdictOn(said) === "changed") {
    const { id, isDemo, changedAt: seenAt } = known;
    await changeServiceItem(tx, id, { ...facts, titleEn: known.titleEn }, { seenAt, now, isDemo: false });
    deeds.changed.push({ id, isDemo, before: known });
  }
  if (known) return;
  const item = { ...facts, unit, source: null, grade: null, isDemo: false };
  const id = await insertServiceItem(tx, item, { by: person.id, now });
  if (id !== undefined) deeds.made.push(id);
}

async function takeBack({ tx, now }: Moment, { at, made, changed }: Deeds): Promise<number> {
  let kept = 0;
  for (const { id, before, isDemo } of changed)
    if (!(await changeServiceItem(tx, id, before, { seenAt: at, now, isDemo }))) kept += 1;
  for (const id of made) if (!(await removeServiceItem(tx, id, at))) kept += 1;
  return kept;
}

function column(name: string): Text {
  const found = fieldsOf.services.find((field) => field.name === name);
  return { zh: found?.zh ?? name, en: found?.en ?? name };
}

async function read(acting: Acting, going: Going, { line, fields }: Row): Promise<Said | Hindered> {
  const { unit: where = "", title = "", place = "", phone = "" } = fields;
  for (const name of ["unit", "category", "title", "place"])
    if ((fields[name] ?? "") === "") return { line, bad: bad.empty(column(name)) };
  const unit = await placeIn(acting, going, where);
  if (unit === "none") return { line, bad: bad.noPlace(where) };
  if (unit === "several") return { line, bad: bad.whichPlace(where) };
  if (!can(acting.person.memberships, "service.keep", unit)) return { line, bad: bad.noPlace(where) };
  const category = categoryIn(fields["category"] ?? "");
  if (!category) return { line, bad: bad.noCategory(fields["category"] ?? "", categoriesNamed) };
  for (const [name, words] of Object.entries(fields)) {
    const most = name === "title" ? longestTitle : longestFact;
    if (Array.from(words).length > most) return { line, bad: bad.tooLong(column(name), most) };
  }
  if (phone !== "" && !telephone.test(phone)) return { line, bad: bad.notTelephone(phone) };
  const before = going.seen.get(`${unit.code}/${title}`);
  if (typeof before === "number") return { line, bad: bad.twice(before) };
  going.seen.set(`${unit.code}/${title}`, line);
  const facts = { category, title, titleEn: null, place, ...factsIn(fields) };
  return { line, unit: unit.code, facts, known: await serviceItemCalled(acting.tx, unit.code, title) };
}

const categoriesNamed = categories.map((one) => categoryNames[one].zh);

function categoryIn(words: string) {
  return categories.find((one) => [categoryNames[one].zh, categoryNames[one].en].includes(words));
}

function factsIn({ materials = "", limit = "", fee = "", basis = "", phone = "" }: Row["fields"]) {
  const [timeLimit, costs, by, number] = [limit, fee, basis, phone].map((words) =>
    words === "" ? null : words,
  );
  return {
    materials: materialsIn(materials),
    timeLimit: timeLimit ?? null,
    fee: costs ?? null,
    basis: by ?? null,
    phone: number ?? null,
  };
}
