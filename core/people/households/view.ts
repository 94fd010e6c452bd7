import type { Choice, Reply, Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitName, type Unit } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Person, PersonId } from "../model.ts";
import type { Acting } from "../moment.ts";
import { personById, reachableAt } from "../store.ts";
import { countHouseholds, householdOf, householdsIn, membersOf, type Household } from "./store.ts";
import { say } from "./texts.ts";

const shown = 8;

/** One page of a grid's households, each a button; says how to add the first where there is none. */
export async function householdList(acting: Acting, grid: Unit, page: number): Promise<Saying> {
  const { tx } = acting;
  const name = await unitName(tx, grid.code);
  const count = await countHouseholds(tx, grid.code);
  const add: Choice = { label: say.buttons.add, token: `/household ${grid.code} add` };
  if (count === 0) return { text: say.noneYet(name), choices: [add] };
  const pages = Math.ceil(count / shown);
  const at = Math.min(Math.max(1, page), pages);
  const choices: Choice[] = [];
  for (const { id, address, head } of await householdsIn(tx, grid.code, {
    from: (at - 1) * shown,
    limit: shown,
  })) {
    const label = say.line(address, await nameOf(tx, head));
    choices.push({ label, token: `/household ${id}` });
  }
  if (at > 1) choices.push({ label: say.buttons.previous, token: `/household ${grid.code} #${at - 1}` });
  if (at < pages) choices.push({ label: say.buttons.more, token: `/household ${grid.code} #${at + 1}` });
  return { text: say.list(name, count), choices: [...choices, add] };
}

/** One household with what its keeper can do. */
export async function householdView({ tx }: Acting, household: Household): Promise<Reply> {
  const { id, grid, address, carer } = household;
  const members: Person[] = [];
  const everybody = await membersOf(tx, id);
  const headFirst = everybody.toSorted((one, other) => rank(household, one) - rank(household, other));
  for (const member of headFirst) {
    const person = await personById(tx, member);
    if (person) members.push(person);
  }
  const hears = async (person: PersonId) => (await reachableAt(tx, person)).length > 0;
  const unreachable: string[] = [];
  for (const person of members)
    if (!(await hears(person.id)) && !(carer !== null && carer !== person.id && (await hears(carer))))
      unreachable.push(person.name);
  const head = await nameOf(tx, household.head);
  const given = { id, grid: await unitName(tx, grid), address, head, members, unreachable };
  return {
    text: say.household({ ...given, carer: await nameOf(tx, carer) }),
    choices: buttons(id, grid, members.length > 0),
  };
}

function rank({ head }: Household, member: PersonId): number {
  return member === head ? 0 : 1;
}

function buttons(id: number, grid: string, hasMembers: boolean): readonly Choice[] {
  const button = (verb: keyof typeof say.buttons): Choice => ({
    label: say.buttons[verb],
    token: `/household ${id} ${verb}`,
  });
  const verbs = hasMembers
    ? (["member", "head", "carer", "phone", "remove", "address"] as const)
    : (["member", "address", "drop"] as const);
  return [...verbs.map(button), { label: say.buttons.list, token: `/household ${grid}` }];
}

async function nameOf(tx: Tx, id: PersonId | null): Promise<string | undefined> {
  const person = id === null ? undefined : await personById(tx, id);
  return person?.name;
}

/** The household of a person as her own card says it; undefined where none is kept. */
export async function homeLine(tx: Tx, person: PersonId): Promise<Text | undefined> {
  const household = await householdOf(tx, person);
  if (!household) return undefined;
  return say.home(household.address, await nameOf(tx, household.head), await nameOf(tx, household.carer));
}
