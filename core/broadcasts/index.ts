import { broadcast } from "./compose/broadcast.flow.ts";
import { changeNoticeWords } from "./manage/changeNotice.flow.ts";
import { resendNotice } from "./manage/resendNotice.flow.ts";
import { judgeNotice } from "./review/judgeNotice.flow.ts";

export { noticeAlarm } from "./alarm.ts";
export { noticeCommands } from "./commands.ts";
export { forgetRecipient } from "./forget.ts";
export { ringNotice } from "./compose/begin.ts";
export { announce, headCount, previewOf, type Draft, type Sender } from "./compose/service.ts";
export { noticeBySource } from "./store.ts";
export { callsIn, type Call } from "./progress/calls.ts";
export { noticeDesk, type NoticeServices } from "./desk.ts";
export { answersCall, replyToNotice } from "./replies.ts";
export { subscribe, subscriptionsOf, unsubscribe } from "./subscriptions/store.ts";
export { createSpreader, type Spreader } from "./spread/worker.ts";
export type { SpreadPorts } from "./spread/ports.ts";

/** Every talk of this slice. */
export const noticeFlows = [broadcast, changeNoticeWords, resendNotice, judgeNotice];
