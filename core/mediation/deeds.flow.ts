import { material, steps, words, type Flow } from "../dialogue/index.ts";
import { unlessAccusing } from "../tickets/index.ts";
import type { MediationServices } from "./desk.ts";
import { say } from "./texts.ts";

const { ask, look, once } = steps<MediationServices>();

/** A side tells the mediator how it is from hers: words, photos, voice; nobody else reads it. */
export const sayMySide: Flow<MediationServices, { readonly number: number }> = {
  name: "say_my_side",
  title: say.party.sayTitle,
  *tell({ number }) {
    const refusal = yield* look("may", ({ mediation }) => mediation.whyNotSide(number));
    if (refusal !== null) return refusal.refused;
    const said = yield* ask("said", material(say.party.askSay(number)));
    const accused = yield* unlessAccusing(said);
    if (accused !== null) return accused;
    return yield* once("hear", ({ mediation }, key) => mediation.hear(key, number, said));
  },
};

/** A side says why she does not agree with the agreement she has before her. */
export const objectTo: Flow<MediationServices, { readonly number: number; readonly version: number }> = {
  name: "object_to",
  title: say.party.disagreeTitle,
  *tell({ number, version }) {
    const said = yield* ask("said", material(say.party.askWhyNot(number)));
    const accused = yield* unlessAccusing(said);
    if (accused !== null) return accused;
    return yield* once("object", ({ mediation }, key) => mediation.object(key, number, version, said));
  },
};

/** A side asks for another time to meet. */
export const otherTime: Flow<MediationServices, { readonly number: number }> = {
  name: "other_time",
  title: say.party.otherTimeTitle,
  *tell({ number }) {
    const refusal = yield* look("may", ({ mediation }) => mediation.whyNotSide(number));
    if (refusal !== null) return refusal.refused;
    const when = yield* ask("when", words(say.party.askOtherTime));
    return yield* once("ask", ({ mediation }, key) => mediation.otherTime(key, number, when));
  },
};

/** The mediator asks one side something. */
export const askOneSide: Flow<MediationServices, { readonly number: number; readonly party: number }> = {
  name: "ask_one_side",
  title: say.mediator.askTitle,
  *tell({ number, party }) {
    const to = yield* look("to", ({ mediation }) => mediation.askable(number, party));
    if ("refused" in to) return to.refused;
    const said = yield* ask("said", material(say.mediator.askAsk(to.name)));
    return yield* once("ask", ({ mediation }, key) => mediation.ask(key, number, party, said));
  },
};

/** The mediator notes what a side told her on the telephone or in person. */
export const noteOneSide: Flow<MediationServices, { readonly number: number; readonly party: number }> = {
  name: "note_one_side",
  title: say.mediator.noteTitle,
  *tell({ number, party }) {
    const of = yield* look("of", ({ mediation }) => mediation.askable(number, party));
    if ("refused" in of) return of.refused;
    const said = yield* ask("said", material(say.mediator.askNote(of.name)));
    return yield* once("note", ({ mediation }, key) => mediation.note(key, number, party, said));
  },
};
