export { forgetPerson, forgetSubject, learnt, type Lesson } from "./learnt.ts";
export type { Source, Task } from "./model.ts";
