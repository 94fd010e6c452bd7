import type { Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { isAuditor, logView } from "./pass/log.ts";
import { closeAll, goOn, mayOpen, offerLink, type PagesAt } from "./pass/service.ts";

/** What the chat may do with the dashboard, for whoever speaks. */
export interface DashboardDesk {
  /** Does the speaker hold a post that has the dashboard? */
  readonly isForMe: boolean;
  /** A link of her own, or why there is none. */
  link(): Promise<Reply>;
  /** Her browsers go on, or all end. */
  goOn(): Promise<Reply>;
  closeAll(): Promise<Reply>;
  /** Does she look after who opened what? */
  readonly isAuditor: boolean;
  log(): Promise<Reply>;
}

export interface DashboardServices {
  readonly dashboard: DashboardDesk;
}

/** The desk for whoever acts; a stranger's is empty, and its call throws. @param pagesAt where she can open pages. */
export function dashboardDesk(acting: Acting | undefined, pagesAt: PagesAt): DashboardDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined has no dashboard");
    return acting;
  };
  return {
    isForMe: acting !== undefined && mayOpen(acting.person),
    link: async () => offerLink(known(), pagesAt),
    goOn: async () => goOn(known()),
    closeAll: async () => closeAll(known()),
    isAuditor: acting !== undefined && isAuditor(acting.person),
    log: async () => logView(known()),
  };
}
