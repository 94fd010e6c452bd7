import type { Text } from "../../language/index.ts";
import { calledName, personById, type Moment } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { lineOf } from "../ledger/entryText.ts";
import { entryById } from "../ledger/store.ts";
import { say } from "../texts.ts";
import type { Appeal, AppealId } from "./store.ts";

/** 异议 5 日内答复, after 山东省村务公开条例 article 16; ours, no law's here. */
export const answerWithin = 5 * day;

/** What alarms and reminders about an appeal are about. */
export function aboutAppeal(id: AppealId): string {
  return `appeal ${id}`;
}

/** An appeal as whoever decides reads it: whose, about what, her words, and until when. */
export async function cardOf(
  moment: Moment,
  { id, person, entry: about, words, createdAt }: Appeal,
): Promise<Text> {
  const entry = about === null ? undefined : await entryById(moment.tx, about);
  const giver = await giverOf(moment, entry?.actor);
  return say.judge.card({
    id,
    name: (await personById(moment.tx, person))?.name ?? person,
    line: entry ? await lineOf(moment, entry) : say.judge.missing,
    giver: giver && calledName(giver),
    words,
    due: moment.calendar.date(createdAt + answerWithin),
  });
}

async function giverOf({ tx }: Moment, actor: string | null | undefined) {
  return actor === null || actor === undefined ? undefined : personById(tx, actor);
}
