export type { Found, Passage } from "./passage.ts";
export { createIndex, searchIndexFrom, type SearchIndex } from "./searchIndex.ts";
export { createLikeness, type Alike, type Likeness } from "./likeness.ts";
