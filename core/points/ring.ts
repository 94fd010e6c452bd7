import type { Moment } from "../people/index.ts";
import { tellStatement } from "./account/service.ts";
import { ringOrder } from "./shop/service.ts";
import { remindOfAppeal } from "./appeal/service.ts";
import { remindOfGrant } from "./grant/waiting.ts";
import { tellTeamStatement } from "./team/view.ts";

/** A month is published, an appeal or a gift waits too long, or goods do. */
export async function ringPoints(moment: Moment, subject: string): Promise<void> {
  const [what = "", which = "", whose = ""] = subject.split(" ");
  const rings: Readonly<Record<string, () => Promise<void>>> = {
    statement: () => tellStatement(moment, which, whose),
    team: () => tellTeamStatement(moment, which, whose),
    order: () => ringOrder(moment, Number(which)),
    grant: () => remindOfGrant(moment, Number(which)),
    appeal: () => remindOfAppeal(moment, Number(which)),
  };
  const rung = rings[what];
  if (!rung) throw new Error(`nobody rings points about "${subject}"`);
  await rung();
}
