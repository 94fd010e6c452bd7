import { begin, type Begin, type Reply } from "../dialogue/index.ts";
import { unitName, unitsBelow, type Unit } from "../org/index.ts";
import { addHousehold, addMember } from "./addHousehold.flow.ts";
import { changeHouse, changeMember, setCarer } from "./changeHousehold.flow.ts";
import { keptHousehold } from "./households/desk.ts";
import { gridsKept, mayKeep } from "./households/service.ts";
import { say } from "./households/texts.ts";
import { householdList, householdView } from "./households/view.ts";
import type { Acting } from "./moment.ts";
import { readUnit } from "./reading.ts";

const gridsOffered = 8;

/**
 * `/household` lists one's own grid, `/household 双桥村G1` another, `/household 3` shows one; with a verb behind it
 * something is changed.
 */
export async function householdCommand(args: string, acting: Acting): Promise<Reply | Begin> {
  if (args === "") return own(acting);
  const [, number, verb = ""] = /^(\d{1,9})(?:\s+(\S+))?$/.exec(args.normalize("NFKC")) ?? [];
  if (number !== undefined) return one(acting, Number(number), verb);
  const [, words = "", page, add] = /^(.*?)(?:\s+#(\d{1,6})|\s+(add))?$/.exec(args) ?? [];
  const read = await readUnit(acting.tx, words, (code) => `/household ${code}`);
  if ("ask" in read) return read.ask;
  if (read.unit.kind !== "grid") return gridsOf(acting, read.unit);
  const refusal = await mayKeep(acting, read.unit.code);
  if (refusal) return refusal.refused;
  if (add !== undefined) return begin(addHousehold, { grid: read.unit.code });
  return householdList(acting, read.unit, Number(page ?? 1));
}

async function own(acting: Acting): Promise<Reply> {
  const grids = await gridsKept(acting, gridsOffered + 1);
  const [only, ...others] = grids;
  if (only && others.length === 0) return householdList(acting, only, 1);
  return grids.length > gridsOffered ? say.nameGrid : offer(acting, grids);
}

/** A village is asked for by those of its grids that this person keeps. */
async function gridsOf(acting: Acting, unit: Unit): Promise<Reply> {
  if (unit.kind !== "village") return say.nameGrid;
  const kept: Unit[] = [];
  for (const grid of await unitsBelow(acting.tx, unit.code))
    if (!(await mayKeep(acting, grid.code))) kept.push(grid);
  return kept.length === 0 ? say.mayNotKeep(unit.name) : offer(acting, kept);
}

async function offer(acting: Acting, grids: readonly Unit[]): Promise<Reply> {
  const choices = [];
  for (const { code } of grids) {
    const name = await unitName(acting.tx, code);
    choices.push({ label: { zh: name, en: name }, token: `/household ${code}` });
  }
  return { text: say.whichGrid, choices };
}

async function one(acting: Acting, id: number, verb: string): Promise<Reply | Begin> {
  const household = await keptHousehold(acting, id);
  if ("refused" in household) return household.refused;
  switch (verb) {
    case "":
      return householdView(acting, household);
    case "member":
      return begin(addMember, { id });
    case "head":
    case "phone":
    case "remove":
      return begin(changeMember, { id, what: verb });
    case "carer":
      return begin(setCarer, { id });
    case "address":
    case "drop":
      return begin(changeHouse, { id, what: verb });
    default:
      return say.usage;
  }
}
