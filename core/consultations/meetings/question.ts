import type { Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { spelled } from "../spelled.ts";
import { say } from "../texts.ts";
import { readAgenda, readNames } from "./model.ts";

/** Asks for the items of an agenda, one a line. */
export function agenda(text: Text): Question<readonly string[]> {
  return spelled<readonly string[]>({
    text,
    expects: say.badAgenda,
    read(words) {
      const items = readAgenda(words);
      return items ? { value: items } : { why: say.badAgenda };
    },
  });
}

/** Asks who is to come, by their names. @param below whom 「各乡镇」 means. */
export function invitees(
  text: Text,
  names: readonly string[],
  below: readonly string[],
): Question<readonly string[]> {
  return spelled<readonly string[]>({
    text,
    expects: say.expectsInvited,
    read(words) {
      const read = readNames(words, names, below);
      if (read.unknown.length > 0) return { why: say.unknownNames(read.unknown) };
      if (read.several.length > 0) return { why: say.severalNamed(read.several) };
      return read.names.length === 0 ? { why: say.nobodyInvited } : { value: read.names };
    },
  });
}
