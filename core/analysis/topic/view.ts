import type { Choice, Reply } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { can, type Acting } from "../../people/index.ts";
import { isReadable } from "../../tickets/index.ts";
import { subjectFor, type SubjectSaid } from "../hot/weeks.ts";
import { screeningOf } from "../screening/store.ts";
import { say } from "../texts.ts";
import { findingOn, mattersOf, placeShown } from "./service.ts";

const listed = 6;

/** `/hot 330226106235 lamp 2026-11-16 #2`: a topic with its matters, and what the command room can do with it. */
export async function topicView(acting: Acting, said: SubjectSaid, page: number): Promise<Reply> {
  const subject = await subjectFor(acting, said, "analysis.read");
  if ("refused" in subject) return subject.refused;
  const { tx, person } = acting;
  const matters = await mattersOf(tx, subject, [person.id]);
  const token = `${said.unit} ${said.kind} ${said.date}`;
  const choices: Choice[] = [];
  for (const matter of matters.slice((page - 1) * listed, page * listed))
    if (await isReadable(acting, matter.number))
      choices.push({
        label: say.matterLine(matter, await unitName(tx, matter.unit), placeShown(matter)),
        token: `/task ${matter.number}`,
      });
  const left = matters.length - page * listed;
  if (left > 0) choices.push({ label: say.more(left), token: `/hot ${token} #${page + 1}` });
  if (can(person.memberships, "briefing.write", subject.unit))
    choices.push(
      { label: say.screening.screen, token: `/hot ${token} screen` },
      { label: say.briefing.write, token: `/hot ${token} brief` },
    );
  const screening = await screeningOf(tx, subject);
  const parts = [await findingOn(acting, subject, [person.id])];
  if (screening) parts.push(say.screening.is(screening.verdict, screening.words));
  return { text: join(parts), choices };
}
