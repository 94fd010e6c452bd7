import type { Reply, Saying } from "../../dialogue/index.ts";
import { calledName, nearestHolders, tell, unitsWhere, type Acting } from "../../people/index.ts";
import { addWatcher } from "../progress/store.ts";
import type { DoorState, Notice, NoticeId } from "../model.ts";
import { changeNotice, noticeById } from "../store.ts";
import { say } from "../texts.ts";
import { doorName, mayVisit, unitAt, whereOf } from "./access.ts";
import { doorList } from "./listing.ts";
import { changeDoor, doorById, dueByGrid, type Door } from "./store.ts";

const marks = { visited: say.doors.visited, called: say.doors.called, missing: say.doors.missing } as const;

export type Mark = keyof typeof marks;

export function isMark(word: string): word is Mark {
  return Object.hasOwn(marks, word);
}

/** What still has to be gone to: of one grid, or of the only one somebody may see, or how many are left in each. */
export async function doorsView(acting: Acting, notice: Notice, grid: string, page: number): Promise<Reply> {
  if (!notice.isUrgent) return say.doors.noCall;
  if (unitsWhere(acting.person.memberships, "notice.doors").length === 0 && grid === "")
    return say.doors.mayNotSeeDoors;
  if (grid !== "") return listOf(acting, notice, grid === "-" ? "" : grid, page);
  const seen: { grid: string; count: number }[] = [];
  for (const row of await dueByGrid(acting.tx, notice.id))
    if (await mayVisit(acting, notice, row.grid)) seen.push(row);
  const [only, another] = seen;
  if (only && !another) return listOf(acting, notice, only.grid, 1);
  const rows = [];
  for (const { grid: code, count } of seen) rows.push({ code, count, where: await whereOf(acting, code) });
  const choices = rows.slice(0, mostGrids).map(({ code, where }) => ({
    label: { zh: where, en: where },
    token: `/notice ${notice.id} doors ${code === "" ? "-" : code}`,
  }));
  return { text: say.doors.overview(rows), choices };
}

const mostGrids = 10;

async function listOf(acting: Acting, notice: Notice, grid: string, page: number): Promise<Reply> {
  if (!(await mayVisit(acting, notice, grid))) return say.doors.mayNotSeeDoors;
  const where = await whereOf(acting, grid);
  const { count, choices } = await doorList(acting, notice, grid, page);
  return count === 0 ? say.doors.allDone(where) : { text: say.doors.left(count), choices };
}

/** One door, with what whoever went there can say of it. */
export async function doorView(acting: Acting, id: number): Promise<Reply> {
  const found = await visitable(acting, id);
  if ("refused" in found) return found.refused;
  const { door, notice } = found;
  const name = await doorName(acting, door);
  if (door.state === "answered") return say.doors.answeredMeanwhile(name);
  const choices = (Object.keys(marks) as Mark[]).map((mark) => ({
    label: marks[mark],
    token: `/notice door ${id} ${mark}`,
  }));
  const list = {
    label: say.doors.list,
    token: `/notice ${notice.id} doors ${door.grid === "" ? "-" : door.grid}`,
  };
  return { text: say.doors.ask(name), choices: [...choices, list] };
}

const open: readonly DoorState[] = ["silent", "due", "missing", "visited", "called"];

/** Whoever went there says how it was; the list that is left follows. */
export async function markDoor(acting: Acting, id: number, mark: Mark): Promise<Reply> {
  const found = await visitable(acting, id);
  if ("refused" in found) return found.refused;
  const { door, notice } = found;
  const name = await doorName(acting, door);
  const to = { state: mark, by: acting.person.id, at: acting.now };
  if (!(await changeDoor(acting.tx, id, open, to))) return say.doors.answeredMeanwhile(name);
  if (mark === "missing" && door.state !== "missing") await tellMissing(acting, notice, door);
  const { count, choices } = await doorList(acting, notice, door.grid);
  const marked = say.doors.marked(name, marks[mark]);
  if (count === 0) return [marked, say.doors.allDone(await whereOf(acting, door.grid))];
  return [marked, { text: say.doors.left(count), choices }];
}

/** The command room hears at once of somebody who is not where she should be. */
async function tellMissing(acting: Acting, notice: Notice, door: Door): Promise<void> {
  const [name, where] = [await doorName(acting, door), await whereOf(acting, door.grid)];
  const text = say.doors.missingAlert(name, where, calledName(acting.person));
  const choices = [{ label: say.doors.visited, token: `/notice door ${door.id} visited` }];
  const saying: Saying = { text, choices };
  for (const room of await nearestHolders(acting.tx, await unitAt(acting, notice.unit), "dispatcher"))
    if (room !== acting.person.id)
      await tell(acting, room, saying, {
        key: `notice ${notice.id} missing ${door.id} ${room}`,
        lane: "alarm",
      });
}

async function visitable(
  acting: Acting,
  id: number,
): Promise<{ readonly door: Door; readonly notice: Notice } | { readonly refused: Reply }> {
  const door = await doorById(acting.tx, id);
  const notice = door && (await noticeById(acting.tx, door.notice));
  if (!door || !notice) return { refused: say.doors.noDoor };
  if (!(await mayVisit(acting, notice, door.grid))) return { refused: say.doors.notYours };
  return { door, notice };
}

/** The command room sees an urgent notice's doors close. */
export async function watchFromRoom(
  acting: Pick<Acting, "tx">,
  notice: NoticeId,
  unit: string,
): Promise<void> {
  for (const room of await nearestHolders(acting.tx, await unitAt(acting, unit), "dispatcher"))
    await addWatcher(acting.tx, notice, room);
}

/** Asks for the record: it is made outside of this turn. */
export async function askRecord(acting: Acting, notice: Notice): Promise<Reply> {
  if (!notice.isUrgent) return say.doors.noCall;
  if (!(await mayVisit(acting, notice, ""))) return say.doors.mayNotSeeDoors;
  await changeNotice(acting.tx, notice.id, { recordFor: acting.person.id, isLive: true });
  return say.manage.recordComes;
}
