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
export { placeName, reporterName, tellAbout, tellVillagers, ticketIn } from "./responsible.ts";
export { keptFromWhom } from "./kept.ts";
export { filesTold, matterFor, recordUnasked } from "./matters.ts";
export { choiceOrWords } from "./choiceOrWords.ts";
export { headline, isOver } from "./model.ts";
export { notYet } from "./texts/unclear.ts";
export { kindName, scoreNames, stateNames } from "./texts/names.ts";
export { dissatisfied } from "./verdict/dissatisfied.flow.ts";
export { human } from "./report/human.flow.ts";
export { adoptMatters } from "./clock/adopt.ts";
export { ringTicketStage } from "./clock/ring.ts";
export { ratingAlarm, ringRatingAlarm } from "./clock/rating.ts";
export { beginMorning, morningAlarm, ringMorningAlarm } from "./clock/morning.ts";
export { handIn, report } from "./report/report.flow.ts";
export { file as fileMatter } from "./report/service.ts";
export { isStaff, record } from "./service.ts";
export { ticketDesk, type TicketDesk, type TicketServices } from "./ticketDesk.ts";
export { askVillager, note, sendUp, settle, unverified } from "./respond/deeds.flow.ts";
export { openMatters } from "./pass/absent.ts";
export { handOnVacated } from "./pass/vacated.ts";
export { mayReportForOthers } from "./proxy/service.ts";
export { pause } from "./pause/pause.flow.ts";
export { pauseAlarm } from "./pause/end.ts";
export { ringPauseAlarm } from "./pause/service.ts";
export { changeDay } from "./sla/changeDay.flow.ts";
export { changeLimit } from "./sla/changeLimit.flow.ts";
export { proxy } from "./proxy/proxy.flow.ts";
export { deskFlows } from "./desk/flows.ts";
export { isAway } from "./desk/office.ts";
export { handOver } from "./pass/handOver.flow.ts";
export { tasksOf } from "./store.ts";
export { aftercareAlarm } from "./aftercare/alarm.ts";
export { ringAftercareAlarm } from "./aftercare/ring.ts";
export { waitingAlarm } from "./stillWaiting/alarm.ts";
export { ringWaitingAlarm } from "./stillWaiting/service.ts";
export { staffFlows } from "./staffFlows.ts";
export { staffSaid } from "./tasks/said.ts";
export { unclear } from "./report/unclear.flow.ts";
export type { Wishes } from "./report/wishes.ts";
export { danger } from "./danger/danger.flow.ts";
export {
  accusesIn,
  isAgainstSomebody,
  moreOnDanger,
  numbersFirst,
  numbersMeanwhile,
  staysUrgent,
  urgentIn,
} from "./danger/urgent.ts";
export { unlessAccusing } from "./accusation/accusation.ts";
export { backFromMediation, beginMediation, noteMediation, settleMediated } from "./dispute/service.ts";
export { callForHelp } from "./danger/call.ts";
export { disputeOverAlarm } from "./dispute/over.ts";
export { disputesOf, isOtherParty } from "./dispute/store.ts";
export { eventsOf, filesOf } from "./events/store.ts";
export { kindSubject } from "./kinds/guess/service.ts";
export { isKind as isKnownKind, isPublicThing, kindOf } from "./kinds/model.ts";
export { mayAct, type Ticket, type TicketEventKind, type TicketNumber } from "./model.ts";
export { isKeptFrom, postAndName, teamFor, unitOf } from "./responsible.ts";
export { lastDuesOf } from "./clock/lastDues.ts";
export { endingOf } from "./slip/model.ts";
export { slipOf, type Slip, type SlipStep } from "./slip/service.ts";
export { sourceOf } from "./slip/source.ts";
export { endingNames, sourceNames } from "./texts/slip.ts";
export { followersOf } from "./same/store.ts";
export { enclosure, isReadable, permitted, readable, type Enclosure, type Refusal } from "./service.ts";
export { ticketByNumber } from "./store.ts";
export { villagerFlows } from "./villagerFlows.ts";
export { countOpenIn, openMattersIn, type OpenCount, type OpenMatter } from "./open/store.ts";
export { areLikelyOne, placeForNeighbours } from "./same/model.ts";
export { weekOf, type Week } from "./week/model.ts";
