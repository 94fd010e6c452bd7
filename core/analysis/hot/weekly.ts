import type { Unit } from "../../org/index.ts";
import { nag, personById, type Moment, type PersonId } from "../../people/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { weekOf } from "../../tickets/index.ts";
import { say } from "../texts.ts";
import { pageFor, unitOfPost } from "./page.ts";
import { countsIn, holdersEverywhere, isSideSomewhere, type Count } from "./store.ts";
import { countWeeks, hotIn, weeksBack, type Counted } from "./weeks.ts";

/** Monday morning. */
const mondayMorning = "0 7 * * 1";
const readers = ["dispatcher", "area_leader", "direct_leader", "main_leader"] as const;
/** Everything: the path of every unit begins with nothing. */
const everywhere = { path: "" };

/**
 * The page of the last week, on Monday morning, for whoever leads a unit; of several Mondays that were missed only the last. What was told is counted
 * before, week by week, so that nobody waits for it.
 */
export function weeklyPages(database: Pick<Database, "transaction">, momentOf: (tx: Tx) => Moment) {
  let counted: { readonly from: number; readonly weeks: Counted } | undefined;
  return {
    name: "hot topics",
    pattern: mondayMorning,
    catchUp: "last",
    async before(): Promise<boolean> {
      const week = await database.transaction((tx) => Promise.resolve(lastWeek(momentOf(tx))));
      const back = await database.transaction((tx) => weeksBack(momentOf(tx), week));
      const weeks: (readonly Count[])[] = [];
      for (const one of back)
        weeks.push(await database.transaction((tx) => countsIn(tx, everywhere, one, [])));
      counted = { from: week.from, weeks };
      return true;
    },
    async run(tx: Tx): Promise<void> {
      const moment = momentOf(tx);
      const week = lastWeek(moment);
      const ready = counted?.from === week.from ? counted.weeks : undefined;
      counted = undefined;
      await tellAll(moment, ready ?? (await countWeeks(moment, everywhere, week, [])));
    },
  } as const;
}

function lastWeek({ now, calendar }: Pick<Moment, "now" | "calendar">) {
  return weekOf(calendar.zone, now, 1);
}

async function tellAll(moment: Moment, counted: Counted): Promise<void> {
  const posts = Map.groupBy(await holdersEverywhere(moment.tx, readers), ({ unit }) => unit);
  for (const [code, held] of posts) {
    const unit = await unitOfPost(moment, code);
    if (!unit) continue;
    const hot = await hotIn(moment, unit, counted);
    // Before there is a past nothing can be said of a week.
    if (hot.isTooEarly) continue;
    for (const { person } of held) await tellOne(moment, unit, person, hot);
  }
}

async function tellOne(
  moment: Moment,
  unit: Unit,
  recipient: PersonId,
  hot: Awaited<ReturnType<typeof hotIn>>,
) {
  const reader = await personById(moment.tx, recipient);
  if (!reader) return;
  const week = lastWeek(moment);
  const date = moment.calendar.zone.dateOf(week.from);
  // Whoever is a side of a dispute reads counts of her own.
  const hers = (await isSideSomewhere(moment.tx, recipient))
    ? await hotIn(moment, unit, await countWeeks(moment, unit, week, [recipient]))
    : hot;
  await nag(moment, {
    key: `hot topics ${unit.code} ${date} ${recipient}`,
    recipient,
    subject: `hot topics ${unit.code}`,
    rank: 1,
    line: say.pageLine(unit.name, hers.topics.length),
    open: `/hot ${unit.code} ${date}`,
    saying: await pageFor(moment, reader, hers, { unit, week, page: 1 }),
    isFact: true,
    passOn: "nobody",
  });
}
