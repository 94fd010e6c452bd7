import { convene } from "./convene/convene.flow.ts";
import { decide } from "./decide/decide.flow.ts";
import {
  addToConsultation,
  callOffConsultation,
  closeConsultation,
  enterOpinion,
  extendConsultation,
} from "./manage/manage.flow.ts";
import { callMeeting, callOffMeeting, holdMeeting } from "./meetings/meetings.flow.ts";
import { decline, opinion } from "./opinion/opinion.flow.ts";
import { dropTask, finishTask } from "./tasks/tasks.flow.ts";

export { consultationCommands } from "./commands.ts";
export { consultationDesk, type ConsultationServices } from "./desk.ts";
export { replyToConsultation } from "./replies.ts";
export { ringConsultationStage } from "./clock/ring.ts";

/** Every talk of this slice. */
export const consultationFlows = [
  convene,
  opinion,
  decline,
  closeConsultation,
  extendConsultation,
  callOffConsultation,
  addToConsultation,
  enterOpinion,
  decide,
  finishTask,
  dropTask,
  callMeeting,
  holdMeeting,
  callOffMeeting,
];
