import type { Text } from "../../language/index.ts";
import type { Found, Moment } from "../../people/index.ts";
import { appendEvent } from "../events/store.ts";
import type { Ticket } from "../model.ts";
import { postAndName } from "../responsible.ts";
import { say } from "../texts.ts";

/**
 * Notes on a matter which posts it went past because nobody is there: 「联村组长空缺，转到镇指挥室小赵」. Seen by those who work
 * on it.
 * @param key the same twice is noted once.
 * @returns the half sentence for whoever gets it; undefined where nobody was passed over.
 */
export async function notePassedOver(
  moment: Moment,
  { number, cycle }: Pick<Ticket, "number" | "cycle">,
  found: Found | undefined,
  key: string,
): Promise<Text | undefined> {
  if (!found || found.passedOver.length === 0) return undefined;
  const words = say.passedOverEvent(found.passedOver, postAndName(found));
  const event = { number, cycle, kind: "noted", actor: undefined, words, files: [] } as const;
  await appendEvent(moment.tx, { ...event, sourceKey: `passed over ${key}` }, moment.now);
  return say.passedOver(found.passedOver);
}
