import type { Tx } from "../../store/index.ts";

/** Somebody of a made-up village. */
export interface Made {
  readonly id: string;
  readonly grid: string;
  /** Her chat; null for somebody without one. */
  readonly address: string | null;
  /** She blocked the bot. */
  readonly hasLeft?: boolean;
  readonly language?: "zh" | "en";
  readonly household?: number;
}

const rowsAtOnce = 500;

/** Writes people down, with their accounts and households; each address is `channel/bot/chat`. */
export async function insertPeople(tx: Tx, people: readonly Made[], now: number): Promise<void> {
  for (let from = 0; from < people.length; from += rowsAtOnce) {
    const some = people.slice(from, from + rowsAtOnce);
    await tx
      .insertInto("person")
      .values(
        some.map(({ id, grid, language = "zh" }) => ({
          id,
          name: `某${id}`,
          language,
          grid,
          created_at: now,
        })),
      )
      .execute();
    const accounts = some.flatMap(({ id, address, hasLeft }) => {
      const [channel = "", bot = ""] = address?.split("/") ?? [];
      const row = { channel, bot, actor: id, person_id: id, created_at: now };
      return address === null ? [] : { ...row, address, reachable: hasLeft === true ? 0 : 1 };
    });
    if (accounts.length > 0) await tx.insertInto("account").values(accounts).execute();
    const members = some.flatMap(({ id, household }) =>
      household === undefined ? [] : { person_id: id, household_id: household, created_at: now },
    );
    if (members.length > 0) await tx.insertInto("household_member").values(members).execute();
  }
}

/** A household at an address, with whoever looks after it. @returns its number. */
export async function insertHousehold(
  tx: Tx,
  grid: string,
  address: string,
  carer: string | null,
  now: number,
) {
  const row = await tx
    .insertInto("household")
    .values({ grid, address, carer_id: carer, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** So many people with a chat each, in these grids in turn. */
export function crowd(count: number, grids: readonly string[], route: string): readonly Made[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `crowd-${String(index).padStart(6, "0")}`;
    return { id, grid: grids[index % grids.length] ?? "", address: `${route}/${id}` };
  });
}
