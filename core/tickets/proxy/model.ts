/** Somebody nobody has registered yet, instead of a resident. */
export const somebodyNew = "new";

/** What people say when it is nobody's own matter: 村民说事会, or their own. */
const meeting = /^(?:村民)?(?:说事会?|议事会?|村民会|开会)(?:上)?(?:提的|说的)?$|^meeting$/iu;

export function isMeeting(name: string): boolean {
  return meeting.test(name.trim());
}
