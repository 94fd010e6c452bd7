import type { Unit } from "../../org/index.ts";
import { nag, personById, type Moment, type PersonId } from "../../people/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { weekOf, type Week } from "../../tickets/index.ts";
import { hour } from "../../time/index.ts";
import { say } from "../texts.ts";
import { pageFor, unitOfPost } from "./page.ts";
import { allPlaces, countsIn, holdersEverywhere, isSideSomewhere, type Count } from "./store.ts";
import { hotBy, hotIn, inside, weeksBack, type Hot } from "./weeks.ts";

/** Monday morning. */
const mondayMorning = "0 7 * * 1";
const sevenHours = 7 * hour;
const readers = ["dispatcher", "area_leader", "direct_leader", "main_leader"] as const;

/**
 * The page of the last week, on Monday morning, for whoever leads a unit; of several Mondays that were missed only the last. What was told is counted
 * before, week by week, so that nobody waits for it.
 */
export function weeklyPages(database: Pick<Database, "transaction">, momentOf: (tx: Tx) => Moment) {
  let found: { readonly from: number; readonly hot: Hot } | undefined;
  return {
    name: "hot topics",
    pattern: mondayMorning,
    catchUp: "last",
    async before(): Promise<boolean> {
      const { week, back, places } = await database.transaction(async (tx) => {
        const moment = momentOf(tx);
        const newest = weekBefore(moment, moment.now - sevenHours);
        return { week: newest, back: await weeksBack(moment, newest), places: await allPlaces(tx) };
      });
      const weeks: (readonly Count[])[] = [];
      for (const one of back) weeks.push(await database.transaction((tx) => countsIn(tx, one, [])));
      found = { from: week.from, hot: hotBy(places, weeks) };
      return true;
    },
    async run(tx: Tx, slot: number): Promise<void> {
      const moment = momentOf(tx);
      const week = weekBefore(moment, slot);
      const ready = found?.from === week.from ? found.hot : undefined;
      found = undefined;
      await tellAll(moment, week, ready ?? (await hotIn(moment, week, [])));
    },
  } as const;
}

/** The week before the one in which a slot lies. */
function weekBefore({ calendar }: Pick<Moment, "calendar">, slot: number): Week {
  return weekOf(calendar.zone, slot, 1);
}

async function tellAll(moment: Moment, week: Week, hot: Hot): Promise<void> {
  // Before there is a past nothing can be said of a week.
  if (hot.isTooEarly) return;
  const posts = Map.groupBy(await holdersEverywhere(moment.tx, readers), ({ unit }) => unit);
  for (const [code, held] of posts) {
    const unit = await unitOfPost(moment, code);
    if (!unit) continue;
    for (const { person } of held) await tellOne(moment, { unit, week }, person, hot);
  }
}

async function tellOne(
  moment: Moment,
  { unit, week }: { readonly unit: Unit; readonly week: Week },
  recipient: PersonId,
  hot: Hot,
): Promise<void> {
  const reader = await personById(moment.tx, recipient);
  if (!reader) return;
  const date = moment.calendar.zone.dateOf(week.from);
  // Whoever is a side of a dispute reads counts of her own.
  const hers = (await isSideSomewhere(moment.tx, recipient)) ? await hotIn(moment, week, [recipient]) : hot;
  // Where nobody tells of anything, one Monday that says so is enough.
  if (isSilent(hers, unit)) return;
  await nag(moment, {
    key: `hot topics ${unit.code} ${date} ${recipient}`,
    recipient,
    subject: `hot topics ${unit.code}`,
    rank: 1,
    line: say.pageLine(unit.name, inside(hers.topics, hers, unit).length),
    open: `/hot ${unit.code} ${date}`,
    saying: await pageFor(moment, reader, hers, { unit, week, page: 1 }),
    isFact: true,
    passOn: "nobody",
  });
}

/** Did nobody tell of anything, neither in the week nor in the one before? */
function isSilent(hot: Hot, unit: Unit): boolean {
  return inside(hot.told, hot, unit).every(({ weeks: [now = 0, before = 0] }) => now + before === 0);
}
