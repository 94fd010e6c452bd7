import type { Reply } from "../dialogue/index.ts";
import { unitName, unitsCalled, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { roles, type Role } from "./model.ts";
import { roleNames, say } from "./texts.ts";

/** A role by its English word or its Chinese name. */
export function readRole(words: string): Role | undefined {
  const said = words.normalize("NFKC").toLowerCase();
  return roles.find((role) => role === said || roleNames[role].zh === said);
}

/**
 * The one unit that is meant by a code or a name; 「双桥村G1」 is a grid of a village. Otherwise what to say: that there
 * is none, or which of several, each with the command that means it.
 */
export async function readUnit(
  tx: Tx,
  words: string,
  commandFor: (code: string) => string,
): Promise<{ readonly unit: Unit } | { readonly ask: Reply }> {
  const said = words.normalize("NFKC").replaceAll(/\s/g, "");
  const [, village, grid] = /^(\D.*?)-?(G\d+)$/iu.exec(said) ?? [];
  const found = await unitsCalled(tx, village ?? said);
  const [unit, ...others] = grid === undefined ? found : await gridsOf(tx, found, grid);
  if (!unit) return { ask: say.noSuchUnit(words) };
  if (others.length === 0) return { unit };
  const choices: { label: { zh: string; en: string }; token: string }[] = [];
  for (const { code, name, parent } of [unit, ...others]) {
    const label = `${name}（${parent === null ? "" : await unitName(tx, parent)}）`;
    choices.push({ label: { zh: label, en: label }, token: commandFor(code) });
  }
  return { ask: { text: say.whichUnit, choices } };
}

async function gridsOf(tx: Tx, villages: readonly Unit[], grid: string): Promise<readonly Unit[]> {
  const grids: Unit[] = [];
  for (const village of villages)
    grids.push(...(await unitsCalled(tx, `${village.code}-${grid.toUpperCase()}`)));
  return grids;
}
