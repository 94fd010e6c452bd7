import type { Text } from "../../language/index.ts";
import { unitName, type Unit } from "../../org/index.ts";
import {
  canTo,
  insertMembership,
  peopleTexts,
  personById,
  readOffice,
  readRole,
  readSpecialty,
  roleNames,
  tell,
  type Acting,
  type Membership,
  type Role,
} from "../../people/index.ts";
import { bad } from "../texts/bad.ts";
import { columnNames } from "../texts/subjects.ts";
import type { Going, Incoming, Row, Verdict } from "./kind.ts";
import { placeIn } from "./places.ts";
import { peopleCalled } from "./store.ts";

interface Said {
  readonly line: number;
  readonly person: string;
  readonly post: Membership;
  readonly isHeld: boolean;
}

type Hindered = { readonly line: number; readonly bad: Text };

/** Posts for people who have joined or are registered: each is told. Nobody is made her own equal. */
export const staff: Incoming = {
  rowsAtOnce: 3_000,
  mostRows: 3_000,
  async judge(acting, going, rows) {
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      const said = await read(acting, going, row);
      verdicts.push("bad" in said ? { bad: said.bad } : said.isHeld ? "same" : "fresh");
    }
    return verdicts;
  },
  async bring(acting, going, rows) {
    const deeds: { person: string; post: Membership }[] = [];
    for (const row of rows) {
      const said = await read(acting, going, row);
      if ("bad" in said) return said;
      if (said.isHeld) continue;
      await appoint(acting, going, said);
      deeds.push({ person: said.person, post: said.post });
    }
    return { deeds };
  },
};

async function appoint(acting: Acting, { transfer }: Going, { line, person, post }: Said): Promise<void> {
  await insertMembership(acting.tx, person, post, acting.now);
  if (person === acting.person.id) return;
  const name = peopleTexts.postIn(await unitName(acting.tx, post.unit), roleNames[post.role]);
  const letter = { key: `transfer ${transfer} post ${line} ${person}`, lane: "reply" } as const;
  await tell(acting, person, { text: peopleTexts.youAreAppointed(name) }, letter);
}

async function read(acting: Acting, going: Going, { line, fields }: Row): Promise<Said | Hindered> {
  const { name = "", role: roleSaid = "", unit: where = "", specialty: of = "" } = fields;
  for (const column of ["name", "role", "unit"] as const)
    if ((fields[column] ?? "") === "") return { line, bad: bad.empty(columnNames[column]) };
  const unit = await placeIn(acting, going, where);
  if (unit === "none") return { line, bad: bad.noPlace(where) };
  if (unit === "several") return { line, bad: bad.whichPlace(where) };
  const role = readRole(roleSaid);
  if (role === undefined || role === "villager") return { line, bad: bad.noRole(roleSaid) };
  if (!canTo(acting.person.memberships, "role.change", { role, unit }))
    return { line, bad: bad.notYourRole(roleNames[role]) };
  const specialty = await specialtyOf(acting, { role, unit }, of);
  if (typeof specialty === "object") return { line, ...specialty };
  const [person, another] = await peopleCalled(acting.tx, going.scope.path, name);
  if (person === undefined) return { line, bad: bad.noPerson(name) };
  if (another !== undefined) return { line, bad: bad.whichPerson(name) };
  const key = `${person}/${role}/${unit.code}`;
  const before = going.seen.get(key);
  if (typeof before === "number") return { line, bad: bad.twice(before) };
  going.seen.set(key, line);
  const posts = (await personById(acting.tx, person))?.memberships ?? [];
  const held = posts.find((one) => one.role === role && one.unit === unit.code);
  if (held && (held.specialty ?? "") !== specialty)
    return { line, bad: bad.otherSpecialty(name, held.specialty ?? "") };
  const isHeld = held !== undefined;
  return { line, person, post: { role, unit: unit.code, ...(specialty && { specialty }) }, isHeld };
}

/** Which of the 8+X somebody is, or of which office; empty where a post has none. */
async function specialtyOf(
  { tx }: Acting,
  { role, unit }: { readonly role: Role; readonly unit: Unit },
  words: string,
): Promise<string | { readonly bad: Text }> {
  if (role === "team_member") return readSpecialty(words) ?? { bad: bad.needsSpecialty };
  if (role !== "officer") return "";
  return (await readOffice(tx, unit, words))?.name ?? { bad: bad.needsOffice };
}
