import type { Body } from "../channel/index.ts";
import type { Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { answerNotice, nextCall } from "./answer/service.ts";
import { answerIn } from "./model.ts";

/** What a reply to a message about a notice means: that it was received, or that help is needed; else it is said like anything else. */
export async function replyToNotice(
  acting: Acting,
  about: string,
  body: Body,
  key: string,
): Promise<Reply | undefined> {
  const [, id] = /^notice (\d+)$/.exec(about) ?? [];
  const answer = body.type === "text" ? answerIn(body.text) : undefined;
  return id === undefined || answer === undefined ? undefined : answerNotice(acting, Number(id), answer, key);
}

/** 「收到」「知道了」 outside of every talk answers the newest urgent notice that waits for it; undefined when none does. */
export async function answersCall(acting: Acting, body: Body, key: string): Promise<Reply | undefined> {
  const answer = body.type === "text" ? answerIn(body.text) : undefined;
  const notice = answer && (await nextCall(acting));
  return notice && answerNotice(acting, notice.id, answer, key);
}
