/** In the middle of a notice to many: it is cancelled, changed, held, somebody leaves or is erased, and an urgent one comes. */
import { expect, test } from "vitest";
import type { Outcome } from "../core/channel/index.ts";
import { forgetRecipient } from "../core/broadcasts/index.ts";
import { crowd, insertPeople } from "../core/broadcasts/testing/manyPeople.ts";
import { describeOnEachEngine, type TestDatabase } from "../core/store/testing/index.ts";
import { second } from "../core/time/index.ts";
import { createProgramStage, type ProgramStage } from "./testing/programStage.ts";

const grid = "330226106235-G2";
const extra = { sqlite: 240, postgresql: 120 } as const;
/** The pump may have leased so many when something happens. */
const inFlight = 32;

/** A village with many people; what is told to happen happens while the message of that number is on its way. */
async function openCrowd(database: TestDatabase, count: number) {
  const stage = await createProgramStage(database);
  await database.transaction((tx) => insertPeople(tx, crowd(count, [grid], "paper/bot"), 0));
  const gone = new Set<string>();
  const middle = Math.floor(count / 2);
  const happening: { deed?: (() => Promise<void>) | undefined; underWay?: Promise<void> } = {};
  let sent = 0;
  const answer = async ({
    to,
    key,
    edits,
  }: {
    to: string;
    key: string;
    edits?: string;
  }): Promise<Outcome> => {
    if (key.startsWith("notice 1 paper") && edits === undefined) sent += 1;
    const { deed } = happening;
    if (deed && sent >= middle) {
      happening.deed = undefined;
      happening.underWay = deed();
    }
    // What is on its way stays so until it has happened; the pump takes no more than it can hold.
    if (key.startsWith("notice ")) await happening.underWay;
    return gone.has(to) ? { kind: "gone" } : { kind: "sent", id: `p-${key}` };
  };
  stage.adapter.answers.push(...Array.from({ length: 20 * count }, () => answer));
  return {
    stage,
    gone,
    middle,
    during: (deed: () => Promise<void>) => {
      happening.deed = deed;
    },
  };
}

/** Says something while the pump sends, and waits until it is heard. */
async function hear(
  stage: ProgramStage,
  actor: string,
  body: { type: "text"; text: string } | { type: "command"; name: string; args: string },
) {
  const dedupeKey = `middle ${actor} ${JSON.stringify(body)}`;
  await stage.program().intake.accept([
    {
      dedupeKey,
      channel: "paper",
      bot: "bot",
      chat: actor,
      actor: { id: actor },
      group: false,
      addressed: true,
      at: stage.clock.now(),
      body,
    },
  ]);
  await expect
    .poll(() =>
      stage.database().transaction(async (tx) => {
        const row = await tx
          .selectFrom("inbox")
          .select("state")
          .where("dedupe_key", "=", dedupeKey)
          .executeTakeFirst();
        return row?.state;
      }),
    )
    .toBe("done");
}

async function sendNotice(stage: ProgramStage, words: string, args = "双桥村G2"): Promise<void> {
  await stage.say("小赵", { type: "command", name: "broadcast", args });
  await stage.say("小赵", { type: "text", text: words });
  await stage.say("小赵", { type: "text", text: "好了" });
  await stage.say("小赵", { type: "text", text: "发送" });
}

/** What became of a notice, message by message and person by person. */
async function ledgerOf(stage: ProgramStage, id: number) {
  return stage.database().transaction(async (tx) => {
    const rows = await tx
      .selectFrom("outbox")
      .select(["state", "address"])
      .where("batch", "in", [`notice ${id} zh`, `notice ${id} en`, `notice ${id} carers`])
      .execute();
    const { people, state } = await tx
      .selectFrom("notice")
      .select(["people", "state"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const of = (...states: readonly string[]) => rows.filter((row) => states.includes(row.state)).length;
    return {
      people,
      state,
      rows: rows.length,
      chats: new Set(rows.map(({ address }) => address)).size,
      sent: of("sent"),
      undelivered: of("unreachable", "failed", "unknown"),
      withdrawn: of("withdrawn"),
      waiting: of("waiting", "leased"),
    };
  });
}

function saidOf(
  stage: ProgramStage,
  words: string,
): readonly { readonly to: string; readonly text: string }[] {
  return stage.adapter.sent
    .filter(({ key, text = "" }) => /^notice \d+ paper/.test(key) && text.includes(words))
    .map(({ to, text = "" }) => ({ to, text }));
}

describeOnEachEngine("in the middle of a notice to many", (open, engine) => {
  const count = extra[engine];

  test("it is cancelled: nothing more goes out, and all are accounted for", async () => {
    const { stage, during, middle } = await openCrowd(await open(), count);
    during(() => hear(stage, "zhao", { type: "command", name: "notice", args: "1 cancel" }));

    await sendNotice(stage, "停水通知");

    const ledger = await ledgerOf(stage, 1);
    expect(ledger).toMatchObject({
      state: "cancelled",
      waiting: 0,
      rows: ledger.people,
      chats: ledger.people,
    });
    expect(ledger.sent + ledger.undelivered + ledger.withdrawn).toBe(ledger.people);
    expect(ledger.sent).toBeGreaterThanOrEqual(middle);
    expect(ledger.sent).toBeLessThanOrEqual(middle + inFlight);
    expect(saidOf(stage, "停水通知").length).toBe(ledger.sent);
  }, 60_000);

  test("it is changed: everybody reads it once, the rest in its new words", async () => {
    const { stage, during, middle } = await openCrowd(await open(), count);
    during(async () => {
      await hear(stage, "zhao", { type: "command", name: "notice", args: "1 change" });
      await hear(stage, "zhao", { type: "text", text: "停水改到周五" });
      await hear(stage, "zhao", { type: "text", text: "改" });
      await stage.program().spread();
    });

    await sendNotice(stage, "周四停水");

    const ledger = await ledgerOf(stage, 1);
    expect(ledger).toMatchObject({
      state: "done",
      sent: ledger.people,
      rows: ledger.people,
      chats: ledger.people,
    });
    const [before, after] = [saidOf(stage, "周四停水"), saidOf(stage, "停水改到周五")];
    expect(before.length + after.length).toBe(ledger.people);
    expect(before.length).toBeLessThanOrEqual(middle + inFlight);
    expect(new Set([...before, ...after].map(({ to }) => to)).size).toBe(ledger.people);
  }, 60_000);

  test("somebody blocks the bot and somebody is erased: both are counted, everybody else gets it", async () => {
    const { stage, during, gone } = await openCrowd(await open(), count);
    const [left, erased] = [
      `crowd-${String(count - 1).padStart(6, "0")}`,
      `crowd-${String(count - 2).padStart(6, "0")}`,
    ];
    during(async () => {
      gone.add(`paper/bot/${left}`);
      await stage.database().transaction(async (tx) => {
        await forgetRecipient(tx, erased);
        await tx.deleteFrom("person").where("id", "=", erased).execute();
      });
    });

    await sendNotice(stage, "停水通知");

    const ledger = await ledgerOf(stage, 1);
    expect(ledger).toMatchObject({ state: "done", undelivered: 1, withdrawn: 1, waiting: 0 });
    expect(ledger.sent).toBe(ledger.people - 2);
    expect(saidOf(stage, "停水通知").some(({ to }) => to.endsWith(erased))).toBe(false);
    const left2 = await stage
      .database()
      .transaction((tx) =>
        tx.selectFrom("notice_recipient").select("address").where("person_id", "=", erased).execute(),
      );
    expect(left2).toEqual([{ address: null }]);
  }, 60_000);

  test("an urgent one comes: it overtakes what waits, and both reach everybody once", async () => {
    const { stage, during, middle } = await openCrowd(await open(), count);
    during(async () => {
      await hear(stage, "xu", { type: "command", name: "broadcast", args: "双桥村G2 紧急" });
      await hear(stage, "xu", { type: "text", text: "山洪预警" });
      await hear(stage, "xu", { type: "text", text: "好了" });
      await hear(stage, "xu", { type: "text", text: "发送" });
      await stage.program().spread();
    });

    await sendNotice(stage, "停水通知");
    await stage.program().settle();

    const [ordinary, urgent] = [await ledgerOf(stage, 1), await ledgerOf(stage, 2)];
    expect([ordinary.sent, urgent.sent]).toEqual([ordinary.people, urgent.people]);
    const order = stage.adapter.sent.flatMap(({ key }) => /^notice ([12]) paper/.exec(key)?.[1] ?? []);
    const firstUrgent = order.indexOf("2");
    const lastUrgent = order.lastIndexOf("2");
    const between = order.slice(firstUrgent, lastUrgent).filter((id) => id === "1");
    expect(firstUrgent).toBeLessThanOrEqual(middle + inFlight);
    expect(between.length).toBeLessThanOrEqual(inFlight);
  }, 60_000);

  test("it is held: nothing goes out until somebody lets it go on", async () => {
    const { stage, during, middle } = await openCrowd(await open(), count);
    during(async () => {
      await hear(stage, "zhao", { type: "command", name: "notice", args: "1 hold" });
      await stage.program().spread();
    });
    await sendNotice(stage, "停水通知");
    const held = await ledgerOf(stage, 1);

    await stage.say("小赵", { type: "command", name: "notice", args: "1 resume" });
    await stage.program().settle();

    expect(held.sent).toBeLessThanOrEqual(middle + inFlight);
    expect(held.waiting).toBe(held.people - held.sent);
    expect(await ledgerOf(stage, 1)).toMatchObject({ state: "done", sent: held.people });
  }, 60_000);

  test("its sender sees how it goes in one message that changes no more often than every three seconds", async () => {
    const { stage, progress } = await openSlowly(await open(), count, true);

    await sendNotice(stage, "停水通知");
    for (let round = 0; round < 4; round += 1) {
      stage.clock.pass(3 * second);
      await stage.program().settle();
    }

    const shown = progress();
    expect(shown.filter(({ edits }) => edits === undefined).length).toBe(1);
    const written = await stage
      .database()
      .transaction((tx) =>
        tx
          .selectFrom("outbox")
          .select("created_at")
          .where("key", "like", "notice 1 progress %")
          .orderBy("id")
          .execute(),
      );
    const gaps = written.slice(1).map(({ created_at: at }, index) => at - (written[index]?.created_at ?? 0));
    expect(shown.length).toBeGreaterThan(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3 * second);
    expect(shown.at(-1)?.text).toContain("发完");
  }, 60_000);

  test("where a message cannot be changed, its sender gets a few of them", async () => {
    const { stage, progress } = await openSlowly(await open(), count, false);

    await sendNotice(stage, "停水通知");

    const shown = progress();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(3);
    expect(shown.every(({ edits }) => edits === undefined)).toBe(true);
  }, 60_000);
});

/** A platform that takes 100 ms for each message; the program looks around every second, as its ticks do. */
async function openSlowly(database: TestDatabase, count: number, edit: boolean) {
  const stage = await createProgramStage(database, { edit });
  await database.transaction((tx) => insertPeople(tx, crowd(count, [grid], "paper/bot"), 0));
  const shown: { readonly text: string; readonly edits: string | undefined }[] = [];
  let sent = 0;
  let looking = Promise.resolve();
  const answer = async ({
    key,
    text = "",
    edits,
  }: {
    key: string;
    text?: string;
    edits?: string;
  }): Promise<Outcome> => {
    if (key.includes(" progress ")) shown.push({ text, edits });
    // Time stands still while the program looks around.
    await looking;
    sent += 1;
    stage.clock.pass(100);
    if (sent % 10 === 0) looking = stage.program().spread();
    await looking;
    return { kind: "sent", id: `p-${key}` };
  };
  stage.adapter.answers.push(...Array.from({ length: 20 * count }, () => answer));
  return { stage, progress: () => shown };
}
