import { createLikeness, type Text } from "../../language/index.ts";
import type { PersonId } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { areLikelyOne, placeForNeighbours } from "../../tickets/index.ts";
import type { Moment } from "../../people/index.ts";
import { countWeeks, hotIn, type Subject } from "../hot/weeks.ts";
import { mattersIn, type Matter } from "../hot/store.ts";
import { clustersOf, pastOf, type Cluster } from "../model.ts";
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

/** What stands on a topic: how many people, how many were to be expected, the weeks before, and what is likely one thing. */
export async function findingOn(
  moment: Moment,
  subject: Subject,
  readers: readonly PersonId[],
): Promise<Text> {
  const { unit, kind, week } = subject;
  const { calendar, tx } = moment;
  const counted = await countWeeks(moment, unit, week, readers);
  const weeks = counted.map((counts) =>
    counts.filter((count) => count.kind === kind).reduce((sum, { people }) => sum + people, 0),
  );
  const hot = await hotIn(moment, unit, counted);
  const topic = hot.topics.find((one) => one.place === unit.code && one.kind === kind);
  const clusters = likelySame(await mattersOf(tx, subject, readers)).slice(0, 3);
  return say.finding({
    name: unit.name,
    kind,
    days: { from: calendar.date(week.from), until: calendar.date(week.lastDay) },
    people: weeks[0] ?? 0,
    past: pastOf(weeks),
    expected: topic?.expected,
    clusters: clusters.map(({ matters }) => ({
      numbers: matters.map(({ number }) => number).toSorted((one, other) => one - other),
      place: matters.map(placeShown).find((place) => place !== "") ?? "",
    })),
  });
}
