import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import {
  householdOf,
  membersOf,
  personById,
  type Moment,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { dateAfter, day, setAlarm } from "../../time/index.ts";
import { pointsAlarm } from "../alarm.ts";
import { daysOf, monthAfter, monthOf, payable, publishedAtMinutes } from "../model.ts";
import type { Account, Cap, EarningKind, Entry, EntryId, Rule } from "../model.ts";
import { rulesIn } from "../rules/store.ts";
import { settingIn } from "../settings/store.ts";
import { entryById, holdAccount, insertEntry, paidUnder, type Stretch } from "./store.ts";

/** What somebody's points are kept under. */
export function accountOf(person: PersonId): Account {
  return { kind: "person", id: person };
}

type When = Pick<Moment, "now" | "calendar">;

/** The month it is, where the installation stands. */
export function monthNow({ now, calendar }: When): string {
  return monthOf(calendar.zone.dateOf(now));
}

/** A month from its first moment until before the next one's. */
export function stretchOf({ zone }: Moment["calendar"], month: string): Stretch {
  const { first, next } = daysOf(month);
  return { from: zone.momentOf(first, 0), until: zone.momentOf(next, 0) };
}

/** When what is written now is published: on the first of the next month. */
export function nextPublication(moment: When): number {
  const { first } = daysOf(monthAfter(monthNow(moment)));
  return moment.calendar.zone.momentOf(first, publishedAtMinutes);
}

function stretchAround(moment: When, within: Cap["within"]): Stretch {
  const { zone } = moment.calendar;
  if (within === "ever") return { from: 0, until: Number.MAX_SAFE_INTEGER };
  if (within === "month") return stretchOf(moment.calendar, monthNow(moment));
  const today = zone.dateOf(moment.now);
  return { from: zone.momentOf(today, 0), until: zone.momentOf(dateAfter(today, 1), 0) };
}

/** What is to be written to an account by a rule. */
export interface Earning {
  readonly account: Account;
  readonly rule: Rule;
  readonly delta: number;
  readonly sourceKey: string;
  readonly reason: string;
  readonly actor: PersonId | null;
}

/** What came of it: how much was paid and by which entry; 0 where a cap was reached, or this source was paid before. */
export interface Earned {
  readonly paid: number;
  readonly entry?: EntryId;
}

/** Pays as much of what was earned as the caps leave: published on the first of next month, spent when publicity is over. */
export async function enter(moment: Moment, unit: Unit, earning: Earning): Promise<Earned> {
  const { tx } = moment;
  const { account, rule, delta } = earning;
  const household = await householdAccount(tx, account);
  // Always the household first: two that wait for each other would wait for ever.
  if (household && rule.caps.some(({ per }) => per === "household")) await holdAccount(tx, household);
  await holdAccount(tx, account);
  const used = [];
  for (const cap of rule.caps) {
    const accounts = await accountsUnder(tx, cap, account, household);
    used.push({ cap, paid: await paidUnder(tx, rule, accounts, stretchAround(moment, cap.within)) });
  }
  const paid = payable(delta, used);
  if (paid === 0) return { paid: 0 };
  const { kind, id } = rule;
  const entry = await write(moment, unit, { ...earning, delta: paid, kind, rule: id });
  return entry === undefined ? { paid: 0 } : { paid, entry };
}

/** Holds an account, and before it the household's that a cap may count with it. */
export async function holdWithHouse(tx: Tx, account: Account): Promise<void> {
  const household = await householdAccount(tx, account);
  if (household) await holdAccount(tx, household);
  await holdAccount(tx, account);
}

async function householdAccount(tx: Tx, { kind, id }: Account): Promise<Account | undefined> {
  if (kind !== "person") return undefined;
  const household = await householdOf(tx, id);
  return household && { kind: "household", id: String(household.id) };
}

/** Everybody a cap counts together with an account. */
async function accountsUnder(
  tx: Tx,
  { per }: Cap,
  account: Account,
  household: Account | undefined,
): Promise<readonly Account[]> {
  if (per !== "household" || !household) return [account];
  const members = await membersOf(tx, Number(household.id));
  return [household, ...members.map(accountOf)];
}

type Written = Pick<Entry, "account" | "delta" | "sourceKey" | "reason" | "actor" | "rule"> & {
  readonly kind: EarningKind;
  /** Where all of it was public before, under another line: from when that one counted. */
  readonly effectiveAt?: number;
};

/** A line that is published with the month and takes effect when its publicity is over. The caller holds the account. */
export async function write(moment: Moment, unit: Unit, written: Written): Promise<EntryId | undefined> {
  const { tx, now } = moment;
  const { publicityDays } = await settingIn(tx, upwards(unit));
  const publishedAt = nextPublication(moment);
  const effectiveAt = written.effectiveAt ?? publishedAt + publicityDays * day;
  const id = await insertEntry(tx, { ...written, at: now, publishedAt, effectiveAt, reverses: null });
  if (id !== undefined) await announce(moment, written.account, publishedAt);
  return id;
}

/** The account's month is told to whose it is when it is published: to herself, or to those who lead the team. */
async function announce(moment: Moment, { kind, id }: Account, publishedAt: number): Promise<void> {
  if (kind === "household") return;
  const subject = `${kind === "team" ? "team" : "statement"} ${monthNow(moment)} ${id}`;
  await setAlarm(moment.tx, { key: `points ${subject}`, kind: pointsAlarm, subject, fireAt: publishedAt });
}

/**
 * Takes an entry back by a new one, once. Before it took effect neither of them ever does; afterwards at once, also from points
 * that are spent: a balance may then be below nothing.
 * @returns undefined when it was taken back before.
 */
export async function reverse(
  moment: Moment,
  id: EntryId,
  {
    reason,
    actor,
    kind,
  }: { readonly reason: string; readonly actor: PersonId | null; readonly kind?: Entry["kind"] },
): Promise<EntryId | undefined> {
  const { tx, now } = moment;
  const entry = await entryById(tx, id);
  if (!entry) throw new Error(`there is no points entry ${id}`);
  if (entry.reverses !== null) throw new Error(`points entry ${id} takes one back itself`);
  await holdAccount(tx, entry.account);
  const { account, rule } = entry;
  const reversal = await insertEntry(tx, {
    account,
    rule,
    reason,
    actor,
    kind: kind ?? entry.kind,
    delta: -entry.delta,
    sourceKey: `reversal ${id}`,
    at: now,
    publishedAt: nextPublication(moment),
    effectiveAt: Math.max(now, entry.effectiveAt),
    reverses: id,
  });
  if (reversal !== undefined && entry.kind !== "spent")
    await announce(moment, account, nextPublication(moment));
  return reversal;
}

/** What happened that a unit may have a rule for. */
export interface Happening {
  /** The name of the rule: what the program pays by itself. */
  readonly rule: "rated";
  readonly person: PersonId;
  readonly sourceKey: string;
}

/**
 * Somebody did what her unit has a rule for: it is paid to her, once for its source. Nobody earns before she is confirmed, and
 * nothing happens where no unit has such a rule.
 */
export async function earn(
  moment: Moment,
  { rule: name, person: id, sourceKey }: Happening,
): Promise<Earned> {
  const home = await homeOf(moment.tx, await personById(moment.tx, id));
  if (!home) return { paid: 0 };
  const rules = await rulesIn(moment.tx, upwards(home));
  const rule = rules.find((one) => one.name === name && one.givenBy === "event");
  if (!rule) return { paid: 0 };
  const account = accountOf(id);
  return enter(moment, home, { account, rule, delta: rule.delta, sourceKey, reason: "", actor: null });
}

/** Where somebody's points belong: her grid; nowhere before she is confirmed. */
export async function homeOf(tx: Tx, person: Person | undefined): Promise<Unit | undefined> {
  if (!person?.isConfirmed || person.grid === null) return undefined;
  return unitByCode(tx, person.grid);
}
