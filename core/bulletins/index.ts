import { correctBulletin, refuseBulletin } from "./decide/decide.flow.ts";
import { closeFollowUp, declineFollowUp, followUp } from "./follow/follow.flow.ts";

export { bulletinAlarm } from "./alarm.ts";
export { bulletinCommands } from "./commands.ts";
export { beginBulletins, bulletinPatterns } from "./decide/schedule.ts";
export { bulletinDesk, type BulletinServices } from "./desk.ts";
export type { Sheet } from "./model.ts";
export { sheetPicture, showSheet } from "./picture/service.ts";
export { ringBulletin } from "./ring.ts";
export { sheetTable } from "./table/service.ts";
export { publishedSheet } from "./show/lists.ts";

/** Every talk of this slice. */
export const bulletinFlows = [refuseBulletin, correctBulletin, followUp, declineFollowUp, closeFollowUp];
