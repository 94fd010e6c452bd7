import type { Choice, Saying } from "../../dialogue/index.ts";
import { tell, type Moment } from "../../people/index.ts";
import { headOf, type Notice } from "../model.ts";
import { say } from "../texts.ts";
import { doorName, visitorOf, whereOf } from "./access.ts";
import { dueByGrid, dueDoors, makeDue, nextSilentGrid } from "./store.ts";

const shown = 8;

/** A page of the doors of one grid that somebody must go to, each a button. */
export async function doorList(
  moment: Moment,
  notice: Notice,
  grid: string,
  page = 1,
): Promise<{ readonly count: number; readonly choices: readonly Choice[] }> {
  const { tx } = moment;
  const count = (await dueByGrid(tx, notice.id)).find((row) => row.grid === grid)?.count ?? 0;
  const choices: Choice[] = [];
  for (const door of await dueDoors(tx, notice.id, grid, { from: (page - 1) * shown, limit: shown }))
    choices.push({ label: await doorName(moment, door), token: `/notice door ${door.id}` });
  if (page * shown < count)
    choices.push({
      label: say.doors.more,
      token: `/notice ${notice.id} doors ${grid} #${page + 1}`.replaceAll(/ +/g, " "),
    });
  return { count, choices };
}

/**
 * Gives the worker of the next grid the doors that did not answer, or, before their time is over, those nobody can write to.
 * One grid in one transaction.
 * @returns false when no grid is left.
 */
export async function listNextGrid(moment: Moment, notice: Notice): Promise<boolean> {
  const { tx, now } = moment;
  const isOver = notice.dueAt !== null && notice.dueAt <= now;
  const grid = await nextSilentGrid(tx, notice.id, !isOver);
  if (grid === undefined) return false;
  await makeDue(tx, notice.id, grid, !isOver);
  const visitor = await visitorOf(moment, notice, grid);
  if (!visitor) return true;
  const { count, choices } = await doorList(moment, notice, grid);
  const given = { id: notice.id, head: headOf(notice.words), count, where: await whereOf(moment, grid) };
  const text = isOver ? say.doors.listHead(given) : say.doors.unreachableHead(given);
  const saying: Saying = { text, choices };
  const why = isOver ? "silent" : "unreachable";
  const key = `notice ${notice.id} doors ${grid} ${why} ${visitor.person.id}`;
  await tell(moment, visitor.person.id, saying, { key, lane: "alarm" });
  return true;
}
