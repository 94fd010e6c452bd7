import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, upwards, type Unit, type UnitCode } from "../../org/index.ts";
import { can, nag, readUnit, unitsWhere, type Acting, type Moment } from "../../people/index.ts";
import { availableOf, earnedWithin, ruleLine } from "../account/service.ts";
import { lineOf } from "../ledger/entryText.ts";
import { monthNow, stretchOf } from "../ledger/service.ts";
import { entriesOf, pendingOf } from "../ledger/store.ts";
import type { EntryId } from "../model.ts";
import { rulesIn } from "../rules/store.ts";
import { settingIn } from "../settings/store.ts";
import { say } from "../texts.ts";
import { teamAccount, teamsShownTo } from "./service.ts";
import { leadersOf } from "./telling.ts";

/** The village whose team somebody may look at, or what to say instead. */
async function teamPlace(
  acting: Acting,
  words: string,
): Promise<{ readonly village: Unit } | { readonly ask: Reply }> {
  const { tx, person } = acting;
  const own = await teamsShownTo(acting);
  if (words === "") return ownPlace(acting, own);
  const read = await readUnit(tx, words, (code) => `/points team ${code}`);
  if ("ask" in read) return read;
  const { unit } = read;
  const parent = unit.kind === "grid" && unit.parent !== null ? await unitByCode(tx, unit.parent) : undefined;
  const village = parent ?? unit;
  if (village.kind !== "village") return { ask: say.team.notVillage(village.name) };
  const isHers = own.includes(village.code) || can(person.memberships, "stats.read", village);
  return isHers ? { village } : { ask: say.team.notYours(await unitName(tx, village.code)) };
}

async function ownPlace(
  { tx, person }: Acting,
  own: readonly UnitCode[],
): Promise<{ readonly village: Unit } | { readonly ask: Reply }> {
  const [only, ...others] = own;
  const village = only === undefined ? undefined : await unitByCode(tx, only);
  if (village && others.length === 0) return { village };
  if (!village) {
    const reads = unitsWhere(person.memberships, "stats.read").length > 0;
    return { ask: reads ? say.team.whichVillage : say.notConfirmed };
  }
  const choices: Choice[] = [];
  for (const code of own) {
    const name = await unitName(tx, code);
    choices.push({ label: { zh: name, en: name }, token: `/points team ${code}` });
  }
  return { ask: { text: say.team.which, choices } };
}

const listed = 8;

/** What a village's team has and for what, the newest first. @param before entries older than this one. */
export async function teamView(acting: Acting, words: string, before?: EntryId): Promise<Reply> {
  const found = await teamPlace(acting, words);
  if ("ask" in found) return found.ask;
  const { tx, now, calendar } = acting;
  const { code } = found.village;
  const account = teamAccount(code);
  const page = { limit: listed + 1, ...(before !== undefined && { before }) };
  const entries = await entriesOf(tx, account, page);
  const shown = entries.slice(0, listed);
  const lines: Text[] = [];
  for (const entry of shown) lines.push(await lineOf(acting, entry));
  const more = { label: say.older, token: `/points team ${code} ${shown.at(-1)?.id ?? 0}` };
  const choices = [...(entries.length > listed ? [more] : []), ...buttonsFor(code)];
  if (before !== undefined && shown.length > 0) return { text: say.entries(lines), choices };
  const month = await earnedWithin(acting, account, stretchOf(calendar, monthNow(acting)));
  const pending = (await pendingOf(tx, account, now)).reduce((all, { sum }) => all + sum, 0);
  const counts = await availableOf(acting, account);
  const village = await unitName(tx, code);
  const text = say.team.standing({
    village,
    counts,
    pending,
    month: month.total,
    parts: month.parts,
    lines,
  });
  return { text, choices };
}

function buttonsFor(village: UnitCode): readonly Choice[] {
  return [
    { label: say.team.how, token: `/points teamhow ${village}` },
    { label: say.team.figures, token: `/stats ${village} month` },
    { label: say.team.appeal, token: `/points teamappeal ${village}` },
  ];
}

/** What teams earn by, where a village is. */
export async function teamRulesView(acting: Acting, words: string): Promise<Reply> {
  const found = await teamPlace(acting, words);
  if ("ask" in found) return found.ask;
  const scopes = upwards(found.village);
  const rules = (await rulesIn(acting.tx, scopes)).filter(({ givenBy }) => givenBy === "outcome");
  if (rules.length === 0) return say.team.noRules;
  const { publicityDays } = await settingIn(acting.tx, scopes);
  const isDemo = rules.some((rule) => rule.isDemo);
  return say.team.rules(rules.map(ruleLine), publicityDays, isDemo);
}

/** The month is published: those who lead the team hear what it earned, and when that counts. */
export async function tellTeamStatement(moment: Moment, month: string, code: UnitCode): Promise<void> {
  const { tx, calendar } = moment;
  const village = await unitByCode(tx, code);
  if (!village) return;
  const account = teamAccount(code);
  const earned = await earnedWithin(moment, account, stretchOf(calendar, month));
  if (earned.lines.length === 0) return;
  const { name } = village;
  const text = say.team.statement({
    village: name,
    month,
    total: earned.total,
    parts: earned.parts,
    from: calendar.date(Math.max(...earned.lines.map(({ effectiveAt }) => effectiveAt))),
    counts: await availableOf(moment, account),
  });
  const details = { label: say.details, token: `/points team ${code}` };
  for (const { person } of await leadersOf(moment, code)) {
    await nag(moment, {
      key: `points team statement ${month} ${code} ${person.id}`,
      recipient: person.id,
      subject: `points team ${code}`,
      rank: 2,
      line: say.team.statementLine(name, month, earned.total),
      open: `/points team ${code}`,
      saying: { text, choices: [details, { label: say.team.appeal, token: `/points teamappeal ${code}` }] },
      isFact: true,
    });
  }
}
