import { decideTexts } from "./texts/decide.ts";
import { followTexts } from "./texts/follow.ts";
import { causeText, figureTitles, kindNames, levels, matterLine, partText } from "./texts/names.ts";
import { pictureTexts } from "./texts/picture.ts";
import { sheetTexts } from "./texts/sheet.ts";
import { tableTexts } from "./texts/table.ts";
import { triggerTexts } from "./texts/triggers.ts";

/** Every sentence of this slice, by subject in texts/. */
export const say = {
  ...sheetTexts,
  kindNames,
  levels,
  matterLine,
  decide: decideTexts,
  follow: followTexts,
  triggers: triggerTexts,
  causeText,
  figureTitles,
  partText,
  picture: pictureTexts,
  table: tableTexts,
};
