import {
  ageOn,
  findAge,
  findBirth,
  join,
  readBirth,
  type Age,
  type Birth,
  type Text,
} from "../../language/index.ts";
import type { Saying } from "../../dialogue/index.ts";
import { upwards } from "../../org/index.ts";
import type { Conditions, Policy } from "../model.ts";
import { passagesOf, publishedIn } from "../store.ts";
import { askTexts as say } from "../texts/ask.ts";
import { optionsOf } from "./menu.ts";
import { asRead } from "./asRead.ts";
import { ageVerdict, asksAge, asksForSomebody, spokenAge } from "./model.ts";
import { said, type AgeQuestion, type Outcome } from "./outcome.ts";
import {
  answerOf,
  findMatters,
  onePerPolicy,
  type Asking,
  type FoundMatter,
  type Matter,
  homeUnit,
  warnings,
} from "./shown.ts";
import type { AskedQuestion } from "./store.ts";

/** An age as it was said. */
interface SaidAge {
  readonly age: Age;
  readonly birth: Birth | undefined;
}

/**
 * Says whether somebody's age suffices, where her words say it; asks for her date of birth where that decides.
 * @param related how many other passages there are about it.
 */
export async function judgedByWords(
  asking: Asking,
  question: AskedQuestion,
  { matter, related }: { readonly matter: Matter; readonly related: number },
): Promise<Outcome> {
  const { conditions } = matter.passage;
  if (!asksAge(conditions) || !asksForSomebody(asRead(question.words)))
    return said(await answerOf(asking, question.id, matter, { related }));
  const asks: AgeQuestion = { conditions, today: asking.calendar.zone.dateOf(asking.now) };
  const spoken = ageIn(question.words, asks);
  if (!spoken || ageVerdict(conditions, spoken.age) === "unknown")
    return { kind: "birth", question: question.id, asks };
  return said(await judged(asking, question, matter, { spoken, related }));
}

/** Says whether somebody's age suffices. @param born her date of birth, in words; null where she did not say it. */
export async function judgedByBirth(
  asking: Asking,
  question: AskedQuestion,
  matter: Matter,
  born: string | null,
): Promise<Outcome> {
  const { conditions } = matter.passage;
  const related = await relatedCount(asking, question, matter);
  if (!asksAge(conditions)) return said(await answerOf(asking, question.id, matter, { related }));
  const hints = hintsOf({ conditions, today: asking.calendar.zone.dateOf(asking.now) });
  const birth = born === null ? undefined : readBirth(born, hints);
  const spoken = birth && { age: ageOn(birth, hints.today), birth };
  return said(await judged(asking, question, matter, { spoken, related }));
}

/** How many other policies have something about a question. */
export async function relatedCount(asking: Asking, question: AskedQuestion, matter: Matter): Promise<number> {
  return relatedTo(await findMatters(asking, soughtBy(question, matter)), matter.policy.id).length;
}

/** What is looked for: a question that went on from another has no subject alone. */
export function soughtBy({ words, follows }: AskedQuestion, matter: Matter | undefined): string {
  return follows === null || !matter ? words : `${matter.policy.title} ${words}`;
}

const mostRelated = 3;
/** What is found with less of the best one's weight has nothing to do with it. */
const stillRelated = 0.5;

/** The best passages of other policies. */
export function relatedTo(found: readonly FoundMatter[], policy: number): readonly FoundMatter[] {
  const best = found[0]?.score ?? 0;
  return onePerPolicy(found)
    .filter((other) => other.policy.id !== policy && other.score >= best * stillRelated)
    .slice(0, mostRelated);
}

interface Judging {
  readonly spoken: SaidAge | undefined;
  readonly related: number;
}

async function judged(asking: Asking, question: AskedQuestion, matter: Matter, { spoken, related }: Judging) {
  const conditions = matter.passage.conditions ?? {};
  const verdict = spoken ? ageVerdict(conditions, spoken.age) : "unknown";
  if (verdict === "too_young" || verdict === "too_old")
    return refusal(asking, question, matter, { verdict: verdictText(conditions, spoken), spoken });
  const lead = verdictText(conditions, spoken);
  return answerOf(asking, question.id, matter, { lead, related });
}

const mostInstead = 2;

/** Not of the age: what she can ask instead stands below. */
async function refusal(
  asking: Asking,
  question: AskedQuestion,
  matter: Matter,
  { verdict, spoken }: { readonly verdict: Text; readonly spoken: SaidAge | undefined },
): Promise<Saying> {
  const { policy, passage } = matter;
  const others = await forThisAge(asking, policy, spoken?.age);
  const standing = warnings(policy, asking.calendar.zone.dateOf(asking.now));
  const text = join([say.head(policy.title, passage.article), ...standing, verdict]);
  const person = { label: say.askPerson, token: `/policies q${question.id} person` };
  const choices = [...optionsOf(question.id, "r", others.slice(0, mostInstead)), person];
  return { text: others.length > 0 ? join([text, say.askInstead]) : text, choices };
}

/** What other policies of the topic have for somebody of this age, one passage of each. */
async function forThisAge(
  asking: Asking,
  { id, topic }: Policy,
  age: Age | undefined,
): Promise<readonly Matter[]> {
  const matters: Matter[] = [];
  for (const policy of await publishedIn(asking.tx, upwards(await homeUnit(asking)), topic)) {
    if (policy.id === id || warnings(policy, asking.calendar.zone.dateOf(asking.now)).length > 0) continue;
    const passages = await passagesOf(asking.tx, policy.id);
    const passage =
      passages.find(
        ({ conditions }) => age && asksAge(conditions) && ageVerdict(conditions, age) === "enough",
      ) ?? passages.find(({ conditions, aspect }) => !asksAge(conditions) && aspect === "who");
    if (passage) matters.push({ policy, passage });
  }
  return matters;
}

function verdictText(conditions: Conditions, spoken: SaidAge | undefined): Text {
  const { minAge = 0, maxAge = Infinity } = conditions;
  const verdict = spoken ? ageVerdict(conditions, spoken.age) : "unknown";
  // A year alone leaves one year open; people then say the greater number.
  const years = spoken?.birth && spoken.age.most;
  if (verdict === "too_young")
    return say.tooYoung(years, minAge, spoken?.birth && spoken.birth.year + minAge);
  if (verdict === "too_old") return say.tooOld(spoken?.age.least ?? maxAge, maxAge);
  const isExact = spoken !== undefined && spoken.age.least === spoken.age.most;
  if (verdict === "enough") return isExact ? say.enough(spoken.age.most) : say.surelyEnough;
  return say.dependsOnAge(conditions.minAge, conditions.maxAge);
}

/** The age that words say: by a date of birth, or as people count. */
function ageIn(words: string, asks: AgeQuestion): SaidAge | undefined {
  const hints = hintsOf(asks);
  const birth = findBirth(words, hints);
  if (birth) return { age: ageOn(birth, hints.today), birth };
  const spoken = findAge(words);
  return spoken === undefined ? undefined : { age: spokenAge(spoken), birth: undefined };
}

/** A year of two digits is most likely of somebody near the age that is asked for. */
export function hintsOf({ conditions: { minAge, maxAge }, today }: AgeQuestion) {
  return { today, aboutYears: minAge ?? maxAge ?? 0 };
}
