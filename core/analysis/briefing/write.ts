import type { Choosable, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import {
  can,
  holdersAbove,
  personById,
  postAndName,
  tell,
  type Acting,
  type PersonId,
} from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import type { Refusal, Subject, SubjectSaid } from "../hot/weeks.ts";
import { say } from "../texts.ts";
import { findingOn, subjectToWrite, withoutTellers } from "../topic/service.ts";
import { analysisAlarm } from "../alarm.ts";
import { leaderRoles, unreadAfter } from "./model.ts";
import { leaderSaying } from "./saying.ts";
import { briefingById, insertBriefing } from "./store.ts";

/** What somebody writes to whom. */
export interface Draft {
  readonly leader: PersonId;
  readonly words: string;
}

/** To whom she may write about a topic, or why she may not. */
export async function briefable(
  acting: Acting,
  said: SubjectSaid,
): Promise<{ readonly leaders: readonly Choosable[] } | Refusal> {
  const subject = await subjectToWrite(acting, said);
  if ("refused" in subject) return subject;
  const leaders = await leadersOf(acting, subject);
  return leaders.length > 0 ? { leaders } : { refused: say.briefing.noLeader };
}

async function leadersOf({ tx, person }: Acting, { unit }: Subject): Promise<readonly Choosable[]> {
  const leaders = new Map<PersonId, Text>();
  for (const role of leaderRoles)
    for (const id of await holdersAbove(tx, unit, role)) {
      const leader = id === person.id || leaders.has(id) ? undefined : await personById(tx, id);
      if (leader) leaders.set(id, postAndName(role, leader));
    }
  return [...leaders].map(([id, label]) => ({ id, label }));
}

/** A briefing as it would be sent; without the names of those who told of its matters. */
async function drafted(acting: Acting, said: SubjectSaid, { leader, words }: Draft) {
  const subject = await subjectToWrite(acting, said);
  if ("refused" in subject) return subject;
  const to = await personById(acting.tx, leader);
  if (!to || !can(to.memberships, "briefing.instruct", subject.unit))
    return { refused: say.briefing.noLeader };
  // Neither reads of a dispute in which she is another side.
  const readers = [acting.person.id, leader];
  const told = await withoutTellers(acting.tx, subject, words);
  return { subject, leader, finding: await findingOn(acting, subject, readers, true), words: told };
}

/** What the leader would read. */
export async function previewOf(acting: Acting, said: SubjectSaid, draft: Draft): Promise<Text | Refusal> {
  const made = await drafted(acting, said, draft);
  if ("refused" in made) return made;
  const note = made.words === draft.words ? [] : [say.briefing.unnamed];
  return join([say.briefing.previewHead, made.finding, verbatim(made.words), ...note]);
}

/** Sends a briefing to a leader. */
export async function sendBriefing(
  acting: Acting,
  key: string,
  said: SubjectSaid,
  draft: Draft,
): Promise<Reply> {
  const made = await drafted(acting, said, draft);
  if ("refused" in made) return made.refused;
  const { tx, now, person } = acting;
  const { subject, leader, finding, words } = made;
  const kept = { unit: subject.unit.code, kind: subject.kind, weekAt: subject.week.from, finding, words };
  const id = await insertBriefing(
    tx,
    { ...kept, writtenBy: person.id, leader, createdAt: now },
    `briefing ${key}`,
  );
  if (id === undefined) return say.briefing.sentAlready;
  const briefing = await briefingById(tx, id);
  if (!briefing) throw new Error(`briefing ${id} was kept and is not there`);
  const saying = await leaderSaying(acting, briefing);
  const reached = await tell(acting, leader, saying, {
    key: `briefing ${id} ${leader}`,
    lane: "alarm",
    mayPassOn: () => false,
  });
  const subjectOfAlarm = `unread ${id}`;
  await setAlarm(tx, {
    key: `${analysisAlarm} ${subjectOfAlarm}`,
    kind: analysisAlarm,
    subject: subjectOfAlarm,
    fireAt: now + unreadAfter,
  });
  return reached === "reached" ? say.briefing.sent(id) : say.briefing.unreachable(id);
}
