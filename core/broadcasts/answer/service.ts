import type { Choice, Reply } from "../../dialogue/index.ts";
import { householdOf, personById, tell, wardsOf, type Acting } from "../../people/index.ts";
import { callForHelp } from "../../tickets/index.ts";
import { doorName, visitorOf } from "../doors/access.ts";
import { changeDoor, doorOf } from "../doors/store.ts";
import { headOf, type Notice, type NoticeId } from "../model.ts";
import { noticeById, openCalls } from "../store.ts";
import { say } from "../texts.ts";
import { keepAnswer, recipientsAmong, type Recipient } from "./store.ts";

export type Answer = "received" | "help";

/** For whom somebody answers: herself, and those whom she looks after. */
async function answeringFor(acting: Acting, id: NoticeId): Promise<readonly Recipient[]> {
  const wards = await wardsOf(acting.tx, acting.person.id);
  return recipientsAmong(acting.tx, id, [acting.person.id, ...wards.map((ward) => ward.id)]);
}

/**
 * Somebody answers an urgent notice: for herself and those she looks after. 需要帮助 is filed as a matter at once.
 * @param key what it is answered from: the same twice is one answer.
 */
export async function answerNotice(
  acting: Acting,
  id: NoticeId,
  answer: Answer,
  key: string,
): Promise<Reply> {
  const notice = await noticeById(acting.tx, id);
  if (!notice) return say.noSuchNotice;
  const recipients = await answeringFor(acting, id);
  if (recipients.length === 0) return say.notForYou;
  const head = headOf(notice.words);
  if (!notice.isUrgent) return say.noAnswerNeeded;
  if (notice.closedAt !== null || notice.state === "cancelled") return say.callOver(head);
  if (answer === "help") return askForHelp(acting, notice, recipients, key);
  const silent = recipients.filter((one) => one.answer === null);
  if (silent.length === 0) return say.notedBefore(head);
  for (const one of silent) await keep(acting, notice, one, answer);
  const wards = await namesOf(acting, silent);
  const next = await nextCall(acting);
  const text = say.noted(head, wards);
  return next ? [{ text }, { text: say.otherCall(headOf(next.words)), choices: choicesOf(next) }] : { text };
}

function choicesOf({ id }: Notice): readonly Choice[] {
  return [
    { label: say.received, token: `/acknowledge ${id} ok` },
    { label: say.needHelp, token: `/acknowledge ${id} help` },
  ];
}

async function namesOf(acting: Acting, recipients: readonly Recipient[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { person: id } of recipients) {
    const person = id === acting.person.id ? undefined : await personById(acting.tx, id);
    if (person) names.push(person.name);
  }
  return names;
}

/** One answer counts for the whole household. */
async function keep(acting: Acting, notice: Notice, recipient: Recipient, answer: Answer): Promise<void> {
  const { tx, now, person } = acting;
  await keepAnswer(tx, notice.id, recipient.person, { answer, by: person.id, at: now });
  const door = await doorOf(tx, notice.id, recipient.door);
  if (!door) return;
  const from =
    answer === "help"
      ? (["silent", "due", "missing", "answered", "visited", "called"] as const)
      : (["silent", "due", "missing"] as const);
  await changeDoor(tx, door.id, from, {
    state: answer === "help" ? "help" : "answered",
    by: person.id,
    at: now,
  });
}

/** Whom help is for: herself where the notice was for her, else the first of those she looks after. */
async function askForHelp(
  acting: Acting,
  notice: Notice,
  recipients: readonly Recipient[],
  key: string,
): Promise<Reply> {
  const { tx, person } = acting;
  const own = recipients.find((one) => one.person === person.id) ?? recipients[0];
  if (!own) return say.notForYou;
  const household = await householdOf(tx, own.person);
  const words = say.helpWanted(headOf(notice.words)).zh;
  const call = { words, place: household?.address ?? "", reporter: own.person };
  // A second press is the same call: it takes no second number.
  const { number, told } = await callForHelp(acting, `notice ${notice.id} help ${own.person}`, call);
  if (own.answer === "help") return { text: say.helpBefore(number), about: `ticket ${number}` };
  await keep(acting, notice, own, "help");
  await tellVisitor(acting, notice, own, key);
  return { text: say.helpIsComing(number, told), about: `ticket ${number}` };
}

/** Whoever goes to the doors of this grid hears of it even where she is not its worker. */
async function tellVisitor(acting: Acting, notice: Notice, { door }: Recipient, key: string): Promise<void> {
  const found = await doorOf(acting.tx, notice.id, door);
  const visitor = found && (await visitorOf(acting, notice, found.grid));
  // The worker of the grid has the matter's own card.
  if (!visitor || visitor.role === "grid_worker" || visitor.role === "dispatcher") return;
  const text = say.doors.help(await doorName(acting, found));
  const letter = { key: `notice ${notice.id} help ${visitor.person.id} ${key}`, lane: "alarm" } as const;
  await tell(acting, visitor.person.id, { text }, letter);
}

/** The newest urgent notice that whoever speaks, or somebody she looks after, has not answered. */
export async function nextCall(acting: Acting): Promise<Notice | undefined> {
  for (const notice of await openCalls(acting.tx)) {
    const recipients = await answeringFor(acting, notice.id);
    if (recipients.some((one) => one.answer === null)) return notice;
  }
  return undefined;
}
