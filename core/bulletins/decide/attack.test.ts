/** Sheets are made when they can be, and decided on by one who may, once; on both databases. */
import { expect, test } from "vitest";
import { insertMembership } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, minute } from "../../time/index.ts";
import { ringBulletin } from "../ring.ts";
import { openBulletins, week, type Town } from "../testing/openBulletins.ts";

const alarms = (town: Town) =>
  town.act(({ tx }) =>
    tx.selectFrom("alarm").select(["subject", "fire_at"]).where("fired_at", "is", null).execute(),
  );

const make = `make weekly town ${week.first}`;

describeOnEachEngine("a sheet", (open) => {
  test("waits until everything is counted: a minute for the program, a word for whoever asks", async () => {
    const town = await openBulletins(open);
    for (let number = 1001; number < 1801; number += 1)
      await town.matter(number, [
        ["filed", 1],
        ["overdue", 25],
      ]);

    await town.act((moment) => ringBulletin(moment, make));
    const asked = await town.type("zhao", "");

    expect(await town.bulletins()).toEqual([]);
    expect(asked.text).toBe("事项的数字还没算完，过几分钟再发一次。");
    expect(await alarms(town)).toEqual([{ subject: make, fire_at: town.clock.now() + minute }]);
    await town.act((moment) => ringBulletin(moment, make));
    expect(await town.bulletins()).toMatchObject([{ version: 1, state: "waiting" }]);
  }, 30_000);

  test("is published once by two people at one instant", async () => {
    const town = await openBulletins(open);
    await town.act(({ tx, now }) => insertMembership(tx, "xu", { role: "dispatcher", unit: "town" }, now));
    await town.type("zhao", "");

    const said = await Promise.all([town.type("zhao", "yes 1"), town.type("xu", "yes 1")]);

    const texts = said.map(({ text }) => text).toSorted();
    expect(texts.filter((text) => text.includes("已发布"))).toHaveLength(1);
    expect(texts.filter((text) => text === "这一份已经有人处理了。")).toHaveLength(1);
    expect(await town.bulletins()).toMatchObject([{ state: "published" }]);
  });

  test("that was refused is not reckoned again by its old button once the next version is published", async () => {
    const town = await openBulletins(open);
    await town.type("zhao", "");
    await town.desk("zhao", (desk) => desk.refuse(1, "先改"));
    await town.type("zhao", "again 1");
    const second = (await town.bulletins())[1]?.id ?? 0;
    await town.type("zhao", `yes ${second}`);

    const said = await town.type("zhao", "again 1");

    expect(said.text).toBe("这一期已经发布了。有不对的，用「更正」，要写原因。");
    expect((await town.bulletins()).map(({ state }) => state)).toEqual(["refused", "published"]);
  });

  test("stays in reach of the command room that refused its correction", async () => {
    const town = await openBulletins(open);
    await town.type("zhao", "");
    await town.type("zhao", "yes 1");
    await town.desk("zhao", (desk) => desk.correct(1, "一件登记错了"));
    const second = (await town.bulletins())[1]?.id ?? 0;
    await town.desk("zhao", (desk) => desk.refuse(second, "不用改"));

    const said = await town.type("zhao", "");

    expect(said.tokens).toContain("/weekly show 1");
  });

  test("leads from its places to their sheets of the same version, also once it was corrected", async () => {
    const town = await openBulletins(open);
    await town.matter(1001, [["filed", 1]]);
    await town.type("zhao", "");
    await town.type("zhao", "yes 1");
    await town.desk("zhao", (desk) => desk.correct(1, "一件登记错了"));
    const second = (await town.bulletins())[1]?.id ?? 0;
    await town.type("zhao", `yes ${second}`);

    const [before, after] = [await town.type("zhao", "rows 1"), await town.type("zhao", `rows ${second}`)];

    expect([before.tokens[0], after.tokens[0]]).toEqual(["/weekly show 2", `/weekly show ${second + 1}`]);
  });

  test("is not made for a week in which nobody was there yet", async () => {
    const town = await openBulletins(open);
    town.clock.set(week.from + 3 * day);

    const said = await town.type("zhao", "");

    expect(said.text).toBe("某镇还没有发布过周晒单。每周一备好，镇指挥室看过就发。");
    expect(await town.bulletins()).toEqual([]);
  });

  test("is read in whole by whoever works in a grid of the village, wherever she lives", async () => {
    const town = await openBulletins(open);
    await town.act(({ tx }) =>
      tx.updateTable("person").set({ grid: "v2-G1" }).where("id", "=", "li").execute(),
    );
    await town.type("zhao", "");
    await town.type("zhao", "yes 1");

    const [hers, named, other] = [
      await town.type("li", ""),
      await town.type("li", "v1"),
      await town.type("wang", "v2"),
    ];

    expect(hers.text).toMatch(/^v1周晒单/);
    expect(named.text).toMatch(/^v1周晒单/);
    expect(other.text).toContain("您看不到");
  });

  test("waits for the leaders of the place where it has no command room, and for nobody for ever", async () => {
    const town = await openBulletins(open);
    await town.act(async ({ tx, now }) => {
      await tx.deleteFrom("membership").where("person_id", "=", "zhao").execute();
      await insertMembership(tx, "zhao", { role: "dispatcher", unit: "county" }, now);
      await insertMembership(tx, "chen", { role: "main_leader", unit: "town" }, now);
    });
    await town.act((moment) => ringBulletin(moment, make));
    await town.act((moment) => ringBulletin(moment, "remind 1 1"));
    await town.act(({ tx }) => tx.deleteFrom("membership").where("person_id", "=", "xu").execute());
    for (const times of [2, 3]) await town.act((moment) => ringBulletin(moment, `remind 1 ${times}`));

    const nags = await town.act(({ tx }) => tx.selectFrom("nag").select("key").orderBy("id").execute());

    expect(nags.map(({ key }) => key)).toEqual([
      "bulletin 1 ready xu",
      "bulletin 1 remind 1 xu",
      "bulletin 1 remind 2 chen",
    ]);
    expect(await alarms(town)).toEqual([{ subject: "remind 1 2", fire_at: town.clock.now() + day }]);
  });
});
