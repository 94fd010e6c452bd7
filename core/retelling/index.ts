export { type Passage, type RetellingState } from "./model.ts";
export { createReteller, type Reteller, type RetellerSettings } from "./reteller.ts";
export { wantRetelling, type Answered, type Asker, type RetellingServices } from "./service.ts";
export { countRetellings, tokensOn } from "./store.ts";
export { createRetelling, retellingsAtOnce, type RetellingPorts } from "./worker.ts";
