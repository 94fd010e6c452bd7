import { verbatim, type Text } from "../../language/index.ts";
import { insertGoods } from "../../points/index.ts";
import { can, type Acting } from "../../people/index.ts";
import { bad } from "../texts/bad.ts";
import type { Going, Incoming, Row, Verdict } from "./kind.ts";
import { fieldsOf, readWhole } from "./model.ts";
import { placeIn } from "./places.ts";
import { changeTerms, goodsCalled, removeUnordered, type Stocked, type Terms } from "./store.ts";

/** As the shop itself takes them. */
const [dearest, fullest, longestName] = [10_000, 100_000, 20];

interface Said {
  readonly line: number;
  readonly unit: string;
  readonly name: string;
  readonly price: number;
  readonly stock: number;
  readonly most: number | null;
  readonly known: Stocked | undefined;
}

/** What a step did. */
interface Deeds {
  readonly made: number[];
  readonly changed: { readonly id: number; readonly before: Terms; readonly after: Terms }[];
}

type Hindered = { readonly line: number; readonly bad: Text };

/** Goods of a village's shop. Of those that are there the stock stays: what was ordered meanwhile is not forgotten. */
export const goods: Incoming = {
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
    const deeds: Deeds = { made: [], changed: [] };
    for (const row of rows) {
      const said = await read(acting, going, row);
      if ("bad" in said) return said;
      await carryOut(acting, said, deeds);
    }
    return { deeds };
  },
  async takeBack({ tx }, deeds) {
    const { made, changed } = deeds as Deeds;
    let kept = 0;
    for (const { id, before, after } of changed) if (!(await changeTerms(tx, id, after, before))) kept += 1;
    return kept + made.length - (await removeUnordered(tx, made));
  },
};

function verdictOn({ known, price, most }: Said): Verdict {
  if (!known) return "fresh";
  return known.price === price && known.most === most ? "same" : "changed";
}

async function carryOut({ tx, now, person }: Acting, said: Said, deeds: Deeds): Promise<void> {
  const { known, unit, name, price, stock, most } = said;
  const verdict = verdictOn(said);
  if (known && verdict === "changed") {
    const [before, after] = [
      { price: known.price, most: known.most },
      { price, most },
    ];
    await changeTerms(tx, known.id, before, after);
    deeds.changed.push({ id: known.id, before, after });
  }
  if (known) return;
  const given = { unit, name: verbatim(name), price, stock, monthMost: most, picture: null, isDemo: false };
  const id = await insertGoods(tx, given, { by: person.id, now });
  if (id !== undefined) deeds.made.push(id);
}

function column(name: string): Text {
  const found = fieldsOf.goods.find((field) => field.name === name);
  return { zh: found?.zh ?? name, en: found?.en ?? name };
}

async function read(acting: Acting, going: Going, { line, fields }: Row): Promise<Said | Hindered> {
  const { unit: where = "", name = "", price = "", stock = "", most = "" } = fields;
  if (where === "") return { line, bad: bad.empty(column("unit")) };
  const unit = await placeIn(acting, going, where);
  if (unit === "none") return { line, bad: bad.noPlace(where) };
  if (unit === "several") return { line, bad: bad.whichPlace(where) };
  if (unit.kind !== "village") return { line, bad: bad.notVillage(where) };
  if (!can(acting.person.memberships, "shop.keep", unit)) return { line, bad: bad.notYourShop(unit.name) };
  if (name === "") return { line, bad: bad.empty(column("name")) };
  if (Array.from(name).length > longestName) return { line, bad: bad.tooLong(column("name"), longestName) };
  const costs = readWhole(price, 1, dearest);
  if (costs === undefined) return { line, bad: bad.notNumber(column("price"), 1, dearest) };
  const has = readWhole(stock, 0, fullest);
  if (has === undefined) return { line, bad: bad.notNumber(column("stock"), 0, fullest) };
  const limit = most === "" ? null : readWhole(most, 1, fullest);
  if (limit === undefined) return { line, bad: bad.notNumber(column("most"), 1, fullest) };
  const before = going.seen.get(`${unit.code}/${name}`);
  if (typeof before === "number") return { line, bad: bad.twice(before) };
  going.seen.set(`${unit.code}/${name}`, line);
  const known = await goodsCalled(acting.tx, unit.code, name);
  return { line, unit: unit.code, name, price: costs, stock: has, most: limit, known };
}
