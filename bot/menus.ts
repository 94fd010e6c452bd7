import { readAddress, type Adapter, type MenuCommand } from "../core/channel/index.ts";
import { postAccountsOn, type Acting, type Person } from "../core/people/index.ts";
import type { Database } from "../core/store/index.ts";
import { book } from "./book.ts";
import type { Services } from "./services.ts";

/** The menus of commands that platforms show beside the keyboard: each person sees what is for her. */
export interface Menus {
  /** Shows what changed since the last call; what a platform did not take is shown by the next one. */
  show(): Promise<void>;
}

const everybody = "";

/** A platform that did not take a menu is left alone for so many calls: it may have asked for silence. */
const callsToRest = 15;

export function createMenus(database: Database, adapters: readonly Adapter[]): Menus {
  const platforms = adapters.map((adapter) => ({ adapter, before: new Map<string, string>(), resting: 0 }));
  return {
    async show() {
      for (const platform of platforms) {
        if (platform.resting > 0) platform.resting -= 1;
        else if (!(await showOn(database, platform.adapter, platform.before))) platform.resting = callsToRest;
      }
    },
  };
}

async function showOn(database: Database, adapter: Adapter, before: Map<string, string>): Promise<boolean> {
  if (!adapter.syncCommands) return true;
  const wanted = await menusOn(database, adapter);
  // Whoever lost her post sees again what everybody sees.
  for (const chat of before.keys()) if (!wanted.has(chat)) wanted.set(chat, menuOf(villager));
  for (const [chat, menu] of wanted) {
    const drawn = JSON.stringify(menu);
    if (before.get(chat) === drawn) continue;
    if (!(await adapter.syncCommands(menu, chat === everybody ? undefined : chat))) return false;
    before.set(chat, drawn);
  }
  return true;
}

/** By chat; the one of villagers is shown to everybody. */
async function menusOn(
  database: Database,
  { channel, bot }: Adapter,
): Promise<Map<string, readonly MenuCommand[]>> {
  const accounts = await database.transaction((tx) => postAccountsOn(tx, channel, bot));
  return new Map([
    [everybody, menuOf(villager)],
    ...accounts.map(
      ({ address, ...post }) => [readAddress(address).chat, menuOf({ ...villager, ...post })] as const,
    ),
  ]);
}

const villager: Person = {
  id: "",
  name: "",
  nickname: null,
  language: "zh",
  grid: null,
  isConfirmed: false,
  isPhoneOnly: false,
  memberships: [],
};

/** Whom a command is for is asked of nothing but who speaks. */
function menuOf(person: Person): readonly MenuCommand[] {
  const services = { acting: { person } as Acting } as Services;
  return (
    book.commands
      .filter((command) => command.isFor(services))
      .map(({ name, help }) => ({ name, help: help[person.language] }))
      // What only buttons say stands in no list.
      .filter(({ help }) => help !== "")
  );
}
