import type { Choice, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { calledName, personById, type Moment, type PersonId } from "../../people/index.ts";
import { say } from "../texts.ts";
import { mayInstruct } from "./model.ts";
import { instructionsOn, type Briefing, type Instruction } from "./store.ts";

/** How somebody is called who may be gone by now. */
export async function nameOf({ tx }: Pick<Moment, "tx">, id: PersonId): Promise<string> {
  const person = await personById(tx, id);
  return person ? calledName(person) : "";
}

/** A briefing with everything that was written on it: who, when, and what came of it. */
export async function bodyOf(moment: Moment, briefing: Briefing): Promise<Text> {
  const { calendar, tx } = moment;
  const head = say.briefing.head(
    briefing.id,
    await nameOf(moment, briefing.writtenBy),
    await nameOf(moment, briefing.leader),
    calendar.moment(briefing.createdAt),
  );
  const parts: Text[] = [head, briefing.finding, verbatim(briefing.words)];
  for (const instruction of await instructionsOn(tx, briefing.id))
    parts.push(...(await linesOf(moment, instruction)));
  return join(parts);
}

async function linesOf(
  moment: Moment,
  { leader, words, at, dueAt, answer }: Instruction,
): Promise<readonly Text[]> {
  const { calendar } = moment;
  const line = say.briefing.instruction(await nameOf(moment, leader), calendar.moment(at), words);
  if (!answer) return [line, say.briefing.waitsUntil(calendar.date(dueAt))];
  return [
    line,
    say.briefing.answer(await nameOf(moment, answer.by), calendar.moment(answer.at), answer.words),
  ];
}

/** The matters a briefing is about, as its readers may see them. */
export function mattersChoice({ calendar }: Pick<Moment, "calendar">, briefing: Briefing): Choice {
  const { unit, kind, weekAt } = briefing;
  return {
    label: say.briefing.matters,
    token: `/hot ${unit} ${kind} ${calendar.zone.dateOf(weekAt)}`,
  };
}

/** A briefing as its leader reads it, with what she can do. */
export async function leaderSaying(moment: Moment, briefing: Briefing): Promise<Saying> {
  const { id, state } = briefing;
  const choices: Choice[] = [];
  if (mayInstruct(state)) choices.push({ label: say.briefing.instruct, token: `/briefing ${id} instruct` });
  if (state === "sent") choices.push({ label: say.briefing.note, token: `/briefing ${id} noted` });
  return { text: await bodyOf(moment, briefing), choices: [...choices, mattersChoice(moment, briefing)] };
}
