import type { Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { nag, personById, type Moment, type PersonId } from "../../people/index.ts";
import type { Clock } from "../../time/index.ts";
import { passOnOf } from "../kept.ts";
import type { Ticket } from "../model.ts";
import { aboutTicket, isKeptFrom, withoutName } from "../responsible.ts";
import { followersOf } from "../same/store.ts";

/** What a clock has to say about a matter. */
export interface News {
  /** The clock that found it: what is no fact is dropped when that changes. */
  readonly clock?: Clock;
  readonly rank: number;
  /** How it reads among others. */
  readonly line: Text;
  readonly saying: Saying;
  /** Why it is said; the same twice for one person is said once. */
  readonly key: string;
  readonly isFact?: boolean;
  /** She waits for the matter; otherwise she works on it. */
  readonly isVillager?: boolean;
  /** She only has to know: it waits for her next list. */
  readonly isForList?: boolean;
  /** What opens it among others; the matter, unless given. */
  readonly open?: string;
}

/**
 * Says something about a matter when the sweep is over, or the night: a reply to it is about the matter. What is sealed
 * goes to nobody in her place, nor does what she is told as staff; no carer hears what is kept from her.
 */
export async function nagAbout(moment: Moment, to: PersonId, ticket: Ticket, news: News): Promise<void> {
  if (await isKeptFrom(moment, to, ticket)) return;
  const { number, isUrgent } = ticket;
  const { key, isVillager = false, saying, ...rest } = news;
  await nag(moment, {
    ...rest,
    key: `ticket ${number} ${key} ${to}`,
    recipient: to,
    subject: aboutTicket(number),
    open: news.open ?? (isVillager ? `/mine ${number}` : `/task ${number}`),
    saying: { ...saying, about: aboutTicket(number) },
    isUrgent,
    passOn: await passOnOf(moment, ticket, isVillager),
  });
}

/** Says it to everybody who waits for a matter; neighbours hear it without its reporter's name, buttons and files. */
export async function nagVillagers(
  moment: Moment,
  ticket: Ticket,
  news: Omit<News, "isVillager">,
): Promise<void> {
  await nagAbout(moment, ticket.reporter, ticket, { ...news, isVillager: true });
  const followers = await followersOf(moment.tx, ticket.number);
  const reporter = followers.length === 0 ? undefined : await personById(moment.tx, ticket.reporter);
  const without = (text: Text): Text => (reporter ? withoutName(text, reporter) : text);
  for (const follower of followers)
    await nagAbout(moment, follower, ticket, {
      ...news,
      line: without(news.line),
      saying: { text: without(news.saying.text) },
      isVillager: true,
    });
}
