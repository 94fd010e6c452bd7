export { askOnce, type Asked, type Request } from "./asking.ts";
export { createRowWork, type Claimant, type RowWork, type RowWorkPorts } from "./rowWork.ts";
