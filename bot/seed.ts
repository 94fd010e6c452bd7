import { readFileSync } from "node:fs";
import { z } from "zod";
import { addressOf, type Adapter } from "../core/channel/index.ts";
import {
  addOffices,
  addUnit,
  addUnits,
  countUnits,
  hasOffices,
  unitsOfKind,
  type Unit,
} from "../core/org/index.ts";
import {
  changeHousehold,
  confirmPerson,
  householdAt,
  insertConsent,
  insertMembership,
  insertPerson,
  moveIn,
  personById,
  roles,
  setPhoneOnly,
  upsertAccount,
} from "../core/people/index.ts";
import { plantPolicies, policyPackage } from "../core/policies/index.ts";
import type { Database, Tx } from "../core/store/index.ts";
import { seedPoints } from "./seedPoints.ts";
import { seedServices } from "./seedServices.ts";
import { seedYear } from "./seedYear.ts";

const demoShape = z.object({
  offices: z.object({
    unit: z.string(),
    departments: z.array(z.object({ name: z.string(), duties: z.string() })),
  }),
  grids: z.array(z.object({ code: z.string(), name: z.string(), parent: z.string() })),
  people: z.array(
    z.object({
      actor: z.string(),
      name: z.string(),
      nickname: z.string().nullable(),
      grid: z.string(),
      role: z.enum(roles),
      unit: z.string(),
      /** Of a team member one of the 8+X, of an officer the name of her office. */
      specialty: z.string().optional(),
    }),
  ),
  /** People without an account. */
  residents: z.array(
    z.object({ id: z.string(), name: z.string(), nickname: z.string().nullable(), grid: z.string() }),
  ),
  households: z.array(
    z.object({
      grid: z.string(),
      address: z.string(),
      head: z.string(),
      carer: z.string().nullable(),
      members: z.array(z.string()),
    }),
  ),
});

const officesShape = z.object({
  platforms: z.array(z.object({ name: z.string(), duties: z.string() })),
});

const countyShape = z.object({
  county: z.object({ code: z.string(), name: z.string() }),
  townships: z.array(
    z.object({ code: z.string(), name: z.string(), villages: z.array(z.tuple([z.string(), z.string()])) }),
  ),
});

/**
 * Fills an empty tree with the county's real townships and villages, each village with a first grid of ours.
 * @returns the county's code.
 */
export async function seedCounty(tx: Tx): Promise<string> {
  const { county, townships } = countyShape.parse(readSeed("ninghai.json"));
  if ((await countUnits(tx)) === 0) await sowUnits(tx, county, townships);
  if (!(await hasOffices(tx))) await sowPlatforms(tx);
  return county.code;
}

type County = z.output<typeof countyShape>;

async function sowUnits(tx: Tx, county: County["county"], townships: County["townships"]): Promise<void> {
  const units: Omit<Unit, "path">[] = [{ ...county, kind: "county", parent: null }];
  for (const { villages, ...township } of townships) {
    units.push({ ...township, kind: "township", parent: county.code });
    for (const [code, name] of villages) {
      units.push({ code, name, kind: "village", parent: township.code });
      units.push({ code: `${code}-G1`, name: "G1", kind: "grid", parent: code });
    }
  }
  await addUnits(tx, units);
}

/** Every township gets the four platforms, once: what was removed since stays removed. */
async function sowPlatforms(tx: Tx): Promise<void> {
  const { platforms } = officesShape.parse(readSeed("offices.json"));
  const townships = await unitsOfKind(tx, "township");
  await addOffices(
    tx,
    townships.flatMap(({ code }) =>
      platforms.map(({ name, duties }) => ({ unit: code, name, duties, kind: "platform" as const })),
    ),
  );
}

function readSeed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../prisma/seed/${name}`, import.meta.url), "utf8"));
}

type DemoPerson = z.output<typeof demoShape>["people"][number];

/**
 * Fills one real village with invented people who speak on the given platforms; what is already there stays as it is, so
 * that it can run at every start.
 */
export async function seedDemo(database: Database, adapters: readonly Adapter[], now: number): Promise<void> {
  const demo = demoShape.parse(readSeed("demo.json"));
  await database.transaction(async (tx) => {
    await database.hold(tx, "seed");
    const isFresh = !(await hasOffices(tx));
    await seedCounty(tx);
    if (isFresh) await seedDepartments(tx, demo);
    for (const grid of demo.grids) await addUnit(tx, { ...grid, kind: "grid" });
    for (const [index, person] of demo.people.entries()) await seedPerson(tx, adapters, person, now + index);
    await seedHouseholds(tx, demo, now + demo.people.length);
    await seedPoints(tx, now);
    await seedYear(tx, now);
    await seedPolicies(tx, demo, now);
    const [county] = await unitsOfKind(tx, "county");
    if (county) await seedServices(tx, county, now);
  });
}

/** The demonstration's policies, published, with readings that its editor wrote and its reviewer reviewed. */
async function seedPolicies(tx: Tx, { people }: z.output<typeof demoShape>, now: number): Promise<void> {
  const holder = (wanted: DemoPerson["role"]) =>
    `demo-${people.find(({ role }) => role === wanted)?.actor ?? ""}`;
  const [county] = await unitsOfKind(tx, "county");
  await plantPolicies(tx, policyPackage.parse(readSeed("policies.json")), {
    now,
    keyOf: (_, title) => `seed ${title}`,
    unitOf: (said) => (said === "county" ? (county?.code ?? "") : said),
    by: holder("editor"),
    reviewer: holder("reviewer"),
    isPublished: true,
  });
}

async function seedDepartments(tx: Tx, { offices }: z.output<typeof demoShape>): Promise<void> {
  const { unit, departments } = offices;
  await addOffices(
    tx,
    departments.map(({ name, duties }) => ({ unit, name, duties, kind: "department" as const })),
  );
}

/** True where the demonstration's people are, from this start or an earlier one. */
export async function holdsDemo(database: Database): Promise<boolean> {
  const [first] = demoShape.parse(readSeed("demo.json")).people;
  const found = await database.transaction((tx) => personById(tx, `demo-${first?.actor ?? ""}`));
  return found !== undefined;
}

/** The people without an account and every household, once: what was changed since stays changed. */
async function seedHouseholds(tx: Tx, demo: z.output<typeof demoShape>, now: number): Promise<void> {
  let isFresh = false;
  for (const { id: short, name, nickname, grid } of demo.residents) {
    const id = `demo-${short}`;
    if (!(await insertPerson(tx, { id, name, nickname, language: "zh", grid }, now))) continue;
    isFresh = true;
    await insertMembership(tx, id, { role: "villager", unit: grid }, now);
    await confirmPerson(tx, id, id, now);
    await setPhoneOnly(tx, id, now);
  }
  if (!isFresh) return;
  for (const { grid, address, head, carer, members } of demo.households) {
    const { id } = await householdAt(tx, { grid, address, by: null }, now);
    for (const member of members) await moveIn(tx, `demo-${member}`, id, now);
    await changeHousehold(tx, id, { head: `demo-${head}`, carer: carer === null ? null : `demo-${carer}` });
  }
}

async function seedPerson(
  tx: Tx,
  adapters: readonly Adapter[],
  person: DemoPerson,
  now: number,
): Promise<void> {
  const { actor, name, nickname, grid, role, unit, specialty } = person;
  const id = `demo-${actor}`;
  const fresh = await insertPerson(tx, { id, name, nickname, language: "zh", grid }, now);
  if (fresh) {
    await insertMembership(tx, id, { role, unit, ...(specialty === undefined ? {} : { specialty }) }, now);
    await insertConsent(tx, id, "demo", now);
    await confirmPerson(tx, id, id, now);
  }
  for (const { channel, bot } of adapters) {
    await upsertAccount(
      tx,
      id,
      { channel, bot, actor, address: addressOf({ channel, bot, chat: actor }) },
      now,
    );
  }
}
