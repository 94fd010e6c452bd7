import { addUnits } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createZone } from "../../time/index.ts";
import { daysIn } from "../counting/service.ts";

/** A town with two villages of two grids each, and somebody who lives in the town itself. */
export const units = ["v1-G1", "v1-G2", "v2-G1", "v2-G2", "town"];

/** Where days begin at 16:00 of the machine. */
export const zone = createZone("Asia/Shanghai");

export async function openTown(open: OpenTestDatabase) {
  const database = await open();
  await database.transaction((tx) =>
    addUnits(tx, [
      { code: "county", name: "某县", kind: "county", parent: null },
      { code: "town", name: "某镇", kind: "township", parent: "county" },
      ...["v1", "v2"].map((code) => ({ code, name: code, kind: "village" as const, parent: "town" })),
      ...units
        .filter((code) => code.includes("-"))
        .map((code) => ({ code, name: code.slice(3), kind: "grid" as const, parent: code.slice(0, 2) })),
    ]),
  );
  return { database, dayAt: daysIn(zone) };
}

/** A matter without its clocks, as the counting sees it. */
export interface MatterOf {
  readonly number: number;
  readonly unit?: string;
  readonly kind?: string;
  readonly about?: string | null;
  readonly sealed?: number;
}

export async function insertMatter(
  tx: Tx,
  { number, unit = "v1-G1", kind = "lamp", about = null, sealed = 0 }: MatterOf,
): Promise<void> {
  const times = { answer_due_at: 0, created_at: 0 };
  const words = { what: "路灯不亮", place: "村口", source_key: `matter ${number}` };
  await tx
    .insertInto("ticket")
    .values({
      number,
      unit_code: unit,
      kind,
      about_id: about,
      sealed,
      reporter_id: "wang",
      state: "open",
      ...times,
      ...words,
    })
    .execute();
}

export interface EventOf {
  readonly number: number;
  readonly kind: string;
  readonly at: number;
  readonly cycle?: number;
  readonly actor?: string | null;
  readonly holder?: string | null;
  readonly office?: number | null;
  readonly words?: string;
  readonly key: string;
}

export async function insertEvent(tx: Tx, event: EventOf): Promise<void> {
  const { number, kind, at, cycle = 1, actor = null, holder = null, office = null, words = "", key } = event;
  await tx
    .insertInto("ticket_event")
    .values({
      number,
      kind,
      at,
      cycle,
      actor_id: actor,
      holder_id: holder,
      office_id: office,
      detail: words,
      source_key: key,
    })
    .execute();
}

/** A clock that was stopped, after its time had run out or before. */
export async function insertStopped(
  tx: Tx,
  {
    number,
    kind,
    cycle,
    isOut,
  }: { readonly number: number; readonly kind: string; readonly cycle: number; readonly isOut: boolean },
): Promise<void> {
  const length = { target_ms: 10, consumed_ms: isOut ? 11 : 10, created_at: 0 };
  await tx
    .insertInto("clock")
    .values({
      subject: `ticket ${number}`,
      kind,
      cycle,
      revision: 1,
      policy_id: 1,
      calendar_id: 0,
      state: "stopped",
      ...length,
    })
    .onConflict((conflict) => conflict.columns(["subject", "kind", "cycle"]).doNothing())
    .execute();
}
