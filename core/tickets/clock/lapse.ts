import { join, type Text } from "../../language/index.ts";
import {
  calledName,
  overdueRank,
  type Found,
  type Holder,
  type Moment,
  type Role,
} from "../../people/index.ts";
import { hoursById, type Clock } from "../../time/index.ts";
import { cardSaying } from "../card.ts";
import { leaveOffice } from "../desk/leave.ts";
import { officeWith } from "../desk/office.ts";
import { filesOf } from "../events/store.ts";
import { headline, type Ticket } from "../model.ts";
import { nextResponsible, placeName, postAndName, responsibleFor, unitOf } from "../responsible.ts";
import { notePassedOver } from "../pass/passedOver.ts";
import * as store from "../store.ts";
import { limitOf, say } from "../texts.ts";
import { thoseAbove } from "./above.ts";
import { clocksIn } from "./clocks.ts";
import { nagAbout, nagVillagers, type News } from "./nagging.ts";
import { note } from "./note.ts";

/** No answer in time: ownership moves once, one level up; the command room and the villagers are told. */
export async function answerLapsed(moment: Moment, ticket: Ticket, clock: Clock): Promise<void> {
  const before = await responsibleFor(moment, ticket);
  const unit = await unitOf(moment, ticket.unit);
  const next = await nextResponsible(moment, unit, before?.role, ticket.about, ticket.responsible);
  await lapse(moment, ticket, { clock, kind: "overdue", before, next, above: ["dispatcher"] });
}

/**
 * Not settled in time: what the grid worker had goes to the liaison lead, what the village team had up to the command room, what an office had comes back to it; what is
 * there stays, and the leaders know. Where only the township's own time is over, an office that still has time keeps it.
 */
export async function settleLapsed(moment: Moment, ticket: Ticket, clock: Clock): Promise<void> {
  const before = await responsibleFor(moment, ticket);
  const isUp = before?.role === "dispatcher" || before?.role === "admin";
  const unit = await unitOf(moment, ticket.unit);
  // What the grid worker has of her own climbs one level, what the village has goes up to the township.
  const from = clock.kind === "worker" && before?.role === "grid_worker" ? "grid_worker" : "liaison_lead";
  const officeUntil = clock.kind === "township" ? await officeTime(moment, ticket) : undefined;
  const stays = isUp || officeUntil !== undefined;
  const next = stays
    ? undefined
    : await nextResponsible(moment, unit, from, ticket.about, ticket.responsible);
  const above = isUp
    ? (["direct_leader", "area_leader"] as const)
    : (["dispatcher", "direct_leader"] as const);
  await lapse(moment, ticket, { clock, kind: "late", before, next, above, officeUntil });
}

/** Until when an office has a matter that has time of its own left. */
async function officeTime(moment: Moment, ticket: Ticket): Promise<number | undefined> {
  if (!(await officeWith(moment, ticket))) return undefined;
  const clocks = await clocksIn(moment, ticket);
  return clocks.find(({ kind, dueAt = 0 }) => kind === "office" && dueAt > moment.now)?.dueAt;
}

/** A deadline that passed. */
interface Lapse {
  readonly clock: Clock;
  readonly kind: "overdue" | "late";
  readonly before: Holder | undefined;
  /** Who takes over; undefined where it stays. */
  readonly next: Found | undefined;
  /** The posts that are told. */
  readonly above: readonly Role[];
  /** It stays with an office that has time until then. */
  readonly officeUntil?: number | undefined;
}

/** Notes it once, dated when it was due, passes the matter on, and tells everybody whom it concerns. */
async function lapse(moment: Moment, ticket: Ticket, passed: Lapse): Promise<void> {
  const { clock, kind, before, next } = passed;
  const { number, cycle, responsible } = ticket;
  const dueAt = clock.breachedAt ?? moment.now;
  // A matter passed on gets another clock in the same cycle: its lapse is another one.
  const which = `cycle ${cycle} due ${dueAt}`;
  // Where only the township's own time is over, the office that has the matter let nothing pass.
  const whose =
    passed.officeUntil === undefined ? ticket : { ...ticket, responsible: undefined, office: undefined };
  if (!(await note(moment, whose, kind, dueAt, which))) return;
  const words = say[kind];
  const limit = limitOf(clock.targetMs, await hoursById(moment.tx, clock.hours));
  const who = before ? calledName(before.person) : "—";
  const told = {
    rank: overdueRank,
    line: say.overdueLine({
      ticket,
      isAnswer: kind === "overdue",
      overdueMs: moment.now - dueAt,
      words: headline(ticket.what || ticket.place),
    }),
    isFact: true,
  };
  if (responsible !== undefined) {
    const text = next ? words.passedOn(number, limit, postAndName(next)) : words.stays(number, limit);
    const news: News = { ...told, saying: { text }, key: `${kind} before ${which}` };
    await nagAbout(moment, responsible, ticket, news);
  }
  if (next) await takeOver(moment, ticket, next, { told, kind, which, note: words.note(who, limit) });
  const sorry = words.sorry(number, limit, next && postAndName(next));
  const forVillagers = { ...told, line: say.overdueVillagerLine(ticket), saying: { text: sorry } };
  await nagVillagers(moment, ticket, {
    ...forVillagers,
    clock,
    isFact: false,
    key: `${kind} sorry ${which}`,
  });
  const unit = await placeName(moment, ticket);
  const until = passed.officeUntil === undefined ? undefined : moment.calendar.moment(passed.officeUntil);
  const text = words.above(number, { unit, who, words: headline(ticket.what || ticket.place), limit, until });
  await tellAbove(moment, ticket, passed, { ...told, saying: { text }, key: `${kind} above ${which}` });
}

async function takeOver(
  moment: Moment,
  ticket: Ticket,
  next: Found,
  news: {
    readonly told: Pick<News, "rank" | "line" | "isFact">;
    readonly kind: Lapse["kind"];
    readonly which: string;
    readonly note: Text;
  },
): Promise<void> {
  const { number } = ticket;
  const { person } = next;
  // What an office had comes back: its clock is over.
  const left = await leaveOffice(moment, ticket, {
    why: { reason: news.kind },
    key: news.which,
    isByClock: true,
  });
  await store.changeTicket(moment.tx, number, { responsible: person.id, from: ticket.responsible ?? null });
  const passedOver = await notePassedOver(moment, ticket, next, news.which);
  const card = {
    head: say[news.kind].head,
    note: passedOver ? join([news.note, passedOver]) : news.note,
    files: await filesOf(moment.tx, number),
  };
  const saying = await cardSaying(moment, { ...left, responsible: person.id }, card);
  const key = `${news.kind} ${news.which}`;
  await nagAbout(moment, person.id, ticket, { ...news.told, rank: overdueRank + 1, saying, key });
}

/** Tells whoever hears for these posts; who took it over knows. */
async function tellAbove(moment: Moment, ticket: Ticket, { next, above }: Lapse, news: News): Promise<void> {
  const { told, note: unheard } = await thoseAbove(moment, ticket, above, next?.person.id);
  const { text } = news.saying;
  const saying = unheard ? { text: join([text, unheard]) } : { text };
  for (const id of told) await nagAbout(moment, id, ticket, { ...news, saying });
}
