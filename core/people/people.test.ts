import { expect, test } from "vitest";
import { addUnit, addUnits, unitByCode, type Unit } from "../org/index.ts";
import type { Tx } from "../store/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { createCalendar } from "../time/index.ts";
import { calledName, hasRole, readName, type Role } from "./model.ts";
import type { Moment } from "./moment.ts";
import { newcomer } from "./newcomer.ts";
import { holdersAbove, teamOf, usualHolder } from "./service.ts";
import {
  insertMembership,
  insertPerson,
  languageAt,
  markReachable,
  markUnreachable,
  personOf,
  reachableAt,
  setLanguage,
} from "./store.ts";

test.each([
  [" 王秀英 ", "王秀英"],
  ["阿卜杜拉·买买提", "阿卜杜拉·买买提"],
  ["Ｊｏｈｎ  Smith", "John Smith"],
  ["123456", undefined],
  ["", undefined],
  ["👵", undefined],
  ["<b>王</b>", undefined],
  ["王".repeat(31), undefined],
])("%j as a name is %j", (words, name) => {
  expect(readName(words)).toBe(name);
});

test("a person is called by her nickname where she has one", () => {
  expect([
    calledName({ name: "李建国", nickname: "老李" }),
    calledName({ name: "周敏", nickname: null }),
  ]).toEqual(["老李", "周敏"]);
});

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "village", name: "双桥村", kind: "village", parent: "town" },
  { code: "g1", name: "G1", kind: "grid", parent: "village" },
  { code: "g2", name: "G2", kind: "grid", parent: "village" },
] as const;

const ladder: readonly Role[] = ["grid_worker", "liaison_lead", "dispatcher", "admin"];

async function appoint(tx: Tx, id: string, role: Role, unit: string, at: number): Promise<void> {
  await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "g1" }, at);
  await insertMembership(tx, id, { role, unit }, at);
}

function moment(tx: Tx, now: number): Moment {
  return {
    tx,
    now,
    post: () => Promise.resolve(true),
    calendar: createCalendar("Asia/Shanghai"),
    draw: () => 0,
  };
}

describeOnEachEngine("people", (open) => {
  async function openVillage() {
    const database = await open();
    await database.transaction(async (tx) => {
      for (const unit of units) await addUnit(tx, unit);
    });
    return database;
  }

  async function grid(tx: Tx, code: string): Promise<Unit> {
    const unit = await unitByCode(tx, code);
    if (!unit) throw new Error(`no unit ${code}`);
    return unit;
  }

  test("a matter goes to the grid's own worker, and past a vacancy to the next post above", async () => {
    const database = await openVillage();

    const [own, vacant] = await database.transaction(async (tx) => {
      await appoint(tx, "li", "grid_worker", "g1", 1);
      await appoint(tx, "zhou", "liaison_lead", "village", 2);
      return [
        await usualHolder(tx, await grid(tx, "g1"), ladder),
        await usualHolder(tx, await grid(tx, "g2"), ladder),
      ];
    });

    expect([own?.person.id, vacant?.person.id]).toEqual(["li", "zhou"]);
  });

  test("going up never falls back to a lower post", async () => {
    const database = await openVillage();

    const [above, top] = await database.transaction(async (tx) => {
      await appoint(tx, "li", "grid_worker", "g1", 1);
      await appoint(tx, "zhao", "dispatcher", "town", 2);
      return [
        await usualHolder(tx, await grid(tx, "g1"), ladder.slice(2)),
        await usualHolder(tx, await grid(tx, "g1"), []),
      ];
    });

    expect([above?.person.id, top]).toEqual(["zhao", undefined]);
  });

  test("everyone who holds a post above a unit is found, nobody beside it", async () => {
    const database = await openVillage();

    const found = await database.transaction(async (tx) => {
      await appoint(tx, "li", "grid_worker", "g1", 1);
      await appoint(tx, "he", "grid_worker", "g2", 2);
      await appoint(tx, "boss", "grid_worker", "town", 3);
      return holdersAbove(tx, await grid(tx, "g1"), "grid_worker");
    });

    expect(found).toEqual(["li", "boss"]);
  });

  test("a village's team is its liaison lead, then the 8+X in their order, then its grid workers, whoever was appointed first", async () => {
    const database = await openVillage();

    const team = await database.transaction(async (tx) => {
      const member = { role: "team_member", unit: "village" } as const;
      for (const [id, specialty] of [
        ["hu", "志愿者"],
        ["ye", "医生"],
        ["ge", "村干部"],
        ["tang", "医生"],
      ] as const) {
        await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "g1" }, 1);
        await insertMembership(tx, id, { ...member, specialty }, id === "tang" ? 2 : 1);
      }
      await appoint(tx, "zhou", "liaison_lead", "village", 3);
      await appoint(tx, "li", "grid_worker", "g1", 1);
      return teamOf(tx, await grid(tx, "village"));
    });

    expect(team.map(({ person, role, specialty }) => [person.id, role, specialty])).toEqual([
      ["zhou", "liaison_lead", undefined],
      ["ge", "team_member", "村干部"],
      ["ye", "team_member", "医生"],
      ["tang", "team_member", "医生"],
      ["hu", "team_member", "志愿者"],
      ["li", "grid_worker", undefined],
    ]);
  });

  test("joining twice from the same talk is joining once", async () => {
    const database = await openVillage();
    const account = { channel: "web", bot: "sandbox", actor: "xiaohua", address: "web/sandbox/xiaohua" };
    const given = { name: "张小花", grid: "g1", first: null, code: null };

    const person = await database.transaction(async (tx) => {
      await newcomer(moment(tx, 1), account).join("talk.join", given);
      await newcomer(moment(tx, 2), account).join("talk.join", given);
      return personOf(tx, account);
    });

    expect(person?.name).toBe("张小花");
    expect(person && hasRole(person, "villager")).toBe(true);
    expect(person?.memberships.length).toBe(1);
  });

  test("somebody who left is not written to until she speaks again", async () => {
    const database = await openVillage();
    const account = { channel: "web", bot: "sandbox", actor: "xiaohua", address: "web/sandbox/xiaohua" };

    const [before, left, back] = await database.transaction(async (tx) => {
      await newcomer(moment(tx, 1), account).join("talk.join", {
        name: "张小花",
        grid: "g1",
        first: null,
        code: null,
      });
      const id = (await personOf(tx, account))?.id ?? "";
      const here = await reachableAt(tx, id);
      await markUnreachable(tx, account.address);
      const gone = await reachableAt(tx, id);
      await markReachable(tx, account.address);
      return [here, gone, await reachableAt(tx, id)];
    });

    expect([before, left, back]).toEqual([[account.address], [], [account.address]]);
  });

  test("a stranger is answered in Chinese, a person in her own language", async () => {
    const database = await openVillage();
    const account = { channel: "web", bot: "sandbox", actor: "mary", address: "web/sandbox/mary" };

    const [stranger, known] = await database.transaction(async (tx) => {
      const before = await languageAt(tx, account.address);
      await newcomer(moment(tx, 1), account).join("talk.join", {
        name: "Mary",
        grid: "g1",
        first: null,
        code: null,
      });
      await setLanguage(tx, (await personOf(tx, account))?.id ?? "", "en");
      return [before, await languageAt(tx, account.address)];
    });

    expect([stranger, known]).toEqual(["zh", "en"]);
  });

  test("a unit below one that is not there is refused", async () => {
    const database = await openVillage();

    const adding = database.transaction((tx) =>
      addUnit(tx, { code: "x", name: "X", kind: "grid", parent: "nowhere" }),
    );

    await expect(adding).rejects.toThrow("nowhere");
  });

  test("a whole tree is added in the order of its list, and once", async () => {
    const database = await openVillage();
    const [town, village] = [
      { code: "t", name: "T", kind: "township", parent: null },
      { code: "v", name: "V", kind: "village", parent: "t" },
    ] as const;

    const upsideDown = database.transaction((tx) => addUnits(tx, [village, town]));
    await expect(upsideDown).rejects.toThrow("v is listed before t");
    await database.transaction((tx) => addUnits(tx, [town, village]));
    await database.transaction((tx) => addUnits(tx, [{ ...town, name: "again" }, village]));

    const [above, below] = await database.transaction(async (tx) => [
      await unitByCode(tx, "t"),
      await unitByCode(tx, "v"),
    ]);
    expect([above?.name, below?.path]).toEqual(["T", "t/v"]);
  });
});
