import { words as ownWords, type Question } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { readingTexts as say } from "../texts/readings.ts";
import { longestReading } from "./model.ts";

/** Asks for words that fit into a few lines of a chat. */
export function shortWords(text: Text): Question<string> {
  const own = ownWords(text);
  return {
    ...own,
    read(heard, draft) {
      const reading = own.read(heard, draft);
      const length = reading.kind === "answer" ? String(reading.value).length : 0;
      return length > longestReading ? { kind: "refuse", why: say.tooLong(length, longestReading) } : reading;
    },
  };
}
