import { simplify, type Text } from "../../../language/index.ts";
import { contains, unitByCode, unitName, unitsBelow, unitsCalled, type Unit } from "../../../org/index.ts";
import type { Tx } from "../../../store/index.ts";
import type { Person, PersonId, Role } from "../../model.ts";
import type { Acting } from "../../moment.ts";
import { readRole, readSpecialty } from "../../reading.ts";
import { holdersIn } from "../../service.ts";
import { personById, personsNamed } from "../../store.ts";
import { postName, roleNames, say as peopleTexts } from "../../texts.ts";
import { isNobody, postsOf } from "../model.ts";
import { say } from "../texts.ts";
import type { ChangeLine, Problem } from "../texts/handing.ts";
import { changeLine, leavesNoAdmin, mayHand, type Change } from "./service.ts";
import { pendingIn } from "./store.ts";

const mostLines = 60;

/** The posts of a unit and its grids with their holders, one a line, as they can be sent back. */
export async function electionLines(tx: Tx, unit: Unit): Promise<readonly string[]> {
  const lines: string[] = [];
  const grids = unit.kind === "village" ? await unitsBelow(tx, unit.code) : [];
  for (const place of [unit, ...grids]) {
    const holders = await holdersIn(tx, place.code);
    const name = (await unitName(tx, place.code)).replaceAll(" ", "");
    for (const role of postsOf[place.kind]) {
      const held = holders.filter((holder) => holder.role === role);
      for (const { person, specialty } of held)
        lines.push([roleNames[role].zh, name, specialty ?? [], person.name].flat().join(" "));
      if (held.length === 0) lines.push(`${roleNames[role].zh} ${name} ${say.vacantWord}`);
    }
  }
  return lines;
}

/** What the lines sent back come to: every change, or what is wrong with them; all or nothing. */
export type ElectionReading =
  | { readonly changes: readonly Change[]; readonly shown: readonly ChangeLine[]; readonly same: number }
  | { readonly problems: Text };

/** One line: who is to hold a post, null for nobody. */
interface Wish {
  readonly line: number;
  readonly unit: Unit;
  readonly role: Role;
  readonly specialty: string | null;
  readonly person: Person | null;
}

/** Reads 「网格员 双桥村G1 王小明」, one post a line. The lines about one post name everybody who is to hold it. */
export async function readElection(acting: Acting, unit: Unit, words: string): Promise<ElectionReading> {
  const lines = words
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length > mostLines) return { problems: say.tooManyLines(mostLines) };
  const wishes: Wish[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    const read = await readWish(acting, unit, line);
    if ("why" in read) problems.push({ line: index + 1, why: read.why });
    else wishes.push({ ...read, line: index + 1 });
  }
  const read = await changesOf(acting, wishes, problems);
  if (problems.length > 0)
    return { problems: say.problems(problems.toSorted((one, other) => one.line - other.line)) };
  if (read.changes.length === 0) return { problems: say.nothingChanges };
  const shown: ChangeLine[] = [];
  for (const change of read.changes) shown.push(await changeLine(acting, change));
  return { ...read, shown };
}

type Reading<T> = T | { readonly why: Text };

async function readWish(acting: Acting, unit: Unit, line: string): Promise<Reading<Omit<Wish, "line">>> {
  const [roleWord = "", ...rest] = simplify(line.normalize("NFKC")).split(/[\s,，、:：]+/u);
  const name = rest.at(-1);
  if (name === undefined) return { why: say.electionLineUsage };
  const role = readRole(roleWord);
  if (!role || role === "villager") return { why: say.unknownRole(roleWord) };
  const middle = rest.slice(0, -1);
  const specialty = role === "team_member" ? (readSpecialty(middle.at(-1) ?? "") ?? null) : null;
  if (role === "team_member" && specialty === null) return { why: say.needsSpecialty };
  const place = await placeCalled(
    acting.tx,
    unit,
    (specialty === null ? middle : middle.slice(0, -1)).join(""),
  );
  if ("why" in place) return place;
  if (!(await mayHand(acting, { unit: place.code, role })))
    return { why: say.mayNotHandPost(await postText(acting.tx, place, role, specialty)) };
  const person = isNobody(name) ? null : await personCalled(acting.tx, unit, name);
  if (person && "why" in person) return person;
  return { unit: place, role, specialty, person };
}

/** A unit inside the one the election is for; left out it is that one; 「G1」 is a grid of it. */
async function placeCalled(tx: Tx, unit: Unit, words: string): Promise<Reading<Unit>> {
  if (words === "") return unit;
  const [, village = "", grid] = /^(.*?)-?(G\d+)$/iu.exec(words) ?? [];
  const found = await unitsCalled(tx, grid === undefined || /^\d{12}$/.test(village) ? words : village);
  const named = grid === undefined ? found : await gridsOf(tx, village === "" ? [unit] : found, grid);
  if (named.length === 0) return { why: say.unknownUnit(words) };
  const inside = named.find((one) => contains(unit, one));
  return inside ?? { why: say.outsideUnit(words, unit.name) };
}

async function gridsOf(tx: Tx, villages: readonly Unit[], grid: string): Promise<readonly Unit[]> {
  const grids: Unit[] = [];
  for (const { code } of villages) {
    const found = code.endsWith(`-${grid.toUpperCase()}`) ? code : `${code}-${grid.toUpperCase()}`;
    const one = await unitByCode(tx, found);
    if (one) grids.push(one);
  }
  return grids;
}

/** 「陈德福」, or 「陈德福/双桥村G2」 where there are namesakes. */
async function personCalled(tx: Tx, unit: Unit, words: string): Promise<Reading<Person>> {
  const [name = "", home] = words.split(/[/／@]/u);
  const people: { readonly person: Person; readonly home: string }[] = [];
  for (const id of await personsNamed(tx, name)) {
    const person = await personById(tx, id);
    const lives = person?.grid ? (await unitName(tx, person.grid)).replaceAll(" ", "") : unit.name;
    if (person) people.push({ person, home: lives });
  }
  const meant = home === undefined ? people : people.filter((one) => one.home.endsWith(home));
  const [only, ...others] = meant;
  if (!only) return { why: say.unknownPerson(words) };
  return others.length === 0
    ? only.person
    : {
        why: say.namesakes(
          name,
          meant.map((one) => one.home),
        ),
      };
}

async function postText(tx: Tx, { code }: Unit, role: Role, specialty: string | null): Promise<Text> {
  return peopleTexts.postIn(await unitName(tx, code), postName(role, specialty ?? undefined));
}

/** Who is to leave a post and who is to come, pair by pair; what cannot be is added to `problems`. */
async function changesOf(
  acting: Acting,
  wishes: readonly Wish[],
  problems: Problem[],
): Promise<{ readonly changes: readonly Change[]; readonly same: number }> {
  const changes: Change[] = [];
  let same = 0;
  for (const wished of Map.groupBy(
    wishes,
    ({ unit, role, specialty }) => `${unit.code} ${role} ${specialty}`,
  ).values()) {
    const [first] = wished;
    if (!first) continue;
    const pairs = await pairsOf(acting.tx, first, wished);
    const why = await objection(acting, first, wished, pairs);
    if (why) problems.push({ line: first.line, why });
    same += wished.filter(({ person }) =>
      person ? !pairs.some(({ to }) => to === person.id) : pairs.length === 0,
    ).length;
    changes.push(...pairs);
  }
  return { changes, same };
}

async function pairsOf(tx: Tx, first: Wish, wished: readonly Wish[]): Promise<readonly Change[]> {
  const { unit, role, specialty } = first;
  const holders = (await holdersIn(tx, unit.code)).filter(
    (holder) => holder.role === role && (holder.specialty ?? null) === specialty,
  );
  const now = holders.map(({ person }) => person.id);
  const then = [...new Set(wished.flatMap(({ person }) => person?.id ?? []))];
  const leaving: (PersonId | null)[] = now.filter((id) => !then.includes(id));
  const coming: (PersonId | null)[] = then.filter((id) => !now.includes(id));
  return Array.from({ length: Math.max(leaving.length, coming.length) }, (_, index) => ({
    unit: unit.code,
    role,
    specialty,
    from: leaving[index] ?? null,
    to: coming[index] ?? null,
  }));
}

async function objection(
  acting: Acting,
  { unit, role, specialty }: Wish,
  wished: readonly Wish[],
  pairs: readonly Change[],
): Promise<Text | undefined> {
  const people = wished.filter(({ person }) => person !== null);
  if (people.length > 0 && people.length < wished.length) return say.contradiction;
  if (pairs.length === 0) return undefined;
  const post = await postText(acting.tx, unit, role, specialty);
  const pending = await pendingIn(acting.tx, [unit.code]);
  if (pending.some((one) => one.role === role && (one.specialty ?? null) === specialty))
    return say.pendingPost(post);
  for (const { to } of pairs) {
    const person = to === null ? undefined : await personById(acting.tx, to);
    if (person?.memberships.some((held) => held.role === role && held.unit === unit.code))
      return say.holdsAlready(person.name, post);
  }
  const left = pairs.filter((pair) => pair.to === null);
  for (const change of left) if (await leavesNoAdmin(acting, change)) return say.stillLastAdmin(unit.name);
  return undefined;
}
