import type { Body } from "../../channel/index.ts";
import type { Begin } from "../../dialogue/index.ts";
import { followUpIn } from "./model.ts";
import { asRead } from "./asRead.ts";
import { shownFor, surenessIn, wentBefore } from "./service.ts";
import { findMatters, type Asking } from "./shown.ts";

const longest = 60;

/** The talk in which questions are answered. */
export const askPoliciesName = "ask_policies";

/**
 * What words outside every talk mean that go on from an answer she just read: 「那要什么材料？」「那我老太婆呢，48年的」. Undefined for
 * anything else: words with a subject of their own begin something new.
 */
export async function followUp(asking: Asking, body: Body): Promise<Begin | undefined> {
  if (body.type !== "text" || body.text.length > longest) return undefined;
  const goesOn = followUpIn(asRead(body.text));
  if (!goesOn) return undefined;
  const last = await wentBefore(asking, { follows: null });
  const base = last && (await shownFor(asking, last));
  if (!last || !base) return undefined;
  if (goesOn.hasSubject && surenessIn(await findMatters(asking, body.text), body.text) === "nothing")
    return undefined;
  return { begin: askPoliciesName, given: { question: body.text, follows: last.id } };
}
