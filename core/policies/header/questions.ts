import { choice, words as ownWords, type Choosable, type Question } from "../../dialogue/index.ts";
import { readNumber, type Text } from "../../language/index.ts";
import { topics, type Topic } from "../model.ts";
import { headerTexts as say } from "../texts/header.ts";
import { topicNames } from "../texts/topics.ts";
import { readDate } from "./model.ts";

const longestLine = 60;

/** Asks for a title, an office, a number: one line of words. */
export function lineQuestion(text: Text): Question<string> {
  const own = ownWords(text);
  return {
    ...own,
    read(heard, draft) {
      const reading = own.read(heard, draft);
      if (reading.kind !== "answer") return reading;
      const line = String(reading.value)
        .replaceAll(/\s+/g, " ")
        .replace(/^《(.+)》$/u, "$1");
      return line.length > longestLine
        ? { kind: "refuse", why: say.tooLong(longestLine) }
        : { kind: "answer", value: line };
    },
  };
}

export function topicQuestion(): Question<Topic> {
  return choice(
    say.askTopic,
    topics.map((id) => ({ id, label: topicNames[id] })),
  );
}

const none = "none";

/** Asks for a calendar date; `without` is the button that means that there is none, and gives null. */
export function dateQuestion(text: Text, without: Text): Question<string | null> {
  const options: readonly Choosable[] = [{ id: none, label: without }];
  return {
    expects: say.expectsDate,
    put: () => ({ text, options }),
    read({ body, option }) {
      const said = body.type === "text" ? body.text : "";
      const isNone =
        option === none || readNumber(said) === 1 || /^(?:长期|没有|无|跳过|no end)/iu.test(said.trim());
      if (isNone) return { kind: "answer", value: null };
      const date = readDate(said);
      if (date !== undefined) return { kind: "answer", value: date };
      return /\d{4}/.test(said) ? { kind: "refuse", why: say.wrongDate } : { kind: "refuse" };
    },
    parse: (stored) => (stored === null || typeof stored === "string" ? { value: stored } : undefined),
  };
}

const everybodyId = "all";
const mostTags = 5;

/** Asks whom a policy concerns: everybody, one of the tags that are used, or several words at once. */
export function concernsQuestion(tags: readonly string[]): Question<readonly string[]> {
  const options: readonly Choosable[] = [
    { id: everybodyId, label: say.everybody },
    ...tags.slice(0, 8).map((tag, index) => ({ id: `tag${index}`, label: { zh: tag, en: tag } })),
  ];
  return {
    expects: say.expectsConcerns,
    put: () => ({ text: say.askConcerns, options }),
    read({ body, option }) {
      const said = (body.type === "text" ? body.text : "").normalize("NFKC").trim();
      const number = option === undefined ? readNumber(said) : undefined;
      const picked = options.find(({ id }) => id === option) ?? options[(number ?? 0) - 1];
      if (picked?.id === everybodyId || /^(?:所有人|大家|全体|everybody|all)$/iu.test(said))
        return { kind: "answer", value: [] };
      if (picked) return { kind: "answer", value: [picked.label.zh] };
      const words = said.split(/[\s、,，;；和]+/u).filter((word) => word !== "");
      const areTags = words.every((word) => /^\p{L}{2,8}$/u.test(word));
      return areTags && words.length > 0 && words.length <= mostTags
        ? { kind: "answer", value: words }
        : { kind: "refuse" };
    },
    parse: (stored) => (Array.isArray(stored) ? { value: stored as readonly string[] } : undefined),
  };
}
