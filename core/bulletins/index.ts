import { correctBulletin, refuseBulletin } from "./decide/decide.flow.ts";
import { closeFollowUp, declineFollowUp, followUp } from "./follow/follow.flow.ts";
import { changeBulletinTrigger } from "./follow/triggers/trigger.flow.ts";

export { bulletinAlarm } from "./alarm.ts";
export { bulletinCommands } from "./commands.ts";
export { beginBulletins, bulletinPatterns } from "./decide/schedule.ts";
export { bulletinDesk, type BulletinServices } from "./desk.ts";
export { recordedIn, type RecordedFollowUp } from "./follow/recorded.ts";
export { rowFigures } from "./make/figures.ts";
export { holdsDemoPeople } from "./make/store.ts";
export type { Sheet } from "./model.ts";
export { nameOf } from "./nameOf.ts";
export { sheetPicture, showSheet } from "./picture/service.ts";
export { ringBulletin } from "./ring.ts";
export { homeVillage } from "./show/access.ts";
export { sheetTable } from "./table/service.ts";
export { publishedSheet } from "./show/lists.ts";
export { figureTitles, partText } from "./texts/names.ts";

/** Every talk of this slice. */
export const bulletinFlows = [
  refuseBulletin,
  correctBulletin,
  followUp,
  declineFollowUp,
  closeFollowUp,
  changeBulletinTrigger,
];
