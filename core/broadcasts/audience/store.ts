import type { Route } from "../../channel/index.ts";
import { sql, type Tx } from "../../store/index.ts";
import { concernedBy } from "../subscriptions/store.ts";
import { keyOf, type Audience, type Cursor, type NoticeId, type States } from "../model.ts";

/** An audience with what is needed to find its people. */
export interface Scope extends Omit<Audience, "units"> {
  /** The paths of its units. */
  readonly paths: readonly string[];
  /** The routes this program speaks on. */
  readonly routes: readonly Route[];
}

type Fragment = ReturnType<typeof sql>;

function anyOf(conditions: readonly Fragment[]): Fragment {
  return sql`(${sql.join([...conditions], sql` or `)})`;
}

/** The units of a scope as a condition on the alias `u`. */
function unitsOf({ paths }: Scope): Fragment {
  return anyOf(paths.map((path) => sql`u.path = ${path} or u.path like ${`${path}/%`}`));
}

/**
 * Is this alias of `account` on a platform of the scope, and can it be written to? Compared as one word: by the columns SQLite
 * would look through all accounts of a platform for each person, instead of hers.
 */
function isOpen(alias: string, { routes, channels }: Scope): Fragment {
  const usable = routes.filter(
    (route) => channels.length === 0 || channels.includes(route.split("/")[0] ?? ""),
  );
  if (usable.length === 0) return sql`1 = 0`;
  const route = sql`${sql.ref(`${alias}.channel`)} || '/' || ${sql.ref(`${alias}.bot`)}`;
  return sql`(${sql.ref(`${alias}.reachable`)} = 1 and ${route} in (${sql.join(usable)}))`;
}

/**
 * The people of a scope, as a condition on the alias `p` of `person`.
 * @param grid where she lives; `noIndex` where people are found by something else, and not grid by grid.
 */
function isMeant(scope: Scope, grid: Fragment = sql`p.grid`): Fragment {
  const { roles, channels, missedBy } = scope;
  const conditions: Fragment[] = [];
  if (roles.length === 0)
    conditions.push(sql`${grid} in (select u.code from unit as u where ${unitsOf(scope)})`);
  else
    conditions.push(sql`exists (select 1 from membership as m inner join unit as u on u.code = m.unit_code
      where m.person_id = p.id and m.role in (${sql.join([...roles])}) and ${unitsOf(scope)})`);
  const concerned = concernedBy(scope);
  if (concerned.length > 0) conditions.push(anyOf(concerned));
  if (channels.length > 0)
    conditions.push(
      sql`exists (select 1 from account as c where c.person_id = p.id and c.channel || '' in (${sql.join([...channels])}))`,
    );
  if (missedBy !== undefined) conditions.push(wasMissed(missedBy));
  return sql.join(conditions, sql` and `);
}

const noIndex = sql`p.grid || ''`;

/** Was nothing said to her, or did it not arrive? */
function wasMissed(notice: NoticeId): Fragment {
  return sql`exists (select 1 from notice_recipient as n
    left join outbox as e on e.key = cast(${`${keyOf(notice)} `} as text) || n.address
    where n.notice_id = ${notice} and n.person_id = p.id
    and (n.reach = 'none' or e.state in ('failed', 'unreachable', 'unknown')))`;
}

/** Where a person is written to: the account opened first of those that are open. */
function firstAddress(person: Fragment, scope: Scope, column: Fragment = sql`x.address`): Fragment {
  return sql`(select ${column} from account as x where x.person_id = ${person} and ${isOpen("x", scope)}
    order by x.created_at, x.channel limit 1)`;
}

/** Who opens the same door. */
const door = sql`coalesce('h' || h.id, 'p' || p.id)`;

const withHousehold = sql`left join household_member as w on w.person_id = p.id
  left join household as h on h.id = w.household_id`;

const carer = sql`(case when h.carer_id <> p.id then h.carer_id end)`;

/** How many people, behind how many doors, on which platform. */
export interface Head {
  readonly people: number;
  readonly doors: number;
  /** Nobody can write to them, nor to their carers. */
  readonly unreachable: number;
  readonly byCarer: number;
  readonly byChannel: readonly { readonly channel: string; readonly count: number }[];
}

/** Three questions, each of which looks at a person once: for a whole county the sender waits for the answers. */
export async function countHeads(tx: Tx, scope: Scope): Promise<Head> {
  const all = await sql<{ people: number; households: number; singles: number }>`
    select count(*) as people, count(distinct w.household_id) as households,
      coalesce(sum(case when w.household_id is null then 1 else 0 end), 0) as singles
    from person as p left join household_member as w on w.person_id = p.id where ${isMeant(scope)}`.execute(
    tx,
  );
  const channels = await sql<{ channel: string | null; count: number }>`
    select q.channel, count(*) as count from (
      select ${firstAddress(sql`p.id`, scope, sql`x.channel`)} as channel from person as p where ${isMeant(scope)}
    ) as q group by q.channel order by q.channel`.execute(tx);
  const wards = await sql<{ count: number }>`
    select count(*) as count from household as h
    inner join household_member as w on w.household_id = h.id
    inner join person as p on p.id = w.person_id
    where h.carer_id is not null and h.carer_id <> p.id and ${isMeant(scope, noIndex)}
    and ${firstAddress(sql`p.id`, scope)} is null and ${firstAddress(sql`h.carer_id`, scope)} is not null`.execute(
    tx,
  );
  const { people = 0, households = 0, singles = 0 } = all.rows[0] ?? {};
  const byCarer = wards.rows[0]?.count ?? 0;
  const without = channels.rows.find(({ channel }) => channel === null)?.count ?? 0;
  return {
    people,
    doors: households + singles,
    unreachable: without - byCarer,
    byCarer,
    byChannel: channels.rows.flatMap(({ channel, count }) => (channel === null ? [] : { channel, count })),
  };
}

/** A stretch of an audience: everybody behind `after`, up to `last`. */
export interface Chunk {
  readonly after: Cursor;
  readonly last: Cursor;
}

/** Where people with posts live does not matter: they are taken one after the other. */
function inOrder({ roles }: Scope): boolean {
  return roles.length === 0;
}

function within(scope: Scope, { after, last }: Chunk, grid: string, person: string): Fragment {
  const [place, who] = [sql.ref(grid), sql.ref(person)];
  return inOrder(scope)
    ? sql`(${place}, ${who}) > (${after.grid}, ${after.person}) and (${place}, ${who}) <= (${last.grid}, ${last.person})`
    : sql`${who} > ${after.person} and ${who} <= ${last.person}`;
}

/** The end of the next chunk; undefined when nobody is left. */
export async function nextChunk(
  tx: Tx,
  scope: Scope,
  after: Cursor,
  limit: number,
): Promise<Chunk | undefined> {
  const [behind, order] = inOrder(scope)
    ? [sql`(p.grid, p.id) > (${after.grid}, ${after.person})`, sql`p.grid, p.id`]
    : [sql`p.id > ${after.person}`, sql`p.id`];
  const { rows } = await sql<Cursor>`
    select coalesce(p.grid, '') as grid, p.id as person from person as p
    where ${behind} and ${isMeant(scope)} order by ${order} limit ${limit}`.execute(tx);
  const last = rows.at(-1);
  return last && { after, last };
}

/** More than any chunk holds. With a limit SQLite looks up each address once, not once for each time it is named outside. */
const wholeChunk = 1_000_000;

/**
 * Writes who is meant in a chunk, with how each can be written to. Whoever has a message already, because she is a carer or
 * shares the chat, has no other.
 */
export async function insertRecipients(tx: Tx, id: NoticeId, scope: Scope, chunk: Chunk): Promise<number> {
  const result = await sql`
    insert into notice_recipient (notice_id, person_id, grid, door, route, address, language, reach)
    select cast(${id} as integer), q.id, q.grid, q.door, q.route,
      case when q.own is not null then q.own when o.id is not null then q.care end,
      q.language,
      case when o.id is not null then 'shared' when q.own is not null then 'own' else 'none' end
    from (
      select p.id, ${inOrder(scope) ? sql`p.grid` : sql`cast('' as text)`} as grid, p.language, ${door} as door,
        ${firstAddress(sql`p.id`, scope)} as own, ${firstAddress(sql`p.id`, scope, sql`x.channel || '/' || x.bot`)} as route,
        ${firstAddress(carer, scope)} as care
      from person as p ${withHousehold}
      where ${isMeant(scope)} and ${within(scope, chunk, "p.grid", "p.id")}
      limit ${wholeChunk}
    ) as q
    left join outbox as o on o.key = cast(${`${keyOf(id)} `} as text) || coalesce(q.own, q.care)
    where true
    on conflict (notice_id, person_id) do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0);
}

/** The chats of those in a chunk who get a message of their own. */
export function ownAddresses(
  id: NoticeId,
  scope: Scope,
  chunk: Chunk,
  of: { readonly route: Route; readonly language: string },
): Fragment {
  return sql`select r.address from notice_recipient as r
    where r.notice_id = ${id} and r.reach = 'own' and ${within(scope, chunk, "r.grid", "r.person_id")}
    and r.route = ${of.route} and r.language = ${of.language}`;
}

/** How many of a chunk get a message of their own. */
export async function ownIn(tx: Tx, id: NoticeId, scope: Scope, chunk: Chunk): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notice_recipient as r
    where r.notice_id = ${id} and r.reach = 'own' and ${within(scope, chunk, "r.grid", "r.person_id")}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Of several who share one chat all but one read somebody else's message. */
export async function shareChats(tx: Tx, id: NoticeId, scope: Scope, chunk: Chunk): Promise<void> {
  await sql`
    update notice_recipient set reach = 'shared'
    where notice_id = ${id} and reach = 'own' and ${within(scope, chunk, "grid", "person_id")}
    and exists (select 1 from notice_recipient as e where e.notice_id = ${id} and e.reach = 'own'
      and e.address = notice_recipient.address and e.person_id < notice_recipient.person_id)`.execute(tx);
}

/** Writes down the doors of a chunk: one for each household. */
export async function insertDoors(tx: Tx, id: NoticeId, scope: Scope, chunk: Chunk): Promise<void> {
  await sql`
    insert into visit (notice_id, door, grid, person_id, is_reachable, state)
    select cast(${id} as integer), r.door, min(r.grid), min(r.person_id),
      max(case when r.reach = 'none' then 0 else 1 end), 'silent'
    from notice_recipient as r
    where r.notice_id = ${id} and r.reach in ('own', 'shared', 'none')
    and ${within(scope, chunk, "r.grid", "r.person_id")}
    group by r.door
    on conflict (notice_id, door) do update set is_reachable =
      case when excluded.is_reachable > visit.is_reachable then excluded.is_reachable else visit.is_reachable end`.execute(
    tx,
  );
}

/** Somebody no message reaches, and whoever reads it for her. */
export interface Ward {
  readonly carer: string;
  readonly address: string;
  readonly language: "zh" | "en";
  readonly name: string;
}

/** The next carers behind one, by id. */
export async function nextCarers(tx: Tx, after: string, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("household")
    .select("carer_id")
    .distinct()
    .where("carer_id", "is not", null)
    .where("carer_id", ">", after)
    .orderBy("carer_id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ carer_id }) => carer_id ?? []);
}

/** Those of the audience whom no message reaches and these carers look after, carer by carer. */
export async function wardsIn(tx: Tx, scope: Scope, carers: readonly string[]): Promise<readonly Ward[]> {
  const { rows } = await sql<Omit<Ward, "address"> & { address: string | null }>`
    select h.carer_id as carer, ${firstAddress(sql`h.carer_id`, scope)} as address, c.language, p.name
    from household as h
    inner join household_member as w on w.household_id = h.id
    inner join person as p on p.id = w.person_id
    inner join person as c on c.id = h.carer_id
    where h.carer_id in (${sql.join([...carers])}) and p.id <> h.carer_id and ${isMeant(scope, noIndex)}
    and ${firstAddress(sql`p.id`, scope)} is null
    order by h.carer_id, p.name, p.id`.execute(tx);
  return rows.flatMap((row) => (row.address === null ? [] : { ...row, address: row.address }));
}

/** How many people are meant, and of those without a message of their own how each stands. */
export async function countRecipients(
  tx: Tx,
  id: NoticeId,
): Promise<{ readonly people: number; readonly none: number; readonly shared: States }> {
  const reach = await tx
    .selectFrom("notice_recipient")
    .select(["reach", ({ fn }) => fn.countAll<number>().as("count")])
    .where("notice_id", "=", id)
    .groupBy("reach")
    .execute();
  const of = (wanted: string) => reach.find((row) => row.reach === wanted)?.count ?? 0;
  const shared = of("shared") === 0 ? [] : await sharedStates(tx, id);
  return {
    people: reach.reduce((sum, { count }) => sum + count, 0),
    none: of("none"),
    shared: Object.fromEntries(shared.map(({ state, count }) => [state ?? "unreachable", count])),
  };
}

async function sharedStates(tx: Tx, id: NoticeId) {
  const { rows } = await sql<{ state: string | null; count: number }>`
    select o.state, count(*) as count from notice_recipient as r
    left join outbox as o on o.key = cast(${`${keyOf(id)} `} as text) || r.address
    where r.notice_id = ${id} and r.reach = 'shared' group by o.state`.execute(tx);
  return rows;
}
