import type { Choosable, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { isNamed, nag, type Acting } from "../../people/index.ts";
import { dropAllButFacts } from "../../time/index.ts";
import { assessedBy } from "../decide/parties.ts";
import { freezeIfOver } from "../decide/service.ts";
import { grades, isHonour, isOn, type Grade, type Standing } from "../model.ts";
import { holdList, insertLines, type YearList } from "../store.ts";
import { say } from "../texts.ts";
import { aboutOf, concernedIn, mayJudge, type About } from "./concerned.ts";
import { aboutObjection, cardOf, type Refusal } from "./service.ts";
import { answerObjection, objectionById, type Objection, type ObjectionId } from "./store.ts";

interface Judged extends About {
  readonly kept: Objection;
}

/** An objection that whoever speaks may answer. */
async function waitingObjection(acting: Acting, id: ObjectionId): Promise<Judged | Refusal> {
  const { person } = acting;
  const kept = await objectionById(acting.tx, id);
  const about = kept && (await aboutOf(acting, kept));
  // Nobody learns that somebody wrote about her.
  if (!about || !mayJudge(person, about) || isNamed(person, kept.words))
    return { refused: say.object.noSuch };
  if ((await concernedIn(acting, about, kept.person)).includes(person.id))
    return { refused: say.object.notYouYourself };
  const isWaiting = kept.state === "waiting" && about.list.state === "published";
  return isWaiting ? { ...about, kept } : { refused: say.object.answered };
}

/** An objection as its judge reads it, and what may become of the line. */
export interface Judgeable {
  readonly text: Text;
  readonly verdicts: readonly Choosable[];
}

/** What stays, as a verdict. */
export const stays = "stays";

export async function judgeable(acting: Acting, id: ObjectionId): Promise<Judgeable | Refusal> {
  const found = await waitingObjection(acting, id);
  if ("refused" in found) return found;
  const { list, line, kept } = found;
  const others = verdictsOn(list, line.grade).map((grade) => ({
    id: grade,
    label: say.object.becomes(grade),
  }));
  const verdicts = [{ id: stays, label: say.object.stays }, ...others];
  return { text: await cardOf(acting, kept, found), verdicts };
}

/** What a line may become instead: another grade, or off the list. */
function verdictsOn({ kind }: YearList, now: Grade | Standing): readonly (Grade | "removed")[] {
  if (isHonour(kind)) return isOn(now) ? ["removed"] : [];
  return grades.filter((grade) => grade !== now);
}

/** An answer: what the line becomes, or that it stays; and why. */
export interface Verdict {
  readonly verdict: string;
  readonly words: string;
}

/** Answers an objection: the line stays, or a new version of it says what it is from now on. What was over and waited for this is frozen. */
export async function judge(acting: Acting, id: ObjectionId, { verdict, words }: Verdict): Promise<Reply> {
  const { tx, now, person } = acting;
  const asked = await objectionById(tx, id);
  if (asked) await holdList(tx, asked.list);
  const found = await waitingObjection(acting, id);
  if ("refused" in found) return found.refused;
  const { list, line } = found;
  const grade = verdictsOn(list, line.grade).find((one) => one === verdict);
  if (grade === undefined && verdict !== stays) return say.object.noVerdict;
  const state = grade === undefined ? "rejected" : "upheld";
  if (!(await answerObjection(tx, id, { state, by: person.id, answer: words, now })))
    return say.object.answered;
  // What was to remind somebody of it is not true any more.
  await dropAllButFacts(tx, aboutObjection(id));
  if (grade !== undefined)
    await insertLines(tx, list.id, [{ ...line, grade, madeBy: person.id, objection: id, words }], now);
  await tellAnswered(acting, found, grade, words);
  await freezeIfOver(acting, list.id);
  return grade === undefined ? say.object.rejected : say.object.upheld(grade);
}

/** Whoever objected hears, and whom it is about where something changed; nobody hears who objected. */
async function tellAnswered(
  acting: Acting,
  { kept, list, line }: Judged,
  grade: Grade | "removed" | undefined,
  words: string,
): Promise<void> {
  const others = grade === undefined ? [] : await assessedBy(acting, list, line);
  for (const recipient of new Set([kept.person, ...others])) {
    const isHers = recipient === kept.person;
    await nag(acting, {
      key: `year objection ${kept.id} answered ${recipient}`,
      recipient,
      subject: aboutObjection(kept.id),
      rank: 3,
      line: isHers ? say.object.answeredLine : say.object.changedLine,
      open: grade === "removed" ? "/year" : `/year line ${line.id}`,
      saying: {
        text: isHers ? say.object.answeredForHer(grade, words) : say.object.changedForHer(grade, words),
      },
      isFact: true,
      passOn: "nobody",
    });
  }
}
