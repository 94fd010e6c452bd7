/** The kind of alarms that begin, repeat and follow up notices: "12 start", "12 repeat", "12 due", "12 before 1", "12 after 2". */
export const noticeAlarm = "notice";
