import { contains, unitsBelow, unitsCalled, type Unit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Going } from "./kind.ts";

/** 「双桥村 G1」, 「双桥村G1」: a grid by its village. */
const gridOfVillage = /^(\D.*?)-?(G\d+)$/iu;

/** The one place that words mean inside what is brought in; "none" and "several" where it is not one. */
export async function placeIn(
  { tx }: Acting,
  { scope, seen }: Going,
  words: string,
): Promise<Unit | "none" | "several"> {
  const key = `place ${words}`;
  const known = seen.get(key);
  if (typeof known === "string") return known === "none" || known === "several" ? known : readUnit(known);
  const said = words.normalize("NFKC").replaceAll(/\s/g, "");
  const [, village, grid] = gridOfVillage.exec(said) ?? [];
  const inside = (await unitsCalled(tx, village ?? said)).filter((unit) => contains(scope, unit));
  const below = grid === undefined ? inside : await gridsNamed(tx, inside, grid.toUpperCase());
  const [unit, ...others] = below;
  const found = unit === undefined ? "none" : others.length > 0 ? "several" : unit;
  seen.set(key, typeof found === "string" ? found : JSON.stringify(found));
  return found;
}

function readUnit(kept: string): Unit {
  return JSON.parse(kept) as Unit;
}

async function gridsNamed(
  tx: Acting["tx"],
  villages: readonly Unit[],
  grid: string,
): Promise<readonly Unit[]> {
  const found: Unit[] = [];
  for (const { code } of villages)
    found.push(...(await unitsBelow(tx, code)).filter(({ name }) => name === grid));
  return found;
}
