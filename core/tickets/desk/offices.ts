import type { Choice, Reply } from "../../dialogue/index.ts";
import {
  addOffices,
  nameOffice,
  officeById,
  officesOf,
  readOfficeName,
  removeOffice,
  unitByCode,
  unitName,
  type Office,
} from "../../org/index.ts";
import { calledName, can, officersOf, renameSpecialty, type Acting } from "../../people/index.ts";
import type { Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { backWithin } from "../verdict/model.ts";
import { heldBy } from "./store.ts";

/** The offices of a unit as its command room keeps them. */

/** The offices of a unit with who works there, each a button. */
export async function officesView(acting: Acting, code: string): Promise<Reply> {
  const name = await unitName(acting.tx, code);
  const refusal = await mayKeep(acting, code);
  if (refusal) return refusal.refused;
  const lines = [];
  const choices: Choice[] = [];
  for (const office of await officesOf(acting.tx, code)) {
    lines.push(say.officeLine(office, await namesIn(acting, office)));
    choices.push({ label: { zh: office.name, en: office.name }, token: `/desk office ${office.id}` });
  }
  choices.push({ label: say.addOffice, token: `/desk office add ${code}` });
  return { text: say.offices(name, lines), choices };
}

/** One office: its duties, who works there, and what can be changed. */
export async function officeView(acting: Acting, id: number): Promise<Reply> {
  const office = await kept(acting, id);
  if ("refused" in office) return office.refused;
  const text = say.officeCard(office, await unitName(acting.tx, office.unit), await namesIn(acting, office));
  const choices = [
    { label: say.renameOffice, token: `/desk office ${id} rename` },
    { label: say.removeOffice, token: `/desk office ${id} remove` },
    { label: say.officesButton, token: `/desk offices ${office.unit}` },
  ];
  return { text, choices };
}

/** Why this person may not keep the offices of a unit, or undefined. */
export async function mayKeep(acting: Acting, code: string): Promise<Refusal | undefined> {
  const unit = await unitByCode(acting.tx, code);
  if (unit && can(acting.person.memberships, "ticket.dispatch", unit)) return undefined;
  return { refused: say.notYourOffices(unit?.name ?? code) };
}

/** An office that this person may change. */
export async function kept(acting: Acting, id: number): Promise<Office | Refusal> {
  const office = await officeById(acting.tx, id);
  if (!office) return { refused: say.noSuchOffice };
  return (await mayKeep(acting, office.unit)) ?? office;
}

async function namesIn({ tx }: Acting, office: Office): Promise<readonly string[]> {
  return (await officersOf(tx, office)).map(({ person }) => calledName(person));
}

/** Why an office of a unit cannot be called so: it is no name, or another's; null when it can. */
export async function whyNoOffice({ tx }: Acting, unit: string, said: string): Promise<Refusal | null> {
  const name = readOfficeName(said);
  if (name === undefined) return { refused: say.noOfficeName };
  const offices = await officesOf(tx, unit);
  return offices.some((office) => office.name === name) ? { refused: say.officeThere(name) } : null;
}

/** Adds a department to a unit. */
export async function addOffice(acting: Acting, unit: string, said: string, duties: string): Promise<Reply> {
  const refusal = (await mayKeep(acting, unit)) ?? (await whyNoOffice(acting, unit, said));
  const name = readOfficeName(said);
  if (refusal || name === undefined) return refusal?.refused ?? say.noOfficeName;
  const added = await addOffices(acting.tx, [{ unit, name, kind: "department", duties }]);
  if (added === 0) return say.officeThere(name);
  return [
    say.officeAdded(name, await unitName(acting.tx, unit)),
    ...[await officesView(acting, unit)].flat(),
  ];
}

/** Gives an office another name; whoever works there does so under it. */
export async function renameOffice(acting: Acting, id: number, said: string): Promise<Reply> {
  const office = await kept(acting, id);
  if ("refused" in office) return office.refused;
  const refusal = await whyNoOffice(acting, office.unit, said);
  const name = readOfficeName(said);
  if (refusal || name === undefined) return refusal?.refused ?? say.noOfficeName;
  await nameOffice(acting.tx, id, name);
  await renameSpecialty(acting.tx, { unit: office.unit, role: "officer" }, { from: office.name, to: name });
  return say.officeRenamed(office.name, name);
}

/** Removes an office that holds nothing; first it is asked whether that is meant. */
export async function takeOfficeOut(acting: Acting, id: number, isSure: boolean): Promise<Reply> {
  const office = await kept(acting, id);
  if ("refused" in office) return office.refused;
  const held = await heldBy(acting.tx, id, acting.now - backWithin);
  if (held.length > 0) return say.officeHolds(office.name, held);
  const names = await namesIn(acting, office);
  if (isSure) {
    await removeOffice(acting.tx, id);
    return say.officeRemoved(office.name, names);
  }
  const choices = [
    { label: say.sureRemove, token: `/desk office ${id} remove sure` },
    { label: say.keepOffice, token: `/desk office ${id}` },
  ];
  return { text: say.askRemoveOffice(office.name, names), choices };
}
