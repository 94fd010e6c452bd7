export { mediationAlarm } from "./alarms.ts";
export { ringMediationStage } from "./clock.ts";
export { mediationCommands, mediationFlows } from "./commands.ts";
export { mediationDesk, type MediationServices } from "./desk.ts";
export { ringDisputeOver } from "./ending.ts";
export { replyInMediation } from "./reply.ts";
export { ringMediationAlarm } from "./ring.ts";
export { viewOfSide } from "./views.ts";
