import { engineWord, words, type Choosable, type Question } from "../../dialogue/index.ts";
import { ageOn, fold, readBirth, type Birth, type Text } from "../../language/index.ts";
import { askTexts as say } from "../texts/ask.ts";
import { ageVerdict } from "./model.ts";
import { hintsOf } from "./age.ts";
import type { AgeQuestion } from "./outcome.ts";

const mostWords = 200;
const fewestWords = 2;

/** Asks what somebody would like to know; one of the topics answers as well. The answer is her words, or the topic's token. */
export function questionOrTopic(text: Text, topics: readonly Choosable[]): Question<string> {
  const own = words(text);
  return {
    ...own,
    expects: say.expects,
    put: () => ({ text, options: topics }),
    read(heard, draft) {
      if (heard.option !== undefined) return { kind: "answer", value: `/${heard.option}` };
      const reading = own.read(heard, draft);
      if (reading.kind !== "answer") return reading;
      const asked = String(reading.value);
      if (asked.length > mostWords) return { kind: "refuse", why: say.tooLong };
      const isAnything = Array.from(fold(asked)).length >= fewestWords && !/^[\d\p{P}\s]+$/u.test(asked);
      return isAnything ? reading : { kind: "refuse" };
    },
  };
}

/** The topic in an answer to it. */
export function topicIn(answer: string): string | undefined {
  return answer.startsWith("/") ? answer.slice(1) : undefined;
}

/** What is known of a date of birth so far. */
interface Partial {
  readonly year: number;
  readonly month?: number;
}

/**
 * Asks for a date of birth: no more of it than decides. 跳过 leaves it open.
 * The answer is a date as it is written: 1946-3, 1946-3-5, 1946年.
 */
export function birthQuestion(asks: AgeQuestion): Question<string | null> {
  const isElder = (asks.conditions.minAge ?? 0) >= 60;
  const own = words(say.askBirth(isElder));
  return {
    ...own,
    optional: true,
    expects: say.birthExpects,
    put: (draft) => ({ text: textFor(draft as unknown as Partial | null, isElder), options: [] }),
    read(heard, draft) {
      const said = heard.body.type === "text" ? heard.body.text : "";
      const known = draft as unknown as Partial | null;
      if (engineWord(said) !== undefined) return { kind: "refuse" };
      const birth = readBirth(known ? completed(known, said) : said, hintsOf(asks)) ?? undefined;
      if (!birth) return { kind: "refuse" };
      if (ageVerdict(asks.conditions, ageOn(birth, asks.today)) !== "unknown")
        return { kind: "answer", value: written(birth) };
      return known?.month !== undefined && birth.day !== undefined
        ? { kind: "answer", value: written(birth) }
        : missing(birth, known);
    },
  };
}

function missing(birth: Birth, known: Partial | null) {
  if (birth.isLunar && known) return { kind: "refuse", why: say.byTheCard } as const;
  const { year, month } = birth;
  const draft = month === undefined || birth.isLunar ? { year } : { year, month };
  return { kind: "wait", draft } as const;
}

function textFor(known: Partial | null, isElder: boolean): Text {
  if (known === null) return say.askBirth(isElder);
  return known.month === undefined ? say.askMonth : say.askDay;
}

/** 「三月」 after the year was said; a whole date counts anew. */
function completed({ year, month }: Partial, said: string): string {
  if (/年|\d{4}/u.test(said)) return said;
  const number = said.trim().replace(/[月号日份生的。.]+$/u, "");
  if (month === undefined) return /月/u.test(said) ? `${year}年${said.trim()}` : `${year}年${number}月`;
  return `${year}年${month}月${number}日`;
}

function written({ year, month, day }: Birth): string {
  if (month === undefined) return `${year}年`;
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`;
}
