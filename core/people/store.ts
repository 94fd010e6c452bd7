import type { Address } from "../channel/index.ts";
import { readOnce, type Tx } from "../store/index.ts";
import type { Membership, Person, PersonId, Role } from "./model.ts";

/** Somebody's presence on a platform. */
export interface Account {
  readonly channel: string;
  readonly bot: string;
  readonly actor: string;
  readonly address: Address;
}

/** Adds a person, or leaves the one with this id as it is. @returns false when there was one. */
export async function insertPerson(
  tx: Tx,
  person: Omit<Person, "memberships" | "isConfirmed" | "isPhoneOnly">,
  now: number,
): Promise<boolean> {
  const result = await tx
    .insertInto("person")
    .values({ ...person, created_at: now })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Adds an account; one that is there and moved to another chat, or was unreachable, is reachable again. */
export async function upsertAccount(tx: Tx, person: PersonId, account: Account, now: number): Promise<void> {
  await tx
    .insertInto("account")
    .values({ ...account, person_id: person, reachable: 1, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(["channel", "bot", "actor"]).doUpdateSet({ address: account.address, reachable: 1 }),
    )
    .execute();
}

export async function insertMembership(
  tx: Tx,
  person: PersonId,
  membership: Membership,
  now: number,
): Promise<void> {
  await tx
    .insertInto("membership")
    .values({
      person_id: person,
      unit_code: membership.unit,
      role: membership.role,
      specialty: membership.specialty ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["person_id", "unit_code", "role"]).doNothing())
    .execute();
}

export async function insertConsent(tx: Tx, person: PersonId, version: string, now: number): Promise<void> {
  await tx.insertInto("consent").values({ person_id: person, version, given: 1, at: now }).execute();
}

export async function personById(tx: Tx, id: PersonId): Promise<Person | undefined> {
  return readOnce(tx, `person ${id}`, ["person", "membership"], () => readPerson(tx, id));
}

async function readPerson(tx: Tx, id: PersonId): Promise<Person | undefined> {
  const row = await tx
    .selectFrom("person")
    .select(["id", "name", "nickname", "language", "grid", "confirmed_at", "phone_only_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const memberships = await tx
    .selectFrom("membership")
    .select(["role", "unit_code", "specialty"])
    .where("person_id", "=", id)
    .orderBy("unit_code")
    .orderBy("role")
    .execute();
  const { id: person, name, nickname, language, grid, confirmed_at, phone_only_at } = row;
  return {
    id: person,
    name,
    nickname,
    grid,
    language: language === "en" ? "en" : "zh",
    isConfirmed: confirmed_at !== null,
    isPhoneOnly: phone_only_at !== null,
    memberships: memberships.map(({ role, unit_code, specialty }) => ({
      role: role as Role,
      unit: unit_code,
      ...(specialty === null ? {} : { specialty }),
    })),
  };
}

/** Who speaks from an account. */
export async function personOf(
  tx: Tx,
  account: Pick<Account, "channel" | "bot" | "actor">,
): Promise<Person | undefined> {
  const row = await tx
    .selectFrom("account")
    .select("person_id")
    .where("channel", "=", account.channel)
    .where("bot", "=", account.bot)
    .where("actor", "=", account.actor)
    .executeTakeFirst();
  return row ? personById(tx, row.person_id) : undefined;
}

/** Where a person can be reached, the account opened first at the front. */
export async function reachableAt(tx: Tx, person: PersonId): Promise<readonly Address[]> {
  const rows = await tx
    .selectFrom("account")
    .select("address")
    .where("person_id", "=", person)
    .where("reachable", "=", 1)
    .orderBy("created_at")
    .orderBy("channel")
    .execute();
  return rows.map((row) => row.address);
}

export async function markUnreachable(tx: Tx, address: Address): Promise<void> {
  await tx.updateTable("account").set({ reachable: 0 }).where("address", "=", address).execute();
}

/** Whoever speaks can be reached again. */
export async function markReachable(tx: Tx, address: Address): Promise<void> {
  await tx
    .updateTable("account")
    .set({ reachable: 1 })
    .where("address", "=", address)
    .where("reachable", "=", 0)
    .execute();
}

export async function moveAccount(tx: Tx, from: Address, to: Address): Promise<void> {
  await tx.updateTable("account").set({ address: to }).where("address", "=", from).execute();
}

/** Who holds a post in a unit, first come first. */
export async function holdersOf(tx: Tx, unit: string, role: Role): Promise<readonly PersonId[]> {
  return readOnce(tx, `holders ${unit} ${role}`, ["membership"], () => readHolders(tx, unit, role));
}

async function readHolders(tx: Tx, unit: string, role: Role): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("membership")
    .select("person_id")
    .where("unit_code", "=", unit)
    .where("role", "=", role)
    .orderBy("created_at")
    .orderBy("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

/** The language of whoever is reached at an address; Chinese for strangers. */
export async function languageAt(tx: Tx, address: Address): Promise<"zh" | "en"> {
  const row = await tx
    .selectFrom("account as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .select("p.language")
    .where("a.address", "=", address)
    .executeTakeFirst();
  return row?.language === "en" ? "en" : "zh";
}

export async function setLanguage(tx: Tx, person: PersonId, language: "zh" | "en"): Promise<void> {
  await tx.updateTable("person").set({ language }).where("id", "=", person).execute();
}

/** Everybody who has an account on a route, staff first, for a platform that lets a visitor speak as any of them. */
export async function accountsOn(
  tx: Tx,
  channel: string,
  bot: string,
): Promise<readonly { actor: string; person: PersonId }[]> {
  const rows = await tx
    .selectFrom("account")
    .select(["actor", "person_id"])
    .where("channel", "=", channel)
    .where("bot", "=", bot)
    .orderBy("created_at")
    .orderBy("actor")
    .execute();
  return rows.map((row) => ({ actor: row.actor, person: row.person_id }));
}

/** Somebody who holds a post, as a platform's menu needs to know her. */
export interface PostAccount {
  readonly address: Address;
  readonly language: "zh" | "en";
  readonly memberships: readonly Membership[];
}

/** Everybody who holds a post and can be reached on a route. */
export async function postAccountsOn(tx: Tx, channel: string, bot: string): Promise<readonly PostAccount[]> {
  const rows = await tx
    .selectFrom("account as a")
    .innerJoin("person as p", "p.id", "a.person_id")
    .innerJoin("membership as m", "m.person_id", "a.person_id")
    .select(["a.address", "p.language", "m.role", "m.unit_code as unit"])
    .where("a.channel", "=", channel)
    .where("a.bot", "=", bot)
    .where("a.reachable", "=", 1)
    .where("m.role", "<>", "villager")
    .orderBy("a.address")
    .orderBy("m.role")
    .orderBy("m.unit_code")
    .execute();
  return [...Map.groupBy(rows, ({ address }) => address)].map(([address, posts]) => ({
    address,
    language: posts[0]?.language === "en" ? "en" : "zh",
    memberships: posts.map(({ role, unit }) => ({ role: role as Role, unit })),
  }));
}

/** Says that a person is who she says. @returns false when somebody said so before. */
export async function confirmPerson(tx: Tx, person: PersonId, by: PersonId, now: number): Promise<boolean> {
  const result = await tx
    .updateTable("person")
    .set({ confirmed_at: now, confirmed_by: by })
    .where("id", "=", person)
    .where("confirmed_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
}

/** Everybody of this name, the longest known first. */
export async function personsNamed(tx: Tx, name: string): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom("person")
    .select("id")
    .where(({ or, eb }) => or([eb("name", "=", name), eb("nickname", "=", name)]))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

/** @returns false when she did not hold it. */
export async function deleteMembership(tx: Tx, person: PersonId, membership: Membership): Promise<boolean> {
  const result = await tx
    .deleteFrom("membership")
    .where("person_id", "=", person)
    .where("unit_code", "=", membership.unit)
    .where("role", "=", membership.role)
    .executeTakeFirst();
  return result.numDeletedRows > 0;
}

/** Everybody who works in an office does so under its new name. */
export async function renameSpecialty(
  tx: Tx,
  { unit, role }: Pick<Membership, "unit" | "role">,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const table of ["membership", "invite"] as const)
    await tx
      .updateTable(table)
      .set({ specialty: to })
      .where("unit_code", "=", unit)
      .where("role", "=", role)
      .where("specialty", "=", from)
      .execute();
}

/** The posts held in a unit itself, villagers not counted, first come first. */
export async function postsIn(
  tx: Tx,
  unit: string,
): Promise<readonly { readonly person: PersonId; readonly role: Role; readonly specialty?: string }[]> {
  const rows = await tx
    .selectFrom("membership")
    .select(["person_id", "role", "specialty"])
    .where("unit_code", "=", unit)
    .where("role", "<>", "villager")
    .orderBy("created_at")
    .orderBy("person_id")
    .execute();
  return rows.map(({ person_id, role, specialty }) => ({
    person: person_id,
    role: role as Role,
    ...(specialty === null ? {} : { specialty }),
  }));
}
