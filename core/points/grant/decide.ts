import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Unit } from "../../org/index.ts";
import { calledName, can, personById, tell, type Acting, type Person } from "../../people/index.ts";
import { homeOf } from "../ledger/service.ts";
import { ruleById } from "../rules/store.ts";
import { say } from "../texts.ts";
import { isOwnHouse, type Refusal } from "./receivers.ts";
import { paidReply, pay } from "./service.ts";
import { decideGrant, grantById, type Grant, type GrantId } from "./store.ts";
import { forgetReminders, sayingOf } from "./waiting.ts";

/** A gift that waits, if whoever speaks may decide on it. */
async function waitingGrant(
  acting: Acting,
  id: GrantId,
): Promise<{ readonly grant: Grant; readonly person: Person; readonly home: Unit } | Refusal> {
  const grant = await grantById(acting.tx, id);
  const person = grant && (await personById(acting.tx, grant.person));
  const home = await homeOf(acting.tx, person);
  if (!grant || !person || !home || !can(acting.person.memberships, "points.approve", home))
    return { refused: say.grant.noSuch };
  if (grant.madeBy === acting.person.id) return { refused: say.grant.notYourOwn };
  if (await isOwnHouse(acting, person.id)) return { refused: say.grant.ownHouse };
  if (await isOwnHouse(acting, grant.madeBy)) return { refused: say.grant.makersHouse };
  return grant.state === "waiting" ? { grant, person, home } : { refused: say.grant.decided };
}

/** `/grant 3`: what waits, for whoever may decide on it. */
export async function waitingView(acting: Acting, id: GrantId): Promise<Reply> {
  const found = await waitingGrant(acting, id);
  return "refused" in found ? found.refused : sayingOf(acting, found.grant);
}

/** The second person agrees: the points are given. */
export async function approve(acting: Acting, id: GrantId): Promise<Reply> {
  const found = await waitingGrant(acting, id);
  if ("refused" in found) return found.refused;
  const { grant, person, home } = found;
  const rule = await ruleById(acting.tx, grant.rule);
  if (!rule) throw new Error(`rule ${grant.rule} of grant ${id} is not there`);
  const decided = { state: "given", by: acting.person.id, words: null, now: acting.now } as const;
  if (!(await decideGrant(acting.tx, id, decided))) return say.grant.decided;
  await forgetReminders(acting, id);
  const { paid } = await pay(acting, { person, home, rule, made: grant, sourceKey: `grant ${id} agreed` });
  await tellMaker(
    acting,
    grant,
    say.grant.agreedForMaker({ name: person.name, paid, delta: grant.delta, by: calledName(acting.person) }),
  );
  return paidReply({ person, rule, delta: grant.delta }, paid);
}

/** Why somebody may not decide on a gift; null when she may. */
export async function whyNotDecide(acting: Acting, id: GrantId): Promise<Refusal | null> {
  const found = await waitingGrant(acting, id);
  return "refused" in found ? found : null;
}

/** The second person does not agree, with the reason. */
export async function refuse(acting: Acting, id: GrantId, words: string): Promise<Reply> {
  const found = await waitingGrant(acting, id);
  if ("refused" in found) return found.refused;
  const { grant, person } = found;
  const decided = { state: "refused", by: acting.person.id, words, now: acting.now } as const;
  if (!(await decideGrant(acting.tx, id, decided))) return say.grant.decided;
  await forgetReminders(acting, id);
  await tellMaker(
    acting,
    grant,
    say.grant.refusedForMaker(person.name, grant.delta, calledName(acting.person), words),
  );
  return say.grant.refused;
}

async function tellMaker(acting: Acting, { id, madeBy }: Grant, text: Text): Promise<void> {
  await tell(acting, madeBy, { text }, { key: `grant ${id} decided ${madeBy}`, lane: "alarm" });
}
