import { choice, steps, words, type Flow, type Question } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unlessAgainstSomebody } from "../against.ts";
import type { AskServices } from "../ask/desk.ts";
import { discussTexts as say } from "../texts/discuss.ts";

const { ask, look, once } = steps<AskServices>();

interface OnPolicy {
  readonly policy: number;
}

interface OnComment {
  readonly comment: number;
}

/** 留言: a sentence or two on a policy, for everybody to read. */
export const commentOnPolicy: Flow<AskServices, OnPolicy> = {
  name: "comment_on_policy",
  title: say.commentTitle,
  *tell({ policy }) {
    const whyNot = yield* look("may", ({ asking }) => asking.talk.whyNotComment(policy));
    if (whyNot !== null) return whyNot.refused;
    const said = yield* ask("said", short(say.askComment));
    const against = yield* unlessAgainstSomebody(said);
    if (against !== null) return against;
    return yield* once("post", ({ asking }, key) => asking.talk.comment(key, policy, said));
  },
};

/** The office's answer to a comment; whoever made it is told. */
export const answerComment: Flow<AskServices, OnComment> = {
  name: "answer_comment",
  title: say.answer,
  *tell({ comment }) {
    const found = yield* look("found", ({ asking }) => asking.talk.toAnswer(comment));
    if ("refused" in found) return found.refused;
    const said = yield* ask("said", short(say.askAnswer(found.name, found.words)));
    return yield* once("post", ({ asking }, key) => asking.talk.answer(key, comment, said));
  },
};

/** 收起: hides a comment for a reason that everybody reads. */
export const hideComment: Flow<AskServices, OnComment> = {
  name: "hide_comment",
  title: say.hideTitle,
  *tell({ comment }) {
    const found = yield* look("found", ({ asking }) => asking.talk.toAnswer(comment));
    if ("refused" in found) return found.refused;
    const why = yield* ask("why", reasonOrWords());
    return yield* once("hide", ({ asking }) => asking.talk.hide(comment, why));
  },
};

/** 请大家说说: what people are to talk about. */
export const openDiscussion: Flow<AskServices, OnPolicy> = {
  name: "open_discussion",
  title: say.beginTitle,
  *tell({ policy }) {
    const whyNot = yield* look("may", ({ asking }) => asking.talk.whyNotOpen(policy));
    if (whyNot !== null) return whyNot.refused;
    const question = yield* ask("question", short(say.askQuestion));
    return yield* once("open", ({ asking }, key) => asking.talk.open(key, policy, question));
  },
};

/** 写小结: ends a discussion with what came of it. */
export const sumUpDiscussion: Flow<AskServices, OnPolicy> = {
  name: "sum_up_discussion",
  title: say.endTitle,
  *tell({ policy }) {
    const open = yield* look("open", ({ asking }) => asking.talk.toSumUp(policy));
    if ("refused" in open) return open.refused;
    const summary = yield* ask("summary", short(say.askSummary(open.count)));
    return yield* once("end", ({ asking }) => asking.talk.sumUp(policy, summary));
  },
};

const longest = 300;

function short(text: Text): Question<string> {
  const own = words(text);
  return {
    ...own,
    read(heard, draft) {
      const reading = own.read(heard, draft);
      const isLong = reading.kind === "answer" && String(reading.value).length > longest;
      return isLong ? { kind: "refuse", why: say.tooLong(longest) } : reading;
    },
  };
}

/** A reason from the menu, or in her own words. The answer is the reason as it is read. */
function reasonOrWords(): Question<string> {
  const reasons = Object.entries(say.whyHide);
  const listed = choice(
    say.askWhyHide,
    reasons.map(([id, label]) => ({ id, label })),
  );
  const own = short(say.askWhyHide);
  return {
    ...listed,
    parse: (stored) => own.parse(stored),
    read(heard, draft) {
      const picked = listed.read(heard, draft);
      if (picked.kind !== "answer")
        return picked.kind === "refuse" && picked.why === undefined && heard.option === undefined
          ? own.read(heard, draft)
          : picked;
      const reason = reasons.find(([id]) => id === picked.value)?.[1];
      return { kind: "answer", value: (reason ?? verbatim("")).zh };
    },
  };
}
