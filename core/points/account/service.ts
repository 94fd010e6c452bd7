import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, upwards, type Unit } from "../../org/index.ts";
import {
  householdOf,
  membersOf,
  nag,
  personById,
  type Acting,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import type { Choice, Reply } from "../../dialogue/index.ts";
import { lineOf, titleOf } from "../ledger/entryText.ts";
import { accountOf, homeOf, monthNow, stretchOf } from "../ledger/service.ts";
import { balanceOf, entriesOf, entriesWithin, pendingOf, type Stretch } from "../ledger/store.ts";
import { minute } from "../../time/index.ts";
import { monthAfter, publishedAtMinutes, type Account, type EntryId, type Rule } from "../model.ts";
import { rulesIn } from "../rules/store.ts";
import { settingIn } from "../settings/store.ts";
import { teamSums } from "../team/store.ts";
import { openOrdersOf } from "../shop/store.ts";
import { say } from "../texts.ts";
import { publishedIn } from "./store.ts";

/** What can be spent now: everything that has taken effect. */
export async function availableOf(
  { tx, now }: Pick<Moment, "tx" | "now">,
  account: Account,
): Promise<number> {
  const pending = await pendingOf(tx, account, now);
  return pending.reduce((left, { sum }) => left - sum, await balanceOf(tx, account));
}

/** What a person's household can spend together; null where she lives with nobody. */
async function householdTotal(moment: Moment, person: PersonId): Promise<number | null> {
  const household = await householdOf(moment.tx, person);
  const members = household ? await membersOf(moment.tx, household.id) : [];
  if (!household || members.length < 2) return null;
  let total = await availableOf(moment, { kind: "household", id: String(household.id) });
  for (const member of members) total += await availableOf(moment, accountOf(member));
  return total;
}

/** What was earned within a stretch of time, by what it was for; what was taken back is not there. */
export async function earnedWithin(moment: Moment, account: Account, stretch: Stretch) {
  const sums = new Map<string, { readonly title: Text; sum: number }>();
  const entries = await entriesWithin(moment.tx, account, stretch);
  const lines = entries.filter(({ kind }) => kind !== "spent");
  for (const entry of lines) {
    const title = await titleOf(moment, { ...entry, reverses: null });
    const known = sums.get(title.zh) ?? { title, sum: 0 };
    known.sum += entry.delta;
    sums.set(title.zh, known);
  }
  const parts = [...sums.values()].filter(({ sum }) => sum !== 0);
  return { parts, total: parts.reduce((total, { sum }) => total + sum, 0), lines };
}

const buttons: readonly Choice[] = [
  { label: say.details, token: "/points list" },
  { label: say.shop.open, token: "/points shop" },
  { label: say.how, token: "/points how" },
  { label: say.appeal, token: "/points appeal" },
];

/** 我的积分: what can be spent, what comes when, and this month's. */
export async function pointsView(acting: Acting): Promise<Reply> {
  const { tx, now, calendar, person } = acting;
  const account = accountOf(person.id);
  const isKept = (await entriesOf(tx, account, { limit: 1 })).length > 0;
  const home = await homeOf(tx, person);
  if (!home && !isKept) return say.notConfirmed;
  const month = await earnedWithin(acting, account, stretchOf(calendar, monthNow(acting)));
  const later = (await pendingOf(tx, account, now)).filter(({ sum }) => sum !== 0);
  const text = say.standing({
    available: await availableOf(acting, account),
    household: await householdTotal(acting, person.id),
    month: month.total,
    parts: month.parts,
    later: later.map(({ sum, effectiveAt }) => ({ sum, from: calendar.date(effectiveAt) })),
  });
  const orders = (await openOrdersOf(tx, person.id, 1)).length > 0;
  const own = orders ? [...buttons, { label: say.shop.myOrders, token: "/points orders" }] : buttons;
  return { text, choices: [...own, { label: say.team.name, token: "/points team" }] };
}

const listed = 8;

/** Her entries, the newest first, page by page. @param before entries older than this one. */
export async function entriesView(acting: Acting, before?: EntryId): Promise<Reply> {
  const page = { limit: listed + 1, ...(before !== undefined && { before }) };
  const entries = await entriesOf(acting.tx, accountOf(acting.person.id), page);
  if (entries.length === 0)
    return { text: say.noEntries, choices: [{ label: say.how, token: "/points how" }] };
  const lines: Text[] = [];
  const shown = entries.slice(0, listed);
  for (const entry of shown) lines.push(await lineOf(acting, entry));
  const last = shown.at(-1)?.id ?? 0;
  const more = entries.length > listed ? [{ label: say.older, token: `/points list ${last}` }] : [];
  return { text: say.entries(lines), choices: [...more, { label: say.appeal, token: "/points appeal" }] };
}

/** 怎么得分: the rules in force where she lives. */
export async function rulesView(acting: Acting): Promise<Reply> {
  const home = await homeOf(acting.tx, acting.person);
  if (!home) return say.notConfirmed;
  const rules = (await rulesIn(acting.tx, upwards(home))).filter((rule) => rule.givenBy !== "outcome");
  if (rules.length === 0) return say.noRules;
  const { publicityDays } = await settingIn(acting.tx, upwards(home));
  return say.rules(
    rules.map(ruleLine),
    publicityDays,
    rules.some(({ isDemo }) => isDemo),
  );
}

/** A rule as everybody reads it: what for, how much, and its caps. */
export function ruleLine(rule: Pick<Rule, "title" | "delta" | "caps">): Text {
  return say.ruleLine(rule.title, rule.delta, rule.caps.map(say.cap));
}

const publicLines = 20;

/** 公示: what was earned in a village in the month that was published last; names are not written out. @param page from 1. */
export async function publicView(acting: Acting, page: number): Promise<Reply> {
  const village = await villageOf(acting);
  if (!village) return say.notConfirmed;
  // On the first the month before is published at eight, not at midnight.
  const now = acting.now - publishedAtMinutes * minute;
  const month = monthAfter(monthNow({ ...acting, now }), -1);
  const stretch = stretchOf(acting.calendar, month);
  const sums = await publishedIn(acting.tx, village.path, stretch, {
    offset: (page - 1) * publicLines,
    limit: publicLines + 1,
  });
  const name = await unitName(acting.tx, village.code);
  const teams = page > 1 ? undefined : (await teamSums(acting.tx, [village.code], stretch)).get(village.code);
  if (sums.length === 0 && !teams) return say.nothingPublished(name, month);
  const lines = [
    ...(teams ? [say.team.publicLine(teams)] : []),
    ...sums.slice(0, publicLines).map(say.publicLine),
  ];
  const more = sums.length > publicLines ? [{ label: say.more, token: `/points public ${page + 1}` }] : [];
  const team = teams ? [{ label: say.team.name, token: `/points team ${village.code}` }] : [];
  const choices = [...more, { label: say.appeal, token: "/points appeal" }, ...team];
  return { text: say.published(name, month, lines), choices };
}

async function villageOf({ tx, person }: Acting): Promise<Unit | undefined> {
  const home = await homeOf(tx, person);
  return home?.parent === null || home === undefined ? undefined : unitByCode(tx, home.parent);
}

/** The month is published: whoever earned something in it hears how much, and when it counts. */
export async function tellStatement(moment: Moment, month: string, id: PersonId): Promise<void> {
  const { tx, calendar } = moment;
  const home = await homeOf(tx, await personById(tx, id));
  if (!home) return;
  const account = accountOf(id);
  const earned = await earnedWithin(moment, account, stretchOf(calendar, month));
  if (earned.lines.length === 0) return;
  const from = Math.max(...earned.lines.map(({ effectiveAt }) => effectiveAt));
  const text = say.statement({
    month,
    total: earned.total,
    parts: earned.parts,
    from: calendar.date(from),
    available: await availableOf(moment, account),
  });
  await nag(moment, {
    key: `points statement ${month} ${id}`,
    recipient: id,
    subject: "points",
    rank: 2,
    line: say.statementLine(month, earned.total),
    open: "/points",
    saying: {
      text,
      choices: [
        { label: say.details, token: "/points list" },
        { label: say.appeal, token: "/points appeal" },
        { label: say.seePublished, token: "/points public" },
      ],
    },
    isFact: true,
  });
}
