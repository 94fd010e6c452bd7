import { upwards } from "../../org/index.ts";
import type { Moment } from "../../people/index.ts";
import {
  clocksOf,
  isSamePlace,
  pauseClock,
  policyById,
  policyFor,
  resumeClock,
  reviseClock,
  startClock,
  stopClock,
  type Clock,
  type Why,
} from "../../time/index.ts";
import { disputeIsOver } from "../dispute/over.ts";
import { isMediated } from "../dispute/store.ts";
import { officeWith } from "../desk/office.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { aboutTicket, unitOf } from "../responsible.ts";
import { changeTicket } from "../store.ts";
import {
  isClockKind,
  leastLeft,
  usualTerms,
  type ClockKind,
  type ClockReason,
  type ClockWhy,
  type SettleKind,
} from "./terms.ts";

/**
 * The deadlines of a matter. Each function keeps the row of the matter in step: when its answer, its settlement, and what
 * comes first of both are due.
 */

/** What a clock needs to know of a matter. */
type Timed = Pick<Ticket, "number" | "unit" | "kind" | "cycle">;

/** Starts the clock of a cycle's first answer; the row of the matter need not be there yet. @returns when it is due. */
export async function beginAnswerClock(moment: Moment, ticket: Timed, reason: ClockReason): Promise<number> {
  const clock = await start(moment, ticket, "answer", { reason });
  return clock.dueAt ?? moment.now;
}

/** Starts the clock of the next cycle's first answer. @returns the matter with it. */
export async function startAnswerClock(moment: Moment, ticket: Ticket, reason: ClockReason): Promise<Ticket> {
  await beginAnswerClock(moment, ticket, reason);
  return inStep(moment, ticket);
}

interface Starting extends ClockWhy {
  /** The name of the office whose own terms count. */
  readonly office?: string;
  readonly atLeastMs?: number;
}

/** While a mediator has a dispute, the clocks of whoever must settle it stand still. */
async function start(moment: Moment, ticket: Timed, kind: ClockKind, starting: Starting): Promise<Clock> {
  const { office, ...rest } = starting;
  const clock = await startClock(moment, {
    subject: aboutTicket(ticket.number),
    kind,
    cycle: ticket.cycle,
    scopes: upwards(await unitOf(moment, ticket.unit)),
    matter: office ?? ticket.kind,
    usual: usualTerms[kind],
    ...rest,
  });
  const isMediating =
    kind !== "answer" && ticket.kind === "dispute" && (await isMediated(moment.tx, ticket.number));
  return isMediating ? pauseClock(moment, clock, { reason: "mediating" }) : clock;
}

/**
 * Starts the clock of whoever must settle a matter now, beside those that run. One that was stopped in this cycle goes on
 * with what it had used up; one that runs or is paused stays as it is.
 */
export async function startSettleClock(
  moment: Moment,
  ticket: Ticket,
  kind: SettleKind,
  starting: Starting,
): Promise<Ticket> {
  await start(moment, ticket, kind, starting);
  return inStep(moment, ticket);
}

/** The clocks of a matter's cycle. */
export async function clocksIn(moment: Pick<Moment, "tx">, ticket: Timed): Promise<readonly Clock[]> {
  const all = await clocksOf(moment.tx, aboutTicket(ticket.number));
  return all.filter(({ cycle, kind }) => cycle === ticket.cycle && isClockKind(kind));
}

async function each(
  moment: Moment,
  ticket: Ticket,
  which: (clock: Clock) => boolean,
  change: (clock: Clock) => Promise<Clock>,
): Promise<Ticket> {
  const after: Clock[] = [];
  for (const clock of await clocksIn(moment, ticket)) after.push(which(clock) ? await change(clock) : clock);
  return keepDues(moment, ticket, after);
}

/** Stops the clocks of these kinds: what they waited for has happened, or they count no longer. */
export async function stopClocks(
  moment: Moment,
  ticket: Ticket,
  kinds: readonly ClockKind[],
  why: ClockWhy,
): Promise<Ticket> {
  return each(
    moment,
    ticket,
    ({ kind }) => isClockKind(kind) && kinds.includes(kind),
    (clock) => stopClock(moment, clock, why),
  );
}

/** Nobody has to act any more. */
export async function stopAllClocks(moment: Moment, ticket: Ticket, why: ClockWhy): Promise<Ticket> {
  await disputeIsOver(moment, ticket);
  return each(
    moment,
    ticket,
    () => true,
    (clock) => stopClock(moment, clock, why),
  );
}

/** Whoever must settle a matter waits for something: these clocks stand still. The first answer's never does. */
export async function pauseSettling(
  moment: Moment,
  ticket: Ticket,
  kinds: readonly SettleKind[],
  why: Why,
): Promise<Ticket> {
  return each(
    moment,
    ticket,
    ({ kind }) => kinds.some((one) => one === kind),
    (clock) => pauseClock(moment, clock, why),
  );
}

/** The clocks that stood still run again. */
export async function resumeSettling(moment: Moment, ticket: Ticket, why: Why): Promise<Ticket> {
  return each(
    moment,
    ticket,
    ({ state }) => state === "paused",
    (clock) => resumeClock(moment, clock, why),
  );
}

/**
 * The matter is not settled after all: the clock it is settled under goes on, with a day left at least. The grid worker's
 * own begins when she has answered.
 */
export async function goOnSettling(moment: Moment, ticket: Ticket, why: ClockWhy): Promise<Ticket> {
  if (ticket.tier === "simple" && ticket.state === "open") return ticket;
  const kind = settleKindOf(ticket);
  const going = await startSettleClock(moment, ticket, kind, { ...why, atLeastMs: leastLeft });
  const office = await officeWith(moment, ticket);
  if (!office) return going;
  return startSettleClock(moment, going, "office", { ...why, office: office.name, atLeastMs: leastLeft });
}

/** The matter turned out to be of another kind: its clocks go on under that kind's terms, with what they have used up. */
export async function followKind(moment: Moment, ticket: Ticket, why: ClockWhy): Promise<Ticket> {
  const scopes = upwards(await unitOf(moment, ticket.unit));
  for (const clock of await clocksIn(moment, ticket)) {
    const { kind } = clock;
    if (!isClockKind(kind) || kind === "office" || clock.state === "stopped") continue;
    const timed = { kind, scopes, matter: ticket.kind };
    const policy = await policyFor(moment.tx, timed, usualTerms[kind], moment.now);
    const own = await policyById(moment.tx, clock.policy);
    if (!own || !isSamePlace(own, policy)) await reviseClock(moment, clock, policy, why);
  }
  return inStep(moment, ticket);
}

/** Whose clock a matter is settled under. */
export function settleKindOf({ tier }: Pick<Ticket, "tier">): "worker" | "village" | "township" {
  return ({ simple: "worker", ordinary: "village", complex: "township" } as const)[tier];
}

/**
 * The first answer is there: its clock stops, and whoever answered has one to settle the matter by, unless one runs for
 * whoever it was passed to.
 */
export async function answered(moment: Moment, ticket: Ticket, why: ClockWhy): Promise<Ticket> {
  const clocks = [...(await clocksIn(moment, ticket))];
  const at = clocks.findIndex(({ kind }) => kind === "answer");
  const answer = clocks[at];
  if (answer) clocks[at] = await stopClock(moment, answer, why);
  const isTimed = clocks.some(({ kind, state }) => kind !== "answer" && state !== "stopped");
  if (!isTimed)
    clocks.push(await start(moment, ticket, settleKindOf(ticket), { ...why, atLeastMs: leastLeft }));
  return keepDues(moment, ticket, clocks);
}

/** Puts the row of a matter in step with its clocks. @returns the matter as it is then. */
export async function inStep(moment: Moment, ticket: Ticket): Promise<Ticket> {
  return keepDues(moment, ticket, await clocksIn(moment, ticket));
}

async function keepDues(moment: Moment, ticket: Ticket, clocks: readonly Clock[]): Promise<Ticket> {
  const dues = duesOf(clocks);
  const { answer = ticket.answerDueAt, settle, first } = dues;
  await changeTicket(moment.tx, ticket.number, {
    answerDueAt: answer,
    settleDueAt: settle ?? null,
    dueAt: first ?? null,
  });
  return { ...ticket, answerDueAt: answer, settleDueAt: settle, dueAt: first };
}

/** When the answer, the settlement and what comes first are due, of clocks that run. */
export function duesOf(clocks: readonly Clock[]): {
  readonly answer: number | undefined;
  readonly settle: number | undefined;
  readonly first: number | undefined;
} {
  const dues = (which: (clock: Clock) => boolean): number | undefined => {
    const found = clocks.flatMap((clock) => (which(clock) && clock.dueAt !== undefined ? [clock.dueAt] : []));
    return found.length === 0 ? undefined : Math.min(...found);
  };
  return {
    answer: dues(({ kind }) => kind === "answer"),
    settle: dues(({ kind }) => kind !== "answer"),
    first: dues(() => true),
  };
}

/** The number in the subject of a matter's clock. */
export function numberIn({ subject }: Pick<Clock, "subject">): TicketNumber | undefined {
  const digits = /^ticket (\d+)$/.exec(subject)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
