/** Sheets are made when they can be, and decided on by one who may, once; on both databases. */
import { expect, test } from "vitest";
import type { Saying } from "../../dialogue/index.ts";
import { insertMembership } from "../../people/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { day, minute } from "../../time/index.ts";
import { bulletinCommands } from "../commands.ts";
import { bulletinDesk } from "../desk.ts";
import { ringBulletin } from "../ring.ts";
import { openBulletins, week } from "../testing/openBulletins.ts";

type Town = Awaited<ReturnType<typeof openBulletins>>;

const [weekly] = bulletinCommands;

/** What somebody reads who types this after `/weekly`. */
async function type(
  town: Town,
  who: string,
  args: string,
): Promise<{ text: string; tokens: readonly string[] }> {
  return town.as(who, async (acting) => {
    const reply = await weekly?.run(args, { acting, bulletins: bulletinDesk(acting) });
    if (!reply || "begin" in reply) throw new Error("this begins a talk");
    const { text, choices = [] } = "zh" in reply ? { text: reply } : (reply as Saying);
    return { text: text.zh, tokens: choices.map(({ token }) => token) };
  });
}

const states = (town: Town) =>
  town.act(({ tx }) =>
    tx
      .selectFrom("bulletin")
      .select(["id", "version", "state", "decided_by"])
      .where("unit_code", "=", "town")
      .orderBy("version")
      .execute(),
  );

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
    const asked = await type(town, "zhao", "");

    expect(await states(town)).toEqual([]);
    expect(asked.text).toBe("事项的数字还没算完，过几分钟再发一次。");
    expect(await alarms(town)).toEqual([{ subject: make, fire_at: town.clock.now() + minute }]);
    await town.act((moment) => ringBulletin(moment, make));
    expect(await states(town)).toMatchObject([{ version: 1, state: "waiting" }]);
  }, 30_000);

  test("is published once by two people at one instant", async () => {
    const town = await openBulletins(open);
    await town.act(({ tx, now }) => insertMembership(tx, "xu", { role: "dispatcher", unit: "town" }, now));
    await type(town, "zhao", "");

    const said = await Promise.all([type(town, "zhao", "yes 1"), type(town, "xu", "yes 1")]);

    const texts = said.map(({ text }) => text).toSorted();
    expect(texts.filter((text) => text.includes("已发布"))).toHaveLength(1);
    expect(texts.filter((text) => text === "这一份已经有人处理了。")).toHaveLength(1);
    expect(await states(town)).toMatchObject([{ state: "published" }]);
  });

  test("that was refused is not reckoned again by its old button once the next version is published", async () => {
    const town = await openBulletins(open);
    await type(town, "zhao", "");
    await town.as("zhao", (acting) => bulletinDesk(acting).refuse(1, "先改"));
    await type(town, "zhao", "again 1");
    const second = (await states(town))[1]?.id ?? 0;
    await type(town, "zhao", `yes ${second}`);

    const said = await type(town, "zhao", "again 1");

    expect(said.text).toBe("这一期已经发布了。有不对的，用「更正」，要写原因。");
    expect((await states(town)).map(({ state }) => state)).toEqual(["refused", "published"]);
  });

  test("stays in reach of the command room that refused its correction", async () => {
    const town = await openBulletins(open);
    await type(town, "zhao", "");
    await type(town, "zhao", "yes 1");
    await town.as("zhao", (acting) => bulletinDesk(acting).correct(1, "一件登记错了"));
    const second = (await states(town))[1]?.id ?? 0;
    await town.as("zhao", (acting) => bulletinDesk(acting).refuse(second, "不用改"));

    const said = await type(town, "zhao", "");

    expect(said.tokens).toContain("/weekly show 1");
  });

  test("is not made for a week in which nobody was there yet", async () => {
    const town = await openBulletins(open);
    town.clock.set(week.from + 3 * day);

    const said = await type(town, "zhao", "");

    expect(said.text).toBe("某镇还没有发布过周晒单。每周一备好，镇指挥室看过就发。");
    expect(await states(town)).toEqual([]);
  });

  test("waits for the main leader when neither the command room nor the leader in charge has said a word", async () => {
    const town = await openBulletins(open);
    await town.act(({ tx, now }) => insertMembership(tx, "zhou", { role: "main_leader", unit: "town" }, now));
    await type(town, "zhao", "");

    for (const times of [1, 2, 3, 4]) await town.act((moment) => ringBulletin(moment, `remind 1 ${times}`));

    const nags = await town.act(({ tx }) =>
      tx.selectFrom("nag").select(["recipient", "key"]).orderBy("key").execute(),
    );
    expect(nags.map(({ recipient }) => recipient).toSorted()).toEqual(["xu", "zhao", "zhou"]);
    expect(await alarms(town)).toEqual([{ subject: "remind 1 3", fire_at: town.clock.now() + day }]);
  });
});
