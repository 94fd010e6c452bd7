import { unitByCode, upwards, type UnitCode } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { day } from "../../time/index.ts";
import { holdAccount, insertEntry } from "../ledger/store.ts";
import type { Entry } from "../model.ts";
import { rulesIn } from "../rules/store.ts";
import { teamAccount } from "./service.ts";

/** An entry of a team as it was made some time ago, for a demonstration. */
export interface Planted {
  /** The name of a rule. */
  readonly rule: string;
  readonly reason: string;
  readonly daysAgo: number;
  /** Left out where it stands. */
  readonly takenBackDaysAgo?: number | undefined;
}

/** Writes entries of a team that are published and count, once. */
export async function plantForTeam(
  tx: Tx,
  village: UnitCode,
  planted: readonly Planted[],
  now: number,
): Promise<void> {
  const unit = await unitByCode(tx, village);
  const rules = unit ? await rulesIn(tx, upwards(unit)) : [];
  const account = teamAccount(village);
  await holdAccount(tx, account);
  for (const [index, { rule: name, reason, daysAgo, takenBackDaysAgo }] of planted.entries()) {
    const rule = rules.find((one) => one.name === name);
    if (!rule) throw new Error(`there is no rule ${name} to plant an entry by`);
    const at = now - daysAgo * day;
    const entry: Omit<Entry, "id"> = {
      account,
      delta: rule.delta,
      kind: rule.kind,
      rule: rule.id,
      sourceKey: `planted ${village} ${index}`,
      reason,
      actor: null,
      ...longSince(at),
      reverses: null,
    };
    const id = await insertEntry(tx, entry);
    if (id === undefined || takenBackDaysAgo === undefined) continue;
    const back = longSince(now - takenBackDaysAgo * day);
    await insertEntry(tx, {
      ...entry,
      ...back,
      delta: -rule.delta,
      sourceKey: `reversal ${id}`,
      reverses: id,
    });
  }
}

/** Published and in effect at once: it is long ago. */
function longSince(at: number): Pick<Entry, "at" | "publishedAt" | "effectiveAt"> {
  return { at, publishedAt: at, effectiveAt: at };
}
