import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createPaperAdapter, paperEvent } from "../core/channel/testing/paperAdapter.ts";
import { KeptFiles } from "../core/media/index.ts";
import { openDatabase } from "../core/store/index.ts";
import { describeOnPostgresql } from "../core/store/testing/index.ts";
import { systemClock } from "../core/time/index.ts";
import { createProgram } from "./program.ts";
import type { Role } from "./role.ts";
import { seedDemo } from "./seed.ts";

describeOnPostgresql("an installation of several processes", (open) => {
  /** One process for each role, without ticks: what happens happens by nudges. */
  async function openProcesses(isLocal: boolean) {
    const database = await open();
    await seedDemo(database, [createPaperAdapter()], systemClock.now());
    const roles = ["gateway", "worker", "clock"] as const satisfies readonly Role[];
    const processes = await Promise.all(
      roles.map(async (role) => {
        const own = await openDatabase(database.url, database);
        const adapter = createPaperAdapter();
        const program = createProgram({
          database: own,
          clock: systemClock,
          adapters: [{ ...adapter, isLocal }],
          role,
          timeZone: "Asia/Shanghai",
          log: pino({ level: "silent" }),
          files: new KeptFiles(join(database.dataDir, "media")),
        });
        return { role, adapter, program, close: () => own.close() };
      }),
    );
    const of = (role: Role) => processes.find((one) => one.role === role) ?? expect.unreachable();
    const close = async () => {
      for (const { program } of processes) program.stop();
      await Promise.all(processes.map((one) => one.close()));
    };
    return { database, gateway: of("gateway"), worker: of("worker"), clock: of("clock"), close };
  }

  test.each([
    ["sent by the worker, on a platform anybody can send to", false, [0, 1, 0]],
    ["sent by the gateway, where its readers are connected to it", true, [1, 0, 0]],
  ])("what a gateway accepts is answered by a worker and %s", async (_how, isLocal, sentBy) => {
    const { gateway, worker, clock, close } = await openProcesses(isLocal);
    const sent = () => [gateway, worker, clock].map(({ adapter }) => adapter.sent.length);

    await gateway.program.intake.accept([paperEvent("帮助")]);
    await expect.poll(sent).toEqual(sentBy);
    await close();
  });

  test("a gateway and a clock leave what arrived to a worker", async () => {
    const { database, gateway, clock, close, worker } = await openProcesses(false);
    worker.program.stop();

    await gateway.program.intake.accept([paperEvent("帮助")]);
    await gateway.program.answer();
    await clock.program.answer();
    const waiting = await database.transaction((tx) => tx.selectFrom("inbox").select("state").execute());
    await close();

    expect(waiting).toEqual([{ state: "waiting" }]);
  });
});
