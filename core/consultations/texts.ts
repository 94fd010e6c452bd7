import { askingTexts } from "./texts/asking.ts";
import { decidingTexts } from "./texts/deciding.ts";
import { managingTexts } from "./texts/managing.ts";
import { meetingTexts } from "./texts/meetings.ts";
import { minutesTexts } from "./texts/minutes.ts";
import { opinionTexts } from "./texts/opinions.ts";
import { taskTexts } from "./texts/tasks.ts";
import { wrongTexts } from "./texts/wrong.ts";

/** Every sentence of this slice, by occasion in texts/. */
export const say = {
  ...askingTexts,
  ...opinionTexts,
  ...managingTexts,
  ...decidingTexts,
  ...taskTexts,
  ...minutesTexts,
  ...meetingTexts,
  ...wrongTexts,
};
