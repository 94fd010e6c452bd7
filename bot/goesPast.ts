import { begin, type Begin } from "../core/dialogue/index.ts";
import { accusesIn, report } from "../core/tickets/index.ts";

/** Words that accuse an official are for nobody who would read them here: they become a matter, where she is asked whether it is sealed. */
export function goesPast(words: string): Begin | null {
  const body = { type: "text", text: words } as const;
  return accusesIn(body) ? begin(report, undefined, body) : null;
}
