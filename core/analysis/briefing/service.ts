import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import {
  can,
  holdersAbove,
  nearestHolder,
  personById,
  tell,
  unitsWhere,
  type Acting,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { cancelAlarm, dropAllButFacts, setAlarm } from "../../time/index.ts";
import { kindOf, weekOf } from "../../tickets/index.ts";
import { analysisAlarm } from "../alarm.ts";
import type { Refusal } from "../hot/weeks.ts";
import { say } from "../texts.ts";
import { withoutTellers } from "../topic/service.ts";
import { answerWithin, leaderRoles, mayAnswer, mayInstruct, remindFrom } from "./model.ts";
import { bodyOf, leaderSaying, mattersChoice } from "./saying.ts";
import {
  answerInstruction,
  briefingById,
  briefingsFor,
  insertInstruction,
  instructionsOn,
  moveBriefing,
  type Briefing,
  type BriefingId,
  type Instruction,
} from "./store.ts";

const listed = 8;

async function unitOf({ tx }: Pick<Moment, "tx">, { unit }: Briefing): Promise<Unit> {
  const found = await unitByCode(tx, unit);
  if (!found) throw new Error(`unit ${unit} of a briefing is not there`);
  return found;
}

/** A briefing with what whoever speaks is to it; refused alike whether it is not there or not hers. */
async function briefingFor(
  acting: Acting,
  id: BriefingId,
): Promise<{ readonly briefing: Briefing; readonly isLeader: boolean; readonly isRoom: boolean } | Refusal> {
  const briefing = await briefingById(acting.tx, id);
  if (!briefing) return { refused: say.briefing.noSuch };
  const unit = await unitOf(acting, briefing);
  const { person } = acting;
  const isLeader = (await leaderOf(acting, briefing)) === person.id;
  const isRoom = can(person.memberships, "briefing.write", unit);
  return isLeader || isRoom ? { briefing, isLeader, isRoom } : { refused: say.briefing.noSuch };
}

/**
 * Whose word a briefing waits for: whoever it was written to while she holds a post for it, then whoever leads there now. Never whoever wrote it.
 * Undefined where nobody leads.
 */
export async function leaderOf(moment: Moment, briefing: Briefing): Promise<PersonId | undefined> {
  const { tx } = moment;
  const unit = await unitOf(moment, briefing);
  const leader = await personById(tx, briefing.leader);
  if (leader && can(leader.memberships, "briefing.instruct", unit)) return leader.id;
  for (const role of leaderRoles)
    for (const id of await holdersAbove(tx, unit, role)) if (id !== briefing.writtenBy) return id;
  return undefined;
}

async function pathsOf(
  { tx, person }: Acting,
  action: "briefing.write" | "briefing.instruct",
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const code of unitsWhere(person.memberships, action)) {
    const unit = await unitByCode(tx, code);
    if (unit) paths.push(unit.path);
  }
  return paths;
}

/** `/briefing`: those written to her, and those of the units for which she may write. */
export async function briefingsView(acting: Acting): Promise<Reply> {
  const { tx, person } = acting;
  const found = await briefingsFor(tx, person.id, {
    written: await pathsOf(acting, "briefing.write"),
    left: await pathsOf(acting, "briefing.instruct"),
    limit: 3 * listed,
  });
  const choices: Choice[] = [];
  for (const briefing of found) {
    const { name } = await unitOf(acting, briefing);
    if ("refused" in (await briefingFor(acting, briefing.id)) || choices.length === listed) continue;
    choices.push({
      label: say.briefing.line(briefing.id, name, kindOf(briefing.kind), briefing.state),
      token: `/briefing ${briefing.id}`,
    });
  }
  return choices.length === 0 ? say.briefing.none : { text: say.briefing.list(choices.length), choices };
}

/** `/briefing 3`: everything that was written on it. */
export async function briefingView(acting: Acting, id: BriefingId): Promise<Reply> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found.refused;
  const { briefing, isLeader, isRoom } = found;
  if (isLeader) return leaderSaying(acting, briefing);
  const answer = { label: say.briefing.answerIt, token: `/briefing ${id} answer` };
  const choices = isRoom && mayAnswer(briefing.state) ? [answer] : [];
  return { text: await bodyOf(acting, briefing), choices: [...choices, mattersChoice(acting, briefing)] };
}

/** A leader has read it and wants nothing done. */
export async function note(acting: Acting, id: BriefingId): Promise<Reply> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found.refused;
  if (!found.isLeader) return say.briefing.notYourWord;
  if (!(await moveBriefing(acting.tx, id, ["sent"], "noted"))) return say.briefing.decidedAlready;
  await forgetUnread(acting, id);
  await tellRoom(acting, found.briefing, { text: say.briefing.notedForRoom(id), key: "noted" });
  return say.briefing.noted;
}

/** A leader's word is there: nobody is reminded that it is not. */
async function forgetUnread({ tx }: Moment, id: BriefingId): Promise<void> {
  await cancelAlarm(tx, `${analysisAlarm} unread ${id}`);
  await dropAllButFacts(tx, `briefing ${id}`);
}

/** What is to be instructed on, or why it is not hers. */
export async function instructable(
  acting: Acting,
  id: BriefingId,
): Promise<{ readonly text: Text } | Refusal> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found;
  if (!found.isLeader) return { refused: say.briefing.notYourWord };
  if (!mayInstruct(found.briefing.state)) return { refused: say.briefing.waitsAlready };
  return { text: await bodyOf(acting, found.briefing) };
}

/** 批示: kept with who and when; it goes to the command room and is followed until it is answered. */
export async function instruct(acting: Acting, key: string, id: BriefingId, words: string): Promise<Reply> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found.refused;
  if (!found.isLeader) return say.briefing.notYourWord;
  const { tx, now, person, calendar } = acting;
  if (!(await moveBriefing(tx, id, ["sent", "noted", "answered"], "instructed")))
    return say.briefing.waitsAlready;
  const dueAt = now + answerWithin;
  const told = await unnamed(acting, found.briefing, words);
  const made = { briefing: id, leader: person.id, words: told, at: now, dueAt };
  const instruction = await insertInstruction(tx, made, `instruction ${key}`);
  if (instruction === undefined) throw new Error(`briefing ${id} was instructed on by this message before`);
  await forgetUnread(acting, id);
  for (const [what, fireAt] of [
    ["instruction", now + remindFrom],
    ["late", dueAt],
  ] as const) {
    const subject = `${what} ${instruction}`;
    await setAlarm(tx, { key: `${analysisAlarm} ${subject}`, kind: analysisAlarm, subject, fireAt });
  }
  await tellRoom(acting, found.briefing, {
    text: await bodyOf(acting, found.briefing),
    key: `instruction ${instruction}`,
    answers: true,
  });
  const said = say.briefing.instructed(calendar.date(dueAt));
  return told === words ? said : join([said, say.briefing.unnamed]);
}

/** What is written on a briefing may be forwarded like it: nobody who told of its matters is named there. */
async function unnamed(moment: Moment, briefing: Briefing, words: string): Promise<string> {
  const { tx, calendar } = moment;
  const week = weekOf(calendar.zone, briefing.weekAt, 0);
  return withoutTellers(tx, { unit: await unitOf(moment, briefing), kind: briefing.kind, week }, words);
}

/** Who answers for the command room: whoever wrote it while she may, else whoever is there. */
export async function answererOf(moment: Moment, briefing: Briefing): Promise<PersonId | undefined> {
  const unit = await unitOf(moment, briefing);
  const writer = await personById(moment.tx, briefing.writtenBy);
  if (writer && can(writer.memberships, "briefing.write", unit)) return writer.id;
  return (await nearestHolder(moment, unit, ["dispatcher", "admin"], { except: [briefing.leader] }))?.person
    .id;
}

async function tellRoom(
  moment: Moment,
  briefing: Briefing,
  { text, key, answers = false }: { readonly text: Text; readonly key: string; readonly answers?: boolean },
): Promise<void> {
  const to = await answererOf(moment, briefing);
  if (to === undefined) return;
  const answer = { label: say.briefing.answerIt, token: `/briefing ${briefing.id} answer` };
  const choices = [...(answers ? [answer] : []), mattersChoice(moment, briefing)];
  await tell(
    moment,
    to,
    { text, choices },
    {
      key: `briefing ${briefing.id} ${key} ${to}`,
      lane: "alarm",
      mayPassOn: () => false,
    },
  );
}

async function openInstruction(acting: Acting, id: BriefingId): Promise<Instruction | undefined> {
  return (await instructionsOn(acting.tx, id)).findLast(({ answer }) => answer === undefined);
}

/** What is to be answered, or why it is not hers. */
export async function answerable(acting: Acting, id: BriefingId): Promise<{ readonly text: Text } | Refusal> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found;
  if (!found.isRoom) return { refused: say.briefing.notYourAnswer };
  const open = await openInstruction(acting, id);
  return open ? { text: await bodyOf(acting, found.briefing) } : { refused: say.briefing.nothingOpen };
}

/** The command room answers what a leader wrote; she reads it, and may write again. */
export async function answerFor(acting: Acting, id: BriefingId, words: string): Promise<Reply> {
  const found = await briefingFor(acting, id);
  if ("refused" in found) return found.refused;
  if (!found.isRoom) return say.briefing.notYourAnswer;
  const { tx, now, person } = acting;
  const open = await openInstruction(acting, id);
  const told = await unnamed(acting, found.briefing, words);
  const isFirst = open && (await answerInstruction(tx, open.id, { words: told, by: person.id, at: now }));
  if (!isFirst) return say.briefing.nothingOpen;
  await moveBriefing(tx, id, ["instructed"], "answered");
  for (const what of ["instruction", "late"]) await cancelAlarm(tx, `${analysisAlarm} ${what} ${open.id}`);
  await dropAllButFacts(tx, `instruction ${open.id}`);
  const answered = await briefingById(tx, id);
  if (!answered) throw new Error(`briefing ${id} was answered and is not there`);
  const leader = await leaderOf(acting, answered);
  if (leader !== undefined)
    await tell(acting, leader, await leaderSaying(acting, answered), {
      key: `instruction ${open.id} answered ${leader}`,
      lane: "alarm",
      mayPassOn: () => false,
    });
  return told === words ? say.briefing.answered : join([say.briefing.answered, say.briefing.unnamed]);
}
