export { createPost, type Post, type Posting, type PostPorts } from "./post.ts";
export { createPump, type OutboundFiles, type Pump, type PumpPorts } from "./pump.ts";
export { countOutbox, menuOnItsWay, messageQuoted, saidTo, type Quoted } from "./lookups/store.ts";
export {
  changePayload,
  countBatches,
  failuresIn,
  filesOf,
  hasUnsaid,
  holdBatches,
  insertCircular,
  keyFor,
  waitingIn,
  withdrawBatches,
  withdrawFrom,
  type Circular,
} from "./batches/store.ts";
export { changeSaid } from "./edits/store.ts";
export type { Lane, OutboxState } from "./model.ts";
