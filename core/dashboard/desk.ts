import type { Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { mayOpen, offerLink, type PagesAt } from "./pass/service.ts";

/** What the chat may do with the dashboard, for whoever speaks. */
export interface DashboardDesk {
  /** Does the speaker hold a post that has the dashboard? */
  readonly isForMe: boolean;
  /** A link of her own, or why there is none. */
  link(): Promise<Reply>;
}

export interface DashboardServices {
  readonly dashboard: DashboardDesk;
}

/** The desk for whoever acts; a stranger's is empty, and its call throws. @param pagesAt where she can open pages. */
export function dashboardDesk(acting: Acting | undefined, pagesAt: PagesAt): DashboardDesk {
  return {
    isForMe: acting !== undefined && mayOpen(acting.person),
    link() {
      if (!acting) throw new Error("somebody who has not joined has no dashboard");
      return offerLink(acting, pagesAt);
    },
  };
}
