export { systemClock, second, minute, hour, day, type Clock } from "./clock.ts";
export { createCalendar, lengthOf, type Calendar, type SaidMoment } from "./saying.ts";
export { createZone, dateAfter, weekdayOf, type Zone } from "./zone.ts";
export { setAlarm, cancelAlarm, type Alarm } from "./store.ts";
export { sweepAlarms, type Ring, type SweepPorts } from "./sweep.ts";
