import type { Acting } from "../../people/index.ts";
import type { Refusal } from "../service.ts";
import {
  changeable,
  hasOwn,
  officesWithClocks,
  previewOf,
  setDay,
  setLimit,
  type Change,
  type DayChange,
  type Preview,
} from "./service.ts";

/** What whoever sets limits may do. */
export interface LimitsDesk {
  /** Why this person may not set limits there; null when she may. */
  mayChange(unit: string): Promise<Refusal | null>;
  /** The offices there, each of which may have a limit of its own. */
  offices(unit: string): Promise<readonly string[]>;
  hasOwn(change: Pick<Change, "unit" | "clock" | "matter">): Promise<boolean>;
  preview(change: Change): Promise<Preview | Refusal>;
  set(key: string, change: Change, isForAll: boolean): Promise<{ readonly moved: number } | Refusal>;
  setDay(key: string, day: DayChange, isForAll: boolean): Promise<{ readonly moved: number } | Refusal>;
}

/** @param known who acts; throws for a stranger. */
export function limitsDesk(known: () => Acting): LimitsDesk {
  return {
    async mayChange(unit) {
      const found = await changeable(known(), unit);
      return "refused" in found ? found : null;
    },
    offices: (unit) => officesWithClocks(known(), unit),
    hasOwn: (change) => hasOwn(known(), change),
    preview: (change) => previewOf(known(), change),
    set: (key, change, isForAll) => setLimit(known(), key, change, isForAll),
    setDay: (key, day, isForAll) => setDay(known(), key, day, isForAll),
  };
}
