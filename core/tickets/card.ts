import type { Choice, Saying } from "../dialogue/index.ts";
import type { FileRef } from "../channel/index.ts";
import type { Text } from "../language/index.ts";
import type { Moment, PersonId } from "../people/index.ts";
import { taskChoices } from "./choices.ts";
import type { Ticket } from "./model.ts";
import { placeName, reporterName, responsibleFor, tellAbout } from "./responsible.ts";
import { say } from "./texts.ts";
import type { Due } from "./texts/card.ts";

/** What is said on a card beside the matter itself. */
export interface CardNews {
  /** 新事项, 转来, 超时 …: why it comes. */
  readonly head: Text;
  /** What whoever passed it on says about it. */
  readonly note?: Text;
  readonly files: readonly FileRef[];
  /** Why it is sent; the same twice is one card. */
  readonly key: string;
  /** What she can do with it; everything whoever is responsible can, unless given. */
  readonly choices?: readonly Choice[];
  /** Her reply does not go to the villager: what becomes of it. */
  readonly reply?: Text;
}

/** Puts a matter before somebody. */
export async function sendCard(moment: Moment, to: PersonId, ticket: Ticket, news: CardNews): Promise<void> {
  await tellAbout(moment, to, ticket, await cardSaying(moment, ticket, news), news.key);
}

/** A matter as somebody who works on it reads it: what, where, whose, until when, and what she can do. */
export async function cardSaying(
  moment: Moment,
  ticket: Ticket,
  news: Omit<CardNews, "key">,
): Promise<Saying> {
  const text = say.card({
    ticket,
    head: news.head,
    reply: news.reply,
    note: news.note,
    unit: await placeName(moment, ticket),
    reporter: await reporterName(moment, ticket),
    files: news.files,
    answerDue: ticket.state === "open" ? dueOf(moment, ticket.answerDueAt) : undefined,
    settleDue: ticket.settleDueAt === undefined ? undefined : dueOf(moment, ticket.settleDueAt),
  });
  const choices = news.choices ?? (await choicesOfResponsible(moment, ticket));
  return { text, files: news.files, choices };
}

/** Until when, or that it is past. */
function dueOf({ calendar, now }: Moment, at: number): Due {
  return at > now ? calendar.moment(at) : "past";
}

/** What whoever must act now can do with a matter. */
export async function choicesOfResponsible(moment: Moment, ticket: Ticket): Promise<readonly Choice[]> {
  return taskChoices(ticket, (await responsibleFor(moment, ticket))?.role);
}
