import type { Moment } from "../people/index.ts";
import { cancelAlarm, day, hour, setAlarm } from "../time/index.ts";
import { confirmWithin, consentWithin, courtReminderAfter, type Party } from "./model.ts";

/** The kind of every alarm of this slice but its clock's; its subject is `<number> <what> <which>`. */
export const mediationAlarm = "mediation";

/**
 * consent: a side has not said whether she is willing · day, soon: before a meeting · over: after it · unconfirmed: an agreement waits · court: both
 * may still go to the court.
 */
export const alarmNames = ["consent", "day", "soon", "over", "unconfirmed", "court"] as const;

export type AlarmName = (typeof alarmNames)[number];

/** How long after it begins the mediator is asked how a meeting went. */
const askedAfter = 2 * hour;

function keyOf(number: number, what: AlarmName): string {
  return `mediation ${number} ${what}`;
}

async function set(
  { tx }: Moment,
  number: number,
  what: AlarmName,
  { which, fireAt }: { readonly which: number; readonly fireAt: number },
): Promise<void> {
  const key = what === "consent" ? `${keyOf(number, what)} ${which}` : keyOf(number, what);
  await setAlarm(tx, { key, kind: mediationAlarm, subject: `${number} ${what} ${which}`, fireAt });
}

/** What an alarm's subject says; undefined when it is not ours. */
export function readSubject(
  subject: string,
): { readonly number: number; readonly what: AlarmName; readonly which: number } | undefined {
  const [, number, word, which] = /^(\d+) (\w+) (\d+)$/.exec(subject) ?? [];
  const what = alarmNames.find((name) => name === word);
  return what && { number: Number(number), what, which: Number(which) };
}

/** Everything that may still ring for a mediation that ends; what is about one side does nothing then. */
export function alarmKeys(number: number): readonly string[] {
  return (["day", "soon", "over", "unconfirmed", "court"] as const).map((what) => keyOf(number, what));
}

export async function setConsentAlarm(moment: Moment, number: number, { id }: Party): Promise<void> {
  await set(moment, number, "consent", { which: id, fireAt: moment.now + consentWithin });
}

/** Sets what rings around a meeting; what would ring in the past is left out. */
export async function setMeetingAlarms(moment: Moment, number: number, at: number): Promise<void> {
  const times = { day: at - day, soon: at - 2 * hour, over: at + askedAfter } as const;
  for (const what of ["day", "soon", "over"] as const) {
    if (times[what] > moment.now) await set(moment, number, what, { which: at, fireAt: times[what] });
    else await cancelAlarm(moment.tx, keyOf(number, what));
  }
}

export async function cancelMeetingAlarms({ tx }: Moment, number: number): Promise<void> {
  for (const what of ["day", "soon", "over"] as const) await cancelAlarm(tx, keyOf(number, what));
}

/** @param version which text of the agreement waits. */
export async function setConfirmAlarm(moment: Moment, number: number, version: number): Promise<void> {
  await set(moment, number, "unconfirmed", { which: version, fireAt: moment.now + confirmWithin });
}

export async function cancelConfirmAlarm({ tx }: Moment, number: number): Promise<void> {
  await cancelAlarm(tx, keyOf(number, "unconfirmed"));
}

/** @param since when the agreement took effect. */
export async function setCourtAlarm(moment: Moment, number: number, since: number): Promise<void> {
  const fireAt = since + courtReminderAfter;
  if (fireAt > moment.now) await set(moment, number, "court", { which: since, fireAt });
}
