export { linesOf, unpackSheet } from "./apart.ts";
export type { Line, SheetFormat, Unreadable } from "./model.ts";
export { writeSheet, type Column, type Value } from "./write.ts";
