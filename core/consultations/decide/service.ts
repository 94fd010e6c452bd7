import type { Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { record, tellVillagers, type Refusal, type Ticket } from "../../tickets/index.ts";
import { stopConsulting } from "../clock/clocks.ts";
import {
  convenerOf,
  deciderName,
  isEnded,
  matterOf,
  mayDecide,
  tellOf,
  underWay,
  unitNamed,
} from "../convening.ts";
import { isUnderWay, type Consultation } from "../model.ts";
import { partiesOf } from "../opinion/store.ts";
import { partyWords } from "../opinion/words.ts";
import { changeConsultation, consultationsOn } from "../store.ts";
import type { TaskLine } from "../tasks/reading.ts";
import { ownersFor } from "../tasks/owners.ts";
import { giveTask } from "../tasks/service.ts";
import { say } from "../texts.ts";
import type { Wall } from "../../language/index.ts";
import { momentOf, wallNow } from "../when/wall.ts";

/** What lies before whoever decides. */
export interface Case {
  readonly text: Text;
  readonly now: Wall;
  /** Everybody who can be given a task; a name twice is several people. */
  readonly owners: readonly string[];
}

export interface Decision {
  readonly words: string;
  readonly tasks: readonly TaskLine[];
}

interface Deciding {
  readonly ticket: Ticket;
  readonly consultation: Consultation;
}

async function decidable(acting: Acting, number: number): Promise<Deciding | Refusal> {
  const found = await asked(acting, number);
  if ("refused" in found) return found;
  return found.consultation.state === "deciding" ? found : { refused: say.notReady(number) };
}

/** A consultation that is whoever acts's to decide, by her post or standing in. */
async function asked(acting: Acting, number: number): Promise<Deciding | Refusal> {
  const newest = (await consultationsOn(acting.tx, number)).at(-1);
  if (newest && isUnderWay(newest) && (await mayDecide(acting, newest, acting.person))) {
    const ticket = await matterOf(acting, newest);
    return isEnded(ticket) ? { refused: say.overNow(number) } : { ticket, consultation: newest };
  }
  const found = await underWay(acting, number, "consult.convene");
  return "refused" in found ? found : { refused: say.mayNotDecide(number) };
}

export async function caseFor(acting: Acting, number: number): Promise<Case | Refusal> {
  const found = await decidable(acting, number);
  if ("refused" in found) return found;
  const { consultation, ticket } = found;
  const parties = await partiesOf(acting.tx, consultation.id);
  const lines = parties.map((party) => partyWords(acting, consultation, party, 300));
  return {
    text: join([say.partyLines(lines, true), say.askDecision]),
    now: wallNow(acting),
    owners: (await ownersFor(acting, consultation, ticket)).map(({ name }) => name),
  };
}

/** What is to be confirmed, with what the villager will read. */
export function reviewOf(acting: Acting, number: number, { words, tasks }: Decision): Text {
  const lines = tasks.map(({ owner, due, what }) =>
    say.taskLine(owner, acting.calendar.moment(momentOf(acting, due)), what),
  );
  const last = Math.max(0, ...tasks.map(({ due }) => momentOf(acting, due)));
  const villager = say.villagerHears(number, words, last === 0 ? undefined : acting.calendar.moment(last));
  return say.reviewDecision(words, lines.length > 0 ? join(lines) : say.noTasks, villager);
}

/** Decides: tasks are given with their clocks, everybody asked hears it, and the villager once. */
export async function decide(
  acting: Acting,
  number: number,
  key: string,
  { words, tasks }: Decision,
): Promise<Reply> {
  const found = await decidable(acting, number);
  if ("refused" in found) return found.refused;
  const { consultation, ticket } = found;
  const change = {
    state: "decided",
    decision: words,
    decidedAt: acting.now,
    leader: acting.person.id,
  } as const;
  if (!(await changeConsultation(acting.tx, consultation.id, ["deciding"], change)))
    return say.noneUnderWay(number);
  await stopConsulting(acting, consultation, "decided");
  await record(acting, ticket, "consult_decided", { words, files: [] }, key);
  const decided: Consultation = { ...consultation, ...change };
  // First what was decided, then what is hers to do: the last message is the one whose numbers count.
  await tellTheOthers(acting, decided, words);
  const dues = await giveTasks(acting, decided, ticket, { key, tasks });
  const last = dues.length === 0 ? undefined : acting.calendar.moment(Math.max(...dues));
  await tellVillagers(acting, ticket, { text: say.villagerHears(number, words, last) }, `decided ${key}`);
  return say.decidedNow(number, dues.length);
}

/** @returns when each is due. */
async function giveTasks(
  acting: Acting,
  consultation: Consultation,
  ticket: Ticket,
  { key, tasks }: { readonly key: string; readonly tasks: readonly TaskLine[] },
): Promise<readonly number[]> {
  const owners = await ownersFor(acting, consultation, ticket);
  const minder = (await convenerOf(acting, consultation))?.id ?? acting.person.id;
  const dues: number[] = [];
  for (const [at, { owner, due, what }] of tasks.entries()) {
    const person = owners.find(({ name }) => name === owner)?.person;
    const dueAt = momentOf(acting, due);
    const said = acting.calendar.moment(dueAt);
    await record(
      acting,
      ticket,
      "tasked",
      { words: `${owner} ${said.zh} 前：${what}`, files: [] },
      `${key} ${at}`,
    );
    await giveTask(acting, {
      consultation: consultation.id,
      meeting: undefined,
      number: ticket.number,
      owner: person ?? minder,
      // Whoever is not in chat is answered for by whoever called it.
      what: person === undefined ? say.onBehalf(owner, what) : what,
      dueAt,
      madeBy: acting.person.id,
      sourceKey: `${key} ${at}`,
    });
    dues.push(dueAt);
  }
  return dues;
}

/** Those who were asked, and whoever called it. */
async function tellTheOthers(acting: Acting, consultation: Consultation, words: string): Promise<void> {
  const { number } = consultation;
  const unit = await unitNamed(acting, consultation.unit);
  const leader = await deciderName(acting, acting.person.id, unit);
  const saying = {
    text: say.decidedFor(number, leader, words),
    choices: [{ label: say.minutes, token: `/consult ${number} minutes` }],
  };
  const parties = await partiesOf(acting.tx, consultation.id);
  const told = new Set([
    ...parties.map(({ person }) => person),
    (await convenerOf(acting, consultation))?.id,
  ]);
  for (const id of told)
    if (id !== undefined && id !== acting.person.id)
      await tellOf(acting, id, consultation, saying, "decided");
}
