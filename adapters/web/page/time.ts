import type { Words } from "./words.ts";

let zone = "Asia/Shanghai";

/** Tells all times in the installation's time zone, wherever the visitor is: the bot's words name the same hours. */
export function keepTimeIn(timeZone: string): void {
  zone = timeZone;
}

/** The time of day, as on a phone: 16:20. */
export function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** One word for the day, the same for all moments of that day. */
export function dayOf(at: number, now: number, words: Words): string {
  const [day, today] = [dateOf(at), dateOf(now)];
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  return new Intl.DateTimeFormat(words.htmlLang, {
    timeZone: zone,
    month: "long",
    day: "numeric",
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  }).format(at);
}

/** 2026-11-23 */
function dateOf(at: number): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
}
