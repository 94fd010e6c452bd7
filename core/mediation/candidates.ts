import type { Text } from "../language/index.ts";
import { unitByCode, unitName, unitsBelow } from "../org/index.ts";
import {
  mayKeep,
  personById,
  reachableAt,
  residentsNamed,
  type Acting,
  type Moment,
  type Person,
  type PersonId,
} from "../people/index.ts";
import { disputesOf, postAndName, readable, teamFor, unitOf, type Ticket } from "../tickets/index.ts";
import { mediatorText } from "./telling.ts";
import { say } from "./texts.ts";

/** Who may be a side of a dispute, and who may mediate it. */

/** Somebody to choose. */
export interface Candidate {
  readonly id: PersonId;
  readonly name: string;
  readonly label: Text;
}

/** Another side: somebody registered, or a name. */
export interface Side {
  readonly id: PersonId | null;
  readonly name: string;
}

/** The grids of the village a matter belongs to. */
async function gridsAround(moment: Moment, ticket: Ticket): Promise<readonly string[]> {
  const unit = await unitOf(moment, ticket.unit);
  const village =
    unit.kind === "grid" && unit.parent !== null ? await unitByCode(moment.tx, unit.parent) : unit;
  if (!village) return [unit.code];
  return [village.code, ...(await unitsBelow(moment.tx, village.code)).map(({ code }) => code)];
}

/** Who a name may mean, among the people of the village; her address only for whoever keeps her grid. */
export async function people(acting: Acting, ticket: Ticket, name: string): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const { person, address } of await residentsNamed(acting, await gridsAround(acting, ticket), name)) {
    const keeps = person.grid !== null && (await mayKeep(acting, person.grid)) === undefined;
    const grid = person.grid === null ? "" : await unitName(acting.tx, person.grid);
    const label = say.opening.personAt(person.name, (keeps ? address : null) ?? grid);
    found.push({ id: person.id, name: person.name, label });
  }
  return found;
}

/** Who can mediate: not a side, not whom the matter is about, not a namesake of somebody known by name only. */
function fits(ticket: Ticket, others: readonly Side[], person: Person): boolean {
  const isSide = others.some(({ id, name }) => id === person.id || (id === null && isCalled(person, name)));
  return !isSide && person.id !== ticket.reporter && person.id !== ticket.about;
}

function isCalled({ name, nickname }: Person, said: string): boolean {
  return name === said || nickname === said;
}

async function isReached({ tx }: Pick<Moment, "tx">, person: PersonId): Promise<boolean> {
  return (await reachableAt(tx, person)).length > 0;
}

/** The village team, as far as each may mediate. */
export async function teamMediators(
  acting: Acting,
  ticket: Ticket,
  others: readonly Side[],
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const holder of await teamFor(acting, ticket)) {
    const { person, specialty } = holder;
    if (!fits(ticket, others, person) || !(await isReached(acting, person.id))) continue;
    const label = specialty === undefined ? postAndName(holder) : await mediatorText(acting, person.id);
    found.push({ id: person.id, name: person.name, label });
  }
  return found;
}

/** People of the village by name who may mediate: a respected elder, say. */
export async function elders(
  acting: Acting,
  ticket: Ticket,
  others: readonly Side[],
  name: string,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (const candidate of await people(acting, ticket, name)) {
    const person = await personById(acting.tx, candidate.id);
    if (person && fits(ticket, others, person) && (await isReached(acting, person.id))) found.push(candidate);
  }
  return found;
}

/** May this person mediate, as it stands now? */
export async function mayMediate(
  acting: Acting,
  ticket: Ticket,
  others: readonly Side[],
  id: PersonId,
): Promise<boolean> {
  const person = await personById(acting.tx, id);
  return person !== undefined && fits(ticket, others, person) && (await isReached(acting, id));
}

/** The disputes that other sides reported themselves, as far as whoever acts may read them. */
export async function twins(acting: Acting, ticket: Ticket, others: readonly Side[]) {
  const found: { readonly name: string; readonly number: number }[] = [];
  for (const { id, name } of others) {
    for (const number of id === null ? [] : await disputesOf(acting.tx, id))
      if (number !== ticket.number && !("refused" in (await readable(acting, number))))
        found.push({ name, number });
  }
  return found;
}
