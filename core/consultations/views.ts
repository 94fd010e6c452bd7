import type { Choice, Reply, Saying } from "../dialogue/index.ts";
import { join, verbatim, type Text } from "../language/index.ts";
import { unitByCode } from "../org/index.ts";
import { calledName, personById, unitsWhere, type Acting, type Moment } from "../people/index.ts";
import { headline, isOver, type Ticket } from "../tickets/index.ts";
import {
  aboutConsultation,
  deciderName,
  holdsPost,
  isHidden,
  managed,
  matterOf,
  mayDecide,
  unitNamed,
} from "./convening.ts";
import { partyChoices } from "./convene/asking.ts";
import { deciderChoices } from "./decide/passing.ts";
import { isUnderWay, type Consultation } from "./model.ts";
import { partOf, type Part } from "./opinion/service.ts";
import { partiesOf } from "./opinion/store.ts";
import { partyWords } from "./opinion/words.ts";
import { consultationsOn, underWayAsking, underWayInside } from "./store.ts";
import { openTasksOf, tasksOf } from "./tasks/store.ts";
import { taskLine } from "./tasks/view.ts";
import { say } from "./texts.ts";

const listLength = 8;

/** What is under way where somebody may call consultations, what waits for her opinion, and her own tasks. */
export async function overview(acting: Acting): Promise<Reply> {
  const { tx, person } = acting;
  const choices: Choice[] = [];
  const seen = new Set<number>();
  const asked = await underWayAsking(tx, person.id, listLength);
  const overseen: Consultation[] = [];
  for (const code of new Set(unitsWhere(person.memberships, "consult.convene"))) {
    const unit = await unitByCode(tx, code);
    if (unit) overseen.push(...(await underWayInside(tx, unit.path, listLength)));
  }
  for (const consultation of [...asked, ...overseen]) {
    if (seen.has(consultation.id) || (await isHidden(acting, consultation, person.id))) continue;
    seen.add(consultation.id);
    const part = await partOf(acting, { id: consultation.id });
    choices.push(await lineOf(acting, consultation, part));
  }
  const mine = await openTasksOf(tx, person.id, listLength);
  for (const task of mine) {
    const due = acting.calendar.moment(task.dueAt);
    choices.push({
      label: say.taskDueLine(task.id, headline(task.what), due),
      token: `/consult task ${task.id}`,
    });
  }
  const mayCall = unitsWhere(person.memberships, "consult.convene").length > 0;
  const text = choices.length === 0 && !mayCall ? say.noneForYou : say.list(choices.length, listLength);
  return choices.length === 0 ? text : { text, choices: choices.slice(0, listLength) };
}

async function lineOf(moment: Moment, consultation: Consultation, part: Part | undefined): Promise<Choice> {
  const { number, state, dueAt } = consultation;
  const ticket = await matterOf(moment, consultation);
  const isWaiting = part?.party.state === "waiting" || part?.party.state === "silent";
  return {
    label: say.listLine({
      number,
      words: headline(ticket.what || ticket.place, 14),
      state: isWaiting ? say.yourOpinion : say.states[state],
      due: moment.calendar.moment(dueAt),
    }),
    token: `/consult ${number}`,
  };
}

/** The newest consultation on a matter, with what whoever looks can do; undefined where there is none for her. */
export async function consultationView(acting: Acting, number: number): Promise<Reply | undefined> {
  const part = await partOf(acting, { number });
  const found = await managed(acting, number, "consult.convene");
  if ("refused" in found)
    return (await deciderView(acting, number)) ?? (part ? partView(acting, part) : undefined);
  const { ticket, consultation } = found;
  if (!consultation) return undefined;
  const text = say.viewOf(await wholeOf(acting, consultation, { showsWords: true }));
  const hers = part && isUnderWay(consultation) ? partyChoices(number, part.party) : [];
  const choices = [...hers, ...(await managingChoices(acting, ticket, consultation))];
  return { text, choices, about: aboutConsultation(consultation) };
}

/** For whoever stands in for a leader: what it comes to, and that it is hers to decide. */
async function deciderView(acting: Acting, number: number): Promise<Saying | undefined> {
  const newest = (await consultationsOn(acting.tx, number)).at(-1);
  if (newest?.state !== "deciding" || !(await mayDecide(acting, newest, acting.person))) return undefined;
  const text = say.viewOf(await wholeOf(acting, newest, { showsWords: true }));
  return {
    text,
    choices: deciderChoices(number, acting.person).slice(0, 1),
    about: aboutConsultation(newest),
  };
}

async function partView(acting: Acting, { consultation, party }: Part): Promise<Saying> {
  const isOpen = isUnderWay(consultation);
  const whole = await wholeOf(acting, consultation, { showsWords: consultation.state === "decided" });
  const own = say.partyLines([partyWords(acting, consultation, party)], true);
  const text = say.viewOf(isOpen ? { ...whole, parties: own } : whole);
  const choices = isOpen ? partyChoices(consultation.number, party) : [];
  return { text, choices, about: aboutConsultation(consultation) };
}

async function managingChoices(
  acting: Acting,
  ticket: Ticket,
  consultation: Consultation,
): Promise<readonly Choice[]> {
  const { number, state } = consultation;
  const does = (label: Text, verb: string): Choice => ({ label, token: `/consult ${number} ${verb}` });
  if (!isUnderWay(consultation)) {
    const isLeft = !isOver(ticket) && ticket.state !== "settled";
    return [
      ...(state === "decided" ? [does(say.minutes, "minutes")] : []),
      ...(isLeft ? [does(say.again, "new")] : []),
    ];
  }
  const isHers = state === "deciding" && (await mayDecide(acting, consultation, acting.person));
  const deciding = isHers ? deciderChoices(number, acting.person).slice(0, 1) : [];
  return [
    ...deciding,
    does(say.enter, "enter"),
    does(say.addParty, "add"),
    ...(state === "asking" ? [does(say.close, "close")] : []),
    does(say.extend, "extend"),
    does(say.callOff, "off"),
  ];
}

/** 会商纪要: question, who, opinions with their times and how late, decision, tasks. For those who took part once it is decided. */
export async function minutesView(acting: Acting, number: number): Promise<Reply> {
  const found = await managed(acting, number, "consult.convene");
  const mayAlways = !("refused" in found);
  const rounds = await roundsFor(acting, number, mayAlways);
  const shown = mayAlways ? rounds.at(-1) : rounds.findLast(({ state }) => state === "decided");
  if (!shown && "refused" in found) return rounds.length > 0 ? say.minutesLater(number) : found.refused;
  if (!shown) return say.noneUnderWay(number);
  const parties = await partiesOf(acting.tx, shown.id);
  const text = say.minutesOf(await wholeOf(acting, shown, { showsWords: true }));
  const files = parties.flatMap(({ opinion }) => opinion?.files ?? []);
  return { text, files, about: aboutConsultation(shown) };
}

/** The consultations on a matter that were not called off: all of them, or those whoever acts took part in. */
async function roundsFor(acting: Acting, number: number, all: boolean): Promise<readonly Consultation[]> {
  const rounds: Consultation[] = [];
  for (const one of await consultationsOn(acting.tx, number)) {
    const isHers = all || (holdsPost(acting.person) && (await partOf(acting, { id: one.id })) !== undefined);
    if (one.state !== "called_off" && isHers) rounds.push(one);
  }
  return rounds;
}

async function wholeOf(
  moment: Moment,
  consultation: Consultation,
  { showsWords }: { readonly showsWords: boolean },
) {
  const { number, lead, question, createdAt, dueAt, state } = consultation;
  const ticket = await matterOf(moment, consultation);
  const parties = await partiesOf(moment.tx, consultation.id);
  const convener = await personById(moment.tx, consultation.convenedBy);
  const rounds = await consultationsOn(moment.tx, number);
  const lines: Text[] = [];
  for (const task of await tasksOf(moment.tx, { consultation: consultation.id }))
    lines.push(await taskLine(moment, task));
  return {
    number,
    round: rounds.findIndex(({ id }) => id === consultation.id) + 1,
    words: headline(ticket.what || ticket.place),
    state: say.states[state],
    lead,
    convener: convener ? calledName(convener) : "",
    question,
    createdAt: moment.calendar.moment(createdAt),
    due: moment.calendar.moment(dueAt),
    parties: say.partyLines(
      parties.map((party) => partyWords(moment, consultation, party)),
      showsWords,
    ),
    decision: await decisionOf(moment, consultation),
    tasks: lines.length === 0 ? verbatim("") : join([say.taskHead, ...lines]),
  };
}

async function decisionOf(moment: Moment, consultation: Consultation): Promise<Text> {
  const { decision, decidedAt, leader, state } = consultation;
  if (state === "called_off") return say.wasCalledOff;
  if (decision === undefined || decidedAt === undefined || leader === undefined) return say.undecided;
  const unit = await unitNamed(moment, consultation.unit);
  const name = await deciderName(moment, leader, unit);
  return say.decisionLine(name, moment.calendar.moment(decidedAt), decision);
}
