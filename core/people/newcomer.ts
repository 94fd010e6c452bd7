import type { Json } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import { unitByCode, unitName, unitsBelow, villagesCalled } from "../org/index.ts";
import { readOffer, redeem, type Offer } from "./invites/service.ts";
import { calledName, consentVersion, type PersonId } from "./model.ts";
import { tell, type Moment } from "./moment.ts";
import { usualHolder } from "./service.ts";
import {
  confirmPerson,
  insertConsent,
  insertMembership,
  insertPerson,
  personOf,
  upsertAccount,
  type Account,
} from "./store.ts";
import { say } from "./texts.ts";

/** What somebody says about herself on joining; `first` is what she came for, kept until she is known. */
export interface Joining {
  readonly name: string;
  /** Null for somebody who comes for a post and does not live here. */
  readonly grid: string | null;
  readonly first: Json;
  readonly code: string | null;
}

/** Who joined, as she is greeted: with her grid worker, or with the post she came for. */
export interface Joined {
  readonly name: string;
  readonly worker: string | null;
  readonly post: Text | null;
}

/** What somebody at the door can do: see where people live here, read a code, and join. */
export interface Newcomer {
  /** Villages called so, or with that in their name; with the township where it helps. At most eight. */
  villages(
    words: string,
  ): Promise<readonly { readonly code: string; readonly name: string; readonly isExact: boolean }[]>;
  grids(village: string): Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** What a code offers, or why it is not to be used. */
  offer(code: string): Promise<Offer | { readonly refused: Text }>;
  join(key: string, given: Joining): Promise<Joined>;
  /** Gives whoever speaks the post of a code. */
  redeem(code: string): Promise<boolean>;
}

const villagesShown = 8;

/** The door for whoever speaks from an account; joining twice is joining once. */
export function newcomer(moment: Moment, account: Account): Newcomer {
  const { tx, now } = moment;
  return {
    villages: (words) => villages(moment, words),
    grids: async (village) => {
      const below = await unitsBelow(tx, village);
      const inside = below.length > 0 ? below : [await unitByCode(tx, village)];
      return inside.flatMap((unit) => (unit ? [{ code: unit.code, name: unit.name }] : []));
    },
    offer: (code) => offerTo(moment, account, code),
    // One word: it may be the option of a choice.
    join: (key, given) => join(moment, account, `person-${key.replaceAll(".", "-")}`, given),
    redeem: async (code) => {
      const person = await personOf(tx, account);
      return person !== undefined && redeem(tx, now, person.id, code);
    },
  };
}

/** What a code offers; a post that is hers already is no offer. */
async function offerTo({ tx, now }: Moment, account: Account, code: string) {
  const read = await readOffer(tx, now, account.address, code);
  if ("refused" in read) return read;
  const person = await personOf(tx, account);
  const holds = person?.memberships.some(
    (held) => held.role === read.role && held.unit === read.unit && held.specialty === read.specialty,
  );
  return holds === true ? { refused: say.alreadyYours(say.postIn(read.unitName, read.roleName)) } : read;
}

async function villages({ tx }: Moment, words: string) {
  const found = await villagesCalled(tx, words, villagesShown);
  const named: { code: string; name: string; isExact: boolean }[] = [];
  for (const village of found) {
    const township = village.parent === null ? "" : `（${await unitName(tx, village.parent)}）`;
    const isExact = found.length === 1 && words.includes(village.name.replace(/村$/u, ""));
    named.push({ code: village.code, name: `${village.name}${township}`, isExact });
  }
  return named;
}

async function join(moment: Moment, account: Account, id: PersonId, given: Joining): Promise<Joined> {
  const { tx, now } = moment;
  const { name, grid, code } = given;
  const known = await personOf(tx, account);
  if (known) return { name: known.name, worker: null, post: null };
  await insertPerson(tx, { id, name, nickname: null, language: "zh", grid }, now);
  await upsertAccount(tx, id, account, now);
  await insertConsent(tx, id, consentVersion, now);
  if (grid !== null) await insertMembership(tx, id, { role: "villager", unit: grid }, now);
  const offer = code === null ? undefined : await readOffer(tx, now, account.address, code);
  const post = offer && !("refused" in offer) && (await redeem(tx, now, id, offer.code)) ? offer : undefined;
  if (post && post.role !== "villager") {
    await confirmPerson(tx, id, id, now);
    return { name, worker: null, post: say.postIn(post.unitName, post.roleName) };
  }
  return { name, worker: await introduce(moment, id, name, grid), post: null };
}

/** Asks the grid worker whether she knows the new neighbour. @returns what the worker is called, if there is one. */
async function introduce(
  moment: Moment,
  id: PersonId,
  name: string,
  grid: string | null,
): Promise<string | null> {
  const unit = grid === null ? undefined : await unitByCode(moment.tx, grid);
  const holder = unit && (await usualHolder(moment.tx, unit, ["grid_worker", "liaison_lead"]));
  if (!unit || !holder) return null;
  const choices = [
    { label: say.isHer, token: `/person ${id} yes` },
    { label: say.isNotHer, token: `/person ${id} no` },
  ];
  const saying = { text: say.newNeighbour(name, await unitName(moment.tx, unit.code)), choices };
  await tell(moment, holder.person.id, saying, { key: `joined ${id}`, lane: "reply" });
  return calledName(holder.person);
}
