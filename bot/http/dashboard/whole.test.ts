/** From the chat to the browser: the whole program with its own server. */
import { pino } from "pino";
import { expect, test } from "vitest";
import type { Body } from "../../../core/channel/index.ts";
import { describeOnEachEngine } from "../../../core/store/testing/index.ts";
import { createProgramStage, seedVillage } from "../../testing/programStage.ts";
import { createServer } from "../server.ts";

const forLink = { type: "command", name: "stats", args: "board" } as const;

describeOnEachEngine("the dashboard of the whole program", (open) => {
  async function openStage(publicUrl: string | undefined) {
    const stage = await createProgramStage(await open.filled(seedVillage), {}, undefined, { publicUrl });
    const server = await createServer({
      database: stage.database(),
      clock: stage.clock,
      timeZone: "Asia/Shanghai",
      adapters: [stage.adapter],
      log: pino({ level: "silent" }),
      publicUrl,
    });
    const answerTo = async (who: string, body: Body): Promise<string> => {
      await stage.heard();
      await stage.say(who, body);
      return (await stage.heard()).map((heard) => heard.text).join("\n");
    };
    return { stage, server, answerTo };
  }

  test("what a villager hands in stands on the page of whoever was given a link, and an accusation does not", async () => {
    const { server, answerTo } = await openStage("http://village.example");
    for (const words of ["村口的路灯坏了", "1", "村书记挪用修路的钱", "1"])
      await answerTo("王婶", { type: "text", text: words });
    const link = /http:\S+/.exec(await answerTo("小赵", forLink))?.[0] ?? "";
    const path = new URL(link).pathname;

    const looked = await server.inject(path);
    const opened = await server.inject({ method: "POST", url: path });
    const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
    const board = await server.inject({ url: "/board", headers: { cookie } });

    await server.close();
    expect([looked.statusCode, opened.statusCode, board.statusCode]).toEqual([200, 303, 200]);
    expect(board.body).toContain("前童镇看板");
    expect(board.body).toContain("1001 路灯");
    expect(board.body).toContain("演示数据");
    expect(board.body).not.toMatch(/1002|挪用|王秀英|王婶/u);
  });

  test("whoever sends a request letter by letter is hung up on", async () => {
    const { server } = await openStage(undefined);

    const { requestTimeout, headersTimeout } = server.server;

    await server.close();
    expect([requestTimeout, headersTimeout].every((limit) => limit > 0 && limit <= 120_000)).toBe(true);
  });

  test("without an address whoever asks is told how there comes to be one", async () => {
    const { server, answerTo } = await openStage(undefined);

    const said = await answerTo("小赵", forLink);

    await server.close();
    expect(said).toContain("请管理员在设置里填 PUBLIC_URL");
    expect(said).not.toContain("/board/open");
  });
});
