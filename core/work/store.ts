import { sql, type RawBuilder, type SqlBool } from "../store/index.ts";
import type { Claimant } from "./claimant.ts";

/**
 * Of rows of slow work, with `state`, `next_at` and `owner`: those in one of these states that are due, and that no other living
 * program has. The table stands alone in its `from`.
 */
export function isFree(
  { now, others }: Claimant,
  states: readonly string[] = ["waiting"],
): RawBuilder<SqlBool> {
  const isDue = sql<SqlBool>`state in (${sql.join(states)}) and next_at <= ${now}`;
  if (others.length === 0) return isDue;
  return sql<SqlBool>`${isDue} and (owner is null or owner not in (${sql.join(others)}))`;
}
