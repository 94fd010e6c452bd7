export { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
export { type Database, openDatabase, type OpenOptions, type StoreLog } from "./database.ts";
export { moveInstallation, type MoveProgress } from "./moving/move.ts";
export { gatherer, gathering } from "./gather.ts";
export { type RefusalCode, StoreRefusal } from "./refusal.ts";
export type * from "./tables.generated.ts";
export {
  afterCommit,
  readOnce,
  takeNext,
  type Nudge,
  type TransactionOptions,
  type Tx,
} from "./transactions.ts";
