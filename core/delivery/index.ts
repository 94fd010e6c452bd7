export { createPost, outboxTopic, routeInTopic, type Post, type Posting, type PostPorts } from "./post.ts";
export { createPump, type OutboundFiles, type Pump, type PumpPorts } from "./pump.ts";
export { countOutbox, menuOnItsWay, messageQuoted, saidTo, type Quoted } from "./lookups/store.ts";
export type { Lane } from "./model.ts";
