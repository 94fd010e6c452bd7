import type { Moment } from "../people/index.ts";
import { freezeIfOver } from "./decide/service.ts";
import { ringMake, ringRemind } from "./make/schedule.ts";
import { remindOfObjection } from "./object/service.ts";

/** A list is to be made, waits for a word, or is over; an objection waits for its answer. */
export async function ringYear(moment: Moment, subject: string): Promise<void> {
  const [what = "", which = "", other = "", year = ""] = subject.split(" ");
  const rings: Readonly<Record<string, () => Promise<unknown>>> = {
    make: () => ringMake(moment, which, other, Number(year)),
    remind: () => ringRemind(moment, Number(which), Number(other)),
    close: () => freezeIfOver(moment, Number(which)),
    objection: () => remindOfObjection(moment, Number(which)),
  };
  const rung = rings[what];
  if (!rung) throw new Error(`nobody rings the year's lists about "${subject}"`);
  await rung();
}
