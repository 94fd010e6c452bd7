import { unitByCode } from "../../org/index.ts";
import { postsIn, teamOf, type Moment, type PersonId } from "../../people/index.ts";
import type { Line, YearList } from "../store.ts";

type About = Pick<Line, "person" | "unit">;

/** Who is told of a line: herself, the liaison leads of a village, the command room and leaders of a township. */
export async function assessedBy(
  { tx }: Pick<Moment, "tx">,
  { kind }: Pick<YearList, "kind">,
  line: About,
): Promise<readonly PersonId[]> {
  if (line.person !== null) return [line.person];
  if (kind === "townships") {
    const answering = ["dispatcher", "direct_leader", "main_leader"];
    return (await postsIn(tx, line.unit)).flatMap(({ role, person }) =>
      answering.includes(role) ? [person] : [],
    );
  }
  const village = await unitByCode(tx, line.unit);
  const team = village ? await teamOf(tx, village) : [];
  return team.flatMap(({ role, person }) => (role === "liaison_lead" ? [person.id] : []));
}

/** Everybody a line is about, for whoever must not decide on it: herself, a whole team, all posts of a township. */
export async function partiesTo(
  { tx }: Pick<Moment, "tx">,
  { kind }: Pick<YearList, "kind">,
  line: About,
): Promise<readonly PersonId[]> {
  if (line.person !== null) return [line.person];
  const unit = await unitByCode(tx, line.unit);
  if (!unit) return [];
  if (kind === "townships") return (await postsIn(tx, unit.code)).map(({ person }) => person);
  return (await teamOf(tx, unit)).map(({ person }) => person.id);
}
