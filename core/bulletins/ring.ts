import type { Moment } from "../people/index.ts";
import { ringMake, ringRemind } from "./decide/schedule.ts";
import { ringDue, ringUnconfirmed } from "./follow/decide.ts";

/** A period's sheets are to be made, wait for a word, or a remedy is due. */
export async function ringBulletin(moment: Moment, subject: string): Promise<void> {
  const [what = "", which = "", code = "", first = ""] = subject.split(" ");
  const rings: Readonly<Record<string, () => Promise<void>>> = {
    make: () => ringMake(moment, which === "monthly" ? "monthly" : "weekly", code, first),
    remind: () => ringRemind(moment, Number(which), Number(code)),
    confirm: () => ringUnconfirmed(moment, Number(which)),
    due: () => ringDue(moment, Number(which)),
  };
  const rung = rings[what];
  if (!rung) throw new Error(`nobody rings bulletins about "${subject}"`);
  await rung();
}
