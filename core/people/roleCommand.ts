import type { Reply } from "../dialogue/index.ts";
import { unitName } from "../org/index.ts";
import { postNames } from "./card.ts";
import type { Person, Role } from "./model.ts";
import { tell, type Acting } from "./moment.ts";
import { can } from "./permission.ts";
import { readRole, readUnit } from "./reading.ts";
import { deleteMembership, insertMembership, personById, personsNamed } from "./store.ts";
import { roleNames, say } from "./texts.ts";

/** `/role 李建国` shows, `/role 李建国 网格员 双桥村G1` appoints, `/role 李建国 -网格员 双桥村G1` dismisses. */
export async function roleCommand(args: string, acting: Acting): Promise<Reply> {
  const [name = "", roleWord = "", ...unitWords] = args.split(/\s+/);
  if (name === "") return say.roleUsage;
  const [id] = await personsNamed(acting.tx, name);
  const person = id === undefined ? undefined : await personById(acting.tx, id);
  if (!person) return say.noSuchPerson(name);
  if (roleWord === "") return say.rolesOf(person.name, await postNames(acting.tx, person.memberships));
  const role = readRole(roleWord.replace(/^-/, ""));
  if (!role || unitWords.length === 0) return say.roleUsage;
  const read = await readUnit(acting.tx, unitWords.join(" "), (code) => `/role ${name} ${roleWord} ${code}`);
  if ("ask" in read) return read.ask;
  if (!can(acting.person.memberships, "role.change", read.unit))
    return say.mayNotChangeRoles(await unitName(acting.tx, read.unit.code));
  return change(acting, person, role, read.unit.code, roleWord.startsWith("-"));
}

async function change(
  acting: Acting,
  person: Person,
  role: Role,
  unit: string,
  isDismissal: boolean,
): Promise<Reply> {
  const post = say.postIn(await unitName(acting.tx, unit), roleNames[role]);
  const key = `role ${person.id} ${role} ${unit} ${acting.now}`;
  if (isDismissal) {
    if (!(await deleteMembership(acting.tx, person.id, { role, unit })))
      return say.notHeld(person.name, post);
    await tell(acting, person.id, { text: say.youAreDismissed(post) }, { key, lane: "reply" });
    return say.dismissed(person.name, post);
  }
  await insertMembership(acting.tx, person.id, { role, unit }, acting.now);
  await tell(acting, person.id, { text: say.youAreAppointed(post) }, { key, lane: "reply" });
  return say.appointed(person.name, post);
}
