import type { Material, Reply } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import { deskDeedsFor, type DeskDeed } from "../desk/deeds.ts";
import type { TicketNumber } from "../model.ts";
import { sendUp } from "../pass/service.ts";
import { enclosure } from "../service.ts";
import { askVillager, note, unverified } from "./inquire.ts";
import { askedReply, notedReply, passedReply, settledReply, unverifiedReply, wordReply } from "./replies.ts";
import { leaveWord } from "../stillWaiting/service.ts";
import { settle } from "./service.ts";

/** What can be done about a matter by saying one thing about it. */
export type Deed = "settle" | "send_up" | "ask" | "unverified" | "note" | "word" | DeskDeed;

/** Does a deed once per `key`, and says what came of it. */
export type Deeds = Readonly<
  Record<Deed, (key: string, number: TicketNumber, said: Material) => Promise<Reply>>
>;

export function deedsFor(acting: () => Acting): Deeds {
  return {
    ...deskDeedsFor(acting),
    settle: async (key, number, said) =>
      settledReply(number, await settle(acting(), number, key, enclosure(said))),
    send_up: async (key, number, said) =>
      passedReply(number, await sendUp(acting(), number, key, enclosure(said))),
    ask: async (key, number, said) =>
      askedReply(number, await askVillager(acting(), number, key, enclosure(said))),
    unverified: async (key, number, said) =>
      unverifiedReply(number, await unverified(acting(), number, key, enclosure(said))),
    word: async (key, number, said) =>
      wordReply(number, await leaveWord(acting(), number, key, enclosure(said))),
    note: async (key, number, said) => notedReply(number, await note(acting(), number, key, enclosure(said))),
  };
}
