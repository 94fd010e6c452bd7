/** Whom a link answers, on both databases. */
import { expect, test } from "vitest";
import { addUnit } from "../../org/index.ts";
import type { Person } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { createCalendar } from "../../time/index.ts";
import type { Asking } from "../ask/shown.ts";
import { keepQuestion, questionById } from "../ask/store.ts";
import { createPolicySearch } from "../search/policySearch.ts";
import { passageSaying, publishSome } from "../testing/somePolicies.ts";
import { gapTexts } from "../texts/gaps.ts";
import { candidates, linkTo } from "./service.ts";

const now = Date.parse("2026-11-23T08:20:00Z");
const [everywhere, here, there] = ["养犬应当办理登记", "前童养犬登记不要钱", "西店养犬登记要二十元"] as const;

/** She lives in Qiantong and looks after what is asked in the whole county. */
const editor: Person = {
  id: "lou",
  name: "楼小雨",
  nickname: null,
  language: "zh",
  isConfirmed: true,
  isPhoneOnly: false,
  grid: "qiantong",
  memberships: [{ role: "editor", unit: "county" }],
};

describeOnEachEngine("a question that is linked to a policy", (open) => {
  async function asked() {
    const database = await open();
    const search = createPolicySearch(database, (error) => {
      throw error;
    });
    const publish = async (tx: Tx, words: string, unit: string): Promise<void> => {
      const id = await publishSome(tx, words, [words]);
      await tx.updateTable("policy").set({ unit_code: unit }).where("id", "=", id).execute();
    };
    const id = await database.transaction(async (tx) => {
      await addUnit(tx, { code: "county", name: "宁海县", kind: "county", parent: null });
      for (const code of ["qiantong", "xidian"])
        await addUnit(tx, { code, name: code, kind: "township", parent: "county" });
      await publish(tx, here, "qiantong");
      const gap = { follows: null, passage: null, state: "unanswered", score: null, topic: null } as const;
      const question = { person: "wang", unit: "xidian", words: "狗要登记吗", ...gap };
      return (await keepQuestion(tx, "asked", question, now)).id;
    });
    await search.refresh();
    const asking = (tx: Tx): Asking => ({
      tx,
      now,
      person: editor,
      calendar: createCalendar("Asia/Shanghai"),
      post: () => Promise.resolve(true),
      draw: () => 0,
      search,
      retelling: { want: () => Promise.resolve() },
    });
    return { database, asking, id, publish };
  }

  test("is refused a policy that whoever asked cannot read, though the editor can", async () => {
    const { database, asking, id } = await asked();

    const [offered, linked, after] = await database.transaction(async (tx) => [
      await candidates(asking(tx), id, "养犬登记"),
      await linkTo(asking(tx), "link", id, await passageSaying(tx, here)),
      await questionById(tx, id),
    ]);

    expect(offered).toEqual({ refused: gapTexts.notReadThere });
    expect(linked).toEqual(gapTexts.notReadThere);
    expect(after).toMatchObject({ right: null, isClosed: false });
  });

  test.each([
    ["of the county", everywhere, "county"],
    ["of where it was asked, though the editor lives elsewhere", there, "xidian"],
  ])("takes one %s", async (_whose, words, unit) => {
    const { database, asking, id, publish } = await asked();
    await database.transaction((tx) => publish(tx, words, unit));

    const [offered, passage, after] = await database.transaction(async (tx) => {
      const found = await candidates(asking(tx), id, "养犬登记");
      const said = await passageSaying(tx, words);
      await linkTo(asking(tx), "link", id, said);
      return [found, said, await questionById(tx, id)] as const;
    });

    expect(offered).toMatchObject([{ id: passage }]);
    expect(after).toMatchObject({ right: passage, isClosed: true });
  });
});
