import type { Choosable, Reply } from "../dialogue/index.ts";
import { createIndex, type Text } from "../language/index.ts";
import { unitByCode, unitsOfKind, upwards } from "../org/index.ts";
import type { Acting } from "../people/index.ts";
import { categories, isCategory, type ServiceItem } from "./model.ts";
import { serviceItemById, serviceItemsOf } from "./store.ts";
import { cardOf, categoryNames, say } from "./texts.ts";

/** Lines to choose from; none when there is nothing to choose. */
export interface Lines {
  readonly text: Text;
  readonly options: readonly Choosable[];
}

/** The list of what people get done at offices, for whoever speaks: what her village, her township and the county tell. */
export interface ServiceDirectory {
  /** The categories that hold something. */
  menu(): Promise<Lines>;
  /** The items of a category, or those that words are likely about, the likeliest first. */
  find(words: string): Promise<Lines>;
  card(id: number): Promise<Reply>;
}

export interface DirectoryServices {
  readonly directory: ServiceDirectory;
}

/** What words may be about is a guess. */
export const noneOfThem = { id: "none", label: say.none } as const;

/** So many of what words may be about: one page. */
const mostFound = 6;
/** Below it only a common word is shared. */
const leastLike = 0.2;

export function serviceDirectory(acting: Acting | undefined): ServiceDirectory {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined lives nowhere, and so is told nothing");
    return acting;
  };
  return {
    menu: () => menu(known()),
    find: (words) => find(known(), words),
    card: (id) => card(known(), id),
  };
}

/** Whose lists she reads: where she lives or works, and everything above it; the county's for whoever does neither. */
async function unitsRead({ tx, person }: Acting): Promise<readonly string[]> {
  const code = person.grid ?? person.memberships[0]?.unit;
  const unit = code === undefined ? undefined : await unitByCode(tx, code);
  return unit ? upwards(unit) : (await unitsOfKind(tx, "county")).map((county) => county.code);
}

async function told(acting: Acting): Promise<readonly ServiceItem[]> {
  return serviceItemsOf(acting.tx, await unitsRead(acting));
}

async function menu(acting: Acting): Promise<Lines> {
  const items = await told(acting);
  const options = categories.flatMap((id) => {
    const count = items.filter(({ category }) => category === id).length;
    return count === 0 ? [] : [{ id, label: say.categoryLine(id, count) }];
  });
  return { text: say.ask, options };
}

async function find(acting: Acting, words: string): Promise<Lines> {
  const items = await told(acting);
  const category = isCategory(words) ? words : categories.find((one) => categoryNames[one].zh === words);
  if (category !== undefined)
    return {
      text: say.whichIn(category),
      options: items.filter((item) => item.category === category).map(line),
    };
  const options = likely(items, words).map(line);
  return { text: say.whichFound, options: options.length === 0 ? [] : [...options, noneOfThem] };
}

function likely(items: readonly ServiceItem[], words: string): readonly ServiceItem[] {
  const index = createIndex(
    items.map(({ id, title, category, materials }) => ({
      id: String(id),
      title,
      text: [title, categoryNames[category].zh, ...materials].join("，"),
    })),
  );
  const found = index.search(words, mostFound).filter(({ score }) => score >= leastLike);
  return found.flatMap(({ id }) => items.filter((item) => String(item.id) === id));
}

function line(item: ServiceItem): Choosable {
  return { id: String(item.id), label: say.name(item) };
}

async function card(acting: Acting, id: number): Promise<Reply> {
  const item = await serviceItemById(acting.tx, id);
  const isHers = item && (await unitsRead(acting)).includes(item.unit);
  return { text: isHers ? cardOf(item) : say.gone, choices: [again, person] };
}

const again = { label: say.again, token: "/services" };
const person = { label: say.person, token: "/human" };
const policies = { label: say.policies, token: "/policy" };

/** What is said where there is no list, and where nothing in it is meant. */
export const nothing: Reply = { text: say.nothing, choices: [policies, person] };
export const notFound: Reply = { text: say.notFound, choices: [again, policies, person] };
