export { askOnce, type Asked, type Request } from "./asking.ts";
export { asClaimant, type Claimant } from "./claimant.ts";
export { createRowWork, type RowWork, type RowWorkPorts } from "./rowWork.ts";
export { isFree } from "./store.ts";
