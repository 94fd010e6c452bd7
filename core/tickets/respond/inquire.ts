import type { Acting } from "../../people/index.ts";
import { ratingChoices } from "../choices.ts";
import { stopAllClocks } from "../clock/clocks.ts";
import { startRatingClock } from "../clock/rating.ts";
import type { TicketNumber } from "../model.ts";
import { reporterName, tellAbout, tellVillagers } from "../responsible.ts";
import { record, type Enclosure, type Refusal } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { actable, actorName, takenOver } from "./service.ts";

/** What is done about a matter short of answering it. */

/** Asks the villager for what is missing. It is no answer: the clocks run on. */
export async function askVillager(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<{ reporter: string; reached: boolean } | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const reporter = await reporterName(acting, ticket);
  if (!(await record(acting, ticket, "asked", said, key))) return { reporter, reached: true };
  const text = say.askedForMore(number, await actorName(acting, ticket), said.words, said.files);
  const reached = await tellAbout(
    acting,
    ticket.reporter,
    ticket,
    { text, files: said.files },
    `asked ${key}`,
  );
  return { reporter, reached };
}

/** It was looked into and could not be verified, with the reason: never counted as settled; the villager has the last word. */
export async function unverified(
  acting: Acting,
  number: TicketNumber,
  key: string,
  why: Enclosure,
): Promise<{ reporter: string } | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  const reporter = await reporterName(acting, ticket);
  if (!(await record(acting, ticket, "unverified", why, key))) return { reporter };
  await stopAllClocks(acting, ticket, { reason: "unverified", actor: acting.person.id });
  await startRatingClock(acting, ticket);
  const first = ticket.state === "open" ? { answeredAt: acting.now } : {};
  await store.changeTicket(acting.tx, number, {
    state: "settled",
    ...first,
    ...(await takenOver(ticket, acting)),
  });
  const text = say.yourUnverified(number, await actorName(acting, ticket), why.words, why.files);
  const saying = { text, files: why.files, choices: ratingChoices(number) };
  const forFollowers = say.followedUnverified(number, why.words);
  await tellVillagers(acting, ticket, saying, `unverified ${key}`, { text: forFollowers });
  return { reporter };
}

/** Keeps a note for those who work on the matter; the villager does not see it. */
export async function note(
  acting: Acting,
  number: TicketNumber,
  key: string,
  said: Enclosure,
): Promise<"noted" | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  await record(acting, ticket, "noted", said, key);
  return "noted";
}
