import { material, steps, type Flow } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { say } from "../texts.ts";
import type { TicketServices } from "../ticketDesk.ts";
import type { Deed } from "./deeds.ts";

const { ask, once } = steps<TicketServices>();

/** A talk with whoever acts on a matter: one thing is said about it, and the deed is done. */
export function deed(name: Deed, title: Text, question: (number: number) => Text) {
  const flow: Flow<TicketServices, { readonly number: number }> = {
    name,
    title,
    *tell({ number }) {
      const said = yield* ask("said", material(question(number)));
      return yield* once("act", ({ tickets }, key) => tickets.deeds[name](key, number, said));
    },
  };
  return flow;
}

/** Notes a matter as settled when nothing was said about it yet: how, in a sentence or a photo. */
export const settle = deed("settle", say.settleTitle, say.askHow);
/** Sends a matter up to the township, with the reason. */
export const sendUp = deed("send_up", say.sendUpTitle, say.askWhyUp);
/** Asks the villager for what is missing. */
export const askVillager = deed("ask", say.askVillagerTitle, say.askWhatIsMissing);
/** Says why a matter could not be verified. */
export const unverified = deed("unverified", say.unverifiedTitle, say.askWhyUnverified);
/** Puts a sentence into what a villager who waits for a month is told. */
export const waitingWord = deed("word", say.wordTitle, say.askWord);
/** Keeps a note that only those who work on the matter see. */
export const note = deed("note", say.noteTitle, say.askNote);
