import { join, verbatim, type Text } from "../../language/index.ts";
import type { Moment } from "../../people/index.ts";
import { isChangedLate, type Consultation } from "../model.ts";
import { say } from "../texts.ts";
import type { PartyWords } from "../texts/minutes.ts";
import type { HeardParty, Opinion } from "./store.ts";

/** An opinion as it is read: its words, and how many files came with it. */
export function opinionWords({ words, files }: Opinion, most = Number.POSITIVE_INFINITY): Text {
  const characters = Array.from(words);
  const shown = characters.length <= most ? words : `${characters.slice(0, most).join("")}…`;
  const enclosed = files.length === 0 ? { zh: "", en: "" } : say.onlyFiles(files.length);
  return join([verbatim(shown), enclosed], "");
}

/** A party as it is read in a list, with when and how late it spoke. */
export function partyWords(
  { calendar }: Pick<Moment, "calendar">,
  { dueAt }: Pick<Consultation, "dueAt">,
  party: HeardParty,
  most?: number,
): PartyWords {
  const { name, kind, state, opinion, answeredAt, isLate } = party;
  return {
    name,
    kind,
    state,
    words: opinion ? opinionWords(opinion, most) : { zh: "", en: "" },
    at: answeredAt === undefined ? undefined : calendar.moment(answeredAt),
    isLate,
    isChangedLate: isChangedLate(party, dueAt),
  };
}
