import type { Reply } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import { say } from "../texts.ts";
import type { Filed } from "./service.ts";

/** What whoever handed a matter in hears: its number, who has it, and until when. */
export function filedReply({ number, responsible, due, reporter }: Filed): Reply {
  if (reporter === null) {
    const choices = [{ label: say.seeProgress, token: `/mine ${number}` }];
    return { text: say.filed(number, responsible ?? undefined, due), choices };
  }
  const text = say.filedFor(number, reporter.name, responsible ?? undefined, due);
  return reporter.isReached ? text : join([text, say.tellInPerson(reporter.name)]);
}
