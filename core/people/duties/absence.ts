import { unitByCode } from "../../org/index.ts";
import { cancelAlarm, setAlarm } from "../../time/index.ts";
import { calledName, type Person } from "../model.ts";
import { tell, type Acting, type Moment } from "../moment.ts";
import { nag } from "../nags/service.ts";
import { canTo } from "../standing.ts";
import { personById } from "../store.ts";
import type { HandedOn, OpenMatters } from "./matters.ts";
import type { Absence } from "./model.ts";
import { absenceById, absenceOf, changeAbsence, endAbsences, insertAbsence } from "./store.ts";
import { say } from "./texts.ts";

/** The kind of the alarm when somebody is back; its subject is the absence's number. */
export const absenceAlarm = "absence";

function alarmKey({ id }: Absence): string {
  return `${absenceAlarm} ${id}`;
}

/** May this person enter that somebody is away or back? Herself always; others by a post above one of theirs. */
export async function mayEnterFor({ tx, person }: Acting, other: Person): Promise<boolean> {
  if (person.id === other.id) return true;
  for (const { role, unit: code } of other.memberships) {
    const unit = role === "villager" ? undefined : await unitByCode(tx, code);
    if (unit && canTo(person.memberships, "duty.keep", { role, unit })) return true;
  }
  return false;
}

/** What became of an absence just entered. */
export interface Left {
  readonly absence: Absence;
  readonly handed: readonly HandedOn[];
}

/**
 * From now on somebody is away; where she is already, only until when and why change. What cannot wait goes to whoever stands in.
 * @param untilAt when she is back; undefined until she says so.
 */
export async function goAway(
  acting: Acting,
  matters: OpenMatters,
  who: Person,
  given: { readonly untilAt: number | undefined; readonly reason: string; readonly key: string },
): Promise<Left> {
  const { tx, now, person } = acting;
  const { untilAt, reason, key } = given;
  const before = await absenceOf(tx, who.id, now);
  const absence: Absence = before
    ? { ...before, untilAt, reason }
    : await insertAbsence(tx, { person: who.id, fromAt: now, untilAt, reason, madeBy: person.id });
  if (before) await changeAbsence(tx, absence);
  if (untilAt === undefined) await cancelAlarm(tx, alarmKey(absence));
  else
    await setAlarm(tx, {
      key: alarmKey(absence),
      kind: absenceAlarm,
      subject: String(absence.id),
      fireAt: untilAt,
    });
  const handed = await matters.handOnAbsent(acting, absence);
  if (person.id !== who.id) {
    const until = untilAt === undefined ? undefined : acting.calendar.date(untilAt);
    const text = say.enteredForYou(calledName(person), until, handed);
    await tell(
      acting,
      who.id,
      { text, choices: [say.backChoice] },
      { key: `away ${key} ${who.id}`, lane: "reply" },
    );
  }
  return { absence, handed };
}

/**
 * Somebody is on duty again. Nothing is taken back: she hears what went elsewhere meanwhile.
 * @returns undefined when she was not away.
 */
export async function comeBack(
  acting: Acting,
  matters: OpenMatters,
  who: Person,
): Promise<readonly HandedOn[] | undefined> {
  const { tx, now, person } = acting;
  const absence = await absenceOf(tx, who.id, now);
  if (!absence) return undefined;
  await endAbsences(tx, who.id, now);
  await cancelAlarm(tx, alarmKey(absence));
  const elsewhere = await matters.elsewhere(acting, absence);
  if (person.id !== who.id) {
    const text = say.backForYou(calledName(person), elsewhere);
    await tell(acting, who.id, { text }, { key: `back ${absence.id} ${who.id}`, lane: "reply" });
  }
  return elsewhere;
}

/** Her absence is over: in the morning she hears what went elsewhere, where anything did. */
export async function ringAbsence(moment: Moment, matters: OpenMatters, subject: string): Promise<void> {
  const absence = await absenceById(moment.tx, Number(subject));
  const who = absence && (await personById(moment.tx, absence.person));
  if (!absence || !who || (await absenceOf(moment.tx, who.id, moment.now))) return;
  const elsewhere = await matters.elsewhere(moment, absence);
  if (elsewhere.length === 0) return;
  await nag(moment, {
    key: `back ${absence.id} ${who.id}`,
    recipient: who.id,
    subject: `absence ${absence.id}`,
    rank: 1,
    line: say.elsewhereLine(elsewhere),
    open: "/tasks",
    saying: { text: say.backAgain(elsewhere) },
    isFact: true,
  });
}
