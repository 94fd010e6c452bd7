/** What is published is found by each process as it stands, on both databases. */
import { expect, test } from "vitest";
import type { Database, Tx } from "../../store/index.ts";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { keepQuestion, noteLearnt } from "../ask/store.ts";
import { closeGaps } from "../gaps/store.ts";
import { happened, passageSaying, publishSome } from "../testing/somePolicies.ts";
import { createPolicySearch } from "./policySearch.ts";

const dogs = "养犬应当办理登记，按时打狂犬疫苗";
const units = ["county", "qiantong", "xidian"];
const graves = "公墓的价格由县里定";

describeOnEachEngine("the search of policies", (open) => {
  function failed(error: unknown): void {
    throw error;
  }

  async function found(
    database: Database,
    search = createPolicySearch(database, failed),
    words = "养犬登记",
  ) {
    await search.refresh();
    return database.transaction((tx) => search.find(tx, words, { limit: 5, units }));
  }

  test("finds what is published, and nothing of what is withdrawn", async () => {
    const database = await open();
    const id = await database.transaction((tx) => publishSome(tx, "养犬条例", [dogs]));
    await database.transaction((tx) => publishSome(tx, "殡葬办法", [graves]));
    const search = createPolicySearch(database, failed);

    const before = await found(database, search);
    await database.transaction(async (tx) => {
      await tx.updateTable("policy").set({ state: "withdrawn" }).where("id", "=", id).execute();
      await happened(tx, id, "withdrawn");
    });
    const after = await database.transaction((tx) => search.find(tx, "养犬登记", { limit: 5, units }));

    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual([]);
  });

  test("finds at once what another process published since the last search", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    const before = await found(database, search);

    const passage = await database.transaction(async (tx) => {
      await publishSome(tx, "养犬条例", [dogs]);
      return passageSaying(tx, dogs);
    });
    const after = await database.transaction((tx) => search.find(tx, "养犬登记", { limit: 5, units }));

    expect(before).toEqual([]);
    expect(after.map((one) => one.passage)).toEqual([passage]);
  });

  test("of two versions finds the newer only", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    const root = await database.transaction((tx) => publishSome(tx, "养犬条例", [dogs]));
    await found(database, search);

    await database.transaction((tx) =>
      publishSome(tx, "养犬条例", [`${dogs}，一户一只`], { root, version: 2 }),
    );
    const newer = await database.transaction((tx) => passageSaying(tx, `${dogs}，一户一只`));
    const after = await database.transaction((tx) => search.find(tx, "养犬登记", { limit: 5, units }));

    expect(after.map((one) => one.passage)).toEqual([newer]);
  });

  test("what is too much for a turn is found after it", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    await search.refresh();
    await database.transaction(async (tx) => {
      for (let at = 0; at < 30; at += 1) await publishSome(tx, `养犬条例 ${at}`, [dogs]);
    });

    const within = await database.transaction((tx) => search.find(tx, "养犬登记", { limit: 50, units }));
    await search.refresh();
    const after = await database.transaction((tx) => search.find(tx, "养犬登记", { limit: 50, units }));

    expect([within.length, after.length]).toEqual([0, 30]);
  });

  /** The office says that a passage answers some words. */
  async function link(
    tx: Tx,
    key: string,
    words: string,
    { root, saying }: { root: number; saying: string },
  ) {
    const asked = { person: key, unit: "county", words, follows: null, passage: null } as const;
    const rest = { state: "unanswered", score: null, topic: null } as const;
    const { id } = await keepQuestion(tx, key, { ...asked, ...rest }, 1);
    await closeGaps(tx, [id], { by: "lou", right: await passageSaying(tx, saying) }, 2);
    await noteLearnt(tx, root, { actor: "lou", key }, 2);
  }

  test("of two policies that the office linked to the same words the last one answers, at once", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    const slang = "毛囡咬人寻啥人";
    const [wrong, right] = await database.transaction(async (tx) => [
      await publishSome(tx, "殡葬办法", [graves]),
      await publishSome(tx, "养犬条例", [dogs]),
    ]);
    await found(database, search, slang);

    await database.transaction((tx) => link(tx, "k1", slang, { root: wrong, saying: graves }));
    await found(database, search, slang);
    await database.transaction((tx) => link(tx, "k2", slang, { root: right, saying: dogs }));
    const [first] = await database.transaction((tx) => search.find(tx, slang, { limit: 5, units }));
    const passage = await database.transaction((tx) => passageSaying(tx, dogs));

    expect([first?.passage, first?.isLearnt]).toEqual([passage, true]);
  });

  test("what another township linked to the same words takes nothing away here", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    const slang = "毛囡咬人寻啥人";
    await database.transaction(async (tx) => {
      for (const [unit, title, saying] of [
        ["qiantong", "前童养犬", dogs],
        ["xidian", "西店养犬", `${dogs}，到西店办`],
      ] as const) {
        const root = await publishSome(tx, title, [saying]);
        await tx.updateTable("policy").set({ unit_code: unit }).where("id", "=", root).execute();
        await link(tx, title, slang, { root, saying });
      }
    });
    await search.refresh();

    const [first] = await database.transaction((tx) =>
      search.find(tx, slang, { limit: 5, units: ["qiantong", "county"] }),
    );
    const passage = await database.transaction((tx) => passageSaying(tx, dogs));

    expect([first?.passage, first?.isLearnt]).toEqual([passage, true]);
  });

  test("a question that was linked finds its passage, also in a later version", async () => {
    const database = await open();
    const search = createPolicySearch(database, failed);
    const slang = "毛囡咬人寻啥人";
    const root = await database.transaction((tx) => publishSome(tx, "养犬条例", [dogs]));
    const before = await found(database, search, slang);

    await database.transaction((tx) => link(tx, "k", slang, { root, saying: dogs }));
    const learnt = await database.transaction((tx) => search.find(tx, slang, { limit: 5, units }));
    await database.transaction((tx) => publishSome(tx, "养犬条例", [`${dogs}。`], { root, version: 2 }));
    const newer = await database.transaction((tx) => passageSaying(tx, `${dogs}。`));
    const later = await database.transaction((tx) => search.find(tx, slang, { limit: 5, units }));

    expect(before).toEqual([]);
    expect(learnt.length).toBe(1);
    expect(later.map((one) => one.passage)).toEqual([newer]);
  });
});
