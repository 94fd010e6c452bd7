/** Tags of matters, for whom they are and for whom not; on both databases. */
import { expect, test } from "vitest";
import { sayings, type Reply } from "../../dialogue/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { first, openTown, second, town } from "../../analysis/testing/openTown.ts";
import { taggable, taggedView, tagsView, turnTag } from "./service.ts";

function read(reply: Reply): string {
  return sayings(reply)
    .map(({ text, choices = [] }) =>
      [text.zh, ...choices.map(({ label, token }) => `${label.zh} ${token}`)].join("\n"),
    )
    .join("\n");
}

describeOnEachEngine("a tag of a matter", (open) => {
  async function openScreening() {
    const stage = await openTown(open);
    const posts = [
      ["zhao", "dispatcher", town],
      ["fan", "operator", town],
      ["sun", "area_leader", town],
      ["bao", "main_leader", second],
      ["li", "grid_worker", first],
    ] as const;
    await stage.change(async (tx) => {
      await stage.addPerson(tx, "wang");
      for (const [id, role, unit] of posts) await stage.addPerson(tx, id, { role, unit: unit ?? "" });
    });
    const tag = (who: string, number: number, key = `${who} ${number}`) =>
      stage.as(who, (acting) => turnTag(acting, key, number, "repeated"));
    const seen = (who: string) =>
      stage.as(who, async (acting) => read(await taggedView(acting, "repeated", 1)));
    return { ...stage, tag, seen };
  }

  test("is put on and taken off, each once for a message, and both stand on the timeline", async () => {
    const { change, tellOf, tag, seen } = await openScreening();
    const number = await change((tx) => tellOf(tx, "wang"));

    await tag("zhao", number, "in:1");
    const on = await seen("sun");
    await tag("sun", number, "in:2");

    const events = await change((tx) =>
      tx.selectFrom("ticket_event").select(["kind", "actor_id", "detail"]).orderBy("id").execute(),
    );
    expect(on).toContain(`${number} 路灯`);
    expect(await seen("zhao")).toContain("没有标「反复反映」的事项");
    expect(events).toEqual([
      { kind: "tagged", actor_id: "zhao", detail: "repeated" },
      { kind: "untagged", actor_id: "sun", detail: "repeated" },
    ]);
  });

  test("is for whoever screens there: not beside it, not by acting on the matter, and the back office reads no word of it", async () => {
    const { as, change, tellOf, tag, seen } = await openScreening();
    const number = await change((tx) => tellOf(tx, "wang", { responsible: "li", what: "我家 13812345678" }));

    const replies = [
      read(await tag("bao", number)),
      read(await tag("li", number)),
      read(await tag("wang", number)),
    ];
    const asked = await as("fan", (acting) => taggable(acting, number));
    await tag("fan", number);

    expect(replies.every((said) => /不归您|由指挥室、领导和后台人员/u.test(said))).toBe(true);
    expect(JSON.stringify(asked)).not.toContain("13812345678");
    expect(await seen("fan")).toContain(`/screen ${number}`);
    expect(await seen("sun")).toContain(`/task ${number}`);
    expect([await seen("bao"), await as("li", async (acting) => read(await tagsView(acting)))]).toEqual([
      expect.stringContaining("没有标") as string,
      expect.stringContaining("由指挥室、领导和后台人员") as string,
    ]);
  });

  test("shows nobody what is kept from her: what was sealed since, what complains of her, and her own quarrels", async () => {
    const { change, tellOf, tag, seen } = await openScreening();
    const [sealed, about, quarrel] = await change(async (tx) => [
      await tellOf(tx, "wang"),
      await tellOf(tx, "wang", { kind: "complaint", about: "sun" }),
      await tellOf(tx, "wang", { kind: "dispute" }),
    ]);
    for (const number of [sealed, about, quarrel]) await tag("zhao", number ?? 0);
    await change(async (tx) => {
      await tx
        .updateTable("ticket")
        .set({ sealed: 1 })
        .where("number", "=", sealed ?? 0)
        .execute();
      const opened = { number: quarrel ?? 0, state: "hearing", opened_by: "li", opened_at: 1 };
      await tx.insertInto("mediation").values(opened).execute();
      const side = { number: quarrel ?? 0, person_id: "sun", name: "sun", state: "asked" };
      await tx.insertInto("mediation_party").values(side).execute();
    });

    const refused = [
      read(await tag("zhao", sealed ?? 0, "again")),
      read(await tag("sun", about ?? 0, "again")),
    ];

    const office = [
      await seen("fan"),
      read(await tag("fan", quarrel ?? 0)),
      read(await tag("fan", about ?? 0)),
    ];

    expect(office).toEqual([
      expect.stringContaining("没有标") as string,
      `没有编号 ${quarrel} 的事项。`,
      `没有编号 ${about} 的事项。`,
    ]);
    expect(await seen("sun")).toContain("没有标");
    expect(await seen("zhao")).toMatch(/2 件：\n1003 纠纷[^]*\n1002 服务投诉/u);
    expect(refused).toEqual([`没有编号 ${sealed} 的事项。`, `没有编号 ${about} 的事项。`]);
  });
});
