import type { Body } from "../../core/channel/index.ts";
import { begin, filesIn, type Begin, type Material, type Reply, wordsIn } from "../../core/dialogue/index.ts";
import { placeOf, type Intent } from "../../core/language/index.ts";
import { learnt } from "../../core/learning/index.ts";
import { askLanguage, cardView, type Acting } from "../../core/people/index.ts";
import { askPolicies } from "../../core/policies/index.ts";
import * as tickets from "../../core/tickets/index.ts";
import { say } from "../texts.ts";
import { menu } from "./menu.ts";
import { recognisedIn } from "./knowledge.ts";

/** What flows may ask of the whole program, for whoever speaks. */
export function wishesOf(acting: Acting | undefined): tickets.Wishes {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined wishes nothing yet");
    return acting;
  };
  return {
    grant: (wish, said) => granted(known(), wish, said),
    isLikelyOnly: (wish, words) => isLikelyOnly(known(), wish, words),
    learn: (key, words, wish) => kept(known(), key, words, wish),
  };
}

async function isLikelyOnly({ tx }: Acting, wish: Intent, words: string): Promise<boolean> {
  const { likely, standing } = await recognisedIn(tx, words);
  const [first] = likely;
  return standing === "likely" && first !== undefined && placeOf(first) === wish;
}

/** What villagers chose themselves is learnt from, without whose it was once they are erased. */
async function kept({ tx, now, person }: Acting, key: string, words: string, wish: Intent): Promise<void> {
  await learnt(tx, {
    task: "intent",
    words,
    label: wish,
    source: "villager",
    key: `intent ${key}`,
    at: now,
    person: person.id,
    ...(person.grid !== null && { unit: person.grid }),
  });
}

/** Answers what somebody is after, or begins the talk that does; what was said comes along. */
export async function granted(acting: Acting, wish: Intent, said: Material): Promise<Reply | Begin> {
  const place = placeOf(wish);
  const spoken = filesIn(said);
  const body: Body = { type: "text", text: wordsIn(said), ...(spoken.length > 0 && { spoken }) };
  if (place === "policy") return begin(askPolicies, { question: body.text, follows: null });
  if (place === "report") return begin(tickets.report, undefined, body);
  if (place === "human") return begin(tickets.human, undefined, body);
  if (place === "me") return cardView(acting);
  if (place === "help") return menu(acting, say.whatICan);
  if (place === "language") return askLanguage;
  const asksMine = place === "progress" && ({ asksMine: true } as const);
  const given = place in tickets.notYet ? { likely: [], notYet: place } : { likely: [place], ...asksMine };
  // One message of words opens the talk; what was said in several, or with pictures, is given to it.
  const isPlain = said.pieces.length === 1 && said.pieces[0]?.type === "words";
  return isPlain ? begin(tickets.unclear, given, body) : begin(tickets.unclear, { ...given, said });
}
