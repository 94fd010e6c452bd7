export { join, type JoinServices } from "./join.flow.ts";
export { calledName, hasRole, type Membership, type Person, type PersonId, type Role } from "./model.ts";
export { blocksOf, tell, type Acting, type Moment } from "./moment.ts";
export {
  holdersAbove,
  nearestHolder,
  newcomer,
  type Holder,
  type Joining,
  type Newcomer,
} from "./service.ts";
export {
  accountsOn,
  insertConsent,
  insertMembership,
  insertPerson,
  languageAt,
  markReachable,
  markUnreachable,
  moveAccount,
  personById,
  personOf,
  setLanguage,
  upsertAccount,
  type Account,
} from "./store.ts";
export { roleNames } from "./texts.ts";
