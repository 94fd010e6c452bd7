import type { Tx } from "../../store/index.ts";
import type { Hours } from "../hours/hours.ts";
import { hoursById } from "../hours/store.ts";
import type { Segment } from "./reckon.ts";

/** The hours that were in force in these segments, as `reckon` asks for them. */
export async function hoursRead(
  tx: Tx,
  segments: Iterable<Pick<Segment, "hours">>,
): Promise<(id: number) => Hours> {
  const known = new Map<number, Hours>();
  for (const { hours } of segments) if (!known.has(hours)) known.set(hours, await hoursById(tx, hours));
  return (id) => {
    const hours = known.get(id);
    if (!hours) throw new Error(`hours ${id} were not read`);
    return hours;
  };
}
