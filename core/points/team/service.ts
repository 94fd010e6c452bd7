import { unitByCode, upwards, type UnitCode } from "../../org/index.ts";
import { teamsOf, type Acting, type Moment } from "../../people/index.ts";
import { enter, homeOf, reverse, type Earned } from "../ledger/service.ts";
import { entryBySource } from "../ledger/store.ts";
import type { Account } from "../model.ts";
import { rulesIn } from "../rules/store.ts";

/** What the points of a village's team are kept under. */
export function teamAccount(village: UnitCode): Account {
  return { kind: "team", id: village };
}

/** Whose team's points somebody reads and may object to: her own village's once she is confirmed, and those of the teams she is in. */
export async function teamsShownTo({ tx, person }: Acting): Promise<readonly UnitCode[]> {
  const home = await homeOf(tx, person);
  const own = home === undefined || home.parent === null ? [] : [home.parent];
  return [...new Set([...own, ...(await teamsOf(tx, person))])];
}

/** What became of a matter that a unit may have a rule for. */
export interface Outcome {
  /** The name of the rule: what the program pays by itself. */
  readonly rule: "team_settled" | "team_mediated";
  readonly village: UnitCode;
  readonly sourceKey: string;
  /** Read by everybody in the village. */
  readonly reason: string;
}

/** Pays the team of a village, once for the source; nothing where no unit has such a rule. */
export async function earnForTeam(
  moment: Moment,
  { rule: name, village, sourceKey, reason }: Outcome,
): Promise<Earned> {
  const unit = await unitByCode(moment.tx, village);
  if (unit?.kind !== "village") return { paid: 0 };
  const rules = await rulesIn(moment.tx, upwards(unit));
  const rule = rules.find((one) => one.name === name && one.givenBy === "outcome");
  if (!rule) return { paid: 0 };
  const account = teamAccount(village);
  return enter(moment, unit, { account, rule, delta: rule.delta, sourceKey, reason, actor: null });
}

/** Takes back what a team was paid for a source, whatever was left to pay; nothing where nothing stands. */
export async function takeBackFromTeam(moment: Moment, sourceKey: string): Promise<void> {
  const entry = await entryBySource(moment.tx, sourceKey);
  if (entry) await reverse(moment, entry.id, { reason: entry.reason, actor: null });
}
