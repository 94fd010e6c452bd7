export type * from "./contract.ts";
export { addressOf, chatAt } from "./address.ts";
export { readText } from "./readText.ts";
