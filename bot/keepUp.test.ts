/** What one program learns of what another on the same database did. */
import { expect, test } from "vitest";
import { tokens } from "../core/language/index.ts";
import { addUnit } from "../core/org/index.ts";
import { publishSome } from "../core/policies/testing/somePolicies.ts";
import { openDatabase, type Tx } from "../core/store/index.ts";
import {
  describeOnEachEngine,
  describeOnPostgresql,
  type TestDatabase,
} from "../core/store/testing/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

const county = "330226000000";

/** A name that nobody has heard of yet: what was once added stays for as long as the process lives. */
let made = 0;
function newVillage(): string {
  return `骆驼岙${"头尾里外"[(made += 1)] ?? ""}村`;
}

/** More than a turn takes in by itself. */
async function publishMany(tx: Tx, count = 15): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    const id = await publishSome(tx, `骆驼饲养办法之${at}`, [`饲养骆驼应当向第 ${at} 窗口登记`]);
    await tx.updateTable("policy").set({ unit_code: county }).where("id", "=", id).execute();
  }
}

async function asks(stage: ProgramStage): Promise<string> {
  await stage.say("王婶", { type: "command", name: "policy", args: "饲养骆驼登记" });
  const heard = await stage.heard();
  return heard.flatMap(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)]).join("\n");
}

describeOnEachEngine("a program that keeps up", (open) => {
  test("answers from what was published past it, the first time it is asked", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    await stage.database().transaction(publishMany);

    await stage.program().keepUp();
    const said = await asks(stage);

    expect(said).toContain("骆驼饲养办法");
  });

  test("keeps the name of a village that was added meanwhile whole", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));
    const name = newVillage();
    const sentence = `${name}的路灯坏了`;
    const before = tokens(sentence);
    await stage
      .database()
      .transaction((tx) =>
        addUnit(tx, { code: "330226106999", name, kind: "village", parent: "330226106000" }),
      );

    await stage.program().keepUp();

    expect(before).not.toContain(name);
    expect(tokens(sentence)).toContain(name);
  });

  test("has the names of the county whole from its beginning", async () => {
    await createProgramStage(await open.filled(seedVillage));

    expect(tokens("溪南许村那边的水沟堵了")).toContain("溪南许村");
    expect(tokens("桥头胡街道的路灯")).toContain("桥头胡街道");
    expect(tokens("深甽的公交几点")).toContain("深甽");
  });
});

describeOnPostgresql("two programs on one database", (open) => {
  /** Another program's own connections to the same data. */
  async function besides(database: TestDatabase): Promise<TestDatabase> {
    const { url, dataDir } = database;
    const opened = await openDatabase(url, { dataDir });
    return { ...opened, url, dataDir, reopen: () => besides(database) };
  }

  test.each([
    ["one policy at once", 1, false],
    ["very many after it kept up", 15, true],
  ])("know of each other’s publications: %s", async (_what, count, hasKeptUp) => {
    const database = await open.filled(seedVillage);
    const first = await createProgramStage(database);
    const second = await createProgramStage(await besides(database));
    await first.database().transaction((tx) => publishMany(tx, count));
    // Either could answer whoever asks; here it is to be the one that did not publish.
    first.program().stop();
    await first.database().close();
    if (hasKeptUp) await second.program().keepUp();
    const said = await asks(second);
    await second.database().close();

    expect(said).toContain("骆驼饲养办法");
  });
});
