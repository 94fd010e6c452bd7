import { join, type Text } from "../../language/index.ts";
import { hearersOf, nag, overdueRank, personById, type Moment, type PersonId } from "../../people/index.ts";
import { timesAfter, type Clock, type Stage } from "../../time/index.ts";
import { headline, isKeptFrom, recordUnasked, type Ticket } from "../../tickets/index.ts";
import { partyChoices } from "../convene/asking.ts";
import { aboutConsultation, convenerOf, deciderName, isEnded, matterOf, unitNamed } from "../convening.ts";
import { deciderChoices, passedText, passToLeader, stillLed } from "../decide/passing.ts";
import { endWithMatter } from "../manage/service.ts";
import { isUnderWay, silentAtDeadline, type Consultation } from "../model.ts";
import { changeParty, partiesOf, type HeardParty } from "../opinion/store.ts";
import { consultationById } from "../store.ts";
import { say } from "../texts.ts";
import { ringTask } from "./ringTask.ts";

const dueSoonRank = 5;

/** What a stage of a clock of this slice brings about; one that no longer fits does nothing. */
export async function ringConsultationStage(moment: Moment, clock: Clock, stage: Stage): Promise<void> {
  const [about, id = ""] = clock.subject.split(" ");
  if (about === "joint_task") return ringTask(moment, clock, stage, Number(id));
  const consultation = await consultationById(moment.tx, Number(id));
  if (!consultation || !isUnderWay(consultation)) return;
  const ticket = await matterOf(moment, consultation);
  if (isEnded(ticket)) return endWithMatter(moment, consultation);
  const waits = { moment, clock, consultation, ticket };
  if (clock.kind === "decide") return undecided(waits, stage);
  if (consultation.state !== "asking") return;
  return stage === "breach" || timesAfter(stage) > 0 ? timeIsUp(waits) : remindParties(waits, stage);
}

interface Waits {
  readonly moment: Moment;
  readonly clock: Clock;
  readonly consultation: Consultation;
  readonly ticket: Ticket;
}

/** Something a clock says about a consultation; whom its matter is about never hears it. */
interface Word {
  readonly rank: number;
  readonly line: Text;
  readonly text: Text;
  readonly choices?: ReturnType<typeof deciderChoices>;
  readonly key: string;
  readonly isFact?: boolean;
}

async function nagOf(
  { moment, clock, consultation, ticket }: Waits,
  to: PersonId,
  word: Word,
): Promise<void> {
  if (ticket.isSealed || (await isKeptFrom(moment, to, ticket))) return;
  const { choices = [], rank, line, key, isFact = false } = word;
  const about = aboutConsultation(consultation);
  await nag(moment, {
    key: `${about} ${key} ${to}`,
    recipient: to,
    clock,
    subject: about,
    rank,
    line,
    open: `/consult ${consultation.number}`,
    saying: { text: word.text, choices, about },
    isFact,
    passOn: "nobody",
  });
}

/** Reminds those who are not heard yet. */
async function remindParties(waits: Waits, stage: Stage): Promise<void> {
  const { moment, clock, consultation } = waits;
  const { number, question, dueAt } = consultation;
  const due = moment.calendar.moment(dueAt);
  for (const party of await partiesOf(moment.tx, consultation.id)) {
    if (party.state !== "waiting" || party.person === undefined) continue;
    await nagOf(waits, party.person, {
      rank: stage === "half" ? 2 : dueSoonRank,
      line: say.dueSoonLine(number, due),
      text: say.dueSoon(number, question, due),
      choices: partyChoices(number, party),
      key: `${stage} ${clock.id} ${clock.revision}`,
    });
  }
}

/** The deadline: whoever was to answer and did not is noted, and the leader gets what there is. */
async function timeIsUp(waits: Waits): Promise<void> {
  const { moment, clock, consultation, ticket } = waits;
  const { number } = consultation;
  const silent = silentAtDeadline(await partiesOf(moment.tx, consultation.id));
  for (const party of silent) await changeParty(moment.tx, party.id, { state: "silent" });
  const key = `up ${clock.id}`;
  const names = silent.map(({ name }) => name);
  if (names.length > 0)
    await recordUnasked(moment, ticket, "consult_changed", `${names.join("、")}未按时答复`, key);
  await tellSilent(waits, silent, key);
  const passed = await passToLeader(moment, consultation, "deadline");
  const convener = await convenerOf(moment, consultation);
  if (!convener || convener.id === passed.leader?.person.id) return;
  const what = names.length > 0 ? say.silent(number, names, say.stillTaken) : say.allAnswered(number);
  await nagOf(waits, convener.id, {
    rank: overdueRank,
    line: say.lapsedLine(number),
    text: join([what, passedText(consultation, passed)]),
    key,
    isFact: true,
  });
}

async function tellSilent(waits: Waits, silent: readonly HeardParty[], key: string): Promise<void> {
  const { number } = waits.consultation;
  for (const party of silent)
    if (party.person !== undefined)
      await nagOf(waits, party.person, {
        rank: overdueRank,
        line: say.lapsedLine(number),
        text: say.youWereSilent(number),
        choices: partyChoices(number, party),
        key,
        isFact: true,
      });
}

/** The leader is reminded; late, whoever called it is told, and then those above. */
async function undecided(waits: Waits, stage: Stage): Promise<void> {
  const { moment, clock, ticket } = waits;
  const consultation = await stillLed(moment, waits.consultation);
  const { number, leader } = consultation;
  if (consultation.leader !== waits.consultation.leader) return;
  const words = headline(ticket.what || ticket.place);
  const times = timesAfter(stage);
  const isLate = stage === "breach" || times > 0;
  const rank = isLate ? overdueRank + Math.min(times, 80) : dueSoonRank;
  const key = `decide ${stage} ${clock.id}`;
  const text = say.decideSoon(number, words);
  const decider = leader === undefined ? undefined : await personById(moment.tx, leader);
  if (decider)
    await nagOf(waits, decider.id, {
      rank,
      line: text,
      text,
      choices: deciderChoices(number, decider),
      key,
    });
  if (!isLate) return;
  const unit = await unitNamed(moment, consultation.unit);
  const name = leader === undefined ? say.nobodyDecides : await deciderName(moment, leader, unit);
  const late = say.undecidedFor(number, words, name);
  for (const id of await toldOfDelay(waits, times))
    if (id !== leader) await nagOf(waits, id, { rank, line: late, text: late, key });
}

/** Whoever called it; after a day the leader in charge, after two the main leader; who is away or out of reach has her deputy. */
async function toldOfDelay({ moment, consultation }: Waits, times: number): Promise<ReadonlySet<PersonId>> {
  const convener = await convenerOf(moment, consultation);
  const unit = await unitNamed(moment, consultation.unit);
  const told = new Set<PersonId>(convener ? [convener.id] : []);
  const posts = (["direct_leader", "main_leader"] as const).slice(0, times);
  for (const post of posts)
    for (const { person } of (await hearersOf(moment, unit, post)).hearers) told.add(person.id);
  return told;
}
