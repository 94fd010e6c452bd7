import type { Body } from "../../channel/index.ts";
import { begin, type Begin } from "../../dialogue/index.ts";
import { minute } from "../../time/index.ts";
import { askPolicies } from "./askPolicies.flow.ts";
import { followUpIn, surenessOf } from "./model.ts";
import { asRead, shownFor } from "./service.ts";
import { findMatters, type Asking } from "./shown.ts";
import { lastQuestion } from "./store.ts";

/** After this a question is about nothing that was said before. */
const goesOnFor = 15 * minute;
const longest = 60;

/**
 * What words outside every talk mean that go on from an answer she just read: 「那要什么材料？」「那我老太婆呢，48年的」. Undefined for
 * anything else: words with a subject of their own begin something new.
 */
export async function followUp(asking: Asking, body: Body): Promise<Begin | undefined> {
  if (body.type !== "text" || body.text.length > longest) return undefined;
  const goesOn = followUpIn(asRead(body.text));
  if (!goesOn) return undefined;
  const last = await lastQuestion(asking.tx, asking.person.id, asking.now - goesOnFor);
  const base = last && (await shownFor(asking, last));
  if (!last || !base) return undefined;
  const sought = goesOn.hasSubject ? await sureOf(asking, body.text) : "sure";
  return sought === "nothing" ? undefined : begin(askPolicies, { question: body.text, follows: last.id });
}

async function sureOf(asking: Asking, words: string) {
  const found = await findMatters(asking, words);
  return surenessOf(found.map(({ score, policy }) => ({ score, policy: policy.id })));
}
