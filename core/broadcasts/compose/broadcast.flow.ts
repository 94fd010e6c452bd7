import {
  choice,
  filesIn,
  material,
  review,
  steps,
  words,
  wordsIn,
  type Flow,
  type Material,
  type Part,
} from "../../dialogue/index.ts";
import type { NoticeServices } from "../desk.ts";
import { usualAnswerMinutes } from "../model.ts";
import { say } from "../texts.ts";
import { minutesOffered, tooLong } from "./model.ts";
import { noticeWords, whenQuestion, whoQuestion } from "./questions.ts";
import type { Draft } from "./service.ts";

const { ask, look, once } = steps<NoticeServices>();

interface Given {
  /** Where to, as it was said; null to be asked. */
  readonly where: string | null;
  readonly isUrgent: boolean;
}

/** 广播: what, to whom, when; seen as a villager will see it, with how many it is for, before it goes. */
export const broadcast: Flow<NoticeServices, Given> = {
  name: "broadcast",
  title: say.broadcastTitle,
  *tell(given) {
    const said = yield* ask("where", words(say.askWhere), given.where ?? undefined);
    const meant = yield* look("meant", ({ notices }) => notices.meant(said));
    if ("refused" in meant) return meant.refused;
    const what = yield* ask("what", material(say.askWhat));
    const text = yield* wordsOf(what);
    const who = yield* ask("who", whoQuestion(say.askWho, meant.marks), meant.who);
    const presumed = given.isUrgent || meant.isUrgent ? "urgent" : "ordinary";
    const kind = yield* ask("kind", choice(say.askKind, say.kinds), presumed);
    const isUrgent = kind === "urgent";
    const minutes = yield* ask("minutes", choice(say.askMinutes, minutesOffered), `${usualAnswerMinutes}`);
    const wall = yield* look("wall", ({ notices }) => notices.wall());
    const when = yield* ask("when", whenQuestion(say.askWhen, wall), "now");
    const draft: Draft = {
      audience: { units: meant.units, ...who },
      words: text,
      files: filesIn(what),
      isUrgent,
      minutes: isUrgent ? Number(minutes) : null,
      when: when === "now" ? null : when,
    };
    const preview = yield* look("preview", ({ notices }) => notices.preview(draft));
    if (!preview)
      return { text: say.nobody({ zh: meant.name, en: meant.name }), choices: again(meant.units) };
    const sure = yield* ask("sure", review({ text: preview, changes: changesOf(isUrgent), ...labels }));
    if (!sure) return say.dropped;
    return yield* once("send", ({ notices }, key) => notices.send(key, draft));
  },
};

const labels = { yes: say.send, add: false, drop: say.doNotSend } as const;

function again([unit = ""]: readonly string[]) {
  return [{ label: say.again, token: `/broadcast ${unit}` }];
}

/** The latest first: what is changed drops every later answer. */
function changesOf(isUrgent: boolean) {
  const minutes = isUrgent ? { minutes: say.changeMinutes } : {};
  const usual = { when: say.changeWhen, what: say.changeWhat, who: say.changeWho };
  return { ...usual, kind: isUrgent ? say.makeOrdinary : say.makeUrgent, ...minutes };
}

/** A picture alone is no notice, and what does not fit into one message is written again. */
function* wordsOf(what: Material): Part<NoticeServices, string> {
  const own = wordsIn(what);
  if (own === "") return yield* ask("words", noticeWords(say.askWords));
  if (tooLong(own)) return yield* ask("shorter", noticeWords(say.tooLongHere(own.length)));
  return own;
}
