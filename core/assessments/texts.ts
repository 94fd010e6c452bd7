import { decideTexts } from "./texts/decide.ts";
import { objectTexts } from "./texts/object.ts";
import { showTexts } from "./texts/show.ts";
import { starTexts } from "./texts/star.ts";

/** Every sentence of this slice, by subject in texts/. */
export const say = { ...showTexts, decide: decideTexts, object: objectTexts, star: starTexts };
