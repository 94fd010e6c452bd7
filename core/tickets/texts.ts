import { absenceTexts } from "./texts/absence.ts";
import { accusationTexts } from "./texts/accusation.ts";
import { aftercareTexts } from "./texts/aftercare.ts";
import { cardTexts } from "./texts/card.ts";
import { deadlineTexts } from "./texts/deadlines.ts";
import { disputeTexts } from "./texts/dispute.ts";
import { deskTexts } from "./texts/desk.ts";
import { dangerTexts } from "./texts/danger.ts";
import { kindTexts } from "./texts/kinds.ts";
import { lapseTexts } from "./texts/lapse.ts";
import { officeTexts } from "./texts/offices.ts";
import { passingTexts } from "./texts/passing.ts";
import { progressTexts } from "./texts/progress.ts";
import { pauseTexts } from "./texts/pause.ts";
import { proxyTexts } from "./texts/proxy.ts";
import { receiptTexts } from "./texts/receipt.ts";
import { sameTexts } from "./texts/same.ts";
import { slipTexts } from "./texts/slip.ts";
import { slaTexts } from "./texts/sla.ts";
import { staffTexts } from "./texts/staff.ts";
import { stillWaitingTexts } from "./texts/stillWaiting.ts";
import { tagTexts } from "./texts/tags.ts";
import { tasksTexts } from "./texts/tasks.ts";
import { templateTexts } from "./texts/templates.ts";
import { timelineTexts } from "./texts/timeline.ts";
import { unclearTexts } from "./texts/unclear.ts";
import { unheardTexts } from "./texts/unheard.ts";
import { villagerTexts } from "./texts/villager.ts";
import { whyTexts } from "./texts/why.ts";
import { waitingTexts } from "./texts/waiting.ts";
import { weekTexts } from "./texts/week.ts";

export { limitOf } from "./texts/limits.ts";
export { reasonName } from "./texts/why.ts";
export { kindOptions, scoreNames, type TimelineLine } from "./texts/names.ts";

/** Every sentence of this slice, by audience in texts/. */
export const say = {
  ...villagerTexts,
  ...staffTexts,
  ...cardTexts,
  ...kindTexts,
  ...lapseTexts,
  ...deadlineTexts,
  ...unclearTexts,
  ...unheardTexts,
  ...passingTexts,
  ...deskTexts,
  ...officeTexts,
  ...accusationTexts,
  ...dangerTexts,
  ...disputeTexts,
  ...proxyTexts,
  ...sameTexts,
  ...timelineTexts,
  ...waitingTexts,
  ...progressTexts,
  ...receiptTexts,
  ...tagTexts,
  ...tasksTexts,
  ...templateTexts,
  ...weekTexts,
  ...aftercareTexts,
  ...stillWaitingTexts,
  ...pauseTexts,
  ...whyTexts,
  ...absenceTexts,
  ...slaTexts,
  ...slipTexts,
};
