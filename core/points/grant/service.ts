import type { Reply } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitName, upwards, type Unit } from "../../org/index.ts";
import {
  calledName,
  nag,
  personById,
  postAndName,
  type Acting,
  type Found,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { titleOf } from "../ledger/entryText.ts";
import { accountOf, enter, holdWithHouse, monthNow, nextPublication, stretchOf } from "../ledger/service.ts";
import { entryById } from "../ledger/store.ts";
import type { EntryId, Rule } from "../model.ts";
import { rulesIn } from "../rules/store.ts";
import { settingIn } from "../settings/store.ts";
import { say } from "../texts.ts";
import { houseOf, receiver, type Refusal } from "./receivers.ts";
import { givenBy, insertGrant, type Grant } from "./store.ts";
import { approverFor, askApprover } from "./waiting.ts";

/** What somebody is about to give. */
export interface Gift {
  readonly person: PersonId;
  /** The name of a rule. */
  readonly rule: string;
  readonly times: number;
  readonly reason: string;
}

interface Weighed {
  readonly person: Person;
  readonly home: Unit;
  readonly rule: Rule;
  readonly delta: number;
  /** Who must agree, where somebody must. */
  readonly approver: Found | undefined;
}

/** Whether a gift may be given, how much it is, and who must agree to it. */
async function weigh(acting: Acting, gift: Gift): Promise<Weighed | Refusal> {
  const { tx } = acting;
  const found = await receiver(acting, gift.person);
  if ("refused" in found) return found;
  const scopes = upwards(found.home);
  const rule = (await rulesIn(tx, scopes)).find(
    ({ name, givenBy: by }) => name === gift.rule && by === "staff",
  );
  if (!rule) return { refused: say.grant.noRules };
  const delta = rule.delta * gift.times;
  const { approveAbove } = await settingIn(tx, scopes);
  const month = stretchOf(acting.calendar, monthNow(acting));
  // Several small gifts to a household in a month are one large one.
  const already = await givenBy(tx, acting.person.id, await houseOf(tx, gift.person), month);
  if (already + delta <= approveAbove) return { ...found, rule, delta, approver: undefined };
  const between = { madeBy: acting.person.id, person: gift.person };
  const approver = await approverFor(acting, found.home, between);
  return approver ? { ...found, rule, delta, approver } : { refused: say.grant.nobodyApproves };
}

/** What a gift comes to, before it is given. */
export async function previewOf(acting: Acting, gift: Gift): Promise<Text | Refusal> {
  const weighed = await weigh(acting, gift);
  if ("refused" in weighed) return weighed;
  const { person, home, rule, delta, approver } = weighed;
  const { publicityDays } = await settingIn(acting.tx, upwards(home));
  const publishedAt = nextPublication(acting);
  return say.grant.preview({
    name: person.name,
    where: await unitName(acting.tx, home.code),
    delta,
    title: rule.title,
    reason: gift.reason,
    published: acting.calendar.date(publishedAt),
    from: acting.calendar.date(publishedAt + publicityDays * day),
    approver: approver && postAndName(approver.role, approver.person),
  });
}

/** Gives points, or asks a second person where they are many. */
export async function give(acting: Acting, key: string, gift: Gift): Promise<Reply> {
  const { tx, now } = acting;
  await holdWithHouse(tx, accountOf(gift.person));
  const weighed = await weigh(acting, gift);
  if ("refused" in weighed) return weighed.refused;
  const { person, home, rule, delta, approver } = weighed;
  const made = { person: person.id, rule: rule.id, delta, reason: gift.reason, madeBy: acting.person.id };
  if (!approver) {
    const { paid } = await pay(acting, { person, home, rule, made, sourceKey: `grant ${key}` });
    return paidReply({ person, rule, delta }, paid);
  }
  const id = await insertGrant(tx, made, { sourceKey: `grant ${key}`, now });
  if (id !== undefined) await askApprover(acting, id, approver.person.id);
  return say.grant.waits(person.name, delta, postAndName(approver.role, approver.person));
}

interface Payment {
  readonly person: Person;
  readonly home: Unit;
  readonly rule: Rule;
  readonly made: Pick<Grant, "delta" | "reason" | "madeBy">;
  readonly sourceKey: string;
}

/** Writes what was agreed, as far as the caps leave it, and tells whoever gets it. */
export async function pay(
  acting: Acting,
  { person, home, rule, made, sourceKey }: Payment,
): Promise<{ readonly paid: number }> {
  const { delta, reason, madeBy } = made;
  const account = accountOf(person.id);
  const { paid, entry } = await enter(acting, home, {
    account,
    rule,
    delta,
    sourceKey,
    reason,
    actor: madeBy,
  });
  if (entry !== undefined) await tellReceiver(acting, entry, person.id);
  return { paid };
}

/** What whoever gave or agreed reads: all of it, a part, or nothing was given. */
export function paidReply(
  { person, rule, delta }: Pick<Weighed, "person" | "rule" | "delta">,
  paid: number,
): Reply {
  if (paid === 0) return say.grant.capped(person.name, rule.title);
  return paid < delta ? say.grant.givenInPart(person.name, paid, delta) : say.grant.given(person.name, paid);
}

/** Who got something hears it in the daytime: how much, for what, by whom, and that she may object. */
export async function tellReceiver(acting: Acting, id: EntryId, recipient: PersonId): Promise<void> {
  const entry = await entryById(acting.tx, id);
  if (!entry) throw new Error(`points entry ${id} was written and is not there`);
  const by = entry.actor === null ? undefined : await personById(acting.tx, entry.actor);
  const title = say.withReason(await titleOf(acting, entry), verbatim(entry.reason));
  const from = acting.calendar.date(entry.effectiveAt);
  await nag(acting, {
    key: `points entry ${id} ${recipient}`,
    recipient,
    subject: `points entry ${id}`,
    rank: 2,
    line: say.grant.receivedLine(entry.delta, title),
    open: "/points list",
    saying: {
      text: say.grant.received(entry.delta, title, by === undefined ? "" : calledName(by), from),
      choices: [
        { label: say.details, token: "/points list" },
        { label: say.appeal, token: "/points appeal" },
      ],
    },
    isFact: true,
  });
}
