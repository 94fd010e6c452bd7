import type { Ticket } from "../model.ts";
import { say } from "../texts.ts";
import type { Source } from "./model.ts";

/** How a matter came to be told. */
export function sourceOf({ what, filedBy }: Pick<Ticket, "what" | "filedBy">): Source {
  if (what.startsWith(say.raisedAtMeeting.zh)) return "meeting";
  return filedBy === undefined ? "herself" : "proxy";
}
