import type { Text } from "../language/index.ts";
import { officesOf, unitByCode, upwards, type Office, type Unit } from "../org/index.ts";
import {
  calledName,
  officersOf,
  personById,
  postsIn,
  roleNames,
  type Holder,
  type Moment,
  type PersonId,
} from "../people/index.ts";
import { isAway, keptFromWhom, teamFor, unitOf, type Ticket } from "../tickets/index.ts";
import { say } from "./texts.ts";

/** Somebody who can be asked, or given a task: an office, or a person. */
export interface Body {
  /** `office-12`, or a person's id. */
  readonly id: string;
  readonly name: string;
  readonly label: Text;
  /** Whatever it may be called. */
  readonly called: readonly string[];
  /** Who speaks for it in chat; undefined where it is reached by telephone. */
  readonly person: PersonId | undefined;
  readonly isOffice: boolean;
}

/** The township of a matter, or the county where it has none: whose offices are asked, and whose leaders decide. */
export async function unitAbove(moment: Moment, ticket: Pick<Ticket, "unit">): Promise<Unit> {
  const unit = await unitOf(moment, ticket.unit);
  let top = unit;
  for (const code of upwards(unit)) {
    const found = await unitByCode(moment.tx, code);
    if (found) top = found;
    if (found?.kind === "township") return found;
  }
  return top;
}

/** A unit's offices, each with whoever speaks for it; one where nobody but `except` works is left out. */
export async function officeBodies(
  moment: Moment,
  unit: Unit,
  except: readonly PersonId[],
): Promise<readonly Body[]> {
  const bodies: Body[] = [];
  for (const office of await officesOf(moment.tx, unit.code)) {
    const { id, name } = office;
    const speaker = (await speakerOf(moment, office, except))?.person;
    if (!speaker && (await officersOf(moment.tx, office)).length > 0) continue;
    const label = speaker ? say.bodyOf(name, calledName(speaker)) : say.byTelephone(name);
    bodies.push({ id: `office-${id}`, name, label, called: [name], person: speaker?.id, isOffice: true });
  }
  return bodies;
}

/** Who speaks for an office: somebody who is there, else the first of those who are away. */
async function speakerOf(
  moment: Moment,
  office: Office,
  except: readonly PersonId[],
): Promise<Holder | undefined> {
  const officers = (await officersOf(moment.tx, office)).filter(({ person }) => !except.includes(person.id));
  for (const officer of officers) if (!(await isAway(moment, officer))) return officer;
  return officers[0];
}

/** Everybody a matter can be put to: the offices above it, and its village's team; never from whom it is kept. */
export async function bodiesFor(moment: Moment, ticket: Ticket, unit: Unit): Promise<readonly Body[]> {
  const except = await keptFromWhom(moment, ticket);
  const offices = await officeBodies(moment, unit, except);
  const team = (await teamFor(moment, ticket)).filter(({ person }) => !except.includes(person.id));
  const members = team.map(({ person, role, specialty }): Body => {
    const name = calledName(person);
    const post = specialty ?? roleNames[role].zh;
    const label = { zh: `${name}（${post}）`, en: `${name} (${specialty ?? roleNames[role].en})` };
    return {
      id: person.id,
      name,
      label,
      called: [name, person.name, post],
      person: person.id,
      isOffice: false,
    };
  });
  return [...offices, ...members];
}

/** Staff of a unit itself, by their names. */
export async function staffOf(
  moment: Moment,
  unit: Unit,
  except: readonly PersonId[],
): Promise<readonly Body[]> {
  const bodies = new Map<PersonId, Body>();
  for (const { person: id, role } of await postsIn(moment.tx, unit.code)) {
    const person = except.includes(id) ? undefined : await personById(moment.tx, id);
    if (!person) continue;
    const name = calledName(person);
    const label = { zh: `${name}（${roleNames[role].zh}）`, en: `${name} (${roleNames[role].en})` };
    bodies.set(id, { id, name, label, called: [name, person.name], person: id, isOffice: false });
  }
  return [...bodies.values()];
}
