/** The kind of alarms of bulletins: "make weekly 330226106000 2026-11-16", "remind 12 1", "due 3". */
export const bulletinAlarm = "bulletin";
