import type { Choosable, Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { hearersOf, postAndName, tell, type Acting, type Found, type Holder } from "../../people/index.ts";
import { day, setAlarm } from "../../time/index.ts";
import { bulletinAlarm } from "../alarm.ts";
import type { FollowUpKind } from "../model.ts";
import type { Refusal } from "../refusal.ts";
import type { BulletinId } from "../store.ts";
import { say } from "../texts.ts";
import { triggerText } from "../texts/triggers.ts";
import type { Told } from "../texts/follow.ts";
import { familyOf, listedMatter, peopleOf, toldOf, type Listed } from "./listed.ts";
import { causeOf, followUpsFor, needsConfirmation, type Cause } from "./model.ts";
import {
  followUpById,
  followUpsOf,
  holdMatter,
  insertFollowUp,
  type FollowUp,
  type FollowUpId,
} from "./store.ts";
import { cardOf, tellThem } from "./telling.ts";
import { historyOf } from "./views.ts";

/** What somebody is about to have followed up. */
export interface Wish {
  readonly bulletin: BulletinId;
  readonly number: number;
  readonly kind: FollowUpKind;
  /** An id, or `wholeTeam`. */
  readonly whom: string;
  readonly words: string;
  readonly days: number;
}

/** 「整个村服务团队」 among the people that can be meant. */
const wholeTeam = "team";

/** A matter on a sheet, what was done about it, and what may follow. */
export async function matterView(acting: Acting, bulletin: BulletinId, number: number): Promise<Reply> {
  const listed = await listedMatter(acting, bulletin, number);
  if ("refused" in listed) return listed.refused;
  const followUps = await followUpsOf(acting.tx, [number]);
  const lines: Text[] = [];
  for (const followUp of followUps) lines.push(...(await historyOf(acting, followUp)));
  const kinds = followUpsFor(listed.entries, listed.triggers);
  const choices = kinds.map((kind) => ({
    label: say.follow.kinds[kind],
    token: `/weekly ask ${bulletin} ${number} ${kind}`,
  }));
  const faults = listed.entries.map(say.follow.faultLine);
  return { text: join([...faults, ...(lines.length > 0 ? lines : [say.follow.nothingYet])]), choices };
}

/** Whom it may be about; or why nothing of this kind may follow. */
export async function askable(
  acting: Acting,
  { bulletin, number, kind }: Pick<Wish, "bulletin" | "number" | "kind">,
): Promise<{ readonly people: readonly Choosable[] } | Refusal> {
  const listed = await listedMatter(acting, bulletin, number);
  if ("refused" in listed) return listed;
  const cause = await allowedBy(acting, listed, kind);
  if ("refused" in cause) return cause;
  const people = await peopleOf(acting, listed);
  if (people.length === 0) return { refused: say.follow.nobodyThere };
  const options = people.map(({ person, role }) => ({ id: person.id, label: postAndName(role, person) }));
  const team = { id: wholeTeam, label: say.follow.wholeTeam(listed.place.village.name) };
  return { people: kind === "admonition" ? options : [...options, team] };
}

/** The fault that allows it, or why nothing of this kind may follow. */
async function allowedBy(
  acting: Acting,
  { ticket, entries, triggers }: Listed,
  kind: FollowUpKind,
): Promise<Cause | Refusal> {
  const cause = causeOf(kind, entries, triggers);
  if (!cause) {
    const stated = needsConfirmation(kind) ? triggerText(triggers[kind]) : undefined;
    return { refused: say.follow.noTrigger(kind, stated) };
  }
  const open = (await followUpsOf(acting.tx, [ticket.number])).some(
    (one) => one.kind === kind && (one.state === "asked" || one.state === "standing"),
  );
  return open ? { refused: say.follow.already(kind) } : cause;
}

interface Weighed {
  readonly listed: Listed;
  readonly made: Pick<FollowUp, "kind" | "number" | "cause" | "causeLimit" | "bulletin" | "person" | "words">;
  readonly told: Told;
  /** Who must confirm it; nobody for 整改. */
  readonly confirmer: Holder | undefined;
}

async function weigh(acting: Acting, wish: Wish): Promise<Weighed | Refusal> {
  const listed = await listedMatter(acting, wish.bulletin, wish.number);
  if ("refused" in listed) return listed;
  const { kind, number, words, bulletin } = wish;
  const cause = await allowedBy(acting, listed, kind);
  if ("refused" in cause) return cause;
  const isMeant = (await peopleOf(acting, listed)).some(({ person }) => person.id === wish.whom);
  const isTeam = wish.whom === wholeTeam && kind !== "admonition";
  if (!isMeant && !isTeam) return { refused: say.follow.nobodyThere };
  const { fault, limit: causeLimit } = cause;
  const made = { kind, number, cause: fault, causeLimit, bulletin, person: isTeam ? null : wish.whom, words };
  const told = await toldOf(acting, made);
  if (!told) return { refused: say.follow.notListed(number) };
  const confirmer = needsConfirmation(kind) ? await confirmerOf(acting, listed, made) : undefined;
  if (needsConfirmation(kind) && !confirmer) return { refused: say.follow.nobodyConfirms };
  return { listed, made, told, confirmer };
}

/** Somebody of the discipline role who can be reached, and whom it is not about, nor anybody she lives with. */
async function confirmerOf(
  acting: Acting,
  { place }: Listed,
  about: Pick<FollowUp, "person" | "number">,
): Promise<Holder | undefined> {
  const except = [acting.person.id, ...(await familyOf(acting, about))];
  const { hearers } = await hearersOf(acting, place.township, "discipline", { except, holdersOnly: true });
  return hearers[0];
}

/** What it comes to, before it is submitted. */
export async function previewOf(acting: Acting, wish: Wish): Promise<Text | Refusal> {
  const weighed = await weigh(acting, wish);
  if ("refused" in weighed) return weighed;
  return say.follow.preview(weighed.told, weighed.confirmer !== undefined);
}

/** Notes 整改, or asks the discipline role to confirm 约谈 or 通报. */
export async function submit(acting: Acting, key: string, wish: Wish): Promise<Reply> {
  await holdMatter(acting.tx, wish.number);
  const weighed = await weigh(acting, wish);
  if ("refused" in weighed) return weighed.refused;
  const { listed, made, told, confirmer } = weighed;
  const { tx, now, person } = acting;
  const state = confirmer ? "asked" : "standing";
  const dueAt = confirmer ? null : now + wish.days * day;
  const kept = { ...made, unit: listed.place.township.code, dueAt, madeBy: person.id, state } as const;
  const id = await insertFollowUp(tx, kept, { sourceKey: `follow-up ${key}`, now });
  if (confirmer) {
    if (id !== undefined) await askConfirmer(acting, id, confirmer, told);
    return say.follow.sent(made.kind, postAndName(confirmer.role, confirmer.person));
  }
  const due = acting.calendar.date(now + wish.days * day);
  const followUp = id === undefined ? undefined : await followUpById(tx, id);
  if (followUp) {
    await tellThem(acting, followUp, say.follow.forHer.remedy(told, due), told);
    const alarm = { key: `bulletin due ${followUp.id}`, kind: bulletinAlarm, subject: `due ${followUp.id}` };
    await setAlarm(tx, { ...alarm, fireAt: now + wish.days * day });
  }
  return say.follow.noted(told, due);
}

/** Then the discipline role is reminded, once. */
const confirmWithin = 3 * day;

async function askConfirmer(
  acting: Acting,
  id: FollowUpId,
  { person }: Pick<Found, "person">,
  told: Told,
): Promise<void> {
  const card = await cardOf(acting, id, told, acting.person.id);
  const letter = {
    key: `follow-up ${id} asked ${person.id}`,
    lane: "alarm",
    mayPassOn: () => false,
  } as const;
  await tell(acting, person.id, card, letter);
  const alarm = { key: `bulletin confirm ${id}`, kind: bulletinAlarm, subject: `confirm ${id}` };
  await setAlarm(acting.tx, { ...alarm, fireAt: acting.now + confirmWithin });
}
