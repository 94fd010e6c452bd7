import { codesInside } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Span } from "../model.ts";

/** From which rows a page of a table is read: what comes after the last one, so many at most. */
export interface Page {
  readonly after: number;
  readonly limit: number;
  /** So many rows stand above it. */
  readonly written: number;
}

/** Where, of which days, and who takes it out: what is kept from her is left out. */
export interface Scope extends Span {
  readonly path: string;
  readonly person: string;
}

/** Numbers rise with time, but for a few that are given at the same moment by several programs. */
const numbersAside = 1_000;

/** A number before the first of a period: where it begins is found without looking through all that came before. */
function beforeFirst(tx: Tx, from: number) {
  return tx
    .selectFrom("ticket as first")
    .select(({ eb, ref }) => eb(ref("first.number"), "-", numbersAside).as("number"))
    .where("first.created_at", ">=", from)
    .orderBy("first.created_at")
    .limit(1);
}

/** Matters a table may show: nothing sealed, nothing about whoever takes it out, no quarrel to which she is a side. */
export function ticketsFor(tx: Tx, { path, person, from, to }: Scope) {
  return tx
    .selectFrom("ticket as t")
    .where("t.unit_code", "in", codesInside(tx, path))
    .where("t.sealed", "=", 0)
    .where("t.kind", "<>", "accusation")
    .where("t.created_at", ">=", from)
    .where("t.created_at", "<", to)
    .$if(from > 0, (query) => query.where("t.number", ">", beforeFirst(tx, from)))
    .where(({ or, eb }) => or([eb("t.about_id", "is", null), eb("t.about_id", "<>", person)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mediation_party as side")
            .select("side.id")
            .whereRef("side.number", "=", "t.number")
            .where("side.person_id", "=", person)
            .whereRef("side.person_id", "<>", "t.reporter_id"),
        ),
      ),
    );
}

export async function ticketPage(tx: Tx, scope: Scope, { after, limit }: Page) {
  return ticketsFor(tx, scope)
    .leftJoin("person as p", "p.id", "t.reporter_id")
    .leftJoin("household_member as m", "m.person_id", "t.reporter_id")
    .leftJoin("household as h", "h.id", "m.household_id")
    .leftJoin("rating as r", (join) =>
      join.onRef("r.number", "=", "t.number").onRef("r.cycle", "=", "t.cycle"),
    )
    .select([
      "t.number",
      "t.kind",
      "t.what",
      "t.place",
      "t.unit_code",
      "t.state",
      "t.tier",
      "t.cycle",
      "t.created_at",
      "t.answered_at",
      "t.settled_at",
      "t.closed_at",
      "p.name",
      "p.nickname",
      "h.address",
      "r.score",
    ])
    .where("t.number", ">", after)
    .orderBy("t.number")
    .limit(limit)
    .execute();
}

export async function countTickets(tx: Tx, scope: Scope): Promise<number> {
  const row = await ticketsFor(tx, scope)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A page of households with who lives in each, in the order in which they were added. */
export async function householdPage(tx: Tx, { path }: Scope, { after, limit }: Page) {
  const households = tx
    .selectFrom("household")
    .select("id")
    .where("grid", "in", codesInside(tx, path))
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit);
  return tx
    .selectFrom("household as h")
    .leftJoin("household_member as m", "m.household_id", "h.id")
    .leftJoin("person as p", "p.id", "m.person_id")
    .leftJoin("person as c", "c.id", "h.carer_id")
    .select(["h.id", "h.grid", "h.address", "h.head_id", "p.id as person", "p.name", "p.phone_only_at"])
    .select("c.name as carer")
    .where("h.id", "in", households)
    .orderBy("h.id")
    .orderBy("m.created_at")
    .orderBy("m.person_id")
    .execute();
}

export async function countMembers(tx: Tx, { path }: Scope): Promise<number> {
  const row = await tx
    .selectFrom("household as h")
    .leftJoin("household_member as m", "m.household_id", "h.id")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("h.grid", "in", codesInside(tx, path))
    .executeTakeFirstOrThrow();
  return row.count;
}

function posts(tx: Tx, { path }: Scope) {
  return tx
    .selectFrom("membership as m")
    .where("m.role", "<>", "villager")
    .where("m.unit_code", "in", codesInside(tx, path));
}

/** A page of posts; `after` counts them. */
export async function staffPage(tx: Tx, scope: Scope, { after, limit }: Page) {
  return posts(tx, scope)
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["p.name", "m.role", "m.unit_code", "m.specialty"])
    .orderBy("m.unit_code")
    .orderBy("m.role")
    .orderBy("m.person_id")
    .offset(after)
    .limit(limit)
    .execute();
}

export async function countStaff(tx: Tx, scope: Scope): Promise<number> {
  const row = await posts(tx, scope)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Entries of the ledger whose account is of this place: a person's by her grid, a household's by its own, a team's by its village. */
function entries(tx: Tx, { path, from, to }: Scope) {
  return tx
    .selectFrom("points_entry as e")
    .where("e.at", ">=", from)
    .where("e.at", "<", to)
    .leftJoin("person as p", (join) =>
      join.onRef("p.id", "=", "e.account_id").on("e.account_kind", "=", "person"),
    )
    .leftJoin("household as h", (join) =>
      join
        .on("e.account_kind", "=", "household")
        .on(({ eb, ref }) => eb(eb.cast<string>("h.id", "text"), "=", ref("e.account_id"))),
    )
    .where(({ or, eb, and }) =>
      or([
        eb("p.grid", "in", codesInside(tx, path)),
        eb("h.grid", "in", codesInside(tx, path)),
        and([eb("e.account_kind", "=", "team"), eb("e.account_id", "in", codesInside(tx, path))]),
      ]),
    );
}

export async function pointsPage(tx: Tx, scope: Scope, { after, limit }: Page) {
  return entries(tx, scope)
    .select(["e.id", "e.account_kind", "e.account_id", "e.delta", "e.kind", "e.reason", "e.at"])
    .select(["e.effective_at", "p.name", "p.nickname", "h.address"])
    .select(["p.grid as home", "h.grid as stands"])
    .where("e.id", ">", after)
    .orderBy("e.id")
    .limit(limit)
    .execute();
}

export async function countPoints(tx: Tx, scope: Scope): Promise<number> {
  const row = await entries(tx, scope)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Questions that nothing published answered, and that nobody has dealt with; what became a matter that is kept from whoever
 * takes them out is left out with its words.
 */
function gaps(tx: Tx, { path, person, from, to }: Scope) {
  return tx
    .selectFrom("policy_question as q")
    .leftJoin("ticket as t", "t.number", "q.ticket_number")
    .where(({ or, and, eb }) =>
      or([
        eb("t.number", "is", null),
        and([
          eb("t.sealed", "=", 0),
          eb("t.kind", "<>", "accusation"),
          or([eb("t.about_id", "is", null), eb("t.about_id", "<>", person)]),
        ]),
      ]),
    )
    .where("q.state", "in", ["unanswered", "missed"])
    .where("q.right_id", "is", null)
    .where("q.closed_at", "is", null)
    .where("q.asked_at", ">=", from)
    .where("q.asked_at", "<", to)
    .where("q.unit_code", "in", codesInside(tx, path));
}

export async function gapPage(tx: Tx, scope: Scope, { after, limit }: Page) {
  return gaps(tx, scope)
    .leftJoin("person as p", "p.id", "q.person_id")
    .select(["q.id", "q.unit_code", "q.words", "q.ticket_number", "q.asked_at", "p.name", "p.nickname"])
    .where("q.id", ">", after)
    .orderBy("q.id")
    .limit(limit)
    .execute();
}

export async function countGaps(tx: Tx, scope: Scope): Promise<number> {
  const row = await gaps(tx, scope)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The names of everybody who lives inside a place. */
export async function namesInside(tx: Tx, path: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("person")
    .select("name")
    .distinct()
    .where("grid", "in", codesInside(tx, path))
    .execute();
  return rows.map(({ name }) => name);
}
