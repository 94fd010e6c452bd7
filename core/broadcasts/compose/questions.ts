import { words as ownWords, type Question } from "../../dialogue/index.ts";
import { isLater, readNumber, readWhen, whichCalendar, type Text, type Wall } from "../../language/index.ts";
import type { Who } from "../audience/model.ts";
import { whoBy } from "../audience/service.ts";
import { longestNotice, readRepeat } from "../model.ts";
import { say } from "../texts.ts";
import type { When } from "./service.ts";

/** Asks for the words of a notice, which fit into one message on every platform. */
export function noticeWords(text: Text): Question<string> {
  const own = ownWords(text);
  return {
    ...own,
    read(heard, draft) {
      const reading = own.read(heard, draft);
      const length = reading.kind === "answer" ? String(reading.value).length : 0;
      return length > longestNotice ? { kind: "refuse", why: say.tooLong(length, longestNotice) } : reading;
    },
  };
}

type Offered = readonly { readonly id: string; readonly label: Text }[];

const everybodyId = "all";

/** Asks whom a notice is for: one of the buttons, or several words at once. */
export function whoQuestion(text: Text, marks: Offered): Question<Who> {
  const options = [{ id: everybodyId, label: say.everybody }, ...marks].slice(0, 9);
  const tags = marks.filter(({ id }) => id.startsWith("tag")).map(({ label }) => label.zh);
  return {
    expects: say.expectsWho,
    put: () => ({ text, options }),
    read({ body, option }) {
      const said = body.type === "text" ? body.text : "";
      const number = option === undefined ? readNumber(said) : undefined;
      const picked = options.find(({ id }) => id === option) ?? options[(number ?? 0) - 1];
      const words = picked ? picked.label.zh : said;
      if (words.trim() === "") return { kind: "refuse" };
      const who = whoBy(words, tags);
      return "unknown" in who
        ? { kind: "refuse", why: say.noSuchMark(who.unknown, tags) }
        : { kind: "answer", value: who };
    },
    parse: (stored) => ({ value: stored as unknown as Who }),
  };
}

const now = "now";

/** Asks when a notice goes: at once, at a moment, or again and again. */
export function whenQuestion(text: Text, wall: Wall): Question<When | "now"> {
  const options = [{ id: now, label: say.atOnce }];
  return {
    expects: say.expectsWhen,
    put: () => ({ text, options }),
    read({ body, option }) {
      const said = body.type === "text" ? body.text : "";
      if (option === now || readNumber(said) === 1 || /^(?:马上|现在|now)/iu.test(said))
        return { kind: "answer", value: now };
      const repeat = readRepeat(said);
      if (repeat) return { kind: "answer", value: { repeat } };
      const at = readWhen(said, wall);
      if (!at) {
        const why = whichCalendar(said, wall.date);
        return why ? { kind: "refuse", why } : { kind: "refuse" };
      }
      const { date, minutes } = at;
      return isLater({ date, minutes }, wall)
        ? { kind: "answer", value: { at: { date, minutes } } }
        : { kind: "refuse", why: say.whenPast };
    },
    parse: (stored) => ({ value: stored as unknown as When | "now" }),
  };
}
