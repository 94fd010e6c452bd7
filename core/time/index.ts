export { systemClock, second, minute, hour, day, type TimeSource } from "./clock.ts";
export { createCalendar, lengthOf, type Calendar, type SaidMoment } from "./saying.ts";
export { createZone, dateAfter, weekdayOf, type Zone } from "./zone.ts";
export { setAlarm, cancelAlarm, type Alarm } from "./store.ts";
export { sweepAlarms, type Ring, type SweepPorts } from "./sweep.ts";
export { hoursOn } from "./hours/hours.ts";
export { hoursNamed, enterDay, officeHours, refreshHours } from "./hours/service.ts";
export { hoursById } from "./hours/store.ts";
export {
  timesAfter,
  usualStages,
  type Clock,
  type Segment,
  type Stage,
  type Stages,
} from "./clocks/reckon.ts";
export {
  everything,
  insertPolicy,
  isSamePlace,
  nearest,
  policiesOn,
  policyById,
  policyFor,
  type Policy,
  type Terms,
  type Timed,
} from "./clocks/policies.ts";
export { clocksOf, liveClocksBy, segmentsOf } from "./clocks/store.ts";
export {
  clockAlarm,
  dueUnder,
  pauseClock,
  resumeClock,
  reviseClock,
  startClock,
  stopClock,
  timeLeft,
  type ClockMoment,
  type Start,
  type Why,
} from "./clocks/service.ts";
export { ringClock, type OnStage } from "./clocks/ring.ts";
export { lastDues } from "./clocks/lastDue.ts";
export { checkClocks, type Drift } from "./clocks/drift.ts";
export { afterQuiet, nextList, readQuietHours, usualQuietHours, type QuietHours } from "./quiet.ts";
export {
  dropAllButFacts,
  dropNagsTo,
  dropReminders,
  keepNag,
  overdueRank,
  postponeNags,
  takeNags,
  waitingRecipients,
  type Nag,
} from "./nags/store.ts";
export { runSchedules, type Schedule, type SchedulePorts } from "./schedules.ts";
