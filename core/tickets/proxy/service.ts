import type { Text } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import {
  addResident,
  gridsKept,
  mayKeep,
  personById,
  residentsNamed,
  unitsWhere,
  type Acting,
  type PersonId,
} from "../../people/index.ts";
import type { Refusal } from "../service.ts";
import { say } from "../texts.ts";
import { isMeeting } from "./model.ts";

/** Who a name may mean, to whoever keeps the grid. */
export interface Known {
  /** Raised at a meeting: it is for nobody in particular. */
  readonly isMeeting: boolean;
  readonly residents: readonly { readonly id: string; readonly label: Text }[];
  /** The grids kept, where somebody new may live. */
  readonly grids: readonly { readonly id: string; readonly label: Text }[];
}

const gridsShown = 40;

/** Who a name may mean, among the people of the grids that are kept. */
export async function residentsFor(acting: Acting, name: string): Promise<Known | Refusal> {
  if (!mayReportForOthers(acting)) return { refused: say.mayNotReportFor };
  if (isMeeting(name)) return { isMeeting: true, residents: [], grids: [] };
  const kept = await gridsKept(acting, gridsShown);
  const codes = kept.map(({ code }) => code);
  const found = await residentsNamed(acting, codes, name);
  const grids: { id: string; label: Text }[] = [];
  for (const code of codes) {
    const called = await unitName(acting.tx, code);
    grids.push({ id: code, label: { zh: called, en: called } });
  }
  const residents = found.map(({ person, address }) => ({
    id: person.id,
    label: say.resident(person.name, address),
  }));
  return { isMeeting: false, residents, grids };
}

/** Registers somebody who has no chat. @returns her id. */
export async function register(
  acting: Acting,
  key: string,
  given: { readonly name: string; readonly grid: string; readonly address: string | null },
): Promise<string | Refusal> {
  const { name, grid, address } = given;
  const resident = { name, grid, phoneOnly: true, ...(address !== null && { address }) };
  const added = await addResident(acting, key, resident);
  return "refused" in added ? added : added.person.id;
}

/** May this person hand a matter in for that one, or with nobody given for a meeting? Undefined when she may. */
export async function whyNotFor(
  acting: Acting,
  reporter: PersonId | undefined,
): Promise<Refusal | undefined> {
  if (reporter === acting.person.id) return undefined;
  const person = reporter === undefined ? undefined : await personById(acting.tx, reporter);
  const may = person?.grid ? !(await mayKeep(acting, person.grid)) : mayReportForOthers(acting);
  return may ? undefined : { refused: say.mayNotReportFor };
}

/** May this person report for others? */
export function mayReportForOthers({ person }: Acting): boolean {
  return unitsWhere(person.memberships, "household.keep").length > 0;
}
