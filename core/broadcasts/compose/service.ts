import type { FileRef, Route } from "../../channel/index.ts";
import type { Reply, Saying } from "../../dialogue/index.ts";
import type { Text, Wall } from "../../language/index.ts";
import { upwards, type Unit } from "../../org/index.ts";
import {
  calledName,
  can,
  nearestHolder,
  postAndName,
  tell,
  type Acting,
  type Found,
  type PersonId,
} from "../../people/index.ts";
import { minute } from "../../time/index.ts";
import { audienceName, scopeOf, unitOver } from "../audience/service.ts";
import { countHeads, type Head } from "../audience/store.ts";
import { needsReview, usualLimit, type Audience, type Notice, type Repeat } from "../model.ts";
import { remindOfReview } from "../review/remind.ts";
import { buttonsOf, sayingOf } from "../spread/saying.ts";
import { insertNotice, limitIn, noticeBySource, type NewNotice } from "../store.ts";
import { repeatName, say } from "../texts.ts";
import { schedule, startFor } from "./begin.ts";

/** Somebody who writes a notice, and the platforms on which it can be said. */
export interface Sender extends Acting {
  readonly routes: readonly Route[];
}

/** A notice as it was written, before anybody gets it. */
export interface Draft {
  readonly audience: Audience;
  readonly words: string;
  readonly files: readonly FileRef[];
  readonly isUrgent: boolean;
  readonly minutes: number | null;
  /** When it is to go; null for now. */
  readonly when: When | null;
}

/** A moment by the wall, or how it is repeated. */
export type When = { readonly at: Wall } | { readonly repeat: Repeat };

/** What stands before a notice may go: nothing, a leader's word, or the leader on duty who sends it. */
interface Way {
  readonly unit: Unit;
  readonly head: Head;
  readonly limit: number;
  readonly needs: "nothing" | "review" | "release";
}

async function wayOf(acting: Sender, draft: Draft): Promise<Way> {
  const { tx, person } = acting;
  const unit = await unitOver(tx, draft.audience.units);
  const head = await countHeads(tx, await scopeOf(tx, draft.audience, acting.routes));
  const limit = (await limitIn(tx, upwards(unit))) ?? usualLimit;
  const may = (action: "notice.urgent" | "notice.review") => can(person.memberships, action, unit);
  const isReviewed = needsReview(head.people, limit, draft.isUrgent) && !may("notice.review");
  const isReleased = draft.isUrgent && !may("notice.urgent");
  return { unit, head, limit, needs: isReviewed ? "review" : isReleased ? "release" : "nothing" };
}

function momentIn({ calendar }: Acting, { date, minutes }: Wall): number {
  return calendar.zone.momentOf(date, minutes);
}

function wantedAt(acting: Acting, { when }: Draft): number {
  return when && "at" in when ? momentIn(acting, when.at) : acting.now;
}

/** For how many people an audience is. */
export async function headCount(acting: Sender, audience: Audience): Promise<number> {
  return (await countHeads(acting.tx, await scopeOf(acting.tx, audience, acting.routes))).people;
}

/** What a villager will see, for whom it is, and what will happen to it; null where it is for nobody. */
export async function previewOf(acting: Sender, draft: Draft): Promise<Text | null> {
  const way = await wayOf(acting, draft);
  return way.head.people === 0 ? null : previewWith(acting, draft, way);
}

async function previewWith(acting: Sender, draft: Draft, way: Way): Promise<Text> {
  const { words, files, isUrgent } = draft;
  const { text } = await sayingOf(acting, 0, { words, files, isUrgent, unit: way.unit.code });
  return say.preview({
    message: text,
    files: filesLine(files),
    buttons: isUrgent ? buttonsOf(0).map(({ label }) => label) : [],
    where: await audienceName(acting, draft.audience),
    head: way.head,
    notes: notesOf(acting, draft, way),
  });
}

function filesLine(files: readonly FileRef[]): Text {
  const names = files.map((file) => `〔${file.name ?? file.kind}〕`).join("");
  return { zh: names, en: names };
}

function notesOf(acting: Acting, draft: Draft, { needs, limit }: Way): readonly Text[] {
  const notes: Text[] = [];
  const { isUrgent, minutes, when } = draft;
  if (isUrgent && minutes !== null) notes.push(say.willAnswer(minutes));
  if (needs === "review") notes.push(say.willBeReviewed(limit));
  if (needs === "release") notes.push(say.willBeReleased);
  if (when && "repeat" in when) return [...notes, say.willRepeat(repeatName(when.repeat))];
  const wanted = wantedAt(acting, draft);
  const startAt = startFor(acting, wanted, isUrgent);
  if (startAt > wanted) notes.push(say.willWaitForMorning(acting.calendar.moment(startAt)));
  else if (when) notes.push(say.willStart(acting.calendar.moment(startAt)));
  return notes;
}

/** Sends a notice, or hands it to whoever must agree first. @param key the same twice is one notice. */
export async function send(acting: Sender, key: string, draft: Draft): Promise<Reply> {
  for (const code of draft.audience.units) {
    const unit = await unitOver(acting.tx, [code]);
    if (!can(acting.person.memberships, "notice.send", unit)) return say.notYourUnit(unit.name);
  }
  return announce(acting, key, draft);
}

/**
 * Sends what somebody may tell people because of another post than a sender's: whoever calls this has checked that she may. All
 * else is as with any notice: quiet hours, the leader's word above a head-count. @param key the same twice is one notice.
 */
export async function announce(acting: Sender, key: string, draft: Draft): Promise<Reply> {
  const known = await noticeBySource(acting.tx, key);
  if (known) return say.manage.begun(known.id, known.people);
  const way = await wayOf(acting, draft);
  if (way.needs === "nothing") return sendNow(acting, key, draft, way);
  const reviewer = await reviewerFor(acting, way);
  return reviewer ? handTo(acting, key, { draft, way, reviewer }) : say.manage.nobodyReviews;
}

async function reviewerFor(acting: Acting, { unit, needs }: Way): Promise<Found | undefined> {
  const posts =
    needs === "release"
      ? (["area_leader", "direct_leader", "main_leader"] as const)
      : (["direct_leader", "main_leader"] as const);
  return nearestHolder(acting, unit, posts, { except: [acting.person.id] });
}

function written(acting: Acting, key: string, draft: Draft, way: Way): NewNotice {
  const { audience, words, files, isUrgent, minutes, when } = draft;
  return {
    sourceKey: key,
    madeBy: acting.person.id,
    unit: way.unit.code,
    audience,
    words,
    files,
    isUrgent,
    state: "planned",
    review: "none",
    reviewer: null,
    startAt: wantedAt(acting, draft),
    repeats: when && "repeat" in when ? when.repeat : null,
    answerMinutes: isUrgent ? minutes : null,
    people: way.head.people,
    origin: draft.audience.missedBy ?? null,
  };
}

async function sendNow(acting: Acting, key: string, draft: Draft, way: Way): Promise<Reply> {
  const after = draft.isUrgent ? await afterwards(acting, way.unit, acting.person.id) : undefined;
  const review = after ? ({ review: "after", reviewer: after.person.id } as const) : {};
  const given: NewNotice = { ...written(acting, key, draft, way), ...review };
  const notice = await insertNotice(acting.tx, given, acting.now);
  const { startAt } = await schedule(acting, notice);
  if (after) await tellReviewerAfter(acting, notice, after.person.id);
  return begunReply(acting, notice, startAt, after);
}

/** Who reviews an urgent notice once it is out: the leader in charge, or whoever stands above the one who sent it. */
export async function afterwards(acting: Acting, unit: Unit, sender: PersonId): Promise<Found | undefined> {
  return nearestHolder(acting, unit, ["direct_leader", "main_leader"], { except: [sender] });
}

function begunReply(acting: Acting, notice: Notice, startAt: number, after: Found | undefined): Text {
  const { id, people, repeats, isUrgent } = notice;
  const at = acting.calendar.moment(startAt);
  if (repeats) return say.manage.repeated(id, repeatName(repeats), at);
  if (startAt > acting.now) return say.manage.planned(id, at);
  if (!isUrgent) return say.manage.begun(id, people);
  return say.manage.begunByLeader(id, people, after && postAndName(after.role, after.person));
}

export async function tellReviewerAfter(acting: Acting, notice: Notice, reviewer: PersonId): Promise<void> {
  const { id, words, isUrgent, unit } = notice;
  const { text: message } = await sayingOf(acting, id, { words, files: [], isUrgent, unit });
  const text = say.review.afterCard(id, calledName(acting.person), message);
  const choices = [
    { label: say.review.agree, token: `/notice ${id} agree` },
    { label: say.review.object, token: `/notice ${id} object` },
  ];
  const letter = { key: `notice ${id} review after ${reviewer}`, lane: "alarm" } as const;
  await tell(acting, reviewer, { text, choices }, letter);
  await remindOfReview(acting, { id, isUrgent, review: "after" });
}

async function handTo(
  acting: Sender,
  key: string,
  { draft, way, reviewer }: { readonly draft: Draft; readonly way: Way; readonly reviewer: Found },
): Promise<Reply> {
  const given = { ...written(acting, key, draft, way), state: "review", review: "before" } as const;
  const notice = await insertNotice(acting.tx, { ...given, reviewer: reviewer.person.id }, acting.now);
  const { id } = notice;
  const isRelease = way.needs === "release";
  // Whoever is asked for her word need not be told that she will be.
  const preview = await previewWith(acting, draft, { ...way, needs: "nothing" });
  const by = calledName(acting.person);
  const card = isRelease ? say.review.releaseCard : say.review.reviewCard;
  const saying: Saying = {
    text: card(id, by, preview),
    files: draft.files,
    choices: [
      { label: isRelease ? say.review.release : say.review.approve, token: `/notice ${id} approve` },
      { label: say.review.refuse, token: `/notice ${id} refuse` },
    ],
  };
  const letter = { key: `notice ${id} review ${reviewer.person.id}`, lane: "alarm" } as const;
  await tell(acting, reviewer.person.id, saying, letter);
  await remindOfReview(acting, notice);
  const who = postAndName(reviewer.role, reviewer.person);
  return isRelease ? say.manage.handedToDuty(id, who) : say.manage.handedToReviewer(id, who);
}

/** What the clock on the wall shows now. */
export function wallNow({ now, calendar }: Acting): Wall {
  const date = calendar.zone.dateOf(now);
  return { date, minutes: Math.floor((now - calendar.zone.momentOf(date, 0)) / minute) };
}
