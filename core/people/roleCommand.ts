import type { Reply } from "../dialogue/index.ts";
import { join, type Text } from "../language/index.ts";
import { unitName, type Unit } from "../org/index.ts";
import { postNames } from "./card.ts";
import { leavePost } from "./duties/leaving.ts";
import type { Membership, Person, Role } from "./model.ts";
import { tell, type Acting, type Delivery } from "./moment.ts";
import { can } from "./permission.ts";
import { officeChoices, readOffice, readPerson, readRole, readSpecialty, readUnit } from "./reading.ts";
import { deleteMembership, holdersOf, insertMembership } from "./store.ts";
import { postName, roleNames, say } from "./texts.ts";

/** `/role 李建国` shows, `/role 李建国 网格员 双桥村G1` and `/role 章丽娟 科室人员 前童镇 综合执法` appoint, `/role 李建国 -网格员 双桥村G1` dismisses. */
export async function roleCommand(args: string, acting: Acting, messageKey: string): Promise<Reply> {
  const [name = "", roleWord = "", ...rest] = args.split(/\s+/);
  if (name === "") return say.roleUsage;
  const person = await readPerson(acting.tx, name, (id) =>
    `/role ${id} ${roleWord} ${rest.join(" ")}`.trim(),
  );
  if (!("id" in person)) return person;
  if (roleWord === "") return say.rolesOf(person.name, await postNames(acting.tx, person.memberships));
  const isDismissal = roleWord.startsWith("-");
  const role = readRole(roleWord.replace(/^-/, ""));
  if (!role) return [say.noSuchRole(roleWord.replace(/^-/, "")), say.roleUsage];
  const specialty = specialtyIn(role, rest);
  const unitWords = (specialty === undefined ? rest : rest.slice(0, -1)).join(" ");
  if (unitWords === "") return say.roleNeedsUnit(person.name, roleNames[role]);
  const read = await readUnit(acting.tx, unitWords, (code) =>
    `/role ${name} ${roleWord} ${code} ${specialty ?? ""}`.trim(),
  );
  if ("ask" in read) return read.ask;
  if (!can(acting.person.memberships, "role.change", read.unit))
    return say.mayNotChangeRoles(await unitName(acting.tx, read.unit.code));
  if (role === "team_member" && !isDismissal && !specialty) return say.roleNeedsSpecialty(person.name);
  const isOffice =
    role !== "officer" || isDismissal || (await readOffice(acting.tx, read.unit, specialty ?? ""));
  if (!isOffice)
    return officeChoices(
      acting.tx,
      read.unit,
      specialty ?? "",
      (office) => `/role ${name} officer ${read.unit.code} ${office}`,
    );
  const post = { role, unit: read.unit.code, ...(specialty === undefined ? {} : { specialty }) };
  const key = `role ${messageKey}`;
  return isDismissal ? dismiss(acting, person, post, read.unit, key) : appoint(acting, person, post, key);
}

/** What follows the unit: which of the 8+X a team member is, or an officer's office. */
function specialtyIn(role: Role, rest: readonly string[]): string | undefined {
  const last = rest.at(-1) ?? "";
  if (role === "team_member") return readSpecialty(last);
  return role === "officer" && rest.length > 1 ? last : undefined;
}

async function dismiss(
  acting: Acting,
  person: Person,
  post: Membership,
  unit: Unit,
  key: string,
): Promise<Reply> {
  const name = say.postIn(await unitName(acting.tx, post.unit), roleNames[post.role]);
  const holders = await holdersOf(acting.tx, post.unit, post.role);
  if (!holders.includes(person.id)) return say.notHeld(person.name, name);
  if (post.role === "admin" && unit.parent === null && holders.length === 1) return say.lastAdmin(unit.name);
  await deleteMembership(acting.tx, person.id, post);
  await leavePost(acting, person.id, post);
  const told = await tellOf(acting, person, say.youAreDismissed(name), key);
  return join([say.dismissed(person.name, name), ...told]);
}

async function appoint(acting: Acting, person: Person, post: Membership, key: string): Promise<Reply> {
  const { role, unit, specialty } = post;
  const name = say.postIn(await unitName(acting.tx, unit), postName(role, specialty));
  const held = person.memberships.find((one) => one.role === role && one.unit === unit);
  if (held && held.specialty === specialty) return say.alreadyHeld(person.name, name);
  if (held) await deleteMembership(acting.tx, person.id, held);
  await insertMembership(acting.tx, person.id, post, acting.now);
  const told = await tellOf(acting, person, say.youAreAppointed(name), key);
  return join([say.appointed(person.name, name), ...told]);
}

/** Tells whoever it concerns. @returns what the admin must know when that could not be done. */
async function tellOf(acting: Acting, person: Person, text: Text, key: string): Promise<readonly Text[]> {
  if (person.id === acting.person.id) return [];
  const notes: Readonly<Record<Delivery, readonly Text[]>> = {
    reached: [],
    carer: [say.toldCarer(person.name)],
    unreachable: [say.tellInPerson(person.name)],
  };
  return notes[await tell(acting, person.id, { text }, { key, lane: "reply" })];
}
