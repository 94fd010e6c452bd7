import { tell, type Holder, type Moment, type PersonId } from "../people/index.ts";
import type { Ticket } from "./model.ts";
import { aboutTicket, postAndName, responsibleFor, tellVillagers } from "./responsible.ts";
import { followersOf } from "./same/store.ts";
import { say } from "./texts.ts";

/** What villagers hear when a matter changes hands: once for each deed, where it is and by when. */

/** A matter before and after it changed hands. */
export interface Move {
  readonly before: Ticket;
  readonly after: Ticket;
}

/** The deadline it has since it went to the village team or the township. */
function newDue({ before, after }: Move): number | undefined {
  return after.tier === before.tier ? undefined : after.settleDueAt;
}

/** Tells those who wait for a matter who has it now, where it lies no higher than before. */
export async function tellMoved(moment: Moment, { before, after }: Move, key: string): Promise<void> {
  const holder = await responsibleFor(moment, after);
  if (!holder || after.responsible === before.responsible || after.isSealed) return;
  const text = say.nowWith(after.number, postAndName(holder), dueOf(moment, after));
  await tellVillagers(moment, after, { text }, key);
}

/** Tells each villager once of all matters of hers that changed hands together. */
export async function tellSeveralMoved(
  moment: Moment,
  moves: readonly Move[],
  holder: Holder,
  key: string,
): Promise<void> {
  const waiting = new Map<PersonId, Move[]>();
  for (const move of moves) {
    const { number, reporter } = move.after;
    for (const person of [reporter, ...(await followersOf(moment.tx, number))])
      waiting.set(person, [...(waiting.get(person) ?? []), move]);
  }
  for (const [person, hers] of waiting) {
    const alike = Map.groupBy(hers, (move) => newDue(move));
    for (const [due, some] of alike)
      await tellOne(moment, person, { moves: some, due, holder }, `${key} ${person} ${due ?? "same"}`);
  }
}

interface News {
  readonly moves: readonly Move[];
  readonly due: number | undefined;
  readonly holder: Holder;
}

async function tellOne(
  moment: Moment,
  person: PersonId,
  { moves, due, holder }: News,
  key: string,
): Promise<void> {
  const numbers = moves.map(({ after }) => after.number).sort((one, other) => one - other);
  const [only, another] = moves;
  if (only && !another) {
    // Each hears by herself: a neighbour who follows it is told as such, never by the reporter's name.
    const text =
      due === undefined
        ? say.nowWith(only.after.number, postAndName(holder), dueOf(moment, only.after))
        : say.passedOnForVillager(only.after, moment.calendar.moment(due));
    await tell(moment, person, { text, about: aboutTicket(only.after.number) }, letter(moves, key));
    return;
  }
  const settle = due === undefined ? undefined : moment.calendar.moment(due);
  const text = say.severalNowWith(numbers, postAndName(holder), settle);
  await tell(moment, person, { text }, letter(moves, key));
}

function dueOf({ calendar, now }: Moment, ticket: Ticket) {
  const said = (at: number | undefined) => (at === undefined || at <= now ? undefined : calendar.moment(at));
  return {
    answer: ticket.state === "open" ? said(ticket.answerDueAt) : undefined,
    settle: said(ticket.settleDueAt),
  };
}

/** A carer whom one of them complains about passes nothing on. */
function letter(moves: readonly Move[], key: string) {
  const about = new Set(moves.map(({ after }) => after.about));
  return { key, lane: "reply", mayPassOn: (carer: PersonId) => !about.has(carer) } as const;
}
