import type { Material, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { enclosure, type Refusal } from "../tickets/index.ts";
import type { Chosen } from "./convene/asking.ts";
import { convene, groundFor, previewOf, type Call, type Ground } from "./convene/service.ts";
import { caseFor, decide, reviewOf, type Case, type Decision } from "./decide/service.ts";
import { addParty, callOff, close, extend, stateOf, whyNotOff, type State } from "./manage/service.ts";
import { meetingDesk, type MeetingDesk } from "./meetings/desk.ts";
import { decline, declinable, enterable, enterOpinion, openPart, sayOpinion } from "./opinion/service.ts";
import { droppable, dropTask, finishTask, openTask } from "./tasks/service.ts";
import type { Wall } from "../language/index.ts";

/** What flows may do with consultations, for whoever speaks; every deed asks anew whether she may. */
export interface ConsultationDesk {
  ground(number: number): Promise<Ground | Refusal>;
  preview(number: number, call: Call): Promise<Text | Refusal>;
  convene(key: string, number: number, call: Call): Promise<Reply>;
  /** What whoever speaks is asked. */
  asked(number: number): Promise<{ readonly question: string } | Refusal>;
  say(key: string, number: number, said: Material): Promise<Reply>;
  declinable(number: number): Promise<{ readonly question: string } | Refusal>;
  decline(key: string, number: number, reason: string): Promise<Reply>;
  state(number: number): Promise<State | Refusal>;
  close(number: number): Promise<Reply>;
  extend(key: string, number: number, given: { due: Wall; reason: string }): Promise<Reply>;
  whyNotOff(number: number): Promise<Refusal | null>;
  callOff(key: string, number: number, reason: string): Promise<Reply>;
  add(key: string, number: number, who: Chosen): Promise<Reply>;
  enterable(
    number: number,
  ): Promise<{ readonly parties: readonly { readonly id: number; readonly name: string }[] } | Refusal>;
  enter(key: string, number: number, party: number, said: Material): Promise<Reply>;
  case(number: number): Promise<Case | Refusal>;
  review(number: number, decision: Decision): Text;
  decide(key: string, number: number, decision: Decision): Promise<Reply>;
  whyNotFinish(task: number): Promise<Refusal | null>;
  finishTask(key: string, task: number, said: Material): Promise<Reply>;
  whyNotDrop(task: number): Promise<Refusal | null>;
  dropTask(key: string, task: number, reason: string): Promise<Reply>;
  readonly meetings: MeetingDesk;
}

export interface ConsultationServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  readonly consultations: ConsultationDesk;
}

/** The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join. */
export function consultationDesk(acting: Acting | undefined): ConsultationDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined takes part in no consultation");
    return acting;
  };
  const refusalIn = (found: object | Refusal): Refusal | null => ("refused" in found ? found : null);
  return {
    ...opinionDesk(known),
    ground: (number) => groundFor(known(), number),
    preview: (number, call) => previewOf(known(), number, call),
    convene: (key, number, call) => convene(known(), number, key, call),
    state: (number) => stateOf(known(), number),
    close: (number) => close(known(), number),
    extend: (key, number, given) => extend(known(), number, key, given),
    whyNotOff: (number) => whyNotOff(known(), number),
    callOff: (key, number, reason) => callOff(known(), number, key, reason),
    add: (key, number, who) => addParty(known(), number, key, who),
    case: (number) => caseFor(known(), number),
    review: (number, decision) => reviewOf(known(), number, decision),
    decide: (key, number, decision) => decide(known(), number, key, decision),
    whyNotFinish: async (task) => refusalIn(await openTask(known(), task)),
    finishTask: (key, task, said) => finishTask(known(), task, key, enclosure(said)),
    whyNotDrop: async (task) => refusalIn(await droppable(known(), task)),
    dropTask: (key, task, reason) => dropTask(known(), task, key, reason),
    meetings: meetingDesk(known),
  };
}

type Opinions = Pick<ConsultationDesk, "asked" | "say" | "declinable" | "decline" | "enterable" | "enter">;

function opinionDesk(known: () => Acting): Opinions {
  return {
    asked: async (number) => {
      const part = await openPart(known(), { number });
      return "refused" in part ? part : { question: part.consultation.question };
    },
    say: (key, number, said) => sayOpinion(known(), { number }, key, enclosure(said)),
    declinable: async (number) => {
      const part = await declinable(known(), number);
      return "refused" in part ? part : { question: part.consultation.question };
    },
    decline: (key, number, reason) => decline(known(), number, key, reason),
    enterable: async (number) => {
      const parties = await enterable(known(), number);
      return "refused" in parties ? parties : { parties };
    },
    enter: (key, number, party, said) => enterOpinion(known(), number, key, { party, said: enclosure(said) }),
  };
}
