/** The kind of alarms of points: "statement 2026-11 <person>", "team 2026-11 <village>", "order 12", "grant 4", "appeal 3". */
export const pointsAlarm = "points";
