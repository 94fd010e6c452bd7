/** A picture that is done is handed to whoever published, if it is still what everybody may see. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { hashOf } from "../../pictures/hash.ts";
import { openBulletins, type Town } from "../testing/openBulletins.ts";
import { sheetPicture, showSheet } from "./service.ts";

const page = { kind: "photo", channel: "own", id: `${"a".repeat(64)}.png` } as const;

/** What the painter does with a picture that waits: it is drawn as it was described. */
async function draw(town: Town, id: number): Promise<void> {
  await town.act(async (moment) => {
    const picture = await sheetPicture(moment, id, "zh");
    if (!picture) return;
    await moment.tx
      .updateTable("picture")
      .set({ state: "drawn", files: JSON.stringify([page.id]), shows: hashOf(picture) })
      .where("subject", "=", `bulletin ${id} zh`)
      .execute();
  });
}

describeOnEachEngine("the picture of a sheet", (open) => {
  test("that shows what was sealed while it was drawn is drawn anew and not handed over", async () => {
    const town = await openBulletins(open);
    await town.matter(1001, [
      ["filed", 1],
      ["overdue", 25],
    ]);
    await town.type("zhao", "");
    await town.type("zhao", "yes 1");
    const drawn = await town.act((moment) => sheetPicture(moment, 1, "zh"));
    await draw(town, 1);
    await town.act(({ tx }) =>
      tx.updateTable("ticket").set({ sealed: 1 }).where("number", "=", 1001).execute(),
    );

    await town.act((moment) => showSheet(moment, 1, "zh", [page]));

    const now = await town.act((moment) => sheetPicture(moment, 1, "zh"));
    expect(JSON.stringify(drawn)).toContain("1001");
    const waiting = await town.act(({ tx }) =>
      tx.selectFrom("picture").select("subject").where("state", "=", "waiting").execute(),
    );
    expect(waiting).toContainEqual({ subject: "bulletin 1 zh" });
    expect(JSON.stringify(now)).not.toContain("1001");
    expect(town.posted.filter((key) => key.includes("picture"))).toEqual([]);
  });

  test("of a version that was corrected meanwhile is handed to nobody", async () => {
    const town = await openBulletins(open);
    await town.type("zhao", "");
    await town.type("zhao", "yes 1");
    await draw(town, 1);
    await town.desk("zhao", (desk) => desk.correct(1, "一件登记错了"));
    const second = (await town.bulletins())[1]?.id ?? 0;
    await town.type("zhao", `yes ${second}`);
    await draw(town, second);

    await town.act((moment) => showSheet(moment, 1, "zh", [page]));
    await town.act((moment) => showSheet(moment, second, "zh", [page]));

    expect(town.posted.filter((key) => key.includes("picture"))).toEqual([`bulletin ${second} picture zhao`]);
  });
});
