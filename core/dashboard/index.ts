export { figuresOf, type Figures } from "./board/figures.ts";
export { boardOf, unitFor, type Board, type QueueLine, type Reading } from "./board/service.ts";
export type { OpenSum, Place } from "./board/model.ts";
export { withDashboard } from "./command.ts";
export { dashboardDesk, type DashboardServices } from "./desk.ts";
export { endsSoonMs, type LinkFault } from "./pass/model.ts";
export { noteLook } from "./pass/store.ts";
export {
  dashboardPath,
  endSession,
  lookAtLink,
  openLink,
  readerOf,
  type PagesAt,
  type PassMoment,
  type Reader,
  type Session,
} from "./pass/service.ts";
