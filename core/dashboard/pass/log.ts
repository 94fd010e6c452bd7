import type { Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { unitByCode, unitName } from "../../org/index.ts";
import { personById, unitsWhere, type Acting, type Person } from "../../people/index.ts";
import { say } from "../texts.ts";
import { looksInside } from "./store.ts";

const listed = 10;

/** The button of whoever looks after who opened what. */
export const logChoice = { label: say.log, token: "/stats board log" };

export function isAuditor({ memberships }: Pick<Person, "memberships">): boolean {
  return unitsWhere(memberships, "data.audit").length > 0;
}

/** Who read whose page lately and until when, for whoever looks after that (`data.audit`), inside her units. */
export async function logView({ tx, person, calendar }: Acting): Promise<Reply> {
  const paths: string[] = [];
  for (const code of unitsWhere(person.memberships, "data.audit")) {
    const unit = await unitByCode(tx, code);
    if (unit) paths.push(unit.path);
  }
  if (paths.length === 0) return say.notYourLog;
  const lines: Text[] = [];
  for (const { person: reader, unit, at, until } of await looksInside(tx, paths, listed)) {
    const name = (await personById(tx, reader))?.name ?? reader;
    lines.push(say.logLine(name, await unitName(tx, unit), calendar.moment(at), calendar.moment(until)));
  }
  return lines.length === 0 ? say.emptyLog : join([say.logHead, ...lines]);
}
