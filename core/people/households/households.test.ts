import { expect, test } from "vitest";
import { addUnit } from "../../org/index.ts";
import type { Posting } from "../../delivery/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import { readAddress, type Role } from "../model.ts";
import { tell, type Acting, type Moment } from "../moment.ts";
import { insertMembership, insertPerson, markUnreachable, personById, upsertAccount } from "../store.ts";
import { actsFor, addResident, gridsKept, residentsNamed } from "./service.ts";
import { changeHousehold, householdAt, householdOf, membersOf, moveIn } from "./store.ts";

test.each([
  [" 樟树下 ３ 号。", "樟树下3号"],
  ["No 3,  Bridge Lane", "No 3, Bridge Lane"],
  ["？！", undefined],
  ["8", undefined],
  ["", undefined],
  ["长".repeat(41), undefined],
])("%j as an address is %j", (words, address) => {
  expect(readAddress(words)).toBe(address);
});

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "village", name: "双桥村", kind: "village", parent: "town" },
  { code: "g1", name: "G1", kind: "grid", parent: "village" },
  { code: "g2", name: "G2", kind: "grid", parent: "village" },
] as const;

/** What was said, as `address: text`. */
function moment(tx: Tx, said: string[] = []): Moment {
  const post = (_tx: Tx, { address, blocks }: Posting) => {
    said.push(
      `${address}: ${blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("")}`,
    );
    return Promise.resolve(true);
  };
  return { tx, now: 1, post, calendar: createCalendar("Asia/Shanghai"), draw: () => 0 };
}

async function settle(tx: Tx, name: string, grid: string, isReachable: boolean): Promise<void> {
  await insertPerson(tx, { id: name, name, nickname: `阿${name.at(-1)}`, language: "zh", grid }, 1);
  const account = { channel: "web", bot: "sandbox", actor: name, address: `web/sandbox/${name}` };
  if (isReachable) await upsertAccount(tx, name, account, 1);
}

async function actingAs(tx: Tx, name: string, role: Role, unit: string): Promise<Acting> {
  await settle(tx, name, "g1", true);
  await insertMembership(tx, name, { role, unit }, 1);
  const person = await personById(tx, name);
  if (!person) throw new Error(`no ${name}`);
  return { ...moment(tx), person };
}

describeOnEachEngine("households", (open) => {
  async function inVillage<T>(story: (tx: Tx) => Promise<T>): Promise<T> {
    const database = await open();
    return database.transaction(async (tx) => {
      for (const unit of units) await addUnit(tx, unit);
      return story(tx);
    });
  }

  /** 陈德福 has no chat; 陈小芳 looks after his house, or nobody. */
  async function house(tx: Tx, carer: string | null): Promise<void> {
    await settle(tx, "陈德福", "g1", false);
    await settle(tx, "陈小芳", "g2", true);
    const { id } = await householdAt(tx, { grid: "g1", address: "樟树下3号", by: null }, 1);
    await moveIn(tx, "陈德福", id, 1);
    await changeHousehold(tx, id, { head: "陈德福", carer });
  }

  const letter = { key: "k", lane: "reply" } as const;
  const saying = { text: { zh: "灯修好了", en: "the lamp is mended" } };

  test("what is said to somebody without a chat goes to the carer, to be passed on", async () => {
    const said: string[] = [];

    const delivery = await inVillage(async (tx) => {
      await house(tx, "陈小芳");
      return tell(moment(tx, said), "陈德福", saying, letter);
    });

    expect([delivery, said]).toEqual(["carer", ["web/sandbox/陈小芳: 请转告陈德福：\n灯修好了"]]);
  });

  test("without a carer, or with one who cannot be reached either, nobody is told", async () => {
    const deliveries = await inVillage(async (tx) => {
      await house(tx, null);
      const alone = await tell(moment(tx), "陈德福", saying, letter);
      await house(tx, "陈小芳");
      await markUnreachable(tx, "web/sandbox/陈小芳");
      return [alone, await tell(moment(tx), "陈德福", saying, letter)];
    });

    expect(deliveries).toEqual(["unreachable", "unreachable"]);
  });

  test("whoever can be reached is told herself, and her carer does not act for her", async () => {
    const said: string[] = [];

    const [before, after, delivery] = await inVillage(async (tx) => {
      await house(tx, "陈小芳");
      const silent = await actsFor(tx, "陈小芳", "陈德福");
      const account = { channel: "web", bot: "sandbox", actor: "chen", address: "web/sandbox/chen" };
      await upsertAccount(tx, "陈德福", account, 1);
      return [
        silent,
        await actsFor(tx, "陈小芳", "陈德福"),
        await tell(moment(tx, said), "陈德福", saying, letter),
      ];
    });

    expect([before, after, delivery, said]).toEqual([true, false, "reached", ["web/sandbox/chen: 灯修好了"]]);
  });

  test("people are found by a part of their name or nickname, in these grids only, with where they live", async () => {
    const [byName, byNickname, elsewhere, everybody] = await inVillage(async (tx) => {
      await house(tx, null);
      const named = async (grids: readonly string[], words: string) =>
        (await residentsNamed({ tx }, grids, words)).map(({ person, address }) => [person.name, address]);
      return [
        await named(["g1", "g2"], "陈"),
        await named(["g1"], "阿福"),
        await named(["g2"], "德福"),
        await named(["g1", "g2"], "%"),
      ];
    });

    expect(byName).toEqual([
      ["陈小芳", null],
      ["陈德福", "樟树下3号"],
    ]);
    expect([byNickname, elsewhere, everybody]).toEqual([[["陈德福", "樟树下3号"]], [], []]);
  });

  test("somebody without an account is registered once, confirmed, at her address, which she heads", async () => {
    const [first, again, household, members] = await inVillage(async (tx) => {
      const li = await actingAs(tx, "李建国", "grid_worker", "g1");
      const given = { name: " 张阿婆 ", grid: "g1", address: "桥头1号", phoneOnly: true };
      const added = await addResident(li, "talk.add", given);
      const repeated = await addResident(li, "talk.add", given);
      const home = await householdOf(tx, "person-talk-add");
      return [added, repeated, home, home && (await membersOf(tx, home.id))];
    });

    expect(first).toMatchObject({
      person: { name: "张阿婆", isConfirmed: true, isPhoneOnly: true },
      address: "桥头1号",
    });
    expect(again).toEqual(first);
    expect([household?.head, members]).toEqual(["person-talk-add", ["person-talk-add"]]);
  });

  test("nobody is registered in a grid that somebody else keeps, and nobody without a name", async () => {
    const [elsewhere, nameless] = await inVillage(async (tx) => {
      const he = await actingAs(tx, "何文斌", "grid_worker", "g2");
      return [
        await addResident(he, "a", { name: "张阿婆", grid: "g1", phoneOnly: true }),
        await addResident(he, "b", { name: "12", grid: "g2", phoneOnly: true }),
      ];
    });

    expect(elsewhere).toHaveProperty("refused.zh", "双桥村 G1 的村户不归您登记。发「村户」看您自己的网格。");
    expect(nameless).toHaveProperty("refused.zh", "请只发姓名，比如「王秀英」。");
  });

  test("a grid worker keeps her grid, a liaison lead those of her village, an admin as many as are asked for", async () => {
    const kept = await inVillage(async (tx) => {
      const codes = async (role: Role, unit: string, limit: number) =>
        (await gridsKept(await actingAs(tx, `${role}${unit}${limit}`, role, unit), limit)).map(
          ({ code }) => code,
        );
      return [
        await codes("grid_worker", "g2", 9),
        await codes("liaison_lead", "village", 9),
        await codes("admin", "county", 1),
        await codes("villager", "g1", 9),
      ];
    });

    expect(kept).toEqual([["g2"], ["g1", "g2"], ["g1"], []]);
  });

  test("whoever moves in leaves where she lived, and heads it no longer", async () => {
    const [old, now] = await inVillage(async (tx) => {
      await house(tx, null);
      const next = await householdAt(tx, { grid: "g1", address: "桥头1号", by: null }, 1);
      await moveIn(tx, "陈德福", next.id, 2);
      return [await householdAt(tx, { grid: "g1", address: "樟树下3号", by: null }, 3), next];
    });

    expect(old.head).toBe(null);
    expect(now.id).not.toBe(old.id);
  });
});
