import { hour } from "../../core/time/index.ts";

/** A moment as a clock in China shows it: 09-15 10:00. */
export function wall(at: number): string {
  return new Date(at + 8 * hour).toISOString().slice(5, 16).replace("T", " ");
}

export function inHours(milliseconds: number): string {
  return `${(milliseconds / hour).toFixed(1)} h`;
}
