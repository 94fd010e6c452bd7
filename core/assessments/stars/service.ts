import type { Choosable, Reply } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitsBelow, upwards, type Unit } from "../../org/index.ts";
import {
  can,
  nag,
  personById,
  reachableAt,
  residentsNamed,
  tell,
  unitsWhere,
  type Acting,
  type Person,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import { deedsOf, houseOf } from "../../points/index.ts";
import { daysOfYear } from "../make/year.ts";
import { isOn, type Merit } from "../model.ts";
import {
  holdList,
  insertLines,
  lineAbout,
  lineById,
  linesOf,
  listsOf,
  type Line,
  type LineId,
  type NewLine,
  type YearList,
} from "../store.ts";
import { say } from "../texts.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** Who may be meant by a name, in the grids of whoever nominates. */
export async function candidatesNamed(acting: Acting, name: string): Promise<readonly Choosable[]> {
  const grids = new Set<string>();
  for (const code of unitsWhere(acting.person.memberships, "year.nominate")) {
    const unit = await unitByCode(acting.tx, code);
    if (unit?.kind === "grid") grids.add(unit.code);
    else for (const below of await unitsBelow(acting.tx, code)) grids.add(below.code);
  }
  const found = await residentsNamed(acting, [...grids], name);
  return found.map(({ person, address }) => ({
    id: person.id,
    label: verbatim(address === null ? person.name : `${person.name}（${address}）`),
  }));
}

/** The draft that takes nominations where somebody lives: of her township, the newest. */
async function draftFor({ tx }: Pick<Acting, "tx">, home: Unit): Promise<YearList | undefined> {
  const lists = (await listsOf(tx, upwards(home))).filter(({ kind }) => kind === "stars");
  return lists[0]?.state === "draft" ? lists[0] : undefined;
}

/** Who may be nominated by whoever speaks, and where. */
interface Candidate {
  readonly person: Person;
  readonly village: Unit;
  readonly list: YearList;
}

/** Whoever holds a post is assessed or supervises; doctors, teachers and volunteers of the team may be stars. */
const notStars: readonly Role[] = [
  "grid_worker",
  "liaison_lead",
  "dispatcher",
  "officer",
  "area_leader",
  "direct_leader",
  "main_leader",
  "discipline",
  "supervisor",
  "admin",
];

/** May she be nominated by whoever speaks? Nobody nominates herself nor somebody she lives with. */
async function candidate(acting: Acting, id: PersonId): Promise<Candidate | Refusal> {
  const { tx } = acting;
  const person = await personById(tx, id);
  const grid = typeof person?.grid === "string" ? await unitByCode(tx, person.grid) : undefined;
  if (!person || !grid || !can(acting.person.memberships, "year.nominate", grid))
    return { refused: say.star.notYours };
  if ((await houseOf(tx, id)).includes(acting.person.id)) return { refused: say.star.ownHouse };
  if (person.memberships.some(({ role }) => notStars.includes(role)))
    return { refused: say.star.holdsPost(person.name) };
  if (!person.isConfirmed) return { refused: say.star.notConfirmed(person.name) };
  if ((await reachableAt(tx, id)).length === 0) return { refused: say.star.cannotAsk(person.name) };
  const village = grid.kind === "grid" && grid.parent !== null ? await unitByCode(tx, grid.parent) : grid;
  const list = await draftFor(acting, grid);
  return village && list ? { person, village, list } : { refused: say.star.notOpen };
}

/** Why nobody may add her to a list; undefined when somebody may. */
async function whyNotAdd({ tx }: Acting, { person, village, list }: Candidate): Promise<Text | undefined> {
  const lines = await linesOf(tx, list.id);
  if (lines.some(({ subject }) => subject === person.id)) return say.star.nominatedBefore(person.name);
  const ofVillage = lines.filter(({ unit, grade }) => unit === village.code && isOn(grade)).length;
  return ofVillage >= list.rules.starsPerVillage ? say.star.full(village.name, ofVillage) : undefined;
}

/** Why whoever speaks may not nominate anybody now; null when she may. */
export async function whyNotNominate(acting: Acting): Promise<Refusal | null> {
  if (unitsWhere(acting.person.memberships, "year.nominate").length === 0)
    return { refused: say.star.notNominator };
  return (await mayNominate(acting)) ? null : { refused: say.star.notOpen };
}

/** Why whoever speaks may not nominate somebody; null when she may. */
export async function whyNotStar(acting: Acting, id: PersonId): Promise<Refusal | null> {
  const found = await candidate(acting, id);
  if ("refused" in found) return found;
  const whyNot = await whyNotAdd(acting, found);
  return whyNot ? { refused: whyNot } : null;
}

/** What a nomination comes to, before it is made; or why it may not be. */
export async function previewStar(acting: Acting, id: PersonId, reason: string): Promise<Text | Refusal> {
  const found = await candidate(acting, id);
  if ("refused" in found) return found;
  const whyNot = await whyNotAdd(acting, found);
  if (whyNot) return { refused: whyNot };
  const { person, village, list } = found;
  const merit = await meritOf(acting, found, reason);
  return say.star.preview({ name: person.name, village: village.name, year: list.year, merit });
}

async function meritOf(
  { tx, calendar }: Acting,
  { person, list }: Candidate,
  reason: string,
): Promise<Merit> {
  const { from, to } = daysOfYear(calendar, list.year);
  return { reason, ...(await deedsOf(tx, person.id, { from, until: to })) };
}

/** Nominates somebody and asks her; her name is on the list once she agrees. */
export async function nominate(acting: Acting, id: PersonId, reason: string): Promise<Reply> {
  const found = await candidate(acting, id);
  if ("refused" in found) return found.refused;
  const { tx, now, person: nominator } = acting;
  const { person, village, list } = found;
  const held = await holdList(tx, list.id);
  if (held?.state !== "draft") return say.star.notOpen;
  const whyNot = await whyNotAdd(acting, found);
  if (whyNot) return whyNot;
  const made = { objection: null, words: null, madeBy: nominator.id, grade: "asked" } as const;
  const who = { subject: id, person: id, unit: village.code, name: person.name, post: null };
  const line: NewLine = { ...who, ...made, basis: { merit: await meritOf(acting, found, reason) } };
  await insertLines(tx, list.id, [line], now);
  const kept = await lineAbout(tx, list.id, id);
  if (kept) await askHer(acting, kept, list);
  return say.star.asked(person.name);
}

async function askHer(acting: Acting, line: Line, { year }: YearList): Promise<void> {
  const choices = [
    { label: say.star.agree, token: `/year star ${line.id} yes` },
    { label: say.star.disagree, token: `/year star ${line.id} no` },
  ];
  const reason = "merit" in line.basis ? line.basis.merit.reason : "";
  const text = say.star.askHer(year, reason);
  const letter = {
    key: `year star ${line.id} asked ${line.subject}`,
    lane: "alarm",
    mayPassOn: () => false,
  } as const;
  await tell(acting, line.subject, { text, choices }, letter);
}

/** What she says to her own nomination: her name is published with her yes only, and taken off at her no until the list is frozen. */
export async function answerStar(acting: Acting, id: LineId, isYes: boolean): Promise<Reply> {
  const { tx, now, person } = acting;
  const asked = await lineById(tx, id);
  const list = asked && (await holdList(tx, asked.list));
  const line = asked && (await lineAbout(tx, asked.list, asked.subject));
  if (!line || list?.kind !== "stars" || line.person !== person.id || !isOn(line.grade))
    return say.star.noSuch;
  if (list.state === "frozen") return say.star.frozen;
  if (isYes && line.grade === "named") return say.star.agreed;
  if (isYes && list.state !== "draft") return say.star.tooLate;
  const grade = isYes ? "named" : "declined";
  await insertLines(tx, list.id, [{ ...line, grade }], now);
  await tellNominator(acting, line, isYes);
  return isYes ? say.star.agreed : say.star.declined;
}

async function tellNominator(acting: Acting, { id, madeBy, name }: Line, isYes: boolean): Promise<void> {
  if (madeBy === null) return;
  await nag(acting, {
    key: `year star ${id} answered ${madeBy}`,
    recipient: madeBy,
    subject: `year star ${id}`,
    rank: 1,
    line: say.star.answered(name, isYes),
    open: "/year",
    saying: { text: say.star.answered(name, isYes) },
    isFact: true,
    passOn: "nobody",
  });
}

/** May whoever speaks nominate somebody now? */
export async function mayNominate(acting: Acting): Promise<boolean> {
  for (const code of unitsWhere(acting.person.memberships, "year.nominate")) {
    const unit = await unitByCode(acting.tx, code);
    if (unit && (await draftFor(acting, unit))) return true;
  }
  return false;
}
