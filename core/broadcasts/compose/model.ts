import { longestNotice } from "../model.ts";

/** How long an urgent notice may wait for answers. */
const waits = [15, 30, 60, 120];

export const minutesOffered = waits.map((minutes) => ({
  id: String(minutes),
  label: { zh: `${minutes} 分钟`, en: `${minutes} minutes` },
}));

export function tooLong(words: string): boolean {
  return words.length > longestNotice;
}
