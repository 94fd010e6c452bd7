/** The kind of alarms of the year's lists: "make teams 330226106000 2026", "remind 12 1", "close 12", "objection 3". */
export const yearAlarm = "year";
