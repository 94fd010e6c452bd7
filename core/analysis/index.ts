import { answerInstruction, instructOn } from "./briefing/instruct.flow.ts";
import { writeBriefing } from "./briefing/write.flow.ts";
import { screenTopic } from "./screening/screen.flow.ts";

export { analysisAlarm } from "./alarm.ts";
export { ringAnalysis } from "./briefing/ring.ts";
export { analysisCommands } from "./commands.ts";
export { analysisDesk, type AnalysisServices } from "./desk.ts";
export { toldWeeks, weeklyPages } from "./hot/weekly.ts";

/** Every talk of this slice. */
export const analysisFlows = [screenTopic, writeBriefing, instructOn, answerInstruction];
