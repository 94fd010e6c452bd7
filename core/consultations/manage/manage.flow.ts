import { choice, confirm, material, steps, type Flow } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import { shortWords, whoOf } from "../convene/question.ts";
import type { ConsultationServices } from "../desk.ts";
import { leastMinutes, mostDays } from "../model.ts";
import { say } from "../texts.ts";
import { until } from "../when/question.ts";

const { ask, look, once } = steps<ConsultationServices>();

type Managing = Flow<ConsultationServices, { readonly number: number }>;

/** Waits no longer for opinions. */
export const closeConsultation: Managing = {
  name: "close_consultation",
  title: say.closeTitle,
  *tell({ number }) {
    const state = yield* look("state", ({ consultations }) => consultations.state(number));
    if ("refused" in state) return state.refused;
    const labels = { yes: say.close, no: say.notYet };
    const sure = yield* ask("sure", confirm(say.askClose(state.missing), labels));
    if (!sure) return say.notClosed;
    return yield* once("close", ({ consultations }) => consultations.close(number));
  },
};

/** Gives everybody more time, with the reason. */
export const extendConsultation: Managing = {
  name: "extend_consultation",
  title: say.extendTitle,
  *tell({ number }) {
    const state = yield* look("state", ({ consultations }) => consultations.state(number));
    if ("refused" in state) return state.refused;
    const range = { leastMinutes, mostDays };
    const due = yield* ask("due", until(say.askNewDue(state.due), state.now, range));
    const reason = yield* ask("reason", shortWords(say.askWhyExtend, say.reasonLimit));
    return yield* once("extend", ({ consultations }, key) =>
      consultations.extend(key, number, { due, reason }),
    );
  },
};

/** Ends it without a decision. */
export const callOffConsultation: Managing = {
  name: "call_off_consultation",
  title: say.callOffTitle,
  *tell({ number }) {
    const refusal = yield* look("state", ({ consultations }) => consultations.whyNotOff(number));
    if (refusal) return refusal.refused;
    const reason = yield* ask("reason", shortWords(say.askWhyOff, say.reasonLimit));
    return yield* once("off", ({ consultations }, key) => consultations.callOff(key, number, reason));
  },
};

/** Asks another body in the middle of it. */
export const addToConsultation: Managing = {
  name: "add_to_consultation",
  title: say.addTitle,
  *tell({ number }) {
    const state = yield* look("state", ({ consultations }) => consultations.state(number));
    if ("refused" in state) return state.refused;
    const { candidates, barred } = state;
    const labels = candidates.map(({ label }) => label);
    const who = yield* ask("who", whoOf(say.askWho(number, labels), candidates, barred));
    return yield* once("add", ({ consultations }, key) => consultations.add(key, number, who));
  },
};

/** Enters what somebody said on the telephone. */
export const enterOpinion: Managing = {
  name: "enter_opinion",
  title: say.enterTitle,
  *tell({ number }) {
    const left = yield* look("left", ({ consultations }) => consultations.enterable(number));
    if ("refused" in left) return left.refused;
    const [first] = left.parties;
    if (!first) return say.nobodyToEnter;
    const options = left.parties.map(({ id, name }) => ({ id: String(id), label: verbatim(name) }));
    const whose = yield* ask("whose", choice<string>(say.askWhose, options));
    const name = left.parties.find(({ id }) => String(id) === whose)?.name ?? first.name;
    const said = yield* ask("said", material(say.askTheirs(name)));
    return yield* once("enter", ({ consultations }, key) =>
      consultations.enter(key, number, Number(whose), said),
    );
  },
};
