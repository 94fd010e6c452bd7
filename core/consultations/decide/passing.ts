import type { Saying } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import {
  nag,
  overdueRank,
  personById,
  unitsWhere,
  type Moment,
  type Person,
  type PersonId,
} from "../../people/index.ts";
import { headline, recordUnasked, type Ticket } from "../../tickets/index.ts";
import { startDeciding } from "../clock/clocks.ts";
import {
  aboutConsultation,
  convenerOf,
  isLeader,
  leaderFor,
  leaderName,
  matterOf,
  tellOf,
  unitNamed,
  type Leader,
} from "../convening.ts";
import type { Consultation } from "../model.ts";
import { partiesOf } from "../opinion/store.ts";
import { partyWords } from "../opinion/words.ts";
import { changeConsultation, consultationById } from "../store.ts";
import { say } from "../texts.ts";

/** Why a leader gets a consultation now. */
export type Reason = keyof typeof say.reasons;

/** In a message an opinion is shown no longer than this; the minutes have all of it. */
const shownOfEach = 300;

/** Who decides now, and how that is noted. */
export interface Passed {
  readonly leader: Leader | undefined;
  readonly name: Text;
  /** Where a post was vacant, that; else nothing. */
  readonly vacancy: Text;
}

/**
 * Puts the opinions before whoever decides: the area leader, else the next one above; whoever called it hears which, and that
 * a post is vacant. Where every post is vacant she hears that nobody can decide.
 * @param reason at a deadline, and where it is closed, whoever does it says so to whoever called it; at a deadline nobody is woken.
 */
export async function passToLeader(
  moment: Moment,
  consultation: Consultation,
  reason: Reason,
): Promise<Passed> {
  const unit = await unitNamed(moment, consultation.unit);
  const ticket = await matterOf(moment, consultation);
  const leader = await leaderFor(moment, unit, ticket);
  const vacancy = say.passedOver(leader?.passedOver ?? []);
  const result = { leader, name: leaderName(leader), vacancy };
  const change = { state: "deciding", leader: leader?.person.id ?? null } as const;
  const passed = { ...consultation, state: "deciding" as const, leader: leader?.person.id };
  if (!(await changeConsultation(moment.tx, consultation.id, ["asking", "deciding"], change))) return result;
  await startDeciding(moment, passed);
  const key = `passed ${reason} ${consultation.id} ${moment.now}`;
  await recordUnasked(moment, ticket, "consult_changed", noteOn(leader).zh, key);
  if (reason !== "deadline" && reason !== "closed")
    await tellConvener(moment, passed, result, { reason, key });
  if (leader) await putBefore(moment, passed, ticket, { leader, reason, key });
  return result;
}

function noteOn(leader: Leader | undefined): Text {
  return leader ? say.passedNote(leaderName(leader), leader.passedOver) : say.nobodyDecides;
}

async function tellConvener(
  moment: Moment,
  consultation: Consultation,
  passed: Passed,
  { reason, key }: { readonly reason: Reason; readonly key: string },
): Promise<void> {
  const convener = await convenerOf(moment, consultation);
  if (!convener || convener.id === passed.leader?.person.id) return;
  const saying = { text: passedText(consultation, passed) };
  await hear(moment, consultation, convener.id, { saying, reason, key });
}

/** What whoever called it hears of who decides. */
export function passedText(
  { number }: Pick<Consultation, "number">,
  { leader, name, vacancy }: Passed,
): Text {
  return leader ? say.passedFor(number, name, vacancy) : say.nobodyFor(number);
}

/** The opinions, for whoever decides, with what she can do. */
async function putBefore(
  moment: Moment,
  consultation: Consultation,
  ticket: Ticket,
  { leader, reason, key }: { readonly leader: Leader; readonly reason: Reason; readonly key: string },
): Promise<void> {
  const { number, question } = consultation;
  const parties = await partiesOf(moment.tx, consultation.id);
  const lines = say.partyLines(
    parties.map((party) => partyWords(moment, consultation, party, shownOfEach)),
    true,
  );
  const isSilent = parties.every(({ state }) => state !== "answered");
  const text = say.forLeader({
    number,
    words: headline(ticket.what || ticket.place),
    question,
    why: reason === "deadline" && isSilent ? say.noOpinions : say.reasons[reason],
    opinions: lines,
  });
  const files = parties.flatMap(({ opinion }) => opinion?.files ?? []);
  const saying = { text, files, choices: deciderChoices(number, leader.person) };
  await hear(moment, consultation, leader.person.id, { saying, reason, key: `leader ${key}` });
}

/** Said at once where it is somebody's deed; what a clock found waits for the morning. */
async function hear(
  moment: Moment,
  consultation: Consultation,
  to: PersonId,
  { saying, reason, key }: { readonly saying: Saying; readonly reason: Reason; readonly key: string },
): Promise<void> {
  if (reason === "complete" || reason === "closed")
    return void (await tellOf(moment, to, consultation, saying, key));
  const about = aboutConsultation(consultation);
  await nag(moment, {
    key: `${about} ${key} ${to}`,
    recipient: to,
    subject: about,
    rank: overdueRank,
    line: say.decideLine(consultation.number),
    open: `/consult ${consultation.number}`,
    saying: { ...saying, about },
    isFact: true,
    passOn: "nobody",
  });
}

/** What whoever decides can press; whoever only stands in has no post to extend it by. */
export function deciderChoices(number: number, { memberships }: Pick<Person, "memberships">) {
  const mayExtend = unitsWhere(memberships, "consult.convene").length > 0;
  return [
    { label: say.decide, token: `/consult ${number} decide` },
    ...(mayExtend
      ? [
          { label: say.extend, token: `/consult ${number} extend` },
          { label: say.matter, token: `/task ${number}` },
        ]
      : []),
  ];
}

/** Whoever was to decide neither holds such a post nor stands in for it any more: the next one gets it. @returns as it is then. */
export async function stillLed(moment: Moment, consultation: Consultation): Promise<Consultation> {
  const unit = await unitNamed(moment, consultation.unit);
  const ticket = await matterOf(moment, consultation);
  const { leader: id } = consultation;
  const held = id === undefined ? undefined : await personById(moment.tx, id);
  const next = await leaderFor(moment, unit, ticket);
  const isStill = held !== undefined && (isLeader(held, unit) || held.id === next?.person.id);
  if (isStill || !next) return consultation;
  await passToLeader(moment, consultation, "handed");
  return (await consultationById(moment.tx, consultation.id)) ?? consultation;
}
