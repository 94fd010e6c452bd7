import { correctList, refuseList } from "./decide/decide.flow.ts";
import { judgeObjection, objectToLine } from "./object/object.flow.ts";
import { nominateStar } from "./stars/star.flow.ts";

export { yearAlarm } from "./alarm.ts";
export { withYear, yearCommands } from "./commands.ts";
export { yearDesk, type YearServices } from "./desk.ts";
export { listsOf } from "./store.ts";
export { sowList, type SownLine } from "./make/sow.ts";
export { beginYear, yearPattern } from "./make/schedule.ts";
export { ringYear } from "./ring.ts";

/** Every talk of this slice. */
export const yearFlows = [refuseList, correctList, objectToLine, judgeObjection, nominateStar];
