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

/** Whoever has to answer is reminded every day; when it is late the leader hears once that it is. */
async function remindRoom(moment: Moment, id: number): Promise<void> {
  const { tx, now, calendar } = moment;
  const instruction = await instructionById(tx, id);
  const briefing = instruction && (await briefingById(tx, instruction.briefing));
  if (!briefing || instruction.answer) return;
  await again(moment, `instruction ${id}`);
  const isLate = now >= instruction.dueAt;
  const line = isLate
    ? say.briefing.lateLine(briefing.id)
    : say.briefing.dueLine(briefing.id, calendar.date(instruction.dueAt));
  const answerIt = { label: say.briefing.answerIt, token: `/briefing ${briefing.id} answer` };
  const open = { label: say.briefing.open, token: `/briefing ${briefing.id}` };
  const room = await answererOf(moment, briefing);
  const told = {
    line,
    subject: `instruction ${id}`,
    rank: isLate ? 11 : 5,
    open: `/briefing ${briefing.id}`,
  };
  if (room !== undefined)
    await nag(moment, {
      ...told,
      key: `instruction ${id} ${room} ${now}`,
      recipient: room,
      saying: { text: await bodyOf(moment, briefing), choices: [answerIt] },
      passOn: "nobody",
    });
  const isFirstLate = isLate && now < instruction.dueAt + remindEvery;
  const leader = isFirstLate ? await leaderOf(moment, briefing) : undefined;
  if (leader !== undefined)
    await nag(moment, {
      ...told,
      key: `instruction ${id} late ${leader}`,
      recipient: leader,
      saying: { text: line, choices: [open] },
      passOn: "nobody",
    });
}
