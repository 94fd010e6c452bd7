import { composeTexts } from "./texts/compose.ts";
import { doorTexts } from "./texts/doors.ts";
import { manageTexts, reviewTexts } from "./texts/manage.ts";
import { progressTexts } from "./texts/progress.ts";
import { recipientTexts } from "./texts/recipient.ts";

export { platformName } from "./texts/compose.ts";
export { stateName } from "./texts/manage.ts";
export { repeatName } from "./texts/words.ts";

/** Every sentence of this slice, by audience in texts/. */
export const say = {
  ...composeTexts,
  ...recipientTexts,
  ...progressTexts,
  compose: composeTexts,
  doors: doorTexts,
  manage: manageTexts,
  review: reviewTexts,
};
