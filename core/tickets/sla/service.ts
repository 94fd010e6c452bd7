import type { Text } from "../../language/index.ts";
import { officeById, officesOf, unitByCode, unitName, upwards, type Unit } from "../../org/index.ts";
import { can, type Acting } from "../../people/index.ts";
import {
  dueUnder,
  enterDay,
  everything,
  insertPolicy,
  liveClocksBy,
  nearest,
  officeHours,
  policiesOn,
  policyById,
  reviseClock,
  type Clock,
  type Policy,
  type Terms,
} from "../../time/index.ts";
import { clocksIn, inStep, numberIn } from "../clock/clocks.ts";
import { clockKinds, usualTerms, type ClockKind } from "../clock/terms.ts";
import { unsettledUnder } from "../clock/store.ts";
import type { Ticket } from "../model.ts";
import { unitOf } from "../responsible.ts";
import { record, type Refusal } from "../service.ts";
import { ticketByNumber } from "../store.ts";
import { limitOf, say } from "../texts.ts";
import { stagesFor, type Reminding } from "./lengths.ts";

/** How long something may take in a unit and what is inside it, and what a change does to what is under way. */

/** A limit to be set; without a length it is taken away, and what is said for the unit above counts again. */
export interface Change {
  readonly unit: string;
  readonly clock: ClockKind;
  /** A kind of matter, or "*". */
  readonly matter: string;
  readonly length: Pick<Terms, "targetMs" | "hours"> | null;
  readonly how: Reminding;
  readonly why: string;
}

/** What a change would do to what is under way. */
export interface Preview {
  readonly text: Text;
  /** How many deadlines would move. */
  readonly count: number;
}

/** More are not changed while they are under way: it would keep everybody else waiting. */
const mostAtOnce = 2_000;
const shown = 5;

/** The unit, if this person may set limits there. */
export async function changeable(acting: Acting, code: string): Promise<Unit | Refusal> {
  const unit = await unitByCode(acting.tx, code);
  if (!unit) return { refused: say.noSuchUnit(code) };
  return can(acting.person.memberships, "sla.change", unit)
    ? unit
    : { refused: say.mayNotSetLimits(await unitName(acting.tx, code)) };
}

/** Is there a limit of this unit's own, for this kind of matter? */
export async function hasOwn(acting: Acting, change: Pick<Change, "unit" | "clock" | "matter">) {
  return (await policiesOn(acting.tx, change.clock)).some((policy) => isFor(policy, change));
}

function isFor({ scope, matter }: Policy, change: Pick<Change, "unit" | "matter">): boolean {
  return scope === change.unit && matter === change.matter;
}

/** A deadline that a change moves. */
interface Moved {
  readonly ticket: Ticket;
  readonly clock: Clock;
  readonly to: Policy;
}

/** The policies as they are after a change. */
async function policiesAfter(acting: Acting, change: Change): Promise<readonly Policy[]> {
  const others = (await policiesOn(acting.tx, change.clock)).filter((policy) => !isFor(policy, change));
  return change.length === null
    ? others
    : [{ ...draftOf(acting, change), id: -1, madeAt: acting.now }, ...others];
}

function draftOf(acting: Acting, change: Change): Omit<Policy, "id" | "madeAt"> {
  const terms = change.length ?? usualTerms[change.clock];
  return {
    scope: change.unit,
    clock: change.clock,
    matter: change.matter,
    targetMs: terms.targetMs,
    hours: terms.hours,
    stages: stagesFor(change.clock, terms, change.how),
    reason: change.why,
    madeBy: acting.person.id,
  };
}

/** What runs inside a unit under a policy that is another one afterwards. */
async function moved(
  acting: Acting,
  unit: Unit,
  kind: ClockKind,
  before: readonly Policy[],
  after: readonly Policy[],
): Promise<readonly Moved[] | "too many"> {
  const tickets = await unsettledUnder(acting.tx, unit.path, mostAtOnce + 1);
  if (tickets.length > mostAtOnce) return "too many";
  const found: Moved[] = [];
  for (const ticket of tickets) {
    const scopes = upwards(await unitOf(acting, ticket.unit));
    const timed = { kind, scopes, matter: await matterOf(acting, kind, ticket) };
    const [was, to] = [nearest(before, timed), nearest(after, timed)];
    if (!to || was?.id === to.id) continue;
    for (const clock of await clocksIn(acting, ticket))
      if (clock.kind === kind && clock.state !== "stopped") found.push({ ticket, clock, to });
  }
  return found;
}

/** What terms are chosen by: for an office's clock its name, else what the matter is about. */
async function matterOf({ tx }: Acting, kind: ClockKind, ticket: Ticket): Promise<string> {
  const office =
    kind === "office" && ticket.office !== undefined ? await officeById(tx, ticket.office) : undefined;
  return office?.name ?? ticket.kind;
}

/** The names of a unit's offices, each of which may have terms of its own. */
export async function officesWithClocks({ tx }: Acting, code: string): Promise<readonly string[]> {
  return (await officesOf(tx, code)).map(({ name }) => name);
}

/** What a change would do, in words: nothing is changed. */
export async function previewOf(acting: Acting, change: Change): Promise<Preview | Refusal> {
  const unit = await changeable(acting, change.unit);
  if ("refused" in unit) return unit;
  const before = await policiesOn(acting.tx, change.clock);
  const found = await moved(acting, unit, change.clock, before, await policiesAfter(acting, change));
  const head = await headOf(acting, change);
  if (found === "too many") return { text: say.slaTooMany(head, mostAtOnce), count: 0 };
  const lines: Text[] = [];
  for (const { ticket, clock, to } of found.slice(0, shown))
    lines.push(
      say.slaMoves(
        ticket.number,
        await dueOf(acting, clock.dueAt),
        await dueOf(acting, await dueUnder(acting, clock, to)),
      ),
    );
  return { text: say.slaPreview(head, lines, found.length), count: found.length };
}

async function dueOf({ calendar }: Acting, at: number | undefined) {
  return at === undefined ? undefined : calendar.moment(at);
}

async function headOf(acting: Acting, { unit, clock, matter, length }: Change): Promise<Text> {
  const limit = length && limitOf(length.targetMs, { name: length.hours });
  return say.slaHead({ unit: await unitName(acting.tx, unit), clock, matter, limit: limit ?? undefined });
}

/**
 * Sets a limit: for what comes from now on, or for what is under way too, each with what it has used up.
 * @returns how many deadlines moved.
 */
export async function setLimit(
  acting: Acting,
  key: string,
  change: Change,
  isForAll: boolean,
): Promise<{ readonly moved: number } | Refusal> {
  const unit = await changeable(acting, change.unit);
  if ("refused" in unit) return unit;
  const before = await policiesOn(acting.tx, change.clock);
  await insertPolicy(acting.tx, draftOf(acting, change), acting.now, change.length === null);
  if (!isForAll) return { moved: 0 };
  const found = await moved(acting, unit, change.clock, before, await policiesOn(acting.tx, change.clock));
  if (found === "too many") return { moved: 0 };
  await reviseAll(acting, key, found, "policy");
  return { moved: found.length };
}

async function reviseAll(
  acting: Acting,
  key: string,
  found: readonly Moved[],
  reason: "policy" | "calendar",
): Promise<void> {
  for (const { ticket, clock, to } of found) {
    const words = limitOf(to.targetMs, { name: to.hours }).zh;
    await record(acting, ticket, "revised", { words, files: [] }, `${clock.kind} ${key}`);
    await reviseClock(acting, clock, to, { reason, actor: acting.person.id });
    await inStep(acting, ticket);
  }
}

/** A day of the office's calendar to enter by hand. */
export interface DayChange {
  readonly date: string;
  readonly isWorkday: boolean;
  readonly why: string;
}

/** Enters a holiday or a day to work on, for the whole county; what runs by office hours may be reckoned anew by it. */
export async function setDay(
  acting: Acting,
  key: string,
  day: DayChange,
  isForAll: boolean,
): Promise<{ readonly moved: number } | Refusal> {
  if (!(await isCountyAdmin(acting))) return { refused: say.mayNotSetDays };
  const found = isForAll ? await byOfficeHours(acting) : [];
  if (found === "too many") return { refused: say.dayTooMany(mostAtOnce) };
  await enterDay(acting, day, acting.person.id);
  await reviseAll(acting, key, found, "calendar");
  return { moved: found.length };
}

async function isCountyAdmin(acting: Acting): Promise<boolean> {
  for (const { role, unit: code } of acting.person.memberships) {
    const unit = role === "admin" ? await changeable(acting, code) : undefined;
    if (unit && !("refused" in unit) && unit.parent === null) return true;
  }
  return false;
}

/** What is under way by office hours, whatever the terms in force say by now. */
async function byOfficeHours({ tx }: Acting): Promise<readonly Moved[] | "too many"> {
  const clocks = await liveClocksBy(tx, officeHours, mostAtOnce + 1);
  if (clocks.length > mostAtOnce) return "too many";
  const found: Moved[] = [];
  for (const clock of clocks) {
    const number = numberIn(clock);
    const ticket = number === undefined ? undefined : await ticketByNumber(tx, number);
    const to = await policyById(tx, clock.policy);
    if (ticket && to) found.push({ ticket, clock, to });
  }
  return found;
}

/** The limits in force for a unit, one line each; what stands for the county or above is said to. */
export async function limitsOf(acting: Acting, unit: Unit): Promise<Text> {
  const scopes = upwards(unit);
  const lines: Text[] = [];
  for (const clock of clockKinds) {
    const policies = await policiesOn(acting.tx, clock);
    const common = nearest(policies, { kind: clock, scopes, matter: everything });
    lines.push(await lineOf(acting, clock, everything, common));
    const special = policies.filter(({ scope, matter }) => matter !== everything && scopes.includes(scope));
    for (const policy of special) lines.push(await lineOf(acting, clock, policy.matter, policy));
  }
  return say.limits(await unitName(acting.tx, unit.code), lines);
}

async function lineOf(
  acting: Acting,
  clock: ClockKind,
  matter: string,
  policy: Policy | undefined,
): Promise<Text> {
  const { targetMs, hours } = policy ?? usualTerms[clock];
  const isCommon = policy === undefined || policy.scope === everything;
  const from = isCommon ? say.everywhereRule : say.ruleOf(await unitName(acting.tx, policy.scope));
  return say.limitLine({ clock, matter, limit: limitOf(targetMs, { name: hours }), from });
}
