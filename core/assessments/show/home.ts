import type { Choice, Reply } from "../../dialogue/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { readUnit, type Acting } from "../../people/index.ts";
import { lastYear } from "../make/year.ts";
import { isOn, kindsOf } from "../model.ts";
import { mayNominate } from "../stars/service.ts";
import { linesOf, listsOf, type Line, type YearList } from "../store.ts";
import { say } from "../texts.ts";
import { isAssessed, mayMake, readerOf } from "./access.ts";
import { namedLine } from "./naming.ts";

/** A list that somebody reads, with its unit. */
interface Shelved {
  readonly list: YearList;
  readonly unit: Unit;
}

/** `/year`: the lists she reads and the lines about her, of the newest year there is or the one that is asked for. */
export async function homeView(
  acting: Acting,
  { words, year }: { words: string; year?: number | undefined },
): Promise<Reply> {
  const found = words === "" ? { units: await placesOf(acting) } : await namedPlace(acting, words);
  if ("ask" in found) return found.ask;
  const { units } = found;
  const lists = await readableLists(acting, units);
  const own = words === "" ? await ownLines(acting, units) : [];
  const years = [...new Set([...lists, ...own].map(({ list }) => list.year))].toSorted(
    (one, other) => other - one,
  );
  const at = year ?? years[0];
  const choices = [
    ...own.filter(({ list }) => list.year === at).map(ownChoice),
    ...lists.filter(({ list }) => list.year === at).map(listChoice),
    ...(await deedsFor(acting, units)),
    ...years.filter((one) => one !== at).map((one) => yearChoice(one, words)),
  ];
  if (at === undefined) return { text: say.nothing, choices };
  return { text: years.includes(at) ? say.home(at) : say.nothingIn(at), choices };
}

function ownChoice({ list, line }: { readonly list: YearList; readonly line: Line }): Choice {
  return { label: say.ownButton(namedLine(list, line)), token: `/year line ${line.id}` };
}

function listChoice({ list, unit }: Shelved): Choice {
  return {
    label: say.listButton({ kind: list.kind, name: unit.name }, say.states[list.state]),
    token: `/year list ${list.id}`,
  };
}

function yearChoice(year: number, words: string): Choice {
  return { label: say.otherYear(year), token: `/year ${year}${words === "" ? "" : ` ${words}`}` };
}

/** What else whoever speaks may do here: have lists made that are not there, nominate a star. */
async function deedsFor(acting: Acting, units: readonly Unit[]): Promise<readonly Choice[]> {
  const year = lastYear(acting.calendar, acting.now);
  const choices: Choice[] = [];
  for (const unit of units) {
    const kinds = unit.kind === "county" || unit.kind === "township" ? kindsOf(unit.kind) : [];
    if (!mayMake(acting, unit)) continue;
    const there = new Set((await listsOf(acting.tx, [unit.code], year)).map(({ kind }) => kind));
    if (kinds.some((kind) => !there.has(kind)))
      choices.push({ label: say.makeNow(year), token: `/year make ${unit.code}` });
  }
  if (await mayNominate(acting)) choices.push({ label: say.star.button, token: "/year star" });
  return choices;
}

/** The townships and the county around everything she lives or works in. */
async function placesOf({ tx, person }: Acting): Promise<readonly Unit[]> {
  const codes = [
    ...person.memberships.map(({ unit }) => unit),
    ...(person.grid === null ? [] : [person.grid]),
  ];
  const found = new Map<string, Unit>();
  for (const code of codes)
    for (const above of (await unitByCode(tx, code))?.path.split("/") ?? []) {
      const unit = await unitByCode(tx, above);
      if (unit?.kind === "township" || unit?.kind === "county") found.set(unit.code, unit);
    }
  return [...found.values()];
}

async function namedPlace(
  acting: Acting,
  words: string,
): Promise<{ readonly units: readonly Unit[] } | { readonly ask: Reply }> {
  const read = await readUnit(acting.tx, words, (code) => `/year ${code}`);
  if ("ask" in read) return read;
  const units: Unit[] = [];
  for (const code of read.unit.path.split("/")) {
    const unit = await unitByCode(acting.tx, code);
    if (unit?.kind === "township" || unit?.code === read.unit.code) units.push(...(unit ? [unit] : []));
  }
  return { units };
}

/** The newest version she reads of every list there, newest year first. */
export async function readableLists(acting: Acting, given?: readonly Unit[]): Promise<readonly Shelved[]> {
  const units = new Map((given ?? (await placesOf(acting))).map((unit) => [unit.code, unit]));
  const found = new Map<string, Shelved>();
  for (const list of await listsOf(acting.tx, [...units.keys()])) {
    const unit = units.get(list.unit);
    const key = `${list.unit} ${list.kind} ${list.year}`;
    if (!unit || found.has(key) || (await readerOf(acting, list, unit)) === undefined) continue;
    found.set(key, { list, unit });
  }
  return [...found.values()];
}

/** The newest lines about her, her team or her township, and what she is asked. */
async function ownLines(
  acting: Acting,
  units: readonly Unit[],
): Promise<readonly { readonly list: YearList; readonly line: Line }[]> {
  const found = new Map<string, { readonly list: YearList; readonly line: Line }>();
  const lists = await listsOf(
    acting.tx,
    units.map(({ code }) => code),
  );
  for (const list of lists) {
    const key = `${list.unit} ${list.kind} ${list.year}`;
    const isShown = list.state === "published" || list.state === "frozen" || isAskedOf(list);
    if (!isShown || found.has(key)) continue;
    const line = (await linesOf(acting.tx, list.id)).find(
      (one) => isOn(one.grade) && isAssessed(acting, list, one),
    );
    if (line) found.set(key, { list, line });
  }
  return [...found.values()];
}

/** A star knows from the moment she is asked, before anybody reads the list. */
function isAskedOf({ kind, state }: YearList): boolean {
  return kind === "stars" && state === "draft";
}
