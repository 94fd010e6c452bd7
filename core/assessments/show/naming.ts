import { verbatim, type Text } from "../../language/index.ts";
import { roleNames, roles, specialtyName } from "../../people/index.ts";
import type { Line, YearList } from "../store.ts";
import { say } from "../texts.ts";

/** Whom a line is about: 「网格员李建国」, 「双桥村」. */
export function whoOf({ name, post }: Pick<Line, "name" | "post">): Text {
  if (post === null) return verbatim(name);
  const role = roles.find((one) => one === post);
  const { zh, en } = role ? roleNames[role] : specialtyName(post);
  return { zh: `${zh}${name}`, en: `${en} ${name}` };
}

/** A line by the list it stands on: 「2025年干部考核：网格员李建国，合格」. */
export function namedLine({ kind, year }: YearList, line: Line): Text {
  return say.lineName({ kind, year }, whoOf(line), line.grade);
}
