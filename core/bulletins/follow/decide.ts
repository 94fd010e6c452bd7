import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode } from "../../org/index.ts";
import { hearersOf, nag, tell, type Acting, type Moment } from "../../people/index.ts";
import { cancelAlarm, dropAllButFacts } from "../../time/index.ts";
import type { Refusal } from "../refusal.ts";
import { say } from "../texts.ts";
import type { Told } from "../texts/follow.ts";
import { familyOf, isStillCaused, recipientsOf, toldOf } from "./listed.ts";
import { needsConfirmation } from "./model.ts";
import { nameOf } from "../nameOf.ts";
import { closeFollowUp, decideFollowUp, followUpById, type FollowUp, type FollowUpId } from "./store.ts";
import { aboutFollowUp, cardOf, tellThem } from "./telling.ts";
import { partIn } from "./views.ts";

interface Decidable {
  readonly followUp: FollowUp;
  readonly told: Told;
}

/** A follow-up in a state that whoever speaks may change, in one of these parts; never one about herself or her own wish. */
async function decidable(
  acting: Acting,
  id: FollowUpId,
  state: "asked" | "standing",
): Promise<Decidable | Refusal> {
  const followUp = await followUpById(acting.tx, id);
  const unit = followUp && (await unitByCode(acting.tx, followUp.unit));
  const told = followUp && (await toldOf(acting, followUp));
  const part = unit && partIn(acting, unit);
  if (!told || part === undefined || (state === "asked" && part !== "confirms"))
    return { refused: say.follow.noSuch };
  const refused = await whyNotHers(acting, followUp, state);
  if (refused) return { refused };
  return followUp.state === state ? { followUp, told } : { refused: say.follow.decided };
}

/** Nobody decides on what is about herself, her team or her household, nor confirms what she asked for. */
async function whyNotHers(
  acting: Acting,
  followUp: FollowUp,
  state: "asked" | "standing",
): Promise<Text | undefined> {
  const { id } = acting.person;
  const isToBeConfirmed = state === "asked";
  const about = needsConfirmation(followUp.kind) ? await recipientsOf(acting, followUp) : [followUp.person];
  if (about.includes(id) || (isToBeConfirmed && followUp.madeBy === id)) return say.follow.notYourself;
  if (isToBeConfirmed && (await familyOf(acting, followUp)).has(id)) return say.follow.notFamily;
  return undefined;
}

/** The discipline role confirms 约谈 or 通报: from then on it stands, and those concerned hear of it. */
export async function confirm(acting: Acting, id: FollowUpId): Promise<Reply> {
  const found = await decidable(acting, id, "asked");
  if ("refused" in found) return found.refused;
  const { followUp, told } = found;
  if (!(await isStillCaused(acting, followUp))) return say.follow.corrected;
  const given = { state: "standing", by: acting.person.id, why: null, now: acting.now } as const;
  if (!(await decideFollowUp(acting.tx, id, given))) return say.follow.decided;
  await forgetReminder(acting, followUp);
  const by = await nameOf(acting, acting.person.id);
  const text =
    told.kind === "censure" ? say.follow.forHer.censure(told, by) : say.follow.forHer.admonition(told, by);
  await tellThem(acting, followUp, text, told);
  await tellMaker(acting, followUp, say.follow.confirmedForMaker(told, by));
  return {
    text: say.follow.confirmed(followUp.kind),
    choices: [{ label: say.follow.done, token: `/weekly done ${id}` }],
  };
}

/** Why somebody may not say no to a follow-up; null when she may. */
export async function whyNotDecline(acting: Acting, id: FollowUpId): Promise<Refusal | null> {
  const found = await decidable(acting, id, "asked");
  return "refused" in found ? found : null;
}

/** The discipline role does not agree, with the reason; whom it was to be about never hears of it. */
export async function decline(acting: Acting, id: FollowUpId, why: string): Promise<Reply> {
  const found = await decidable(acting, id, "asked");
  if ("refused" in found) return found.refused;
  const given = { state: "refused", by: acting.person.id, why, now: acting.now } as const;
  if (!(await decideFollowUp(acting.tx, id, given))) return say.follow.decided;
  await forgetReminder(acting, found.followUp);
  const by = await nameOf(acting, acting.person.id);
  await tellMaker(acting, found.followUp, say.follow.declinedForMaker(found.told, by, why));
  return say.follow.declined;
}

/** Whoever asked for it takes it back while nobody has said a word; whom it was to be about never hears of it. */
export async function takeBack(acting: Acting, id: FollowUpId): Promise<Reply> {
  const followUp = await followUpById(acting.tx, id);
  if (followUp?.madeBy !== acting.person.id || !needsConfirmation(followUp.kind)) return say.follow.noSuch;
  const given = { state: "dropped", by: acting.person.id, why: null, now: acting.now } as const;
  if (!(await decideFollowUp(acting.tx, id, given))) return say.follow.decided;
  await forgetReminder(acting, followUp);
  return say.follow.takenBack(followUp.kind);
}

async function forgetReminder({ tx }: Acting, followUp: FollowUp): Promise<void> {
  await cancelAlarm(tx, `bulletin confirm ${followUp.id}`);
  await dropAllButFacts(tx, aboutFollowUp(followUp));
}

/** Nobody of the discipline role has said a word: they are reminded, once. */
export async function ringUnconfirmed(moment: Moment, id: FollowUpId): Promise<void> {
  const followUp = await followUpById(moment.tx, id);
  const told = followUp && (await toldOf(moment, followUp));
  const unit = followUp && (await unitByCode(moment.tx, followUp.unit));
  if (!unit || !told || followUp.state !== "asked") return;
  const { madeBy } = followUp;
  const wanted = { except: [madeBy, ...(await familyOf(moment, followUp))], holdersOnly: true };
  const { hearers } = await hearersOf(moment, unit, "discipline", wanted);
  for (const { person } of hearers)
    await nag(moment, {
      key: `follow-up ${id} unconfirmed ${person.id}`,
      recipient: person.id,
      subject: aboutFollowUp(followUp),
      rank: 3,
      line: say.follow.cardLine(told),
      open: `/weekly one ${id}`,
      saying: await cardOf(moment, id, told, madeBy),
      passOn: "nobody",
    });
}

async function tellMaker(acting: Acting, { id, madeBy }: FollowUp, text: Text): Promise<void> {
  const letter = { key: `follow-up ${id} decided ${madeBy}`, lane: "alarm", mayPassOn: () => false } as const;
  await tell(acting, madeBy, { text }, letter);
}

/** Why somebody may not note what came of it; null when she may. */
export async function whyNotClose(acting: Acting, id: FollowUpId): Promise<Refusal | null> {
  const found = await decidable(acting, id, "standing");
  return "refused" in found ? found : null;
}

/** What came of a follow-up, noted with who and when. */
export async function close(acting: Acting, id: FollowUpId, outcome: string): Promise<Reply> {
  const found = await decidable(acting, id, "standing");
  if ("refused" in found) return found.refused;
  const { tx, now, person } = acting;
  if (!(await closeFollowUp(tx, id, { by: person.id, outcome, now }))) return say.follow.decided;
  await cancelAlarm(tx, `bulletin due ${id}`);
  await dropAllButFacts(tx, aboutFollowUp(found.followUp));
  return say.follow.closed;
}

/** A remedy is due and nothing is noted: whoever asked for it hears, or her command room where she cannot be. */
export async function ringDue(moment: Moment, id: FollowUpId): Promise<void> {
  const followUp = await followUpById(moment.tx, id);
  const told = followUp && (await toldOf(moment, followUp));
  const unit = followUp && (await unitByCode(moment.tx, followUp.unit));
  if (!unit || !told || followUp.state !== "standing") return;
  const { hearers } = await hearersOf(moment, unit, "dispatcher");
  const text = say.follow.due(told);
  for (const { person } of hearers)
    await nag(moment, {
      key: `follow-up ${id} due ${person.id}`,
      recipient: person.id,
      subject: aboutFollowUp(followUp),
      rank: 3,
      line: text,
      open: `/weekly one ${id}`,
      saying: { text, choices: [{ label: say.follow.done, token: `/weekly done ${id}` }] },
      passOn: "nobody",
    });
}
