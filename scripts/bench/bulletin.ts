import { pictureOf } from "../../core/bulletins/picture/describe.ts";
import { makeBundle } from "../../core/bulletins/make/service.ts";
import { periodBefore } from "../../core/bulletins/periods/model.ts";
import { bulletinById, bundled, type Bulletin } from "../../core/bulletins/store.ts";
import { createPost } from "../../core/delivery/index.ts";
import { unitsOfKind } from "../../core/org/index.ts";
import type { Moment } from "../../core/people/index.ts";
import { Painter } from "../../core/pictures/index.ts";
import type { Database, Tx } from "../../core/store/index.ts";
import { createCalendar, systemClock } from "../../core/time/index.ts";
import { drawAll } from "./pictures.ts";
import type { Figure } from "./result.ts";

const calendar = createCalendar("Asia/Shanghai");
const post = createPost({ clock: systemClock, capsOf: () => undefined, written: () => undefined });

function momentIn(tx: Tx): Moment {
  return { tx, now: systemClock.now(), post, calendar, draw: () => 0 };
}

/** The last month's sheets of the county, its townships and villages: reckoned, kept and drawn, as on the first of a month. */
export async function benchBulletin(database: Database): Promise<readonly Figure[]> {
  const began = performance.now();
  const { made, longest } = await makeAll(database);
  const reckoned = performance.now();
  const painter = new Painter();
  const { pages } = await drawAll(
    painter,
    made.map(({ sheet }) => pictureOf(sheet, "zh")),
  );
  painter.stop();
  const drawn = performance.now();
  return [
    {
      name: "bulletin: a month's sheets, reckoned, kept and drawn",
      value: (drawn - began) / 1_000,
      unit: "s",
      target: { value: 10, is: "at most" },
      note: `${made.length} sheets, ${pages} pages; ${Math.round(reckoned - began)} ms of it until they are kept`,
    },
    {
      name: "bulletin: the longest transaction of it",
      value: longest,
      unit: "ms",
      note: "the sheets of a township and its villages, or of the county",
    },
  ];
}

async function makeAll(
  database: Database,
): Promise<{ readonly made: readonly Bulletin[]; readonly longest: number }> {
  const period = periodBefore("monthly", calendar.zone, systemClock.now());
  const making = { by: null, version: 1, correction: null };
  const units = await database.transaction(async (tx) => [
    ...(await unitsOfKind(tx, "county")),
    ...(await unitsOfKind(tx, "township")),
  ]);
  const made: Bulletin[] = [];
  let longest = 0;
  for (const unit of units) {
    const began = performance.now();
    const id = await database.transaction((tx) => makeBundle(momentIn(tx), unit, period, making));
    longest = Math.max(longest, performance.now() - began);
    if (id !== undefined) made.push(...(await database.transaction((tx) => kept(tx, id))));
  }
  return { made, longest };
}

async function kept(tx: Tx, id: number): Promise<readonly Bulletin[]> {
  const own = await bulletinById(tx, id);
  return own ? [own, ...(await bundled(tx, id))] : [];
}
