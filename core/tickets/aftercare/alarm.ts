import type { Moment } from "../../people/index.ts";
import { setAlarm } from "../../time/index.ts";
import type { Ticket } from "../model.ts";
import { askAfterAt } from "./model.ts";

/** Four weeks after the end: is it really mended? Asked once, with place and picture; no answer is an answer. */

/** The kind of its alarms; their subject is `<number> <cycle>`. */
export const aftercareAlarm = "aftercare";

/** A matter has ended: she is asked in four weeks, where there is something to ask. */
export async function beginAftercare(moment: Moment, { number, cycle }: Ticket): Promise<void> {
  await setAlarm(moment.tx, {
    key: `${aftercareAlarm} ${number}`,
    kind: aftercareAlarm,
    subject: `${number} ${cycle}`,
    fireAt: askAfterAt(moment.calendar.zone, moment.now),
  });
}
