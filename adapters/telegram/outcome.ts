import type { Outcome } from "../../core/channel/index.ts";
import type { Answer, Failure } from "./api.ts";

/** Telegram asked for patience and did not say how much. */
const unsaidPatience = 5_000;
/** Nothing could be written: the network or Telegram is away. */
const unreachablePatience = 5_000;
/** The token is wrong or revoked: messages wait until somebody mends it. */
const strangerPatience = 60_000;

const nobodyThere =
  /chat not found|user not found|PEER_ID_INVALID|USER_DEACTIVATED|group chat was deactivated|bot is not a member/i;

/** The fate of one attempt to say something; what is refused `withFile` may be said without it. */
export function outcomeOf(answer: Answer<{ readonly message_id: number }>, withFile: boolean): Outcome {
  if (answer.ok) return { kind: "sent", id: String(answer.result.message_id) };
  const { failure } = answer;
  switch (failure.kind) {
    case "unreachable":
      return { kind: "retry", afterMs: unreachablePatience };
    case "lost":
      return { kind: "unknown" };
    case "refused":
      return outcomeOfRefusal(failure, withFile);
  }
}

function outcomeOfRefusal(failure: Extract<Failure, { kind: "refused" }>, withFile: boolean): Outcome {
  const { code, description, retryAfterSeconds, migrateTo } = failure;
  if (migrateTo !== undefined) return { kind: "moved", to: String(migrateTo) };
  if (code === 429)
    return {
      kind: "retry",
      afterMs: retryAfterSeconds === undefined ? unsaidPatience : retryAfterSeconds * 1_000,
    };
  if (code === 403 || (code === 400 && nobodyThere.test(description))) return { kind: "gone" };
  if (code === 401 || code === 404) return { kind: "retry", afterMs: strangerPatience };
  if (code >= 500) return { kind: "unknown" };
  return {
    kind: "rejected",
    code: `${String(code)} ${description}`.slice(0, 200),
    ...(withFile && { file: true }),
  };
}
