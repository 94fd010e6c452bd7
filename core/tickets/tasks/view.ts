import type { Choice, Reply } from "../../dialogue/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { unitsWhere, type Acting, type Moment } from "../../people/index.ts";
import { dateAfter, type Calendar } from "../../time/index.ts";
import { clocksIn } from "../clock/clocks.ts";
import type { Ticket } from "../model.ts";
import { officeTasks } from "../desk/officeTasks.ts";
import { isSamePlace } from "../same/model.ts";
import { tasksOf, unsettledInside } from "../store.ts";
import { say } from "../texts.ts";
import { alikeIn, isForToday, leftOf, pageOf, type Left, type Page } from "./model.ts";
import { countTasks } from "./store.ts";

/** With the turns of the page and what can be done with several, nothing needs more than one digit. */
const pageLength = 6;
const mostTogether = 6;

/** What somebody must act on, first due first, with what can be done about several of them. */
export async function tasksView(acting: Acting, wanted = 1): Promise<Reply> {
  const { tx, person, now, calendar } = acting;
  const endOfDay = endOfToday(calendar, now);
  const count = await countTasks(tx, person.id, endOfDay);
  const isAbove = (await overseen(acting)) !== undefined;
  const inOffice = await officeTasks(acting);
  if (count.all === 0) return inOffice ?? (isAbove ? overview(acting, wanted) : say.noTasks);
  const more = [
    ...(inOffice ? [{ label: say.seeOffice, token: "/tasks office" }] : []),
    ...(isAbove ? [{ label: say.seeAll, token: "/tasks all" }] : []),
  ];
  const page = pageOf(wanted, count.all, pageLength);
  const tasks = await tasksOf(tx, person.id, pageLength, page.offset);
  const today = tasks.filter((task) => isForToday(task, endOfDay)).length;
  const text = say.taskList({ all: count.all, today: count.soon }, page, today);
  const lines: Choice[] = [];
  for (const task of tasks)
    lines.push({
      label: say.taskLine(task, await leftNow(acting, task)),
      token: `/task ${task.number}`,
    });
  const deeds = page.page === 1 ? await forSeveral(acting) : [];
  const last = page.page === page.pages ? more : [];
  return { text, choices: [...lines, ...turns(page, "/tasks"), ...deeds, ...last] };
}

/** How the deadline of a matter stands now. */
export async function leftNow(moment: Moment, ticket: Ticket): Promise<Left> {
  const isStill = ticket.dueAt === undefined;
  const isPaused = isStill && (await clocksIn(moment, ticket)).some(({ state }) => state === "paused");
  return leftOf(ticket, isPaused, moment.now);
}

function endOfToday({ zone }: Calendar, now: number): number {
  return zone.momentOf(dateAfter(zone.dateOf(now), 1), 0);
}

function turns({ page, pages }: Page, list: string): readonly Choice[] {
  return [
    ...(page > 1 ? [{ label: say.previousPage, token: `${list} ${page - 1}` }] : []),
    ...(page < pages ? [{ label: say.nextPage, token: `${list} ${page + 1}` }] : []),
  ];
}

const looked = 40;

/** One answer for matters of one kind at one place, and handing several to a colleague. */
async function forSeveral({ tx, person }: Acting): Promise<readonly Choice[]> {
  const tasks = await tasksOf(tx, person.id, looked);
  const alike = alikeIn(tasks, isSamePlace, mostTogether);
  const numbers = alike.map(({ number }) => number).join(" ");
  return [
    ...(alike.length > 0 ? [{ label: say.together(alike), token: `/tasks together ${numbers}` }] : []),
    ...(tasks.every(({ isSealed }) => isSealed) ? [] : [{ label: say.passSeveral, token: "/tasks pass" }]),
  ];
}

/** The unit somebody oversees, where there is one. */
async function overseen({ tx, person }: Acting): Promise<Unit | undefined> {
  const [code] = unitsWhere(person.memberships, "ticket.oversee");
  return code === undefined ? undefined : unitByCode(tx, code);
}

const mostOverseen = 200;

/** Everything unsettled where somebody oversees, whoever must act; never what is sealed or about her. */
export async function overview(acting: Acting, wanted: number): Promise<Reply> {
  const unit = await overseen(acting);
  if (!unit) return tasksView(acting);
  const inside = await unsettledInside(acting.tx, unit.path, mostOverseen);
  const all = inside.filter(({ about }) => about !== acting.person.id);
  if (all.length === 0) return say.noTasks;
  const page = pageOf(wanted, all.length, pageLength);
  const lines = all
    .slice(page.offset, page.offset + pageLength)
    .map((ticket) => ({ label: say.line(ticket), token: `/task ${ticket.number}` }));
  return { text: say.allUnsettled(page), choices: [...lines, ...turns(page, "/tasks all")] };
}
