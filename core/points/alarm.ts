/** The kind of alarms of points: "statement 2026-11 <person>", "order 12", "appeal 3". */
export const pointsAlarm = "points";
