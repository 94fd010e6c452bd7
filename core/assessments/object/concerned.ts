import { houseOf } from "../../points/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, type Acting, type Moment, type Person, type PersonId, type Role } from "../../people/index.ts";
import { partiesTo } from "../decide/parties.ts";
import { isHonour, type ListKind } from "../model.ts";
import { lineAbout, listById, type Line, type YearList } from "../store.ts";
import type { Objection } from "./store.ts";

/** What an objection is about. */
export interface About {
  readonly list: YearList;
  readonly line: Line;
  /** Where whoever answers it is looked for: in the village of an honour, else where the list is. */
  readonly home: Unit;
}

export async function aboutOf(
  { tx }: Pick<Moment, "tx">,
  { list: id, subject }: Pick<Objection, "list" | "subject">,
): Promise<About | undefined> {
  const list = await listById(tx, id);
  const line = list && (await lineAbout(tx, id, subject));
  const home = line && (await unitByCode(tx, isHonour(list.kind) ? line.unit : list.unit));
  return home && { list, line, home };
}

/** Who answers objections, the first first: for honours whoever supervises the village. */
export function judgesOf(kind: ListKind): readonly Role[] {
  const above = ["direct_leader", "main_leader", "admin"] as const;
  return isHonour(kind) ? ["supervisor", ...above] : above;
}

/** May somebody answer objections to such a list there, as far as her posts go? */
export function mayJudge({ memberships }: Pick<Person, "memberships">, { list, home }: About): boolean {
  const posts = memberships.filter(({ role }) => judgesOf(list.kind).includes(role));
  return can(posts, "year.judge", home);
}

/**
 * Who may not answer an objection: whoever objects, whom the line is about, who made or approved the list, who nominated her, who put the
 * line right before, and all who live with one of them.
 */
export async function concernedIn(
  { tx }: Pick<Acting, "tx">,
  { list, line }: Pick<About, "list" | "line">,
  objector: PersonId,
): Promise<readonly PersonId[]> {
  const hands = [
    objector,
    ...(await partiesTo({ tx }, list, line)),
    list.madeBy,
    list.decidedBy,
    line.madeBy,
  ];
  const concerned = new Set<PersonId>();
  for (const one of hands) if (one !== null) for (const id of await houseOf(tx, one)) concerned.add(id);
  return [...concerned];
}
