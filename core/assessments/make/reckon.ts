import { recordedIn, rowFigures, type RecordedFollowUp } from "../../bulletins/index.ts";
import { catchUp, evaluateEach, evaluatePerson, type Counts } from "../../evaluation/index.ts";
import { unitsBelow, type Unit } from "../../org/index.ts";
import { personById, postsIn, teamOf, type Holder, type Moment } from "../../people/index.ts";
import { gradeOf, type Rules } from "../rules/model.ts";
import type { Recorded } from "../model.ts";
import type { NewLine } from "../store.ts";
import { daysOfYear } from "./year.ts";

/** What is graded, by which rules. */
export interface Reckoning {
  readonly unit: Unit;
  readonly year: number;
  readonly rules: Rules;
}

/** The village teams of a township, in the order of their codes. */
export async function teamLines(moment: Moment, reckoning: Reckoning): Promise<readonly NewLine[]> {
  const { unit, year } = reckoning;
  const recorded = await recordedIn(moment, unit.code, daysOfYear(moment.calendar, year));
  return unitLines(moment, reckoning, "village", (village) =>
    counted(recorded.filter((one) => one.village === village.code)),
  );
}

/** The townships of the county. What a township follows up in its own villages never counts against it: it would follow up less. */
export async function townshipLines(moment: Moment, reckoning: Reckoning): Promise<readonly NewLine[]> {
  return unitLines(moment, reckoning, "township", () => counted([]));
}

async function unitLines(
  moment: Moment,
  { unit, year, rules }: Reckoning,
  kind: "village" | "township",
  recordedOf: (below: Unit) => Recorded,
): Promise<readonly NewLine[]> {
  await catchUp(moment);
  const { from, to } = daysOfYear(moment.calendar, year);
  const each = await evaluateEach(moment.tx, { under: unit.code, kind, from, to });
  const counts = new Map(each.map((one) => [one.unit, one.counts]));
  return (await unitsBelow(moment.tx, unit.code)).flatMap((below) => {
    const own = counts.get(below.code);
    if (!own) return [];
    const who = { subject: below.code, unit: below.code, person: null, name: below.name, post: null };
    return [{ ...who, ...graded(own, recordedOf(below), rules) }];
  });
}

/** Everybody who holds a post of a township that acts on matters, village by village and at last in its offices; each once. */
export async function cadreLines(
  moment: Moment,
  { unit, year, rules }: Reckoning,
): Promise<readonly NewLine[]> {
  await catchUp(moment);
  const days = daysOfYear(moment.calendar, year);
  const recorded = await recordedIn(moment, unit.code, days);
  const lines = new Map<string, NewLine>();
  for (const { at, holder } of await cadresOf(moment, unit)) {
    const { id, name } = holder.person;
    if (lines.has(id)) continue;
    const counts = await evaluatePerson(moment.tx, { person: id, ...days });
    const own = counted(recorded.filter((one) => one.person === id));
    const who = { subject: id, unit: at.code, person: id, name, post: holder.specialty ?? holder.role };
    lines.set(id, { ...who, ...graded(counts, own, rules) });
  }
  return [...lines.values()];
}

interface Cadre {
  readonly at: Unit;
  readonly holder: Holder;
}

async function cadresOf({ tx }: Pick<Moment, "tx">, township: Unit): Promise<readonly Cadre[]> {
  const found: Cadre[] = [];
  for (const village of await unitsBelow(tx, township.code))
    for (const holder of await teamOf(tx, village)) if (isCadre(holder)) found.push({ at: village, holder });
  for (const { person: id, role, specialty } of await postsIn(tx, township.code)) {
    const person = role === "officer" ? await personById(tx, id) : undefined;
    if (person)
      found.push({ at: township, holder: { person, role, ...(specialty !== undefined && { specialty }) } });
  }
  return found;
}

/** The doctor, the teacher, the police officer, the lawyer and the volunteers help; they are nobody's cadres and are assessed elsewhere or not at all. */
const cadreSpecialties: readonly (string | undefined)[] = ["联村干部", "村干部", "网格员"];

function isCadre({ role, specialty }: Holder): boolean {
  return role !== "team_member" || cadreSpecialties.includes(specialty);
}

function counted(recorded: readonly RecordedFollowUp[]): Recorded {
  const of = (kind: RecordedFollowUp["kind"]): number => recorded.filter((one) => one.kind === kind).length;
  return { admonition: of("admonition"), censure: of("censure"), remedy: of("remedy") };
}

/** What counts come to by the rules. */
export function graded(
  counts: Counts,
  recorded: Recorded,
  rules: Rules,
): Pick<NewLine, "grade" | "basis" | "madeBy" | "objection" | "words"> {
  const figures = rowFigures(counts);
  const { grade, because } = gradeOf({ figures, recorded }, rules);
  const { filed, settled } = counts;
  return {
    grade,
    basis: { outcome: { filed, settled, figures, recorded, because } },
    madeBy: null,
    objection: null,
    words: null,
  };
}
