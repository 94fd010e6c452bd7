import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import { can, personById, unitsWhere, type Acting, type Person } from "../../people/index.ts";
import { lineOf } from "../ledger/entryText.ts";
import { homeOf, reverse } from "../ledger/service.ts";
import { statesAbout } from "../appeal/store.ts";
import { entryById, reversalOf } from "../ledger/store.ts";
import type { Entry, EntryId } from "../model.ts";
import { say } from "../texts.ts";
import { receiver, type Refusal } from "./receivers.ts";
import { tellReceiver } from "./service.ts";
import { givenInside } from "./store.ts";

const listed = 8;

/** What was given lately in the units of whoever gives points there or agrees to them. */
export async function givenView(acting: Acting): Promise<Reply> {
  const seen = new Map<EntryId, { readonly label: Text; readonly token: string }>();
  const { memberships } = acting.person;
  const units = [...unitsWhere(memberships, "points.grant"), ...unitsWhere(memberships, "points.approve")];
  for (const code of new Set(units)) {
    const unit = await unitByCode(acting.tx, code);
    for (const one of unit ? await givenInside(acting.tx, unit.path, listed) : [])
      seen.set(one.id, {
        label: say.grant.givenLine(one.name, one.delta, one.by),
        token: `/grant entry ${one.id}`,
      });
  }
  const newest = [...seen].sort(([one], [other]) => other - one).slice(0, listed);
  if (newest.length === 0) return say.grant.noneGiven;
  return { text: say.grant.givenList, choices: newest.map(([, choice]) => choice) };
}

/** An entry that somebody gave. */
async function givenEntry({ tx }: Acting, id: EntryId): Promise<Entry | Refusal> {
  const entry = await entryById(tx, id);
  const isGiven = entry?.account.kind === "person" && entry.actor !== null && entry.kind !== "spent";
  return isGiven ? entry : { refused: say.grant.noSuchEntry };
}

/** An entry of somebody to whom whoever speaks may give. */
async function keptEntry(
  acting: Acting,
  id: EntryId,
): Promise<{ readonly entry: Entry; readonly person: Person } | Refusal> {
  const entry = await givenEntry(acting, id);
  if ("refused" in entry) return entry;
  const found = await receiver(acting, entry.account.id);
  return "refused" in found ? found : { entry, person: found.person };
}

/** An entry as whoever gives there reads it, with a way to take it back, or whoever agrees. */
export async function entryView(acting: Acting, id: EntryId): Promise<Reply> {
  const { memberships } = acting.person;
  const entry = await givenEntry(acting, id);
  if ("refused" in entry) return entry.refused;
  const person = await personById(acting.tx, entry.account.id);
  const home = await homeOf(acting.tx, person);
  const isHers = home && (can(memberships, "points.grant", home) || can(memberships, "points.approve", home));
  if (!person || !isHers) return say.grant.notYours;
  const text = say.grant.entry(person.name, await lineOf(acting, entry));
  const isOpen = !("refused" in (await takeable(acting, id)));
  return isOpen ? { text, choices: [{ label: say.grant.takeBack, token: `/grant back ${id}` }] } : text;
}

/** What would be taken back, or why it cannot be. */
export async function takeable(acting: Acting, id: EntryId): Promise<{ readonly what: Text } | Refusal> {
  const found = await keptEntry(acting, id);
  if ("refused" in found) return found;
  const { entry, person } = found;
  if (entry.reverses !== null || (await reversalOf(acting.tx, id)) !== undefined)
    return { refused: say.grant.takenBefore };
  if (await isJudged(acting, entry)) return { refused: say.grant.judged };
  return { what: say.grant.entry(person.name, await lineOf(acting, entry)) };
}

/** Did somebody who answered an objection say how many points it is? */
async function isJudged({ tx }: Acting, { id, sourceKey }: Entry): Promise<boolean> {
  return sourceKey.startsWith("appeal ") || (await statesAbout(tx, id)).includes("upheld");
}

/** Takes back what was given by mistake: a new entry, and whose points they were hears why. */
export async function takeBack(acting: Acting, id: EntryId, reason: string): Promise<Reply> {
  const found = await takeable(acting, id);
  if ("refused" in found) return found.refused;
  const reversal = await reverse(acting, id, { reason, actor: acting.person.id });
  const entry = reversal === undefined ? undefined : await entryById(acting.tx, reversal);
  if (!entry) return say.grant.takenBefore;
  await tellReceiver(acting, entry.id, entry.account.id);
  return say.grant.takenNow;
}
