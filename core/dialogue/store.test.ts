import { expect, it } from "vitest";
import type { Body } from "../channel/index.ts";
import { describeOnEachEngine, type TestDatabase } from "../store/testing/index.ts";
import { cancelAlarm, setAlarm } from "../time/index.ts";
import { createConversation } from "./conversation.ts";
import { talksIn } from "./store.ts";
import type { Talk } from "./talk.ts";
import { exampleBook } from "./testing/exampleBook.ts";
import { exampleServices, type ReportServices } from "./testing/exampleServices.ts";

const talk: Talk = {
  id: "a-b_c",
  speaker: "web/demo/1",
  flow: "report",
  state: "open",
  position: 2,
  given: { number: 1024 },
  log: [
    { kind: "ask", name: "what", value: { pieces: [{ type: "words", text: "灯\u0000👨‍👩‍👧 'q\"\ud800" }] } },
    { kind: "look", name: "guess", value: null },
    { kind: "ask", name: "where", value: ["a", 1.5, true], presumed: true },
  ],
  asking: { name: "sure", draft: "adding" },
  startedAt: 1_795_000_000_000,
  touchedAt: 1_795_000_000_001,
};

/** Hears one event in one transaction, as the program does. */
async function hear(database: TestDatabase, services: ReportServices, body: Body, now: number) {
  return database.transaction(async (tx) => {
    const turn = {
      talkStore: talksIn(tx),
      alarms: {
        set: async (alarm: Parameters<typeof setAlarm>[1]) => setAlarm(tx, alarm),
        cancel: async (key: string) => cancelAlarm(tx, key),
      },
      speaker: "web/demo/1",
      menu: [],
      now,
      messageKey: `message ${now}`,
    };
    const said = await createConversation(exampleBook).hear({ ...turn, body, services });
    return said.map(({ text }) => text.zh);
  });
}

describeOnEachEngine("talks in the database", (open) => {
  it("read back as they were written, and are replaced by id", async () => {
    const database = await open();
    const later: Talk = { ...talk, state: "kept", log: [], touchedAt: talk.touchedAt + 1 };

    const read = await database.transaction(async (tx) => {
      await talksIn(tx).save(talk);
      const first = await talksIn(tx).find(talk.id);
      await talksIn(tx).save(later);
      return [first, ...(await talksIn(tx).ofSpeaker(talk.speaker))];
    });

    expect(read).toEqual([talk, later]);
  });

  it("belong to one speaker and go when removed", async () => {
    const database = await open();

    const read = await database.transaction(async (tx) => {
      await talksIn(tx).save(talk);
      const others = await talksIn(tx).ofSpeaker("somebody");
      await talksIn(tx).remove(talk.id);
      await talksIn(tx).remove(talk.id);
      return [others, await talksIn(tx).find(talk.id)];
    });

    expect(read).toEqual([[], undefined]);
  });

  it("refuse a row that is no talk", async () => {
    const database = await open();
    await database.transaction(async (tx) => {
      await talksIn(tx).save(talk);
      await tx.updateTable("talk").set({ log: '{"given":null}' }).execute();
    });

    const reading = database.transaction(async (tx) => talksIn(tx).find(talk.id));

    await expect(reading).rejects.toThrow("entries");
  });

  it("carry a conversation over a restart, and a failed turn leaves no trace", async () => {
    const first = await open();
    const services = exampleServices()("王婶");
    const broken = {
      ...services,
      tickets: { ...services.tickets, file: async () => Promise.reject(new Error("disk full")) },
    };
    const begun = await hear(first, services, { type: "text", text: "村口的路灯坏了三天" }, 1_000);
    const before = await first.transaction(async (tx) => talksIn(tx).ofSpeaker("web/demo/1"));

    const failing = hear(first, broken, { type: "text", text: "对" }, 2_000);
    await expect(failing).rejects.toThrow("disk full");
    const after = await first.transaction(async (tx) => talksIn(tx).ofSpeaker("web/demo/1"));
    const second = await first.reopen();
    const ended = await hear(second, services, { type: "text", text: "对" }, 2_000);
    const left = await second.transaction(async (tx) => [
      ...(await talksIn(tx).ofSpeaker("web/demo/1")),
      ...(await tx.selectFrom("alarm").selectAll().execute()),
    ]);

    expect(begun[0]).toContain("这样交给网格员");
    expect(after).toEqual(before);
    expect(ended).toEqual(["已交给网格员老李，编号 1025。"]);
    expect(left).toEqual([]);
  });
});
