export type * from "./contract.ts";
export { addressOf, chatAt, readAddress, routeOf, type Route } from "./address.ts";
export { draw, numberedLines, type Drawn } from "./draw.ts";
export { createInbox, inboxTopic, storeOwn, type OwnEvent } from "./inbox.ts";
export { createInboxWorker, type InboxWorker, type InboxWorkerPorts } from "./worker.ts";
export {
  countInbox,
  heardFrom,
  menuOf,
  redactHeard,
  rememberMenu,
  saidBefore,
  type Arrival,
} from "./store.ts";
export { readText } from "./readText.ts";
export { ChannelRefusal } from "./refusal.ts";
