import { choice, type Question } from "../../dialogue/index.ts";
import { simplify } from "../../language/index.ts";
import { choiceOrMore, dropped } from "../choiceOrMore.ts";
import { kindOptions, say } from "../texts.ts";
import { isKind, kindCalled, kindCorrectedTo, type KindId } from "./model.ts";

const more = "more";

/** Asks of which kind a matter is: the likely ones first, if there are any, and all of them behind. 「是垃圾」 answers as well. */
export function kindQuestion(likely: readonly KindId[]): Question<KindId | typeof dropped> {
  const all = choice(say.askKind, kindOptions);
  const offered = likely.length === 0 ? [] : [...likely, "other"];
  const first = offered.flatMap((kind) => kindOptions.filter(({ id }) => id === kind));
  const options = [...first, { id: more, label: say.noneOfTheseKinds }];
  const short = first.length === 0 ? all : choiceOrMore<string>(say.askLikelyKind, options);
  return {
    ...all,
    parse: (stored) => (stored === dropped ? { value: dropped } : all.parse(stored)),
    put: (draft) => (draft === null ? short.put(null) : all.put(draft)),
    read(heard, draft) {
      const reading = draft === null ? short.read(heard, null) : all.read(heard, draft);
      if (reading.kind === "answer") {
        const picked = String(reading.value);
        return picked === more ? { kind: "wait", draft: 0 } : reading;
      }
      const said = heard.body.type === "text" ? simplify(heard.body.text) : "";
      const named = kindCalled(said) ?? kindCorrectedTo(said);
      const isOffered = named !== undefined && isKind(named) && kindOptions.some(({ id }) => id === named);
      return isOffered ? { kind: "answer", value: named } : reading;
    },
  };
}
