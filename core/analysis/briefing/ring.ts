import { nag, personById, type Moment } from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import { analysisAlarm } from "../alarm.ts";
import { say } from "../texts.ts";
import { remindEvery, unreadFor } from "./model.ts";
import { bodyOf, leaderSaying } from "./saying.ts";
import { answererOf, leaderOf } from "./service.ts";
import { briefingById, instructionById } from "./store.ts";

/** A leader has not looked, or an instruction is not answered. */
export async function ringAnalysis(moment: Moment, subject: string): Promise<void> {
  const [what = "", id = ""] = subject.split(" ");
  if (what === "unread") return remindLeader(moment, Number(id));
  if (what === "instruction") return remindRoom(moment, Number(id));
  if (what === "late") return tellLeader(moment, Number(id));
  throw new Error(`nobody rings analysis about "${subject}"`);
}

async function again({ tx, now }: Moment, subject: string): Promise<void> {
  const key = `${analysisAlarm} ${subject}`;
  await setAlarm(tx, { key, kind: analysisAlarm, subject, fireAt: now + remindEvery });
}

/** She is asked every day until the command room hears that nobody looked; then it is for the room to ring her. */
async function remindLeader(moment: Moment, id: number): Promise<void> {
  const { tx, now } = moment;
  const briefing = await briefingById(tx, id);
  if (briefing?.state !== "sent") return;
  const isGivenUp = now >= briefing.createdAt + unreadFor;
  const leader = await leaderOf(moment, briefing);
  const recipient = isGivenUp ? await answererOf(moment, briefing) : leader;
  if (!isGivenUp) await again(moment, `unread ${id}`);
  if (recipient === undefined || !(await personById(tx, recipient))) return;
  const saying = isGivenUp
    ? {
        text: say.briefing.nobodyLooked(id),
        choices: [{ label: say.briefing.open, token: `/briefing ${id}` }],
      }
    : await leaderSaying(moment, briefing);
  await nag(moment, {
    key: `briefing ${id} unread ${recipient} ${now}`,
    recipient,
    subject: `briefing ${id}`,
    rank: 5,
    line: isGivenUp ? say.briefing.nobodyLooked(id) : say.briefing.unreadLine(id),
    open: `/briefing ${id}`,
    saying,
    passOn: "nobody",
  });
}

/** Whoever has to answer is reminded every day. */
async function remindRoom(moment: Moment, id: number): Promise<void> {
  const open = await openInstruction(moment, id);
  if (!open) return;
  const { briefing, dueAt } = open;
  await again(moment, `instruction ${id}`);
  const room = await answererOf(moment, briefing);
  if (room === undefined) return;
  const isLate = moment.now >= dueAt;
  const answerIt = { label: say.briefing.answerIt, token: `/briefing ${briefing.id} answer` };
  await nag(moment, {
    key: `instruction ${id} ${room} ${moment.now}`,
    recipient: room,
    subject: `instruction ${id}`,
    rank: isLate ? 11 : 5,
    line: isLate
      ? say.briefing.lateLine(briefing.id)
      : say.briefing.dueLine(briefing.id, moment.calendar.date(dueAt)),
    open: `/briefing ${briefing.id}`,
    saying: { text: await bodyOf(moment, briefing), choices: [answerIt] },
    passOn: "nobody",
  });
}

/** When it is late the leader hears once that it is, however long the program was away. */
async function tellLeader(moment: Moment, id: number): Promise<void> {
  const open = await openInstruction(moment, id);
  if (!open) return;
  const leader = await leaderOf(moment, open.briefing);
  if (leader === undefined) return;
  const { id: briefing } = open.briefing;
  await nag(moment, {
    key: `instruction ${id} late ${leader}`,
    recipient: leader,
    subject: `instruction ${id}`,
    rank: 11,
    line: say.briefing.lateLine(briefing),
    open: `/briefing ${briefing}`,
    saying: {
      text: say.briefing.lateLine(briefing),
      choices: [{ label: say.briefing.open, token: `/briefing ${briefing}` }],
    },
    passOn: "nobody",
  });
}

/** An instruction that is not answered, with its briefing. */
async function openInstruction({ tx }: Moment, id: number) {
  const instruction = await instructionById(tx, id);
  const briefing = instruction && (await briefingById(tx, instruction.briefing));
  return !briefing || instruction.answer ? undefined : { briefing, dueAt: instruction.dueAt };
}
