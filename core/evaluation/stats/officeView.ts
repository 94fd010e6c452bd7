import type { Choice, Reply } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { officeById, officesOf, unitByCode, type Office, type OfficeId, type Unit } from "../../org/index.ts";
import { can, isOfficerOf, type Acting } from "../../people/index.ts";
import { sumOf, type Counts } from "../model.ts";
import { evaluateOffice } from "../service.ts";
import { say } from "../texts.ts";
import { countedFor, daysOf, otherPeriods, saidPeriod } from "./asked.ts";
import type { PeriodName } from "./model.ts";

/** May somebody read the figures of an office: does she work there, or see to it that its work is done? */
function mayRead({ person }: Acting, office: Office, unit: Unit): boolean {
  return isOfficerOf(person, office) || can(person.memberships, "ticket.oversee", unit);
}

/** The offices of a unit whose figures somebody may read; an office may be one person, so these are not for everybody there. */
async function readableOffices(acting: Acting, unit: Unit): Promise<readonly Office[]> {
  const offices = await officesOf(acting.tx, unit.code);
  return offices.filter((office) => mayRead(acting, office, unit));
}

/** Leads to the figures of a unit's offices, for whoever may read any; straight to hers where that is the only one. */
export async function officeButtons(
  acting: Acting,
  unit: Unit,
  period: PeriodName,
): Promise<readonly Choice[]> {
  const [first, ...others] = await readableOffices(acting, unit);
  if (!first) return [];
  return others.length === 0
    ? [{ label: verbatim(first.name), token: `/stats office ${first.id} ${period}` }]
    : [{ label: say.offices, token: `/stats offices ${unit.code} ${period}` }];
}

/** What an office did, or let fall due while it had it. */
export async function officeView(acting: Acting, id: OfficeId, period: PeriodName): Promise<Reply> {
  const office = await officeById(acting.tx, id);
  const unit = office && (await unitByCode(acting.tx, office.unit));
  if (!unit || !mayRead(acting, office, unit)) return say.noOffice;
  const note = await countedFor(acting);
  const counts = await evaluateOffice(acting.tx, { office: id, ...daysOf(acting, period) });
  const name = verbatim(`${unit.name}${office.name}`);
  return {
    text: join([say.office(name, saidPeriod(acting, period), counts), ...note]),
    choices: [
      ...otherPeriods(`office ${id}`, period),
      { label: say.back, token: `/stats ${unit.code} ${period}` },
    ],
  };
}

/** Each office of a unit in which something was decided, in the order in which they are listed everywhere: it is no ranking. */
export async function officesView(acting: Acting, code: string, period: PeriodName): Promise<Reply> {
  const unit = await unitByCode(acting.tx, code);
  const offices = unit ? await readableOffices(acting, unit) : [];
  if (!unit || offices.length === 0) return say.noOffice;
  const note = await countedFor(acting);
  const lines: Text[] = [];
  const choices: Choice[] = [];
  for (const office of offices) {
    const counts = await evaluateOffice(acting.tx, { office: office.id, ...daysOf(acting, period) });
    if (!isAnything(counts)) continue;
    lines.push(say.eachLine(office.name, counts));
    choices.push({ label: verbatim(office.name), token: `/stats office ${office.id} ${period}` });
  }
  const quiet = offices.length - lines.length;
  const head = say.officesHead(unit.name, saidPeriod(acting, period));
  const rest = quiet > 0 ? [say.quiet(quiet, lines.length === 0)] : [];
  choices.push({ label: say.back, token: `/stats ${unit.code} ${period}` });
  return { text: join([head, ...lines, ...rest, ...note]), choices };
}

/** Did anything count at all? */
export function isAnything(counts: Counts): boolean {
  return Object.values(sumOf([counts])).some((count) => count > 0);
}
