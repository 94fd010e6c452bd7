import type { Choice } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { areAllWilling, isOpen, type Mediation, type Party } from "./model.ts";
import { say } from "./texts.ts";

/** The buttons of a mediation: each is a command line that anybody may type, so each deed asks who does it. */

function does(label: Text, number: number, verb: string): Choice {
  return { label, token: `/mediate ${number} ${verb}` };
}

export function seeChoice(number: number): Choice {
  return { label: say.mediator.see, token: `/mediate ${number}` };
}

export function resignChoice(number: number): Choice {
  return does(say.mediator.resign, number, "resign");
}

/** What the mediator heard of a side by telephone. */
export function consentChoices(number: number, { id, name }: Party): readonly Choice[] {
  return [
    does(say.mediator.isWilling(name), number, `ok ${id}`),
    does(say.mediator.isNotWilling(name), number, `no ${id}`),
  ];
}

/** Whether a side is willing, for herself to say. */
export function willingChoices(number: number): readonly Choice[] {
  return [does(say.party.willing, number, "willing"), does(say.party.refuse, number, "refuse")];
}

/** A time as it stands in a button: which meeting an answer is to. */
export function stampOf(at: number): string {
  return at.toString(36);
}

export function meetingChoices(number: number, at: number): readonly Choice[] {
  const stamp = stampOf(at);
  return [
    does(say.party.coming, number, `coming ${stamp}`),
    does(say.party.notComing, number, `away ${stamp}`),
    does(say.party.otherTime, number, "other"),
  ];
}

/** What a side said of a meeting on the telephone. */
export function meetingCallChoices(number: number, { id, name }: Party): readonly Choice[] {
  return [
    does(say.mediator.comes(name), number, `comes ${id}`),
    does(say.mediator.comesNot(name), number, `comesnot ${id}`),
  ];
}

/** @param version which text of the agreement she has before her. */
export function agreementChoices(number: number, version: number): readonly Choice[] {
  return [
    does(say.party.agree, number, `agree ${version}`),
    does(say.party.disagree, number, `disagree ${version}`),
  ];
}

export function signChoice(number: number, { id, name }: Party, version: number): Choice {
  return does(say.mediator.agrees(name), number, `signed ${id} ${version}`);
}

export function sayChoice(number: number, label: Text = say.party.say): Choice {
  return does(label, number, "say");
}

export function moveChoice(number: number): Choice {
  return does(say.mediator.move, number, "meet");
}

/** After a meeting, or a month. */
export function resultChoices(number: number): readonly Choice[] {
  return [
    does(say.mediator.write, number, "agreement"),
    does(say.mediator.fail, number, "fail"),
    does(say.mediator.arrange, number, "meet"),
  ];
}

/** Everything the mediator can do now. @param offline the sides whom she has to call. */
export function mediatorChoices(
  mediation: Mediation,
  offline: readonly Party[],
  version: number | undefined,
): readonly Choice[] {
  const { number, parties, state } = mediation;
  if (!isOpen(mediation))
    return mediation.outcome === "mediated" ? [does(say.mediator.toCourt, number, "court")] : [];
  const isCalled = (party: Party): boolean => offline.some(({ id }) => id === party.id);
  const asking = parties
    .filter(({ consent }) => consent === "asked")
    .flatMap((one) => consentChoices(number, one));
  const willing = parties.filter(({ consent }) => consent === "willing");
  const talking = willing.map((party) =>
    isCalled(party)
      ? does(say.mediator.note(party.name), number, `note ${party.id}`)
      : does(say.mediator.ask(party.name), number, `ask ${party.id}`),
  );
  const signing =
    state === "agreed" && version !== undefined
      ? willing
          .filter((party) => party.confirmedAt === undefined && isCalled(party))
          .map((party) => signChoice(number, party, version))
      : [];
  const meeting =
    state === "meeting"
      ? willing
          .filter((party) => party.meeting === undefined && isCalled(party))
          .flatMap((one) => meetingCallChoices(number, one))
      : [];
  return [...asking, ...signing, ...meeting, ...talking, ...leading(mediation), resignChoice(number)];
}

function leading(mediation: Mediation): readonly Choice[] {
  const { number, state } = mediation;
  const failing = does(say.mediator.fail, number, "fail");
  if (!areAllWilling(mediation)) return [failing];
  if (state === "agreed") return [does(say.mediator.rewrite, number, "agreement"), failing];
  const meet = state === "meeting" ? moveChoice(number) : does(say.mediator.arrange, number, "meet");
  return [meet, does(say.mediator.write, number, "agreement"), failing];
}

/** Everything a side can do now. */
export function sideChoices(
  { number, state, meetingAt }: Mediation,
  side: Party,
  version: number | undefined,
): readonly Choice[] {
  if (state === "ended") return [];
  if (side.consent === "asked") return willingChoices(number);
  const hers =
    state === "agreed" && version !== undefined && side.confirmedAt === undefined
      ? agreementChoices(number, version)
      : state === "meeting" && meetingAt !== undefined && side.meeting === undefined
        ? meetingChoices(number, meetingAt)
        : state === "meeting"
          ? [does(say.party.otherTime, number, "other")]
          : [];
  return [...hers, sayChoice(number), does(say.party.leave, number, "leave")];
}

export function replaceChoice(number: number): Choice {
  return does(say.opening.replace, number, "mediator");
}
