import type { Body } from "../../channel/index.ts";
import type { Begin, Choosable, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { TicketServices } from "../../tickets/index.ts";
import { entry, topicsView, policyView } from "../browse/service.ts";
import { talkDesk, type TalkDesk } from "../discuss/desk.ts";
import { candidates, linkTo, toLink } from "../gaps/service.ts";
import type { RetellingServices } from "../../retelling/index.ts";
import type { PolicySearch } from "../search/policySearch.ts";
import { followUp } from "./followUp.ts";
import type { Outcome } from "./outcome.ts";
import type { Sureness } from "./model.ts";
import { answerInAge, askPolicy, isAnswered, surenessIn } from "./service.ts";
import { findMatters, type Asking } from "./shown.ts";

/** What flows and commands may do with questions about policies, for whoever speaks. */
export interface AskDesk {
  /** How 查政策 begins: its question, and what can be looked at instead. */
  entry(): Promise<{ readonly text: Text; readonly options: readonly Choosable[] }>;
  /** What one of the options of `entry` shows. */
  page(option: string): Promise<Reply>;
  ask(key: string, words: string, follows: number | null): Promise<Outcome>;
  /** @param born a date of birth as it was said; null where it was not. */
  judge(question: number, born: string | null): Promise<Reply>;
  /** Does something that is published answer these words, may it, or does nothing? */
  sureOf(words: string): Promise<Sureness>;
  /** False where a question in these words could only go to a person. */
  isAnswered(words: string): Promise<boolean>;
  /** The talk that words begin which go on from an answer; undefined when they do not. */
  followUp(body: Body): Promise<Begin | undefined>;
  readonly talk: TalkDesk;
  readonly gaps: {
    toLink(question: number): ReturnType<typeof toLink>;
    candidates(question: number, words: string): ReturnType<typeof candidates>;
    link(key: string, question: number, passage: number): Promise<Reply>;
  };
  /** Whoever asks, with what is published at hand. Throws for somebody who has not joined. */
  asking(): Asking;
}

export interface AskServices extends TicketServices {
  readonly asking: AskDesk;
}

/** The desk for whoever acts; every call of a stranger throws. */
export function askDesk(
  acting: Acting | undefined,
  search: PolicySearch,
  { retelling }: RetellingServices,
): AskDesk {
  const known = (): Asking => {
    if (!acting) throw new Error("somebody who has not joined asks nothing");
    return { ...acting, search, retelling };
  };
  return {
    entry: () => entry(known()),
    page: (option) => pageShown(known(), option),
    ask: (key, words, follows) => askPolicy(known(), { key, words, follows }),
    async judge(question, born) {
      const outcome = await answerInAge(known(), question, born);
      if (outcome.kind !== "said") throw new Error(`question ${question} asks for an age twice`);
      return outcome.reply;
    },
    sureOf: async (words) => surenessIn(await findMatters(known(), words), words),
    isAnswered: (words) => isAnswered(known(), words),
    followUp: (body) => followUp(known(), body),
    talk: talkDesk(known),
    gaps: {
      toLink: (question) => toLink(known(), question),
      candidates: (question, words) => candidates(known(), question, words),
      link: (key, question, passage) => linkTo(known(), key, question, passage),
    },
    asking: known,
  };
}

function pageShown(asking: Asking, option: string): Promise<Reply> {
  const policy = /^i(\d+)$/.exec(option)?.[1];
  return policy === undefined ? topicsView(asking, 1) : policyView(asking, Number(policy), 1);
}
