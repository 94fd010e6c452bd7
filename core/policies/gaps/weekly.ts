import { unitsOfKind, type Unit } from "../../org/index.ts";
import { nag, personById, postsIn, type Moment } from "../../people/index.ts";
import { day } from "../../time/index.ts";
import { gapTexts as say } from "../texts/gaps.ts";
import { groupsIn, lineOf, upToNow } from "./service.ts";

/** When those who write policies hear what they should write next: every Monday morning. */
export const gapReportPattern = "0 7 * * 1";

const week = 7 * day;
const mostLines = 8;

/** Tells editors and operators of each township, and of the county, what was asked last week and not answered. */
export async function reportGaps(moment: Moment): Promise<void> {
  const { tx } = moment;
  const units = [...(await unitsOfKind(tx, "county")), ...(await unitsOfKind(tx, "township"))];
  for (const unit of units) await reportIn(moment, unit);
}

async function reportIn(moment: Moment, unit: Unit): Promise<void> {
  const posts = await postsIn(moment.tx, unit.code);
  const readers = posts.filter(({ role }) => role === "editor" || role === "operator");
  if (readers.length === 0) return;
  const groups = await groupsIn(moment, unit.path, upToNow(moment, week));
  if (groups.length === 0) return;
  const people = new Set(groups.flatMap(({ gaps }) => gaps.map(({ person }) => person))).size;
  const text = say.report(groups.slice(0, mostLines).map(lineOf), groups.length, people);
  const date = moment.calendar.zone.dateOf(moment.now);
  for (const { person } of readers)
    if (await personById(moment.tx, person))
      await nag(moment, {
        key: `policy gaps ${unit.code} ${date} ${person}`,
        recipient: person,
        subject: `policy gaps ${unit.code}`,
        rank: 1,
        line: say.reportLine(groups.length),
        open: "/gaps",
        saying: { text, choices: [{ label: say.seeAll, token: "/gaps" }] },
        isFact: true,
        passOn: "nobody",
      });
}
