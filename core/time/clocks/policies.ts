import { z } from "zod";
import { readOnce, type Tx } from "../../store/index.ts";
import type { Stages } from "./reckon.ts";

/** How long something may take, by which hours, and who is reminded when. */
export interface Terms {
  readonly targetMs: number;
  /** The name of the hours that count: "natural" or "office". */
  readonly hours: string;
  readonly stages: Stages;
}

/** Terms for a unit and what is inside it; never changed: a newer one takes its place. */
export interface Policy extends Terms {
  readonly id: number;
  /** A unit's code, or "*" for everywhere. */
  readonly scope: string;
  /** What is timed. */
  readonly clock: string;
  /** The kind of matter it is for, or "*". */
  readonly matter: string;
  readonly reason: string;
  readonly madeBy: string | undefined;
  readonly madeAt: number;
}

/** For everywhere, or every kind of matter. */
export const everything = "*";

const stagesShape = z.object({
  half: z.boolean(),
  beforeMs: z.array(z.number()),
  againEveryMs: z.number().optional(),
});

interface PolicyRow {
  readonly id: number;
  readonly scope: string;
  readonly clock: string;
  readonly matter: string;
  readonly target_ms: number;
  readonly calendar: string;
  readonly stages: string;
  readonly is_removed: number;
  readonly reason: string | null;
  readonly made_by: string | null;
  readonly created_at: number;
}

function asPolicy(row: PolicyRow): Policy {
  const { againEveryMs, ...stages } = stagesShape.parse(JSON.parse(row.stages));
  return {
    id: row.id,
    scope: row.scope,
    clock: row.clock,
    matter: row.matter,
    targetMs: row.target_ms,
    hours: row.calendar,
    stages: { ...stages, againEveryMs },
    reason: row.reason ?? "",
    madeBy: row.made_by ?? undefined,
    madeAt: row.created_at,
  };
}

/** Where something is timed, and of what kind it is. */
export interface Timed {
  readonly kind: string;
  /** Codes of the units it is in, the nearest first. */
  readonly scopes: readonly string[];
  readonly matter: string;
}

/** The terms in force for something; `usual` are kept for everywhere where nobody has set any. */
export async function policyFor(tx: Tx, timed: Timed, usual: Terms, now: number): Promise<Policy> {
  const found = nearest(await policiesOn(tx, timed.kind), timed);
  return found ?? insertPolicy(tx, { ...usual, ...everywhere(timed.kind) }, now);
}

function everywhere(clock: string) {
  return { scope: everything, clock, matter: everything, reason: "", madeBy: undefined };
}

/** The one for the nearest unit, and there the one for this very kind of matter. */
export function nearest(policies: readonly Policy[], { scopes, matter }: Timed): Policy | undefined {
  for (const scope of [...scopes, everything]) {
    const here = policies.filter((policy) => policy.scope === scope);
    const found =
      here.find((policy) => policy.matter === matter) ?? here.find((policy) => policy.matter === everything);
    if (found) return found;
  }
  return undefined;
}

/** Are two for the same unit and kind of matter, one perhaps newer than the other? */
export function isSamePlace(one: Policy, other: Policy): boolean {
  return one.scope === other.scope && one.matter === other.matter;
}

/** Every policy in force for one kind of clock, the nearest in time first. */
export async function policiesOn(tx: Tx, clock: string): Promise<readonly Policy[]> {
  return readOnce(tx, `policies ${clock}`, ["sla_policy"], async () => {
    const rows = await tx
      .selectFrom("sla_policy")
      .selectAll()
      .where("clock", "=", clock)
      .orderBy("id", "desc")
      .execute();
    const newest = new Map<string, PolicyRow>();
    for (const row of rows) {
      const place = `${row.scope} ${row.matter}`;
      if (!newest.has(place)) newest.set(place, row);
    }
    return [...newest.values()].filter((row) => row.is_removed === 0).map(asPolicy);
  });
}

/** A policy by its id, also one that is not in force any more. */
export async function policyById(tx: Tx, id: number): Promise<Policy | undefined> {
  return readOnce(tx, `policy ${id}`, ["sla_policy"], async () => {
    const row = await tx.selectFrom("sla_policy").selectAll().where("id", "=", id).executeTakeFirst();
    return row && asPolicy(row);
  });
}

/** Keeps a new policy, in the place of an older one for the same unit, clock and matter. */
export async function insertPolicy(
  tx: Tx,
  policy: Omit<Policy, "id" | "madeAt">,
  now: number,
  isRemoved = false,
): Promise<Policy> {
  const row = await tx
    .insertInto("sla_policy")
    .values({
      scope: policy.scope,
      clock: policy.clock,
      matter: policy.matter,
      target_ms: policy.targetMs,
      calendar: policy.hours,
      stages: JSON.stringify(policy.stages),
      is_removed: isRemoved ? 1 : 0,
      reason: policy.reason,
      made_by: policy.madeBy ?? null,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return asPolicy(row);
}
