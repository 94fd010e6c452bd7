import { pino } from "pino";
import { expect, test } from "vitest";
import { createPaperAdapter, paperEvent } from "../core/channel/testing/paperAdapter.ts";
import { KeptFiles } from "../core/media/index.ts";
import { describeOnEachEngine, type TestDatabase } from "../core/store/testing/index.ts";
import { createManualClock } from "../core/time/testing/manualClock.ts";
import { openForFirstAdmin } from "./firstAdmin.ts";
import { createProgram } from "./program.ts";
import { holdsDemo, seedDemo } from "./seed.ts";

function listeningLog() {
  const told: string[] = [];
  return {
    told,
    log: pino({}, { write: (line: string) => void told.push((JSON.parse(line) as { msg: string }).msg) }),
  };
}

describeOnEachEngine("an empty installation", (open) => {
  async function talkTo(database: TestDatabase) {
    const adapter = createPaperAdapter();
    const clock = createManualClock();
    const program = createProgram({
      database,
      clock,
      adapters: [adapter],
      timeZone: "Asia/Shanghai",
      log: pino({ level: "silent" }),
      files: new KeptFiles(database.dataDir),
    });
    return async (...said: readonly string[]): Promise<string> => {
      for (const text of said) {
        const [name, ...args] = text.split(" ");
        const body = text.startsWith("/")
          ? ({ type: "command", name: name?.slice(1) ?? "", args: args.join(" ") } as const)
          : ({ type: "text", text } as const);
        await program.intake.accept([paperEvent("", { chat: "boss", body })]);
        await program.settle();
      }
      return adapter.sent.at(-1)?.text ?? "";
    };
  }

  test("tells a code once, and whoever sends it becomes the admin of the county", async () => {
    const database = await open();
    const { told, log } = listeningLog();
    await openForFirstAdmin(database, createManualClock().now(), undefined, log);
    await openForFirstAdmin(database, createManualClock().now(), undefined, log);
    const code = /\/start (\w+)/.exec(told[0] ?? "")?.[1] ?? "";

    const say = await talkTo(database);
    const welcome = await say(`/start ${code}`, "同意", "童书记");

    expect(told.length).toBe(1);
    expect(welcome).toContain("您现在是宁海县管理员");
    expect(await say("/units")).toContain("下面有 18 个单位");
  });

  test("takes the configured code, and keeps silent about it", async () => {
    const database = await open();
    const { told, log } = listeningLog();
    await openForFirstAdmin(database, createManualClock().now(), "first-admin-2026", log);

    const say = await talkTo(database);
    const welcome = await say("/start first-admin-2026", "同意", "童书记");

    expect(told).toEqual([]);
    expect(welcome).toContain("您现在是宁海县管理员");
  });

  test("of the demonstration has its admin already, so no code is made", async () => {
    const database = await open();
    const { told, log } = listeningLog();
    const clock = createManualClock();
    await seedDemo(database, [createPaperAdapter()], clock.now());

    await openForFirstAdmin(database, clock.now(), undefined, log);

    expect(told).toEqual([]);
    expect(await holdsDemo(database)).toBe(true);
  });

  test("holds nobody of the demonstration", async () => {
    const database = await open();
    const { log } = listeningLog();

    await openForFirstAdmin(database, createManualClock().now(), undefined, log);

    expect(await holdsDemo(database)).toBe(false);
  });
});
