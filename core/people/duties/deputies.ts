import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import { calledName, type Membership, type Person } from "../model.ts";
import { tell, type Acting } from "../moment.ts";
import { can, canTo } from "../permission.ts";
import { postName, say as peopleTexts } from "../texts.ts";
import { deleteDeputy, setDeputy } from "./store.ts";
import { say } from "./texts.ts";

/** Names who stands in for somebody whenever she is away, null for nobody: in every post of hers that the speaker keeps. */
export async function nameDeputy(
  acting: Acting,
  holder: Person,
  deputy: Person | null,
  key: string,
): Promise<Reply> {
  const posts = await keptPosts(acting, holder);
  if (posts.length === 0) return say.mayNotName(holder.name);
  if (deputy?.id === holder.id) return say.deputyOfHerself(holder.name);
  const named: Text[] = [];
  for (const { membership, unit } of posts) {
    const post = { unit: unit.code, role: membership.role };
    if (deputy === null) await deleteDeputy(acting.tx, post, holder.id);
    else if (await isColleague(acting, deputy, unit)) {
      await setDeputy(acting.tx, post, { holder: holder.id, deputy: deputy.id }, acting.now);
      const name = postName(membership.role, membership.specialty);
      named.push(peopleTexts.postIn(await unitName(acting.tx, unit.code), name));
    }
  }
  if (deputy === null) return say.deputyEnded(holder.name);
  if (named.length === 0) return say.notColleague(deputy.name);
  for (const [{ id }, text] of [
    [deputy, say.youAreDeputy(calledName(holder), named)],
    [holder, say.youHaveDeputy(calledName(deputy))],
  ] as const)
    if (id !== acting.person.id)
      await tell(acting, id, { text }, { key: `deputy ${key} ${id}`, lane: "reply" });
  return say.deputyNamed(holder.name, deputy.name, named);
}

/**
 * The posts of hers for which the speaker may name a deputy: those below a post of the speaker, and the speaker's own where
 * she keeps the unit. Nobody stands in for what is sealed.
 */
async function keptPosts({ tx, person }: Acting, holder: Person) {
  const kept: { readonly membership: Membership; readonly unit: Unit }[] = [];
  for (const membership of holder.memberships) {
    if (membership.role === "villager" || membership.role === "discipline") continue;
    const unit = await unitByCode(tx, membership.unit);
    if (!unit) continue;
    const isOwn = person.id === holder.id && can(person.memberships, "duty.keep", unit);
    if (isOwn || canTo(person.memberships, "duty.keep", { role: membership.role, unit }))
      kept.push({ membership, unit });
  }
  return kept;
}

/** Does she hold a post in the same part of the county: so near that she may read these matters anyway, or nearly? */
async function isColleague({ tx }: Acting, { memberships }: Person, unit: Unit): Promise<boolean> {
  const around = unit.kind === "county" ? unit.code : (unit.parent ?? unit.code);
  for (const { role, unit: code } of memberships) {
    const held = role === "villager" ? undefined : await unitByCode(tx, code);
    const isNear = held?.path.split("/").includes(around) === true;
    if (isNear || (held && unit.path.split("/").includes(held.code))) return true;
  }
  return false;
}
