export { linesOf, unpackSheet } from "./apart.ts";
export type { Line, SheetFormat, Unreadable } from "./model.ts";
export { writeBook, writeSheet, type Column, type Table, type Value } from "./write.ts";
