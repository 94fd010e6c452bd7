/** What follows a fault: only what a published sheet allows, said by whoever may, and kept from whom it is about until it stands. */
import { expect, test } from "vitest";
import { householdAt, insertMembership, moveIn } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import type { FollowUpKind } from "../model.ts";
import { openBulletins, type Town } from "../testing/openBulletins.ts";

/** A published week in which 1001 had no answer for days, and 1002 was settled badly twice. */
async function publishedWeek(open: Parameters<typeof openBulletins>[0]): Promise<Town> {
  const town = await openBulletins(open);
  const again = { cycle: 2 };
  await town.matter(1001, [
    ["filed", 1],
    ["overdue", 25],
  ]);
  await town.matter(
    1002,
    [
      ["filed", 1],
      ["settled", 2],
      ["rated", 3, { words: "dissatisfied 太慢" }],
      ["reopened", 3, again],
      ["settled", 4, again],
      ["rated", 5, { ...again, words: "dissatisfied 又灭了" }],
    ],
    { cycle: 3 },
  );
  await town.type("zhao", "");
  await town.type("zhao", "yes 1");
  return town;
}

function ask(town: Town, who: string, number: number, kind: FollowUpKind, whom: string) {
  const wish = { bulletin: 1, number, kind, whom, words: "谈值守", days: 5 };
  return town.desk(who, ({ follow }) => follow.submit(`${who} ${number} ${kind} ${whom}`, wish));
}

const appoint = (town: Town, id: string, role: "discipline" | "dispatcher", unit = "town") =>
  town.act(({ tx, now }) => insertMembership(tx, id, { role, unit }, now));

const noSuch = "没有这一条，或者不归您处理。";

describeOnEachEngine("what follows a fault", (open) => {
  test("is not read by whom it is about before it stands, though she has a post that reads others'", async () => {
    const town = await publishedWeek(open);
    await appoint(town, "li", "dispatcher");
    await ask(town, "zhao", 1001, "admonition", "li");

    const [one, matter, list] = [
      await town.type("li", "one 1"),
      await town.type("li", "matter 1 1001"),
      await town.type("li", "follow"),
    ];

    expect(one.text).toBe(noSuch);
    expect(matter.text).not.toContain("谈值守");
    expect(list.text).not.toContain("1001");
    expect((await town.type("zhao", "one 1")).text).toContain("谈值守");
  });

  test("is confirmed by nobody of the team that it is about", async () => {
    const town = await publishedWeek(open);
    await appoint(town, "zhou", "discipline");
    await ask(town, "zhao", 1001, "censure", "team");

    const said = await town.type("zhou", "confirm 1");

    expect(said.text).toBe("涉及您自己，请别人来。");
    expect((await town.type("fang", "confirm 1")).text).toContain("通报确认了");
  });

  test("goes to nobody to be confirmed who lives with whom it is about", async () => {
    const town = await publishedWeek(open);
    await town.act(async ({ tx, now }) => {
      const home = await householdAt(tx, { grid: "v1-G1", address: "1号", by: null }, now);
      for (const id of ["fang", "li"]) await moveIn(tx, id, home.id, now);
    });

    const alone = await ask(town, "zhao", 1001, "admonition", "li");
    await appoint(town, "xu", "discipline");
    await ask(town, "zhao", 1001, "admonition", "li");

    expect(JSON.stringify(alone)).toContain("现在没有纪检人员能确认");
    expect((await town.type("fang", "confirm 1")).text).toBe("涉及您家里人，请别人来。");
    expect((await town.type("xu", "confirm 1")).text).toContain("约谈确认了");
  });

  test("is not confirmed once the sheet was corrected and says no such thing any more", async () => {
    const town = await publishedWeek(open);
    await ask(town, "zhao", 1001, "admonition", "li");
    await town.act(({ tx }) =>
      tx
        .updateTable("ticket")
        .set({ kind: "complaint", about_id: "chen" })
        .where("number", "=", 1001)
        .execute(),
    );
    await town.desk("zhao", (desk) => desk.correct(1, "1001 不是这一类"));
    const second = (await town.bulletins()).find(({ version }) => version === 2)?.id ?? 0;
    await town.type("zhao", `yes ${second}`);
    await town.act(({ tx }) =>
      tx.updateTable("ticket").set({ kind: "lamp", about_id: null }).where("number", "=", 1001).execute(),
    );

    const said = await town.type("fang", "confirm 1");

    expect(said.text).toBe("晒单更正过，这件不再有这个情形，不能确认。点「不同意」，写明原因。");
  });

  test("still stands when the correction says the same", async () => {
    const town = await publishedWeek(open);
    await ask(town, "zhao", 1002, "admonition", "li");
    await town.desk("zhao", (desk) => desk.correct(1, "换了一个村名"));
    const second = (await town.bulletins()).find(({ version }) => version === 2)?.id ?? 0;
    await town.type("zhao", `yes ${second}`);

    expect((await town.type("fang", "confirm 1")).text).toContain("约谈确认了");
  });

  test("is found by the county's discipline role too, which may be the only one there is", async () => {
    const town = await publishedWeek(open);
    await appoint(town, "chen", "discipline", "county");
    await ask(town, "zhao", 1001, "admonition", "li");

    expect((await town.type("chen", "follow")).labels).toContain("约谈 1001，网格员li，待确认");
  });

  test("names somebody by the post in which she is meant, whatever else she holds", async () => {
    const town = await publishedWeek(open);
    await appoint(town, "li", "dispatcher");
    await ask(town, "zhao", 1001, "admonition", "li");

    expect((await town.type("zhao", "one 1")).text).toContain("对象：网格员li");
  });

  test("is taken back by whoever asked for it, and by nobody else, while nobody has said a word", async () => {
    const town = await publishedWeek(open);
    await ask(town, "zhao", 1001, "admonition", "li");

    const others = [
      await town.type("xu", "drop 1"),
      await town.type("fang", "drop 1"),
      await town.type("li", "drop 1"),
    ];
    const hers = await town.type("zhao", "drop 1");

    expect(others.map(({ text }) => text)).toEqual([noSuch, noSuch, noSuch]);
    expect(hers.text).toBe("约谈撤回了，没有告诉对象。");
    expect((await town.type("fang", "confirm 1")).text).toBe("这一条已经处理过了。");
    expect((await town.type("zhao", "one 1")).text).toContain("撤回");
    expect((await town.type("li", "one 1")).text).toBe(noSuch);
    await ask(town, "xu", 1001, "admonition", "li");
    expect((await town.type("fang", "confirm 2")).text).toContain("约谈确认了");
    expect((await town.type("xu", "drop 2")).text).toBe("这一条已经处理过了。");
  });

  test("is about nobody who came to her post after the week in which it went wrong", async () => {
    const town = await publishedWeek(open);
    await town.act(({ tx, now }) =>
      insertMembership(tx, "chen", { role: "grid_worker", unit: "v1-G1" }, now),
    );

    const found = await town.desk("zhao", ({ follow }) =>
      follow.askable({ bulletin: 1, number: 1001, kind: "admonition" }),
    );
    await ask(town, "zhao", 1001, "admonition", "chen");

    expect("people" in found && found.people.map(({ id }) => id)).toEqual(["zhou", "li"]);
    expect(await town.act(({ tx }) => tx.selectFrom("follow_up").select("id").execute())).toEqual([]);
  });

  test("is submitted once by two people at one instant", async () => {
    const town = await publishedWeek(open);

    await Promise.all([
      ask(town, "zhao", 1001, "admonition", "li"),
      ask(town, "xu", 1001, "admonition", "li"),
    ]);

    const rows = await town.act(({ tx }) => tx.selectFrom("follow_up").select("id").execute());
    expect(rows).toHaveLength(1);
  });

  test("is confirmed or declined once by two people at one instant", async () => {
    const town = await publishedWeek(open);
    await appoint(town, "xu", "discipline");
    await ask(town, "zhao", 1001, "admonition", "li");

    const said = await Promise.all([
      town.type("fang", "confirm 1").then(({ text }) => text),
      town.desk("xu", ({ follow }) => follow.decline(1, "情况不同")).then((reply) => JSON.stringify(reply)),
    ]);

    const rows = await town.act(({ tx }) =>
      tx.selectFrom("follow_up").select(["state", "decided_by"]).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(said.filter((text) => text.includes("处理过了"))).toHaveLength(1);
  });
});
