/** The kind of alarms of briefings: "unread 3", "instruction 7", "late 7". */
export const analysisAlarm = "analysis";
