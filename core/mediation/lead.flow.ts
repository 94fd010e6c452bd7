import { choice, confirm, steps, words, type Flow, type Part, type Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { MediationServices } from "./desk.ts";
import { nextSteps, type NextStep } from "./model.ts";
import { say, stepNames } from "./texts.ts";

const { ask, look, once, within } = steps<MediationServices>();

/** The mediator arranges a meeting, or moves one. */
export const arrangeMeeting: Flow<MediationServices, { readonly number: number }> = {
  name: "arrange_meeting",
  title: say.mediator.arrangeTitle,
  *tell({ number }) {
    const may = yield* look("may", ({ mediation }) => mediation.mayMeet(number));
    if ("refused" in may) return may.refused;
    const when = yield* within("at", someTime(number));
    const place = yield* ask("place", words(say.mediator.askPlace));
    const question = say.mediator.sureMeeting(number, when.said, place, may.names);
    const sure = yield* ask(
      "sure",
      confirm(question, { yes: say.mediator.tellThem, no: say.mediator.notYet }),
    );
    if (!sure) return say.mediator.notArranged;
    return yield* once("arrange", ({ mediation }, key) =>
      mediation.arrange(key, number, { at: when.at, place }),
    );
  },
};

/** Asks when until the words say a moment that is still to come. */
function* someTime(number: number): Part<MediationServices, { readonly at: number; readonly said: Text }> {
  let question = say.mediator.askWhen(number);
  for (let round = 0; ; round += 1) {
    const said = yield* ask(`when${round}`, words(question));
    const read = yield* look(`read${round}`, ({ mediation }) => mediation.readMeeting(said));
    if (!("refused" in read)) return read;
    question = read.refused;
  }
}

/** The mediator writes down what the sides agreed on, and each is asked to confirm it. */
export const writeAgreement: Flow<MediationServices, { readonly number: number }> = {
  name: "write_agreement",
  title: say.mediator.writeTitle,
  *tell({ number }) {
    const may = yield* look("may", ({ mediation }) => mediation.mayWrite(number));
    if ("refused" in may) return may.refused;
    const agreed = yield* ask("words", words(say.mediator.askAgreement(number)));
    const court = yield* ask(
      "court",
      choice(say.mediator.askCourt, [
        { id: "no", label: say.mediator.noCourt },
        { id: "yes", label: say.mediator.toCourt },
      ]),
    );
    const question = say.mediator.sureAgreement(number, agreed, may.names);
    const sure = yield* ask(
      "sure",
      confirm(question, { yes: say.mediator.sendIt, no: say.mediator.notYetSent }),
    );
    if (!sure) return say.mediator.notWritten;
    return yield* once("write", ({ mediation }, key) =>
      mediation.write(key, number, { words: agreed, isToCourt: court === "yes" }),
    );
  },
};

/** The mediator ends it without an agreement: which way is open to the sides now. */
export const noAgreement: Flow<MediationServices, { readonly number: number }> = {
  name: "no_agreement",
  title: say.mediator.failTitle,
  *tell({ number }) {
    const refusal = yield* look("may", ({ mediation }) => mediation.whyNotLead(number));
    if (refusal !== null) return refusal.refused;
    const next = yield* ask(
      "next",
      choice<NextStep | "all" | "on">(say.mediator.askNext(number), [
        ...nextSteps.map((id) => ({ id, label: stepNames[id] })),
        { id: "all", label: say.mediator.allWays },
        { id: "on", label: say.mediator.notFailed },
      ]),
    );
    if (next === "on") return say.mediator.stays(number);
    const labels = { yes: say.mediator.failYes, no: say.mediator.notFailed };
    const sure = yield* ask("sure", confirm(say.mediator.sureFailed(number), labels));
    if (!sure) return say.mediator.stays(number);
    return yield* once("fail", ({ mediation }, key) => mediation.fail(key, number, next));
  },
};

/** The mediator gives a mediation back. */
export const giveBack: Flow<MediationServices, { readonly number: number }> = {
  name: "give_back",
  title: say.mediator.resignTitle,
  *tell({ number }) {
    const refusal = yield* look("may", ({ mediation }) => mediation.whyNotLead(number));
    if (refusal !== null) return refusal.refused;
    return yield* sureTo({
      question: say.mediator.sureToResign(number),
      labels: { yes: say.mediator.resignYes, no: say.mediator.resignNo },
      stays: say.mediator.stays(number),
      act: ({ mediation }, key) => mediation.resign(key, number),
    });
  },
};

/** A side does not want to go on. */
export const endIt: Flow<MediationServices, { readonly number: number }> = {
  name: "end_mediation",
  title: say.party.leaveTitle,
  *tell({ number }) {
    const refusal = yield* look("may", ({ mediation }) => mediation.whyNotSide(number));
    if (refusal !== null) return refusal.refused;
    return yield* sureTo({
      question: say.party.sureToLeave(number),
      labels: { yes: say.party.leaveYes, no: say.party.leaveNo },
      stays: say.party.goesOn(number),
      act: ({ mediation }, key) => mediation.leave(key, number),
    });
  },
};

interface Asking {
  readonly question: Text;
  readonly labels: { readonly yes: Text; readonly no: Text };
  readonly stays: Text;
  readonly act: (services: MediationServices, key: string) => Promise<Reply>;
}

function* sureTo({ question, labels, stays, act }: Asking): Part<MediationServices, Reply> {
  const sure = yield* ask("sure", confirm(question, labels));
  return sure ? yield* once("act", act) : stays;
}
