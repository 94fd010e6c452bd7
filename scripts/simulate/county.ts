import { addressOf, type Adapter } from "../../core/channel/index.ts";
import { addOffices, officesOf, unitByCode, unitsBelow } from "../../core/org/index.ts";
import {
  insertConsent,
  insertMembership,
  insertPerson,
  upsertAccount,
  type Membership,
} from "../../core/people/index.ts";
import type { Database, Tx } from "../../core/store/index.ts";
import { seedCounty } from "../../bot/seed.ts";

/** How somebody who must act behaves. */
export type Temper = "prompt" | "dawdler" | "vanisher" | "resigner" | "leaver";

/** Somebody in the simulation. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly temper: Temper;
}

/** A village with everybody in it. */
export interface SimVillage {
  readonly code: string;
  readonly name: string;
  readonly grid: string;
  readonly workers: readonly Somebody[];
  readonly lead: Somebody | undefined;
  readonly team: readonly Somebody[];
  readonly villagers: readonly Somebody[];
}

/** An office and who works in it: nobody, in some. */
export interface SimOffice {
  readonly name: string;
  readonly officers: readonly Somebody[];
}

/** A command room and the offices it sends matters to. */
export interface SimRoom {
  readonly unit: string;
  readonly holder: Somebody;
  readonly offices: readonly SimOffice[];
  readonly isCounty: boolean;
}

export interface SimTownship {
  readonly code: string;
  readonly room: SimRoom;
  readonly leaders: readonly Somebody[];
  readonly villages: readonly SimVillage[];
}

/** Everybody, by the post they hold: the townships' real names, invented people. */
export interface SimCounty {
  readonly admin: Somebody;
  readonly room: SimRoom;
  readonly townships: readonly SimTownship[];
}

const tempers: readonly Temper[] = [
  "prompt",
  "dawdler",
  "prompt",
  "vanisher",
  "resigner",
  "prompt",
  "leaver",
  "dawdler",
];
/** One for each village, so that neighbours are told from others. */
const surnames = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
const givenNames = ["阿甲", "阿乙", "阿丙", "阿丁", "阿戊"];

/** Fills real villages of the county with invented people: in every one somebody else fails in another way. */
export async function peopleCounty(
  database: Database,
  adapter: Adapter,
  villages: number,
  now: number,
): Promise<SimCounty> {
  return database.transaction(async (tx) => {
    const county = await seedCounty(tx);
    const admin = await settle(tx, adapter, { name: "管理员", unit: county, role: "admin" }, now);
    const townships: SimTownship[] = [];
    let left = villages;
    for (const { code } of await unitsBelow(tx, county)) {
      const here = (await unitsBelow(tx, code)).slice(0, Math.min(left, 7));
      if (here.length === 0) continue;
      const filled: SimVillage[] = [];
      for (const village of here)
        filled.push(await peopleVillage(tx, adapter, village.code, villages - left + filled.length, now));
      left -= here.length;
      townships.push(await peopleTownship(tx, adapter, code, filled, now));
    }
    return { admin, room: await peopleCountyRoom(tx, adapter, county, now), townships };
  });
}

async function peopleTownship(
  tx: Tx,
  adapter: Adapter,
  code: string,
  villages: readonly SimVillage[],
  now: number,
): Promise<SimTownship> {
  const post = (role: Membership["role"], name: string) =>
    settle(tx, adapter, { name, unit: code, role }, now);
  const leaders = [await post("main_leader", "主要领导"), await post("area_leader", "联片领导")];
  const offices: SimOffice[] = [];
  for (const [index, { name }] of (await officesOf(tx, code)).entries())
    offices.push({ name, officers: await peopleOffice(tx, adapter, { unit: code, name, index }, now) });
  // One township has no leader in charge: what is for him goes to the next above.
  if (villages[0]?.workers[0]?.temper !== "vanisher") leaders.push(await post("direct_leader", "分管领导"));
  const room = { unit: code, holder: await post("dispatcher", "指挥室"), offices, isCounty: false };
  return { code, room, leaders, villages };
}

/** The county's command room, with two offices of its own. */
async function peopleCountyRoom(tx: Tx, adapter: Adapter, county: string, now: number): Promise<SimRoom> {
  const names = ["县部门一", "县部门二"];
  await addOffices(
    tx,
    names.map((name) => ({ unit: county, name, duties: "", kind: "department" as const })),
  );
  const offices: SimOffice[] = [];
  for (const [index, name] of names.entries())
    offices.push({ name, officers: await peopleOffice(tx, adapter, { unit: county, name, index }, now) });
  const holder = await settle(tx, adapter, { name: "县指挥室", unit: county, role: "dispatcher" }, now);
  return { unit: county, holder, offices, isCounty: true };
}

/** The first office has two people, the fourth nobody; in every one somebody else fails in another way. */
async function peopleOffice(
  tx: Tx,
  adapter: Adapter,
  { unit, name, index }: { readonly unit: string; readonly name: string; readonly index: number },
  now: number,
): Promise<readonly Somebody[]> {
  const officers: Somebody[] = [];
  const many = [2, 1, 1, 0][index] ?? 1;
  for (let at = 0; at < many; at += 1) {
    const temper = tempers[(Number(unit.slice(0, 9)) + index * 3 + at) % tempers.length] ?? "prompt";
    const post = { name: `${name}干部${at}`, unit, role: "officer", specialty: name, temper } as const;
    officers.push(await settle(tx, adapter, post, now));
  }
  return officers;
}

async function peopleVillage(
  tx: Tx,
  adapter: Adapter,
  code: string,
  index: number,
  now: number,
): Promise<SimVillage> {
  const grid = `${code}-G1`;
  const add = (post: Post) => settle(tx, adapter, post, now);
  const temper = tempers[index % tempers.length] ?? "prompt";
  const workers = [await add({ name: `网格员${index}`, unit: grid, role: "grid_worker", temper })];
  // Some villages have a second worker in the grid, some no liaison lead.
  if (index % 3 === 0) workers.push(await add({ name: `副网格员${index}`, unit: grid, role: "grid_worker" }));
  const leadsTemper = tempers[(index + 3) % tempers.length] ?? "prompt";
  const hasLead = index % 5 !== 4;
  const lead = { name: `组长${index}`, unit: code, role: "liaison_lead", temper: leadsTemper } as const;
  const cadre = { name: `村干部${index}`, unit: code, role: "team_member", specialty: "村干部" } as const;
  const villagers: Somebody[] = [];
  const surname = surnames[index % surnames.length] ?? "王";
  for (const given of givenNames)
    villagers.push(await add({ name: `${surname}${given}`, unit: grid, role: "villager" }));
  return {
    code,
    name: (await unitByCode(tx, code))?.name ?? code,
    grid,
    workers,
    lead: hasLead ? await add(lead) : undefined,
    team: [await add(cadre)],
    villagers,
  };
}

interface Post extends Membership {
  readonly name: string;
  readonly temper?: Temper;
}

/** Adds somebody with a post and a chat. */
export async function settle(tx: Tx, adapter: Adapter, post: Post, now: number): Promise<Somebody> {
  const { name, temper = "prompt", role, unit, specialty } = post;
  const id = `${name}@${unit}`;
  const grid = unit.includes("-G") ? unit : null;
  await insertPerson(tx, { id, name, nickname: null, language: "zh", grid }, now);
  await insertMembership(tx, id, { role, unit, ...(specialty === undefined ? {} : { specialty }) }, now);
  await insertConsent(tx, id, "simulation", now);
  const { channel, bot } = adapter;
  await upsertAccount(
    tx,
    id,
    { channel, bot, actor: id, address: addressOf({ channel, bot, chat: id }) },
    now,
  );
  return { id, name, temper };
}
