import { afterEach, expect, test } from "vitest";
import { createReteller, wantRetelling } from "../core/retelling/index.ts";
import { good, passages, saying } from "../core/retelling/testing/openRetelling.ts";
import { publishSome } from "../core/policies/testing/somePolicies.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { startFakeService } from "../core/work/testing/fakeService.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

let close: () => Promise<unknown> = () => Promise.resolve();
afterEach(() => close());

const wang = { address: "paper/bot/wang", names: ["王秀英"] };

describeOnEachEngine("an answer that is retold", (open) => {
  async function opened(dailyTokens = 100_000) {
    const service = await startFakeService(saying([good]));
    close = () => service.close();
    const reteller = createReteller({ baseUrl: service.baseUrl, key: "secret-key", model: "some-model" });
    const stage = await createProgramStage(await open.filled(seedVillage), {}, undefined, {
      retelling: { reteller, dailyTokens },
    });
    return { service, stage };
  }

  async function asks(stage: ProgramStage, key: string): Promise<void> {
    const answered = { key, question: "我八十岁了能享受高龄津贴吗", passages };
    const now = stage.clock.now();
    await stage.database().transaction((tx) => wantRetelling(tx, answered, wang, now));
    await stage.program().settle();
  }

  const toWang = async (stage: ProgramStage) =>
    (await stage.heard()).filter(({ persona }) => persona === "王婶").map(({ text }) => text.split("\n")[1]);

  test("follows as one message, leaves her menu as it was, and comes once over a restart", async () => {
    const { service, stage } = await opened();
    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.heard();

    await asks(stage, "a");
    const told = await toWang(stage);
    await stage.restart();
    await asks(stage, "a");
    await stage.say("王婶", { type: "text", text: "1" });

    expect(told).toEqual(["满 80 岁的本省老年人可以享受高龄津贴。[1]"]);
    expect(service.requests).toHaveLength(1);
    expect((await stage.heard()).map(({ text }) => text).join("\n")).toContain("编号 1001");
  });

  test("costs what a day allows, and a restart does not begin the day anew", async () => {
    const { service, stage } = await opened(2_500);
    service.usual = saying([good], 1_400);
    await asks(stage, "a");
    await stage.restart();

    await asks(stage, "b");
    await stage.restart();
    await asks(stage, "c");

    expect(service.requests).toHaveLength(1);
    expect(await toWang(stage)).toHaveLength(1);
  });

  test("follows the passage that answered a question, where nobody has put it into plain words yet", async () => {
    const { service, stage } = await opened();
    const law = "残疾人机动轮椅车燃油补贴标准为每人每年二百六十元，由户籍所在地乡镇受理。";
    await stage.database().transaction(async (tx) => {
      const policy = await publishSome(tx, "燃油补贴办法", [law]);
      const county = tx.selectFrom("unit").select("code").where("kind", "=", "county");
      await tx.updateTable("policy").set({ unit_code: county }).where("id", "=", policy).execute();
    });
    const text = "机动轮椅车燃油补贴每人每年 260 元。";
    service.usual = saying([{ text, cites: [{ passage: 1, quote: "燃油补贴标准为每人每年二百六十元" }] }]);

    await stage.say("王婶", { type: "command", name: "policy", args: "机动轮椅车燃油补贴多少，王秀英问的" });
    const told = (await stage.heard()).map((message) => message.text);
    await stage.say("王婶", { type: "command", name: "policy", args: "结婚登记要户口簿吗" });

    expect(told.map((words) => words.split("\n")[1])).toEqual([law, `${text}[1]`]);
    expect(service.requests).toHaveLength(1);
    expect(service.requests[0]?.body.toString()).not.toMatch(/王秀英|秀英/u);
  });

  test("without a model nothing is put to anybody", async () => {
    const stage = await createProgramStage(await open.filled(seedVillage));

    await asks(stage, "a");

    expect(await toWang(stage)).toEqual([]);
  });
});
