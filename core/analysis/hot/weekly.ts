import { unitsOfKind, type Unit } from "../../org/index.ts";
import {
  absenceOf,
  can,
  deputyNow,
  hearersOf,
  nag,
  personById,
  tell,
  type Moment,
  type PersonId,
} from "../../people/index.ts";
import { join } from "../../language/index.ts";
import type { Database, Tx } from "../../store/index.ts";
import { weekOf, type Week } from "../../tickets/index.ts";
import { hour } from "../../time/index.ts";
import { say } from "../texts.ts";
import { pageFor, unitOfPost } from "./page.ts";
import { areSidesSomewhere, countsIn, forgetWeeks, holdersEverywhere, keepWeek, type Held } from "./store.ts";
import { hotIn, inside, oldestWeek, topicsFor, weeksBack, type Hot } from "./weeks.ts";

const everyNight = "40 3 * * *";
/** Monday morning. */
const mondayMorning = "0 7 * * 1";
const sevenHours = 7 * hour;
const readers = ["dispatcher", "area_leader", "direct_leader", "main_leader"] as const;

/**
 * The weeks that are over, counted anew every night, one short transaction for each: what was sealed, taken back or put under another kind since is
 * right in the morning, and nobody who asks for a page waits for the counting.
 */
export function toldWeeks(database: Pick<Database, "transaction">, momentOf: (tx: Tx) => Moment) {
  return {
    name: "told weeks",
    pattern: everyNight,
    catchUp: "last",
    async before(): Promise<boolean> {
      const weeks = await database.transaction((tx) => {
        const moment = momentOf(tx);
        return weeksBack(moment, weekBefore(moment, moment.now));
      });
      for (const week of weeks)
        await database.transaction(async (tx) => {
          const counts = await countsIn(tx, week, []);
          await keepWeek(tx, { from: week.from, counts }, momentOf(tx).now);
        });
      return true;
    },
    async run(tx: Tx): Promise<void> {
      await forgetWeeks(tx, oldestWeek(momentOf(tx)));
    },
  } as const;
}

/**
 * The page of the last week, on Monday morning, for whoever leads a unit; of several Mondays that were missed only the last. What is hot is reckoned
 * before, so that nobody waits for it.
 */
export function weeklyPages(database: Pick<Database, "transaction">, momentOf: (tx: Tx) => Moment) {
  let ready: { readonly from: number; readonly hot: Hot } | undefined;
  return {
    name: "hot topics",
    pattern: mondayMorning,
    catchUp: "last",
    async before(): Promise<boolean> {
      ready = await database.transaction(async (tx) => {
        const moment = momentOf(tx);
        const week = weekBefore(moment, moment.now - sevenHours);
        return { from: week.from, hot: await hotIn(moment, week, []) };
      });
      return true;
    },
    async run(tx: Tx, slot: number): Promise<void> {
      const moment = momentOf(tx);
      const week = weekBefore(moment, slot);
      const hot = ready?.from === week.from ? ready.hot : undefined;
      ready = undefined;
      await tellAll(moment, week, hot ?? (await hotIn(moment, week, [])));
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
  const towns = (await unitsOfKind(moment.tx, "township")).map(({ code }) => code);
  for (const code of new Set([...posts.keys(), ...towns])) {
    const unit = await unitOfPost(moment, code);
    if (!unit) continue;
    for (const recipient of await readersOf(moment, unit, posts.get(code) ?? []))
      await tellOne(moment, { unit, week }, recipient, hot);
  }
}

/** Who reads a unit's page: whoever holds its posts, in the place of whoever is away her deputy; where that is nobody the command room above. */
async function readersOf(moment: Moment, unit: Unit, posts: readonly Held[]): Promise<ReadonlySet<PersonId>> {
  const found = new Set<PersonId>();
  for (const { role, person } of posts) {
    const isAway = (await absenceOf(moment.tx, person, moment.now)) !== undefined;
    const deputy = isAway ? await deputyNow(moment, { unit: unit.code, role }, person) : undefined;
    const reader = isAway ? deputy?.person.id : person;
    if (reader !== undefined) found.add(reader);
  }
  if (found.size > 0) return found;
  const { hearers } = await hearersOf(moment, unit, "dispatcher");
  // Where everybody is away and nobody is above, it waits for those who come back.
  return new Set(
    hearers.length > 0 ? hearers.map(({ person }) => person.id) : posts.map(({ person }) => person),
  );
}

async function tellOne(
  moment: Moment,
  { unit, week }: { readonly unit: Unit; readonly week: Week },
  recipient: PersonId,
  hot: Hot,
): Promise<void> {
  const reader = await personById(moment.tx, recipient);
  if (!reader) return;
  // Whoever is a side of a dispute reads counts of her own.
  const hers = (await areSidesSomewhere(moment.tx, [recipient]))
    ? await hotIn(moment, week, [recipient])
    : hot;
  const saying = await pageFor(moment, reader, hers, { unit, week, page: 1 });
  // Where nobody tells or asks anything, one Monday that says so is enough.
  if (isSilent(hers, unit) && saying.gaps === 0) return;
  const date = moment.calendar.zone.dateOf(week.from);
  const key = `hot topics ${unit.code} ${date} ${recipient}`;
  if (!can(reader.memberships, "analysis.read", unit)) {
    // Whoever stands in without a post that opens it reads what there is, and has nothing to press.
    const lines = saying.topics.map(({ label }) => label);
    await tell(
      moment,
      recipient,
      { text: join([saying.text, ...lines]) },
      { key, lane: "alarm", mayPassOn: () => false },
    );
    return;
  }
  await nag(moment, {
    key,
    recipient,
    subject: `hot topics ${unit.code}`,
    rank: 1,
    line: say.pageLine(unit.name, topicsFor(hers, unit).length),
    open: `/hot ${unit.code} ${date}`,
    saying: { text: saying.text, choices: saying.choices },
    isFact: true,
    passOn: "nobody",
  });
}

/** Did nobody tell of anything, neither in the week nor in the one before? */
function isSilent(hot: Hot, unit: Unit): boolean {
  return inside(hot.told, hot, unit).every(({ weeks: [now = 0, before = 0] }) => now + before === 0);
}
