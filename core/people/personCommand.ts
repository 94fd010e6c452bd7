import type { Reply } from "../dialogue/index.ts";
import { unitByCode } from "../org/index.ts";
import { cardOf } from "./card.ts";
import { calledName, type Person } from "./model.ts";
import { tell, type Acting } from "./moment.ts";
import { can } from "./permission.ts";
import { personChoices } from "./reading.ts";
import { confirmPerson, personById, personsNamed } from "./store.ts";
import { say } from "./texts.ts";

/** `/person 王秀英` shows, `/person <id> yes` confirms, `/person <id> no` leaves it open. */
export async function personCommand(args: string, acting: Acting): Promise<Reply> {
  if (args === "") return say.personUsage;
  const [, id, verb] = /^(\S+) (yes|no)$/.exec(args) ?? [];
  const person = id === undefined ? undefined : await personById(acting.tx, id);
  if (!person) return show(args, acting);
  if (!(await mayConfirm(acting, person))) return say.mayNotConfirm;
  return verb === "yes" ? confirm(acting, person) : say.notConfirmed(person.name);
}

async function show(name: string, acting: Acting): Promise<Reply> {
  const seen: Person[] = [];
  for (const id of [name, ...(await personsNamed(acting.tx, name))]) {
    const person = await personById(acting.tx, id);
    if (person && (await mayConfirm(acting, person))) seen.push(person);
  }
  const [person, ...namesakes] = seen;
  if (!person) return say.noSuchPerson(name);
  if (namesakes.length > 0) return personChoices(acting.tx, name, seen, (id) => `/person ${id}`);
  const text = await cardOf(acting.tx, person);
  return person.isConfirmed
    ? text
    : { text, choices: [{ label: say.isHer, token: `/person ${person.id} yes` }] };
}

async function mayConfirm(acting: Acting, person: Person): Promise<boolean> {
  const home = person.grid === null ? undefined : await unitByCode(acting.tx, person.grid);
  return home !== undefined && can(acting.person.memberships, "person.confirm", home);
}

async function confirm(acting: Acting, person: Person): Promise<Reply> {
  const fresh = await confirmPerson(acting.tx, person.id, acting.person.id, acting.now);
  if (!fresh) return say.alreadyConfirmed(person.name);
  const saying = { text: say.youAreConfirmed(calledName(acting.person)) };
  await tell(acting, person.id, saying, { key: `confirmed ${person.id}`, lane: "reply" });
  return say.confirmed(person.name);
}
