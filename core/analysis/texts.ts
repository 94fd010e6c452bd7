import { briefingTexts } from "./texts/briefing.ts";
import { hotTexts } from "./texts/hot.ts";
import { screeningTexts } from "./texts/screening.ts";

/** Every sentence of this slice, by subject in texts/. */
export const say = { ...hotTexts, screening: screeningTexts, briefing: briefingTexts };
