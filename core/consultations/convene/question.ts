import type { Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { spelled } from "../spelled.ts";
import { say } from "../texts.ts";
import type { Chosen } from "./asking.ts";
import { readSummons } from "./reading.ts";
import { barredIn, type Candidate } from "./service.ts";

/** Asks for 「点 1 2 邀 3」 out of a list; what is kept are ids, never places in the list. @param barred helpers nobody may ask. */
export function whoOf(
  text: Text,
  candidates: readonly Candidate[],
  barred: readonly string[],
): Question<Chosen> {
  return spelled<Chosen>({
    text,
    expects: say.expectsWho,
    read(words) {
      const read = readSummons(
        words,
        candidates.map(({ called }) => called),
      );
      if ("unread" in read) {
        const named = read.unread.flatMap((found) => ("words" in found ? [found.words] : []));
        return { why: barredIn(named, barred) ? say.barred : say.unread(read.unread) };
      }
      if (barredIn(read.outside, barred)) return { why: say.barred };
      const idOf = (number: number) => candidates[number - 1]?.id ?? "";
      return {
        value: { summon: read.summon.map(idOf), invite: read.invite.map(idOf), outside: read.outside },
      };
    },
  });
}

/** Asks for words, no longer than that. */
export function shortWords(
  text: Text,
  given: { readonly most: number; readonly tooLong: Text; readonly expects: Text },
): Question<string> {
  return spelled<string>({
    text,
    expects: given.expects,
    read(words) {
      const said = words.trim();
      return Array.from(said).length > given.most ? { why: given.tooLong } : { value: said };
    },
  });
}
