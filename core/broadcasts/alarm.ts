/** The kind of alarms that begin, repeat and follow up notices: "12 start", "12 repeat", "12 due". */
export const noticeAlarm = "notice";
