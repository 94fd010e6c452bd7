import { createLikeness, type Text } from "../../language/index.ts";
import type { Tx } from "../../store/index.ts";
import { areLikelyOne, placeForNeighbours } from "../../tickets/index.ts";
import type { Acting, Moment, PersonId } from "../../people/index.ts";
import {
  hotIn,
  inside,
  subjectFor,
  topicsFor,
  type Refusal,
  type Subject,
  type SubjectSaid,
} from "../hot/weeks.ts";
import { mattersIn, namesBehind, type Matter } from "../hot/store.ts";
import { clustersOf, weekByWeek, withoutPeople, type Cluster } from "../model.ts";
import { say } from "../texts.ts";

/** So many matters of a topic are compared with each other. */
const compared = 200;

/** Its matters, the newest first; none that one of these readers may not know of. */
export function mattersOf(
  tx: Tx,
  subject: Subject,
  readers: readonly PersonId[],
): Promise<readonly Matter[]> {
  return mattersIn(tx, subject, readers, compared);
}

/** A topic that whoever speaks may look into or write about, if there is anything to it. */
export async function subjectToWrite(acting: Acting, said: SubjectSaid): Promise<Subject | Refusal> {
  const subject = await subjectFor(acting, said, "briefing.write");
  if ("refused" in subject) return subject;
  const matters = await mattersIn(acting.tx, subject, [acting.person.id], 1);
  return matters.length > 0 ? subject : { refused: say.nothingTold };
}

/** Words without the names of those who told of a topic's matters, whoever writes them, and without long numbers. */
export async function withoutTellers(tx: Tx, subject: Subject, words: string): Promise<string> {
  const numbers = (await mattersOf(tx, subject, [])).map(({ number }) => number);
  return withoutPeople(words, await namesBehind(tx, numbers), say.aVillager);
}

/** Those of them that are likely the same thing: in one village, in much the same words, about places that sound alike. */
export function likelySame(matters: readonly Matter[]): readonly Cluster<Matter>[] {
  const { between } = createLikeness(matters.map(({ number, what }) => ({ id: String(number), text: what })));
  return clustersOf(
    matters,
    (one, other) =>
      villageOf(one) === villageOf(other) && areLikelyOne(one, other, between(one.what, other.what)),
  );
}

function villageOf({ unit }: Matter): string {
  return unit.replace(/-G\d+$/u, "");
}

/** What may be said of a place in a list: nothing that says whose home it is. */
export function placeShown({ place }: Matter): string {
  return placeForNeighbours(place);
}

/**
 * What stands on a topic: how many people, how many were to be expected, and the weeks before. What is likely one thing is named by the numbers of its
 * matters, and left out of what is kept: a matter may be sealed later.
 */
export async function findingOn(
  moment: Moment,
  subject: Subject,
  readers: readonly PersonId[],
  isKept = false,
): Promise<Text> {
  const { unit, kind, week } = subject;
  const { calendar, tx } = moment;
  const hot = await hotIn(moment, week, readers);
  const alike = topicsFor(hot, unit).filter((one) => one.kind === kind);
  const topic = alike.find(({ place }) => place === unit.code);
  const told = inside(hot.told, hot, unit).filter((one) => one.kind === kind);
  const weeks = topic?.weeks ?? weekByWeek(told);
  const matters = isKept ? [] : await mattersOf(tx, subject, readers);
  const clusters = likelySame(matters).slice(0, 3);
  return say.finding({
    name: unit.name,
    kind,
    days: { from: calendar.date(week.from), until: calendar.date(week.lastDay) },
    people: weeks[0] ?? 0,
    past: weeks.slice(1).toReversed(),
    isTooEarly: hot.isTooEarly,
    isRest: topic !== undefined && alike.length > 1,
    places: topic?.places,
    expected: topic?.expected,
    clusters: clusters.map(({ matters: same }) => ({
      numbers: same.map(({ number }) => number).toSorted((one, other) => one - other),
      place: same.map(placeShown).find((place) => place !== "") ?? "",
    })),
  });
}
