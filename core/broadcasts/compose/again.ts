import type { Moment } from "../../people/index.ts";
import type { Audience, Notice } from "../model.ts";
import { filesOfNotice, insertNotice } from "../store.ts";

/** A notice goes once more as a notice of its own, with the review that the first one had. */
export async function writeAgain(
  { tx, now }: Pick<Moment, "tx" | "now">,
  notice: Notice,
  given: {
    readonly sourceKey: string;
    readonly madeBy: string;
    readonly audience: Audience;
    readonly people: number;
  },
): Promise<Notice> {
  const { unit, words, isUrgent, review, reviewer, answerMinutes } = notice;
  return insertNotice(
    tx,
    {
      ...given,
      unit,
      words,
      isUrgent,
      review,
      reviewer,
      answerMinutes,
      files: await filesOfNotice(tx, notice.id),
      state: "planned",
      startAt: now,
      repeats: null,
      origin: notice.id,
    },
    now,
  );
}
