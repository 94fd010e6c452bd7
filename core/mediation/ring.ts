import type { Moment } from "../people/index.ts";
import { readSubject, type AlarmName } from "./alarms.ts";
import { versionOf } from "./agreement.ts";
import { consentChoices, meetingChoices, resultChoices, seeChoice } from "./choices.ts";
import { confirmAtCourtWithin, isOpen, type Mediation } from "./model.ts";
import { mediationOf } from "./store.ts";
import { nagOne } from "./telling.ts";
import { namesOf, say } from "./texts.ts";

type Ring = (moment: Moment, mediation: Mediation, which: number) => Promise<void>;

const rings: Readonly<Record<AlarmName, Ring>> = {
  consent: stillSilent,
  day: (moment, mediation, at) => beforeMeeting(moment, mediation, { at, key: "day" }),
  soon: (moment, mediation, at) => beforeMeeting(moment, mediation, { at, key: "soon" }),
  over: afterMeeting,
  unconfirmed: stillUnconfirmed,
  court: rememberCourt,
};

/** Rings an alarm of kind `mediationAlarm`; one that no longer fits does nothing. */
export async function ringMediationAlarm(moment: Moment, subject: string): Promise<void> {
  const read = readSubject(subject);
  const mediation = read && (await mediationOf(moment.tx, read.number));
  if (mediation && isOpen(mediation) !== (read.what === "court"))
    await rings[read.what](moment, mediation, read.which);
}

async function stillSilent(
  moment: Moment,
  { number, mediator, parties }: Mediation,
  id: number,
): Promise<void> {
  const party = parties.find((one) => one.id === id);
  if (party?.consent !== "asked") return;
  await nagOne(moment, mediator, number, {
    rank: 3,
    line: say.mediator.silentLine(number, party.name),
    saying: { text: say.mediator.silent(number, party.name), choices: consentChoices(number, party) },
    key: `silent ${id} ${moment.now}`,
    isFact: true,
  });
}

async function beforeMeeting(
  moment: Moment,
  { number, mediator, parties, state, meetingAt, meetingPlace = "" }: Mediation,
  { at, key }: { readonly at: number; readonly key: string },
): Promise<void> {
  if (state !== "meeting" || meetingAt !== at) return;
  const said = moment.calendar.moment(at);
  const told = { rank: 5, line: say.party.reminderLine(number, said), key: `${key} ${at}`, isFact: true };
  const text = say.party.reminder(number, said, meetingPlace);
  for (const party of parties) {
    if (party.meeting === "not_coming") continue;
    const choices = party.meeting === undefined ? { choices: meetingChoices(number, at) } : {};
    await nagOne(moment, party.person, number, { ...told, saying: { text, ...choices }, isSide: true });
  }
  const forMediator = say.mediator.meetingReminder(number, said, meetingPlace, say.mediator.howMany(parties));
  await nagOne(moment, mediator, number, {
    ...told,
    saying: { text: forMediator, choices: [seeChoice(number)] },
  });
}

async function afterMeeting(
  moment: Moment,
  { number, mediator, state, meetingAt }: Mediation,
  at: number,
): Promise<void> {
  if (state !== "meeting" || meetingAt !== at) return;
  await nagOne(moment, mediator, number, {
    rank: 4,
    line: say.mediator.meetingOverLine(number),
    saying: { text: say.mediator.meetingOver(number), choices: resultChoices(number) },
    key: `over ${at}`,
    isFact: true,
  });
}

async function stillUnconfirmed(moment: Moment, mediation: Mediation, version: number): Promise<void> {
  const { number, mediator, parties, state } = mediation;
  if (state !== "agreed" || (await versionOf(moment, number)) !== version) return;
  const silent = parties.filter(({ confirmedAt }) => confirmedAt === undefined);
  await nagOne(moment, mediator, number, {
    rank: 4,
    line: say.mediator.unconfirmedLine(number),
    saying: { text: say.mediator.unconfirmed(number, namesOf(silent)), choices: [seeChoice(number)] },
    key: `unconfirmed ${version}`,
    isFact: true,
  });
}

/** Once, ten days before the end: the sides may still ask the court together. */
async function rememberCourt(
  moment: Moment,
  { number, parties, outcome }: Mediation,
  since: number,
): Promise<void> {
  if (outcome !== "to_court") return;
  const until = moment.calendar.date(since + confirmAtCourtWithin);
  for (const party of parties)
    await nagOne(moment, party.person, number, {
      rank: 3,
      line: say.party.courtLine(number, until),
      saying: { text: say.party.courtReminder(number, until) },
      key: `court ${since}`,
      isFact: true,
      isSide: true,
    });
}
