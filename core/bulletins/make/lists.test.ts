/** What stands on the two lists of a sheet, and what is counted beside them, on both databases. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createZone, day, hour } from "../../time/index.ts";
import { previous } from "../periods/model.ts";
import { matterLine } from "../texts/names.ts";
import { openBulletins, saidOf, week } from "../testing/openBulletins.ts";

const zone = createZone("Asia/Shanghai");
const later = { cycle: 2 };

describeOnEachEngine("the lists of a sheet", (open) => {
  test("name an answer that came late once: not each week until the matter is settled", async () => {
    const town = await openBulletins(open);
    await town.matter(
      1001,
      [
        ["filed", -100],
        ["overdue", -76],
        ["answered", -40],
      ],
      { state: "answered" },
    );

    const before = await town.sheets(previous(week, zone));
    const sheets = await town.sheets();

    expect(saidOf(before.get("v1")?.mishandled ?? none)).toEqual(["1001 unanswered"]);
    expect(saidOf(sheets.get("v1")?.overdue ?? none)).toEqual([]);
    expect(saidOf(sheets.get("v1")?.mishandled ?? none)).toEqual([]);
  });

  test("name a matter that nobody answered for a day, also where that day ends in the next week", async () => {
    const town = await openBulletins(open);
    await town.matter(
      1001,
      [
        ["filed", -36],
        ["overdue", -12],
        ["answered", 30],
        ["settled", 31],
      ],
      { state: "settled" },
    );

    const before = await town.sheets(previous(week, zone));
    const sheets = await town.sheets();

    expect(saidOf(before.get("v1")?.mishandled ?? none)).toEqual([]);
    expect(saidOf(before.get("v1")?.overdue ?? none)).toEqual(["1001 answer_late open"]);
    expect(saidOf(sheets.get("v1")?.mishandled ?? none)).toEqual(["1001 unanswered"]);
    expect(saidOf(sheets.get("v1")?.overdue ?? none)).toEqual([]);
  });

  test("do not call settled what could not be verified, was taken back or is not mended after all", async () => {
    const town = await openBulletins(open);
    const filed = [
      ["filed", 1],
      ["answered", 2],
      ["late", 10],
    ] as const;
    await town.matter(1001, [...filed, ["unverified", 20]], { state: "settled" });
    await town.matter(1002, [...filed, ["withdrawn", 20]], { state: "withdrawn" });
    await town.matter(1003, [...filed, ["settled", 20], ["not_fixed", 30]], { state: "answered" });
    await town.matter(
      1004,
      [
        ["filed", 1],
        ["overdue", 25],
        ["withdrawn", 30],
      ],
      { state: "withdrawn" },
    );
    await town.matter(1005, [...filed, ["settled", 20]], { state: "settled" });

    const { overdue } = (await town.sheets()).get("v1") ?? { overdue: none };

    const ends = overdue.matters.map(
      (one) => `${one.number} ${matterLine(one, false).zh.split("，").at(-1)}`,
    );
    expect(ends.toSorted()).toEqual([
      "1001 后来情况未核实",
      "1002 后来村民撤回了",
      "1003 还没办好",
      "1004 后来村民撤回了",
      "1005 后来办好了",
    ]);
  });

  test("call nobody's word an answer but that of whoever had to give one", async () => {
    const town = await openBulletins(open);
    await town.matter(
      1001,
      [
        ["filed", 1],
        ["overdue", 25],
        ["settled", 60, { actor: "wang" }],
      ],
      { state: "settled" },
    );

    const sheet = (await town.sheets()).get("v1");

    expect(sheet?.figures.find(({ name }) => name === "neverAnswered")?.numerator).toBe(1);
    expect(sheet?.overdue.matters.map((one) => matterLine(one, false).zh.split("，").at(-1))).toEqual([
      "一直没答复",
    ]);
  });

  test("say 'twice' of a villager only where she said it twice: a second round alone is no second 不满意", async () => {
    const town = await openBulletins(open);
    const once = [
      ["filed", 1],
      ["withdrawn", 2],
      ["put_back", 3, later],
      ["answered", 4, later],
      ["settled", 5, later],
    ] as const;
    await town.matter(1001, [...once, ["rated", 6, { ...later, words: "dissatisfied 太慢" }]], { cycle: 3 });
    await town.matter(
      1002,
      [
        ["filed", -90],
        ["settled", -80],
        ["rated", -70, { words: "dissatisfied 又灭了" }],
        ["reopened", -70, later],
        ["settled", 5, later],
        ["rated", 6, { ...later, words: "dissatisfied 又灭了" }],
      ],
      { cycle: 3 },
    );

    const sheet = (await town.sheets()).get("v1");

    expect(saidOf(sheet?.mishandled ?? none)).toEqual([
      "1002 dissatisfied_again open",
      "1001 dissatisfied open",
    ]);
  });

  test("hold what complains of service in no number, not even among what is under way; a dispute is in both", async () => {
    const town = await openBulletins(open);
    await town.matter(
      1001,
      [
        ["filed", -90],
        ["overdue", -66],
      ],
      { kind: "complaint" },
    );
    await town.matter(
      1002,
      [
        ["filed", -90],
        ["overdue", -66],
      ],
      { kind: "complaint", about: "li" },
    );
    await town.matter(
      1003,
      [
        ["filed", 2],
        ["answered", 3],
      ],
      { kind: "dispute", about: "chen", state: "answered" },
    );

    const sheet = (await town.sheets()).get("v1");

    expect([sheet?.received, sheet?.open, sheet?.overdue.total]).toEqual([1, 1, 0]);
  });

  test("are of the end of the period, however much later they are made", async () => {
    const town = await openBulletins(open);
    await town.matter(
      1001,
      [
        ["filed", -90],
        ["answered", -80],
        ["late", -10],
      ],
      { state: "answered" },
    );
    await town.matter(
      1002,
      [
        ["filed", 100],
        ["answered", 101],
      ],
      { state: "answered" },
    );
    await town.matter(
      1003,
      [
        ["filed", 1],
        ["answered", 2],
        ["settled", 3],
        ["rated", 4, { words: "fair" }],
      ],
      { state: "closed" },
    );
    const first = await town.sheets();
    town.clock.pass(9 * day);
    await town.act(async ({ tx, now }) => {
      const at = now - hour;
      for (const number of [1001, 1002]) {
        await tx
          .insertInto("ticket_event")
          .values({ number, kind: "settled", at, cycle: 1, actor_id: "li", detail: "", source_key: "after" })
          .execute();
        await tx.updateTable("ticket").set({ state: "settled" }).where("number", "=", number).execute();
      }
      await tx
        .insertInto("ticket_event")
        .values({
          number: 1003,
          kind: "reopened",
          at,
          cycle: 2,
          actor_id: "wang",
          detail: "",
          source_key: "after",
        })
        .execute();
      await tx.updateTable("ticket").set({ state: "open", cycle: 2 }).where("number", "=", 1003).execute();
    });

    const corrected = await town.sheets(week, "换了一个村名");

    const [was, is] = [first, corrected].map((all) => all.get("v1"));
    expect([was?.open, saidOf(was?.overdue ?? none)]).toEqual([2, ["1001 settle_late open"]]);
    expect([is?.open, saidOf(is?.overdue ?? none)]).toEqual([2, ["1001 settle_late open"]]);
  });

  test("count everything that happened, however much of it nobody had counted yet", async () => {
    const town = await openBulletins(open);
    for (let number = 1001; number < 1231; number += 1)
      await town.matter(number, [
        ["filed", 1],
        ["overdue", 25],
      ]);

    const sheet = (await town.sheets()).get("v1");

    expect([sheet?.received, sheet?.overdue.total]).toEqual([230, 230]);
  });
});

const none = { total: 0, matters: [] };
