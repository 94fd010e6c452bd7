import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { headline, type Ticket, type TicketNumber } from "../model.ts";
import { answer, actable } from "../respond/service.ts";
import { reporterName } from "../responsible.ts";
import type { Enclosure, Refusal } from "../service.ts";
import { say } from "../texts.ts";

/** One answer for several matters: which of them it can go to, and why not to the others. */
export interface TogetherPlan {
  readonly going: readonly {
    readonly number: TicketNumber;
    readonly reporter: string;
    readonly words: string;
  }[];
  readonly staying: readonly Text[];
}

export async function planTogether(acting: Acting, numbers: readonly TicketNumber[]): Promise<TogetherPlan> {
  const going: TogetherPlan["going"][number][] = [];
  const staying: Text[] = [];
  for (const number of numbers) {
    const ticket = await answerable(acting, number);
    if ("refused" in ticket) staying.push(ticket.refused);
    else
      going.push({
        number,
        reporter: await reporterName(acting, ticket),
        words: headline(ticket.what || ticket.place, 14),
      });
  }
  return { going, staying };
}

/** What is sealed or a danger to life is answered by itself. */
async function answerable(acting: Acting, number: TicketNumber): Promise<Ticket | Refusal> {
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket;
  if (ticket.isSealed) return { refused: say.togetherSealed(number) };
  return ticket.isUrgent ? { refused: say.togetherUrgent(number) } : ticket;
}

/** What came of one answer to several. */
export interface Together {
  readonly done: readonly { readonly number: TicketNumber; readonly reporter: string }[];
  /** Whose reporters cannot be reached. */
  readonly missed: readonly string[];
  readonly staying: readonly Text[];
}

/** Answers each matter by itself: every villager hears of her own number only. */
export async function answerTogether(
  acting: Acting,
  key: string,
  numbers: readonly TicketNumber[],
  said: Enclosure,
): Promise<Together> {
  const done: Together["done"][number][] = [];
  const [missed, staying]: [string[], Text[]] = [[], []];
  for (const number of numbers) {
    const ticket = await answerable(acting, number);
    const answered = "refused" in ticket ? ticket : await answer(acting, number, key, said);
    if ("refused" in answered) {
      staying.push(answered.refused);
      continue;
    }
    done.push({ number, reporter: answered.reporter });
    if (!answered.reached) missed.push(answered.reporter);
  }
  return { done, missed: Array.from(new Set(missed)), staying };
}
