import type { Saying } from "../../dialogue/index.ts";
import type { Unit } from "../../org/index.ts";
import {
  calledName,
  nag,
  nearestHolder,
  personById,
  tell,
  type Found,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { cancelAlarm, day, dropAllButFacts, setAlarm } from "../../time/index.ts";
import { pointsAlarm } from "../alarm.ts";
import { homeOf } from "../ledger/service.ts";
import { ruleById } from "../rules/store.ts";
import { say } from "../texts.ts";
import { houseOf } from "./receivers.ts";
import { grantById, type Grant, type GrantId } from "./store.ts";

/** What waits for a second person: who that is, and what is done while she says nothing. */

const approvers = ["liaison_lead", "operator", "direct_leader", "main_leader", "admin"] as const;
const remindEvery = day;
const lateAfter = 3 * day;

/** Who must agree: nobody who lives with who gives or with who gets the points. */
export async function approverFor(
  moment: Moment,
  home: Unit,
  { madeBy, person }: Pick<Grant, "madeBy" | "person">,
  besides: readonly PersonId[] = [],
): Promise<Found | undefined> {
  const { tx } = moment;
  const except = [...(await houseOf(tx, madeBy)), ...(await houseOf(tx, person)), ...besides];
  return nearestHolder(moment, home, approvers, { except, holdersOnly: true });
}

function subjectOf(id: GrantId): string {
  return `grant ${id}`;
}

/** Asks whoever must agree, and reminds her every day. */
export async function askApprover(moment: Moment, id: GrantId, approver: PersonId): Promise<void> {
  const grant = await grantById(moment.tx, id);
  if (!grant) throw new Error(`grant ${id} was kept and is not there`);
  const saying = await sayingOf(moment, grant);
  await tell(moment, approver, saying, { key: `grant ${id} asked ${approver}`, lane: "alarm" });
  await remindAt(moment, id, moment.now + remindEvery);
}

/** What waits, as whoever decides reads it. */
export async function sayingOf({ tx }: Pick<Moment, "tx">, grant: Grant): Promise<Saying> {
  const { id, person, madeBy, rule: ruleId, delta, reason } = grant;
  const [by, receiver] = [await personById(tx, madeBy), await personById(tx, person)];
  const rule = await ruleById(tx, ruleId);
  if (!by || !receiver || !rule) throw new Error(`grant ${id} is about somebody or something not there`);
  const text = say.grant.approveCard({
    by: calledName(by),
    name: receiver.name,
    delta,
    title: rule.title,
    reason,
  });
  const choices = [
    { label: say.grant.agree, token: `/grant ${id} yes` },
    { label: say.grant.refuse, token: `/grant ${id} no` },
  ];
  return { text, choices };
}

async function remindAt({ tx }: Moment, id: GrantId, fireAt: number): Promise<void> {
  const subject = subjectOf(id);
  await setAlarm(tx, { key: `points ${subject}`, kind: pointsAlarm, subject, fireAt });
}

/** Nobody has decided: whoever must agree now is reminded, from the third day on also whoever stands above her. */
export async function remindOfGrant(moment: Moment, id: GrantId): Promise<void> {
  const { tx, now } = moment;
  const grant = await grantById(tx, id);
  if (grant?.state !== "waiting") return;
  await remindAt(moment, id, now + remindEvery);
  const home = await homeOf(tx, await personById(tx, grant.person));
  const first = home && (await approverFor(moment, home, grant));
  if (!first) return;
  const isLate = now >= grant.createdAt + lateAfter;
  const above = isLate ? await approverFor(moment, home, grant, [first.person.id]) : undefined;
  for (const recipient of [first.person.id, above?.person.id])
    if (recipient !== undefined)
      await nag(moment, {
        key: `grant ${id} ${recipient} ${now}`,
        recipient,
        subject: subjectOf(id),
        rank: 5,
        line: say.grant.waitingLine(id),
        open: `/grant ${id}`,
        saying: await sayingOf(moment, grant),
        passOn: "nobody",
      });
}

/** Nobody is reminded of what is decided. */
export async function forgetReminders({ tx }: Moment, id: GrantId): Promise<void> {
  await cancelAlarm(tx, `points ${subjectOf(id)}`);
  await dropAllButFacts(tx, subjectOf(id));
}
