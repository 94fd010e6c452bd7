import { expect, test } from "vitest";
import { addUnit, unitByCode } from "../../org/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import type { Role } from "../model.ts";
import { insertMembership, insertPerson } from "../store.ts";
import { nearestHolder, type Wanted } from "./choose.ts";
import { climbing } from "./model.ts";
import { setShift } from "./roster/store.ts";
import { changeAbsence, endAbsences, insertAbsence, setDeputy } from "./store.ts";

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "village", name: "双桥村", kind: "village", parent: "town" },
  { code: "g1", name: "G1", kind: "grid", parent: "village" },
  { code: "g2", name: "G2", kind: "grid", parent: "village" },
] as const;

/** Who holds what, first come first. */
const posts: readonly (readonly [string, Role, string])[] = [
  ["li", "grid_worker", "g1"],
  ["li2", "grid_worker", "g1"],
  ["he", "grid_worker", "g2"],
  ["zhou", "liaison_lead", "village"],
  ["zhao", "dispatcher", "town"],
  ["admin", "admin", "county"],
  ["fang", "discipline", "town"],
  ["ye", "team_member", "village"],
];

const noon = Date.parse("2026-11-26T12:00:00+08:00");
const hour = 3_600_000;

interface Situation {
  readonly vacant?: readonly string[];
  readonly away?: readonly string[];
  readonly deputies?: readonly (readonly [holder: string, deputy: string])[];
  readonly onShift?: readonly string[];
  readonly posts?: readonly Role[];
  readonly wanted?: Wanted;
}

const situations: readonly (readonly [
  name: string,
  situation: Situation,
  who: string | undefined,
  passedOver: readonly string[],
])[] = [
  ["everybody is there: first come first", {}, "li", []],
  ["on shift today comes before first come", { onShift: ["li2"] }, "li2", []],
  ["away: another holder of the same post", { away: ["li"] }, "li2", ["grid_worker away"]],
  [
    "away: her deputy before another holder",
    { away: ["li"], deputies: [["li", "ye"]] },
    "ye",
    ["grid_worker away"],
  ],
  [
    "on shift and there: no deputy is needed",
    { away: ["li"], onShift: ["li2"], deputies: [["li", "ye"]] },
    "li2",
    [],
  ],
  [
    "on shift and away: her deputy",
    { away: ["li2"], onShift: ["li2"], deputies: [["li2", "ye"]] },
    "ye",
    ["grid_worker away"],
  ],
  [
    "the deputy is away too: the next holder",
    { away: ["li", "ye"], deputies: [["li", "ye"]] },
    "li2",
    ["grid_worker away"],
  ],
  [
    "all of the grid are away: a colleague of the village",
    { away: ["li", "li2"] },
    "he",
    ["grid_worker away"],
  ],
  ["the colleague is away too: one level up", { away: ["li", "li2", "he"] }, "zhou", ["grid_worker away"]],
  ["vacant: one level up, not to the colleague", { vacant: ["li", "li2"] }, "zhou", ["grid_worker vacant"]],
  [
    "vacant, and the next one away: two levels up",
    { vacant: ["li", "li2"], away: ["zhou"] },
    "zhao",
    ["grid_worker vacant", "liaison_lead away"],
  ],
  [
    "everybody is away: the highest post has it rather than nobody",
    { away: ["li", "li2", "he", "zhou", "zhao", "admin"] },
    "admin",
    ["grid_worker away", "liaison_lead away", "dispatcher away"],
  ],
  [
    "everybody is away and the top is vacant: the highest that is held",
    { away: ["li", "li2", "he", "zhou"], vacant: ["zhao", "admin"] },
    "zhou",
    ["grid_worker away", "dispatcher vacant", "admin vacant"],
  ],
  ["nobody holds anything", { vacant: posts.map(([id]) => id) }, undefined, []],
  [
    "never somebody excepted",
    { wanted: { except: ["li", undefined, "li2"] } },
    "zhou",
    ["grid_worker vacant"],
  ],
  [
    "never somebody excepted, though she is the deputy",
    { away: ["li"], vacant: ["li2"], deputies: [["li", "zhou"]], wanted: { except: ["zhou"] } },
    "he",
    ["grid_worker away"],
  ],
  [
    "holders only: no deputy and no colleague",
    {
      away: ["li"],
      vacant: ["li2"],
      deputies: [["li", "ye"]],
      wanted: { holdersOnly: true },
    },
    "zhou",
    ["grid_worker away"],
  ],
  [
    "what is sealed has no deputies: it waits for the discipline role",
    { posts: ["discipline"], away: ["fang"], deputies: [["fang", "ye"]] },
    "fang",
    [],
  ],
];

async function settle(tx: Tx, situation: Situation): Promise<void> {
  for (const unit of units) await addUnit(tx, unit);
  for (const [index, [id, role, unit]] of posts.entries()) {
    await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "g1" }, index);
    if (situation.vacant?.includes(id) !== true) await insertMembership(tx, id, { role, unit }, index);
  }
  for (const person of situation.away ?? []) await leave(tx, person, noon + hour);
  for (const [holder, deputy] of situation.deputies ?? []) {
    const [, role = "grid_worker", unit = "g1"] = posts.find(([id]) => id === holder) ?? [];
    await setDeputy(tx, { unit, role }, { holder, deputy }, noon);
  }
  if (situation.onShift)
    await setShift(tx, { unit: "g1", role: "grid_worker" }, "2026-11-26", situation.onShift);
}

async function leave(tx: Tx, person: string, untilAt: number | undefined) {
  return insertAbsence(tx, { person, fromAt: noon - hour, untilAt, reason: "", madeBy: person });
}

async function asked(tx: Tx, now: number, wantedPosts: readonly Role[] = climbing, wanted: Wanted = {}) {
  const unit = await unitByCode(tx, "g1");
  if (!unit) throw new Error("no grid");
  return nearestHolder({ tx, now, calendar: createCalendar("Asia/Shanghai") }, unit, wantedPosts, wanted);
}

describeOnEachEngine("who acts when somebody is away", (open) => {
  test.each(situations)("%s", async (_name, situation, who, passedOver) => {
    const database = await open();
    await database.transaction((tx) => settle(tx, situation));

    const found = await database.transaction((tx) => asked(tx, noon, situation.posts, situation.wanted));

    expect(found?.person.id).toBe(who);
    expect((found?.passedOver ?? []).map(({ role, why }) => `${role} ${why}`)).toEqual(passedOver);
  });

  test("an absence counts from its beginning to its end, or until she is back", async () => {
    const database = await open();
    await database.transaction(async (tx) => {
      await settle(tx, { vacant: ["li2", "he"] });
      await leave(tx, "li", noon + hour);
      // Entered twice, she is still one person.
      await leave(tx, "li", noon + 2 * hour);
      await leave(tx, "zhou", undefined);
    });

    const who = await database.transaction(async (tx) => {
      const at = [noon - 2 * hour, noon, noon + 2 * hour - 1, noon + 2 * hour];
      const found = [];
      for (const now of at) found.push((await asked(tx, now))?.person.id);
      await endAbsences(tx, "zhou", noon + hour);
      return [...found, (await asked(tx, noon + hour, ["liaison_lead"]))?.person.id];
    });

    expect(who).toEqual(["li", "zhao", "zhao", "li", "zhou"]);
  });

  test("within a turn the choice follows what the turn itself enters", async () => {
    const database = await open();
    await database.transaction((tx) => settle(tx, { vacant: ["li2", "he"] }));

    const who = await database.transaction(async (tx) => {
      const before = (await asked(tx, noon))?.person.id;
      const absence = await leave(tx, "li", undefined);
      const away = (await asked(tx, noon))?.person.id;
      await changeAbsence(tx, { ...absence, untilAt: noon });
      return [before, away, (await asked(tx, noon))?.person.id];
    });

    expect(who).toEqual(["li", "zhou", "li"]);
  });
});
