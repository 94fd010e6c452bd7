import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import { calledName, type Membership, type Person, type PersonId, type Role } from "../model.ts";
import { tell, type Acting } from "../moment.ts";
import { can } from "../permission.ts";
import { canTo } from "../standing.ts";
import { postName, say as peopleTexts } from "../texts.ts";
import { climbing } from "./model.ts";
import type { DutyCall } from "./desk.ts";
import { deleteDeputy, deputiesOf, setDeputy } from "./store.ts";
import { say } from "./texts.ts";

/**
 * Names who stands in for somebody whenever she is away, null for nobody: in every post of hers that the speaker keeps. What
 * lies with whoever did so before, and she may not have any more, goes on.
 */
export async function nameDeputy(
  { acting, matters, messageKey: key }: DutyCall,
  holder: Person,
  deputy: Person | null,
): Promise<Reply> {
  const posts = await keptPosts(acting, holder);
  if (posts.length === 0) return say.mayNotName(holder.name);
  if (deputy?.id === holder.id) return say.deputyOfHerself(holder.name);
  const named: Text[] = [];
  const before: PersonId[] = [];
  for (const { membership, unit } of posts) {
    const post = { unit: unit.code, role: membership.role };
    before.push(...(await deputiesOf(acting.tx, post, holder.id)));
    if (deputy === null) await deleteDeputy(acting.tx, post, holder.id);
    else if (await mayStandIn(acting, deputy, membership.role, unit)) {
      await setDeputy(acting.tx, post, { holder: holder.id, deputy: deputy.id }, acting.now);
      const name = postName(membership.role, membership.specialty);
      named.push(peopleTexts.postIn(await unitName(acting.tx, unit.code), name));
    }
  }
  if (before.length > 0) await matters.handOnVacated(acting, `deputy ${key}`, { whose: before });
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

/**
 * Does she hold a post in the same part of the county, so near that she may read these matters anyway, or nearly; and, where
 * matters come to the post, one in which she can act on them?
 */
async function mayStandIn({ tx }: Acting, { memberships }: Person, role: Role, unit: Unit): Promise<boolean> {
  const around = unit.kind === "county" ? unit.code : (unit.parent ?? unit.code);
  const hasMatters = role === "team_member" || climbing.includes(role);
  for (const held of memberships) {
    const place = held.role === "villager" ? undefined : await unitByCode(tx, held.unit);
    if (!place) continue;
    const isNear = place.path.split("/").includes(around) || unit.path.split("/").includes(place.code);
    const acts = can([held], "ticket.act", place) || can([held], "ticket.claim", place);
    if (isNear && (acts || !hasMatters)) return true;
  }
  return false;
}
