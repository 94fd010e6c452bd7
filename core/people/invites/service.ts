import { randomInt } from "node:crypto";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import type { Address } from "../../channel/index.ts";
import type { Text } from "../../language/index.ts";
import type { Tx } from "../../store/index.ts";
import { day, hour } from "../../time/index.ts";
import { inviteTerms, makeCode, type Membership, type PersonId, type Role } from "../model.ts";
import type { Acting } from "../moment.ts";
import { can } from "../permission.ts";
import { insertMembership } from "../store.ts";
import { postName, roleNames, say } from "../texts.ts";
import {
  countGuesses,
  hasUnclaimedAdminInvite,
  insertInvite,
  inviteByCode,
  noteGuess,
  spendInvite,
  type Invite,
} from "./store.ts";

const guessesAllowed = 5;

/** What a valid code offers, as people say it. */
export interface Offer extends Membership {
  readonly code: string;
  readonly unitName: string;
  readonly unitKind: Unit["kind"];
  readonly roleName: Text;
}

/** Reads a code, or says why it is not to be used; after five wrong ones within an hour a chat must wait. */
export async function readOffer(
  tx: Tx,
  now: number,
  address: Address,
  code: string,
): Promise<Offer | { readonly refused: Text }> {
  if ((await countGuesses(tx, address, now - hour)) >= guessesAllowed) return { refused: say.tooManyGuesses };
  const invite = await inviteByCode(tx, code);
  if (!invite) {
    await noteGuess(tx, address, now);
    return { refused: say.noSuchInvite };
  }
  if (invite.expiresAt <= now) return { refused: say.inviteExpired };
  if (invite.usesLeft <= 0) return { refused: say.inviteSpent };
  return offerOf(tx, invite);
}

async function offerOf(tx: Tx, invite: Invite): Promise<Offer> {
  const unit = await unitByCode(tx, invite.unit);
  if (!unit) throw new Error(`invite ${invite.code} is for unit ${invite.unit}, which is not there`);
  const { code, role, unit: unitCode, specialty } = invite;
  const post = { code, role, unit: unitCode, ...(specialty === undefined ? {} : { specialty }) };
  return {
    ...post,
    unitName: await unitName(tx, unitCode),
    unitKind: unit.kind,
    roleName: postName(role, specialty),
  };
}

/** Gives a person the post of a code. @returns false when the code was used up or expired meanwhile. */
export async function redeem(tx: Tx, now: number, person: PersonId, code: string): Promise<boolean> {
  const invite = await inviteByCode(tx, code);
  if (!invite || !(await spendInvite(tx, code, now))) return false;
  await insertMembership(tx, person, invite, now);
  return true;
}

/** Why this person may not invite somebody to a post there, or undefined. */
export async function mayInvite(
  acting: Acting,
  unit: Unit,
  role: Role,
): Promise<{ readonly refused: Text } | undefined> {
  const action = role === "villager" ? "invite.villager" : "invite.staff";
  const name = await unitName(acting.tx, unit.code);
  if (!can(acting.person.memberships, action, unit))
    return { refused: say.mayNotInvite(say.postIn(name, roleNames[role])) };
  const isTooLarge = role === "villager" && unit.kind !== "village" && unit.kind !== "grid";
  return isTooLarge ? { refused: say.villagersLiveInVillages(name) } : undefined;
}

/** Makes a code for a post in a unit. @returns the code with its terms, or why not. */
export async function issueInvite(
  acting: Acting,
  unit: Unit,
  post: Omit<Membership, "unit">,
): Promise<
  { readonly code: string; readonly uses: number; readonly days: number } | { readonly refused: Text }
> {
  const refusal = await mayInvite(acting, unit, post.role);
  if (refusal) return refusal;
  const { uses, days } = inviteTerms(post.role);
  const code = makeCode(acting.draw);
  const invite = { ...post, unit: unit.code, code, usesLeft: uses, expiresAt: acting.now + days * day };
  await insertInvite(acting.tx, invite, acting.person.id, acting.now);
  return { code, uses, days };
}

/**
 * Makes a code for the first admin, good for one person and seven days: the one given, or one made up.
 * @returns the code, or undefined when one was made before and none was given: it is told only once.
 */
export async function issueFirstAdminCode(
  tx: Tx,
  now: number,
  county: string,
  given: string | undefined,
): Promise<string | undefined> {
  if (given === undefined && (await hasUnclaimedAdminInvite(tx, county, now))) return undefined;
  const code = given ?? makeCode((below) => randomInt(below));
  const { uses, days } = inviteTerms("admin");
  const invite = { code, role: "admin", unit: county, usesLeft: uses, expiresAt: now + days * day } as const;
  await insertInvite(tx, invite, undefined, now);
  return code;
}
