import { deedsDone } from "./store.ts";
import type { World } from "./world.ts";

/** How often something was done: a run that exercised nothing proves nothing. */
export interface Exercise {
  readonly name: string;
  readonly count: number;
}

/** Events of matters that a full run must have, with the ledger's words. */
const ofMatters: readonly (readonly [string, string])[] = [
  ["paused", "pauses"],
  ["resumed", "resumed"],
  ["dispatched", "dispatched"],
  ["bounced", "bounced"],
  ["decided", "decided"],
  ["returned", "returned to the village"],
  ["taken_back", "taken back"],
  ["sent_to_county", "sent to the county"],
  ["sent_down", "sent down"],
  ["supervised", "supervised"],
  ["joined", "joint"],
  ["revised", "deadlines revised"],
  ["not_fixed", "not fixed"],
  ["reopened", "reopened"],
  ["consulted", "consultations"],
  ["opinion", "opinions"],
  ["consult_decided", "consultations decided"],
  ["mediating", "before a mediator"],
  ["mediated", "mediated"],
  ["mediation_failed", "mediation failed"],
];

export async function exercised(world: World): Promise<readonly Exercise[]> {
  const done = await world.database.transaction(deedsDone);
  return [
    ...ofMatters.map(([kind, name]) => ({ name, count: done.events.get(kind) ?? 0 })),
    { name: "bounced twice in a round", count: done.bouncedTwice },
    { name: "not fixed after late", count: done.notFixedAfterLate },
    { name: "extensions", count: done.extensions },
    { name: "/sla changes", count: done.limits },
    { name: "/sla day", count: done.days },
  ];
}
