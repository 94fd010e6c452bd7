export { answer } from "./respond/answer.flow.ts";
export { ticketCommands } from "./commands.ts";
export {
  aboutEnded,
  aboutNumber,
  correctionOf,
  mendedAlone,
  moreOnSealed,
  receiptRepliedTo,
  replyAbout,
  thanked,
  verdictAlone,
  verdictRepliedTo,
} from "./meant.ts";
export {
  placeName,
  reporterName,
  teamFor,
  tellAbout,
  tellVillagers,
  ticketIn,
  unitOf,
} from "./responsible.ts";
export { filesTold, matterFor, recordUnasked } from "./matters.ts";
export { headline, isOver, type Ticket, type TicketEventKind } from "./model.ts";
export { kindName } from "./texts/names.ts";
export { dissatisfied } from "./verdict/dissatisfied.flow.ts";
export { human } from "./report/human.flow.ts";
export { adoptMatters } from "./clock/adopt.ts";
export { ringTicketStage } from "./clock/ring.ts";
export { ratingAlarm, ringRatingAlarm } from "./clock/rating.ts";
export { beginMorning, morningAlarm, ringMorningAlarm } from "./clock/morning.ts";
export { report } from "./report/report.flow.ts";
export { enclosure, isStaff, record, type Enclosure, type Refusal } from "./service.ts";
export { ticketDesk, type TicketDesk, type TicketServices } from "./ticketDesk.ts";
export { askVillager, note, sendUp, settle, unverified } from "./respond/deeds.flow.ts";
export { openMatters } from "./pass/absent.ts";
export { handOnVacated } from "./pass/vacated.ts";
export { mayReportForOthers } from "./proxy/service.ts";
export { pause } from "./pause/pause.flow.ts";
export { pauseAlarm, ringPauseAlarm } from "./pause/service.ts";
export { changeDay } from "./sla/changeDay.flow.ts";
export { changeLimit } from "./sla/changeLimit.flow.ts";
export { proxy } from "./proxy/proxy.flow.ts";
export { deskFlows } from "./desk/flows.ts";
export { officerOnDuty } from "./desk/office.ts";
export { handOver } from "./pass/handOver.flow.ts";
export { tasksOf, ticketByNumber } from "./store.ts";
export { aftercareAlarm } from "./aftercare/alarm.ts";
export { ringAftercareAlarm } from "./aftercare/ring.ts";
export { waitingAlarm } from "./stillWaiting/alarm.ts";
export { ringWaitingAlarm } from "./stillWaiting/service.ts";
export { staffFlows } from "./staffFlows.ts";
export { staffSaid } from "./tasks/said.ts";
export { unclear } from "./report/unclear.flow.ts";
export { danger } from "./danger/danger.flow.ts";
export { accusesIn, moreOnDanger, numbersFirst, staysUrgent, urgentIn } from "./danger/urgent.ts";
export { villagerFlows } from "./villagerFlows.ts";
