export { addHousehold, addMember } from "./addHousehold.flow.ts";
export { changeHouse, changeMember, setCarer } from "./changeHousehold.flow.ts";
export {
  actsFor,
  addResident,
  gridsKept,
  mayKeep,
  residentsNamed,
  wardsOf,
  type NewResident,
  type Resident,
} from "./households/service.ts";
export { householdDesk } from "./households/desk.ts";
export {
  carerOf,
  changeHousehold,
  householdAt,
  householdById,
  householdOf,
  membersOf,
  moveIn,
  setPhoneOnly,
} from "./households/store.ts";
export { accept } from "./accept.flow.ts";
export { cardView } from "./card.ts";
export { acceptOffer, askLanguage, peopleCommands, type PeopleServices } from "./commands.ts";
export { issueFirstAdminCode, readOffer } from "./invites/service.ts";
export { join, type JoinServices } from "./join.flow.ts";
export {
  calledName,
  hasRole,
  readAddress,
  readName,
  roles,
  type Membership,
  type Person,
  type PersonId,
  type Role,
} from "./model.ts";
export { blocksOf, isReachable, tell, type Acting, type Delivery, type Moment } from "./moment.ts";
export { overdueRank } from "../time/index.ts";
export { nag, releaseNags, saidAt, type Nagging, type PassOn } from "./nags/service.ts";
export { readOffice, readRole, readSpecialty, readUnit } from "./reading.ts";
export { newcomer, type Joining, type Newcomer } from "./newcomer.ts";
export { can, unitsWhere, type Action } from "./permission.ts";
export { canTo } from "./standing.ts";
export { deputyNow, nearestHolder, type Found, type Wanted } from "./duties/choose.ts";
export { isNamed, nearestJudge } from "./duties/judges.ts";
export { hearersOf, type Unheard } from "./duties/hearing.ts";
export type { HandedOn, Occasion, OpenMatters, Vacated } from "./duties/matters.ts";
export type { Absence, PassedOver } from "./duties/model.ts";
export { absenceOf, deputyRoles } from "./duties/store.ts";
export {
  holdersAbove,
  isOfficerOf,
  nearestHolders,
  officersOf,
  teamOf,
  teamsOf,
  usualHolder,
  type Holder,
} from "./service.ts";
export {
  accountsOn,
  confirmPerson,
  insertConsent,
  insertMembership,
  insertPerson,
  languageAt,
  markReachable,
  markUnreachable,
  moveAccount,
  personById,
  personOf,
  postAccountsOn,
  postsIn,
  reachableAt,
  renameSpecialty,
  upsertAccount,
  type Account,
} from "./store.ts";
export { roleNames, say as peopleTexts } from "./texts.ts";
export { postAndName, specialtyName } from "./texts/names.ts";
export { absenceAlarm, ringAbsence } from "./duties/absence.ts";
export { dutyDesk, type DutyServices } from "./duties/desk.ts";
export { elect } from "./duties/handover/elect.flow.ts";
export { handPost } from "./duties/handover/handPost.flow.ts";
export { handoverAlarm, ringHandover } from "./duties/handover/service.ts";
export { enterRoster } from "./duties/roster/enterRoster.flow.ts";
export { tagsIn, tagsOf } from "./tags/store.ts";
