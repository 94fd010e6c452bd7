import { confirm, steps, words, type Flow, type Part } from "../../../dialogue/index.ts";
import type { Text } from "../../../language/index.ts";
import type { DutyServices } from "../desk.ts";
import { say } from "../texts.ts";
import type { Change } from "./service.ts";
import type { ChangeLine } from "../texts/handing.ts";
import { fromWhichDay } from "./whichDay.ts";

const { ask, look, once } = steps<DutyServices>();

/** After an election: the posts of a unit and its grids change together, all or none, from a day on. */
export const elect: Flow<DutyServices, { readonly unit: string }> = {
  name: "elect",
  title: say.electionTitle,
  *tell({ unit }) {
    const start = yield* look("sheet", ({ duties }) => duties.electionSheet(unit));
    if ("refused" in start) return start.refused;
    const { changes, shown, same } = yield* wishes(unit, start.sheet);
    const count = yield* look("along", ({ duties }) => duties.goAlong(changes));
    const day = yield* fromWhichDay();
    const labels = { yes: say.electionYes, no: say.electionNo };
    const sure = confirm(say.electionPreview(shown, day.said, { same, count }), labels);
    if (!(yield* ask("sure", sure))) return say.notHanded;
    return yield* once("elect", ({ duties }, key) => duties.elect(key, changes, day.date));
  },
};

/** The lines sent back, asked for until all of them are right. */
function* wishes(
  unit: string,
  sheet: Text,
): Part<
  DutyServices,
  { readonly changes: readonly Change[]; readonly shown: readonly ChangeLine[]; readonly same: number }
> {
  let asked = sheet;
  for (let attempt = 1; ; attempt += 1) {
    const said = yield* ask(`lines${attempt}`, words(asked));
    const read = yield* look(`read${attempt}`, ({ duties }) => duties.readElection(unit, said));
    if (!("problems" in read)) return read;
    asked = read.problems;
  }
}
