import type { Text } from "../../language/text.ts";

/** Somebody nobody has registered yet, instead of a resident. */
export const somebodyNew = "new";

/** Who a name may mean, to whoever keeps the grid. */
export interface Known {
  /** Raised at a meeting: it is for nobody in particular. */
  readonly isMeeting: boolean;
  readonly residents: readonly { readonly id: string; readonly label: Text }[];
  /** The grids kept, where somebody new may live. */
  readonly grids: readonly { readonly id: string; readonly label: Text }[];
}

/** What people say when it is nobody's own matter: 村民说事会, or their own. */
const meeting = /^(?:村民)?(?:说事会?|议事会?|村民会|开会)(?:上)?(?:提的|说的)?$|^meeting$/iu;

export function isMeeting(name: string): boolean {
  return meeting.test(name.trim());
}
