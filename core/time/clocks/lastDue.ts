import type { Tx } from "../../store/index.ts";
import type { Zone } from "../zone.ts";
import { hoursRead } from "./hoursRead.ts";
import { reckon, type Clock, type Segment } from "./reckon.ts";
import { clocksAbout, segmentsOf } from "./store.ts";

/** A deadline as it was when it last ran. */
export interface LastDue extends Pick<Clock, "subject" | "kind" | "cycle"> {
  readonly dueAt: number;
}

/**
 * When each deadline of these subjects is due or, where it stands still or is met, was due when it last ran: on paper it
 * must still stand what something was measured by.
 */
export async function lastDues(tx: Tx, subjects: readonly string[], zone: Zone): Promise<readonly LastDue[]> {
  const clocks = await clocksAbout(tx, subjects);
  const still = clocks.filter(({ dueAt }) => dueAt === undefined);
  const segments = await segmentsOf(
    tx,
    still.map(({ id }) => id),
  );
  const hoursOf = await hoursRead(tx, [...segments.values()].flat());
  return clocks.flatMap(({ id, subject, kind, cycle, dueAt }) => {
    const before = dueAt ?? reckon(upToRunning(segments.get(id) ?? []), hoursOf, zone).dueAt;
    return before === undefined ? [] : [{ subject, kind, cycle, dueAt: before }];
  });
}

/** Up to the last time it began, went on, or got other terms. */
function upToRunning(segments: readonly Segment[]): readonly Segment[] {
  return segments.slice(0, segments.findLastIndex(({ kind }) => isRunning.has(kind)) + 1);
}

const isRunning: ReadonlySet<Segment["kind"]> = new Set(["started", "resumed", "revised"]);
