import type { Body } from "../core/channel/index.ts";
import { replyToNotice } from "../core/broadcasts/index.ts";
import { replyToConsultation } from "../core/consultations/index.ts";
import type { Reply } from "../core/dialogue/index.ts";
import { replyInMediation } from "../core/mediation/index.ts";
import type { Acting } from "../core/people/index.ts";

type Reads = (acting: Acting, about: string, body: Body, key: string) => Promise<Reply | undefined>;

/** By the first word of what a message is about: who understands a reply to it. Matters are understood in turn.ts. */
const readers: Readonly<Record<string, Reads>> = {
  consultation: replyToConsultation,
  joint_task: replyToConsultation,
  mediation: replyInMediation,
  notice: replyToNotice,
};

/** What a reply to a message about something other than a matter means; undefined when it is said like anything else. */
export async function replyElsewhere(
  acting: Acting,
  about: string | undefined,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const [word = ""] = about?.split(" ") ?? [];
  return about === undefined ? undefined : readers[word]?.(acting, about, body, key);
}
