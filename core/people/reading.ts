import type { Reply, Saying } from "../dialogue/index.ts";
import { officesOf, unitName, unitsCalled, type Office, type Unit } from "../org/index.ts";
import { verbatim } from "../language/index.ts";
import type { Tx } from "../store/index.ts";
import { householdOf } from "./households/store.ts";
import { roles, specialties, type Person, type Role, type Specialty } from "./model.ts";
import { personById, personsNamed } from "./store.ts";
import { roleNames, say } from "./texts.ts";

/** A role by its English word or its Chinese name. */
export function readRole(words: string): Role | undefined {
  const said = words.normalize("NFKC").toLowerCase();
  return roles.find((role) => role === said || roleNames[role].zh === said);
}

/** One of the 8+X by its name. */
export function readSpecialty(words: string): Specialty | undefined {
  const said = words.normalize("NFKC");
  return specialties.find((specialty) => specialty === said);
}

/** The longest a button's command may be, in bytes, on the strictest platform. */
const longestToken = 64;
const namesakesShown = 8;

/** The one person meant by a name or an id; otherwise what to say: that there is none, or which of several. */
export async function readPerson(
  tx: Tx,
  words: string,
  commandFor: (id: string) => string,
): Promise<Person | Exclude<Reply, readonly unknown[]>> {
  const known = await personById(tx, words);
  if (known) return known;
  const found: Person[] = [];
  for (const id of await personsNamed(tx, words)) {
    const person = await personById(tx, id);
    if (person) found.push(person);
  }
  const [person, ...namesakes] = found;
  if (!person) return say.noSuchPerson(words);
  return namesakes.length === 0 ? person : personChoices(tx, words, found, commandFor);
}

/** Which of several namesakes, each with where she lives and the command that means her. */
export async function personChoices(
  tx: Tx,
  name: string,
  people: readonly Person[],
  commandFor: (id: string) => string,
): Promise<Saying> {
  const choices = [];
  for (const person of people.slice(0, namesakesShown)) {
    const grid = person.grid === null ? "" : await unitName(tx, person.grid);
    const home = [grid, (await householdOf(tx, person.id))?.address ?? ""].join(" ").trim();
    const token = commandFor(person.id);
    const isShort = Buffer.byteLength(token) <= longestToken;
    const whole = isShort ? token : token.split(" ").slice(0, 2).join(" ");
    choices.push({ label: say.personAt(person.name, home), token: whole });
  }
  return { text: say.whichPerson(name), choices };
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

/** An office of a unit by its name. */
export async function readOffice(tx: Tx, unit: Unit, words: string): Promise<Office | undefined> {
  const said = words.normalize("NFKC").replaceAll(/\s/g, "");
  return (await officesOf(tx, unit.code)).find(({ name }) => name === said);
}

/** Which office of a unit, each with the command that means it; where there is none, that. */
export async function officeChoices(
  tx: Tx,
  unit: Unit,
  said: string,
  commandFor: (name: string) => string,
): Promise<Reply> {
  const offices = await officesOf(tx, unit.code);
  const name = await unitName(tx, unit.code);
  if (offices.length === 0) return say.noOffices(name);
  const choices = offices.map((office) => ({
    label: verbatim(office.name),
    token: commandFor(office.name),
  }));
  return { text: said === "" ? say.askOffice(name) : say.noSuchOffice(said, name), choices };
}
