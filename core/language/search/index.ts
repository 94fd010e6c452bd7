export type { Found, Passage } from "./passage.ts";
export { createIndex, searchIndexFrom, type SearchIndex } from "./searchIndex.ts";
