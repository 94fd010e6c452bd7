import type { Material } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import type { KindId } from "./kinds/model.ts";
import type { TicketNumber } from "./model.ts";
import { follow, neighboursAlike, ownAlike, type Alike } from "./same/service.ts";
import { enclosure, type Enclosure, type Refusal } from "./service.ts";
import { putKindRight, type Filed } from "./report/service.ts";
import { add, reopenEnded } from "./verdict/service.ts";
import { settleByReporter, withdraw } from "./verdict/waiting.ts";

/** What villagers may do with matters that are there already. */
export interface VillagerDesk {
  ownAlike(kind: KindId, place: string): Promise<readonly Alike[]>;
  neighboursAlike(kind: KindId, place: string): Promise<readonly Alike[]>;
  follow(key: string, number: TicketNumber, said: Material): Promise<"followed" | "gone">;
  add(key: string, number: TicketNumber, said: Enclosure): Promise<"added" | Refusal>;
  /** The kind that the words put right becomes the kind of her matter. */
  putKindRight(number: TicketNumber, words: string): Promise<void>;
  withdraw(key: string, number: TicketNumber, reason: string): Promise<"withdrawn" | "goes on" | Refusal>;
  settleByReporter(key: string, number: TicketNumber): Promise<"settled" | Refusal>;
  reopenEnded(key: string, number: TicketNumber, said: Material): Promise<Filed | Refusal>;
}

/** @param known who acts; throws for a stranger. */
export function villagerDesk(known: () => Acting): VillagerDesk {
  return {
    ownAlike: (kind, place) => ownAlike(known(), kind, place),
    neighboursAlike: (kind, place) => neighboursAlike(known(), kind, place),
    follow: (key, number, said) => follow(known(), number, key, enclosure(said)),
    add: (key, number, said) => add(known(), number, key, said),
    putKindRight: (number, words) => putKindRight(known(), number, words),
    withdraw: (key, number, reason) => withdraw(known(), number, key, reason),
    settleByReporter: (key, number) => settleByReporter(known(), number, key),
    reopenEnded: (_key, number, said) => reopenEnded(known(), number, enclosure(said)),
  };
}
