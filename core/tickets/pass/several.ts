import type { Text } from "../../language/index.ts";
import { calledName, tell, type Acting, type Holder, type PersonId } from "../../people/index.ts";
import { colleagues as officeColleagues } from "../desk/colleagues.ts";
import type { Ticket, TicketNumber } from "../model.ts";
import { tellSeveralMoved, type Move } from "../progress.ts";
import { postAndName, postFor, teamFor, unitOf } from "../responsible.ts";
import type { Enclosure, Refusal } from "../service.ts";
import type { Left } from "../tasks/model.ts";
import { tasksOf } from "../store.ts";
import { leftNow } from "../tasks/view.ts";
import { say } from "../texts.ts";
import { pass, passable, passingTo, type Candidate } from "./service.ts";

/** Handing several matters to one colleague: she hears of all of them at once. */

const mostPassed = 60;
const mostButtons = 8;

/** The numbers of what this person could hand on, first due first. */
export async function passableOf(acting: Acting): Promise<readonly TicketNumber[]> {
  const { tx, person } = acting;
  const tasks = await tasksOf(tx, person.id, mostPassed);
  return tasks.flatMap(({ number, isSealed }) => (isSealed ? [] : [number]));
}

/** Which matters can go, why not the others, and to whom. */
export interface SeveralPlan {
  readonly going: readonly TicketNumber[];
  readonly staying: readonly Text[];
  readonly candidates: readonly Candidate[];
}

async function passableOnes(acting: Acting, numbers: readonly TicketNumber[]) {
  const [going, staying]: [Ticket[], Text[]] = [[], []];
  for (const number of numbers) {
    const ticket = await passable(acting, number);
    if ("refused" in ticket) staying.push(ticket.refused);
    else going.push(ticket);
  }
  return { going, staying };
}

export async function planSeveral(
  acting: Acting,
  numbers: readonly TicketNumber[],
): Promise<SeveralPlan | Refusal> {
  const { going, staying } = await passableOnes(acting, numbers);
  const [first] = going;
  if (!first) return { refused: say.passedSeveral(say.wholeTeam, [], staying) };
  const team = await colleagues(acting, first);
  for (const ticket of going.slice(1)) {
    const others = new Set((await colleagues(acting, ticket)).map(({ person }) => person.id));
    if (!team.every(({ person }) => others.has(person.id))) return { refused: say.notOneVillage };
  }
  if (team.length === 0) return { refused: say.nobodyToPassTo };
  const candidates = team.map(({ person, role, specialty }) => ({
    id: person.id,
    label: say.candidate(calledName(person), role, specialty),
  }));
  return { going: going.map(({ number }) => number), staying, candidates };
}

/** Colleagues of her office; else of her own post in the village, and its liaison leads; whoever stands above gives to anybody in the team. */
async function colleagues(acting: Acting, ticket: Ticket): Promise<readonly Holder[]> {
  const inOffice = await officeColleagues(acting, ticket);
  if (inOffice) return inOffice;
  const team = await teamFor(acting, ticket);
  const unit = await unitOf(acting, ticket.unit);
  const post =
    postFor(acting.person, unit) ?? team.find(({ person }) => person.id === acting.person.id)?.role;
  const isAbove = post === "liaison_lead" || post === "dispatcher" || post === "admin";
  return team.filter(
    ({ person, role }) =>
      person.id !== acting.person.id && (isAbove || role === post || role === "liaison_lead"),
  );
}

/** Which matters can go to one colleague, and why not the others. */
interface Sorted {
  readonly going: readonly { readonly ticket: Ticket; readonly holder: Holder }[];
  readonly staying: readonly Text[];
}

async function sortOut(acting: Acting, numbers: readonly TicketNumber[], to: PersonId): Promise<Sorted> {
  const { going: mine, staying } = await passableOnes(acting, numbers);
  const going: { ticket: Ticket; holder: Holder }[] = [];
  for (const ticket of mine) {
    const holder = (await colleagues(acting, ticket)).find(({ person }) => person.id === to);
    if (!holder) staying.push(say.notInTeam);
    else if (ticket.about === to) staying.push(say.staysForAbout(ticket.number));
    else if (ticket.responsible === to) staying.push(say.taken(ticket.number, postAndName(holder)));
    else going.push({ ticket, holder });
  }
  return { going, staying };
}

/** What would go to a colleague, without passing it on. */
export async function checkSeveral(
  acting: Acting,
  numbers: readonly TicketNumber[],
  to: PersonId,
): Promise<Pick<SeveralPlan, "going" | "staying"> | Refusal> {
  const { going, staying } = await sortOut(acting, numbers, to);
  if (going.length === 0) return { refused: say.passedSeveral(say.wholeTeam, [], staying) };
  return { going: going.map(({ ticket }) => ticket.number), staying };
}

/** What came of handing several on. */
export interface SeveralPassed {
  readonly to: Text;
  readonly numbers: readonly TicketNumber[];
  readonly staying: readonly Text[];
}

/** Hands matters to a colleague, each noted by itself; she, and every villager, hears once of all that are hers. */
export async function passSeveral(
  acting: Acting,
  key: string,
  numbers: readonly TicketNumber[],
  { to, why }: { readonly to: PersonId; readonly why: string },
): Promise<SeveralPassed | Refusal> {
  const { going, staying } = await sortOut(acting, numbers, to);
  const [first] = going;
  if (!first) return { refused: say.passedSeveral(say.wholeTeam, [], staying) };
  const moves: Move[] = [];
  for (const { ticket, holder } of going)
    moves.push({ before: ticket, after: await passQuietly(acting, ticket, key, { holder, why }) });
  await tellColleague(acting, first.holder, moves, { key, why });
  await tellSeveralMoved(acting, moves, first.holder, `passed several ${key}`);
  const passed = moves.map(({ after }) => after.number);
  return { to: postAndName(first.holder), numbers: passed, staying };
}

async function passQuietly(
  acting: Acting,
  ticket: Ticket,
  key: string,
  { holder, why }: { readonly holder: Holder; readonly why: string },
): Promise<Ticket> {
  const said: Enclosure = { words: why, files: [] };
  return pass(acting, ticket, key, { ...passingTo(holder, ticket, said), isQuiet: true });
}

async function tellColleague(
  acting: Acting,
  { person }: Holder,
  moves: readonly Move[],
  { key, why }: { readonly key: string; readonly why: string },
): Promise<void> {
  const tasks: { ticket: Ticket; left: Left }[] = [];
  for (const { after } of moves) tasks.push({ ticket: after, left: await leftNow(acting, after) });
  const buttons = moves.slice(0, mostButtons).map(({ after }) => ({
    label: say.numberButton(after.number),
    token: `/task ${after.number}`,
  }));
  const choices = [...buttons, { label: say.seeTasks, token: "/tasks" }];
  const text = say.severalCard(calledName(acting.person), why, tasks);
  await tell(acting, person.id, { text, choices }, { key: `several ${person.id} ${key}`, lane: "reply" });
}
