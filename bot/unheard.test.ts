/** Those above who cannot be reached: the next one hears it in their place, and the log says who heard nothing. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { day, hour } from "../core/time/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

describeOnEachEngine("what clocks say to those who cannot be reached", (open) => {
  async function openStage(blocked: readonly string[]) {
    const lines: string[] = [];
    const log = pino(
      { level: "warn" },
      new Writable({
        write(line, _encoding, done) {
          lines.push(String(line));
          done();
        },
      }),
    );
    const stage = await createProgramStage(await open.filled(seedVillage), {}, log);
    await stage.say("王婶", { type: "text", text: "村口的路灯坏了" });
    await stage.say("王婶", { type: "text", text: "1" });
    for (const who of blocked) await stage.say(who, { type: "lifecycle", change: "blocked" });
    await stage.heard();
    return { ...stage, lines };
  }

  async function heardBy(stage: ProgramStage, persona: string): Promise<string> {
    const heard = await stage.heard();
    return heard.flatMap((one) => (one.persona === persona ? [one.text] : [])).join("\n");
  }

  test("goes from the command rooms to the leader in charge, who reads why", async () => {
    const stage = await openStage(["小赵", "褚静"]);

    await stage.pass(day + hour);

    expect(await heardBy(stage, "徐国平")).toBe(
      "【超时 1001】双桥村 G1：村口的路灯坏了（老李 24 小时没有答复）\n（镇指挥室小赵收不到消息，报给您）",
    );
    expect(stage.lines).toEqual([]);
  });

  test("goes from the leader in charge to the main leader a day later", async () => {
    const stage = await openStage(["徐国平"]);

    await stage.pass(2 * day + hour);

    expect(await heardBy(stage, "童建华")).toMatch(/已超时 1 天.*\n（分管领导徐国平收不到消息，报给您）$/u);
  });

  test("is noted where it reaches nobody above at all, and the log says who was not told", async () => {
    const stage = await openStage(["老李", "小赵", "褚静", "徐国平", "童建华", "管理员"]);

    await stage.pass(day + hour);

    const notes = await stage
      .database()
      .transaction((tx) =>
        tx.selectFrom("ticket_event").select("detail").where("kind", "=", "noted").execute(),
      );
    expect(notes.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^镇指挥室小赵收不到消息、.*没有人可报$/u),
    ]);
    expect(stage.lines.map((line) => (JSON.parse(line) as { people?: unknown }).people)).toContainEqual([
      "demo-li",
    ]);
  });
});
