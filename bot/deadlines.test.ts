import { expect, test } from "vitest";
import type { Body } from "../core/channel/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { clocksOf, createCalendar, day, hour, type Clock } from "../core/time/index.ts";
import { answerLapsed } from "../core/tickets/clock/lapse.ts";
import { ticketByNumber } from "../core/tickets/index.ts";
import { createProgramStage, seedVillage, type ProgramStage } from "./testing/programStage.ts";

function text(words: string): Body {
  return { type: "text", text: words };
}

function press(token: string): Body {
  return { type: "action", token };
}

const lamp = "村口的路灯坏了";

describeOnEachEngine("the deadlines of a matter", (open) => {
  async function openStage(): Promise<
    ProgramStage & { clockOf(kind: string, number?: number): Promise<Clock> }
  > {
    const stage = await createProgramStage(await open.filled(seedVillage));
    async function clockOf(kind: string, number = 1001): Promise<Clock> {
      const clocks = await stage.database().transaction((tx) => clocksOf(tx, `ticket ${number}`));
      const found = clocks.find((clock) => clock.kind === kind);
      if (!found) throw new Error(`no ${kind} clock for ${number}`);
      return found;
    }
    return { ...stage, clockOf };
  }

  async function report(stage: ProgramStage, who = "王婶", words = lamp): Promise<void> {
    await stage.say(who, text(words));
    await stage.say(who, text("1"));
  }

  async function handToTeam(stage: ProgramStage): Promise<void> {
    await stage.say("老李", press("/assign 1001"));
    await stage.say("老李", text("村服务团队"));
    await stage.say("老李", text("跳过"));
  }

  async function dueOf(stage: ProgramStage) {
    const row = await stage
      .database()
      .transaction((tx) =>
        tx
          .selectFrom("ticket")
          .select(["answer_due_at", "settle_due_at", "due_at", "cycle", "responsible_id", "state"])
          .where("number", "=", 1001)
          .executeTakeFirstOrThrow(),
      );
    return row;
  }

  test("reopened before its old deadline it has a full day again, one level up", async () => {
    const stage = await openStage();
    await report(stage);
    await stage.say("老李", text("1001 修好了"));
    await stage.say("老李", press("/task 1001 done"));
    await stage.pass(2 * hour);
    const at = stage.clock.now();

    await stage.say("王婶", press("/mine 1001 dissatisfied"));
    await stage.say("王婶", text("1"));

    expect(await dueOf(stage)).toMatchObject({
      cycle: 2,
      state: "open",
      responsible_id: "demo-zhou",
      answer_due_at: at + day,
      due_at: at + day,
    });
  });

  test("reopened after the old deadline, and once more, each round has a day of its own and the rounds before stay as they were", async () => {
    const stage = await openStage();
    await report(stage);
    await stage.pass(2 * day);
    const first = await stage.clockOf("answer");
    for (const who of ["周敏", "小赵"]) {
      await stage.say(who, press("/task 1001 answer"));
      await stage.say(who, text("修好了"));
      await stage.say(who, text("好了"));
      await stage.say(who, press("/task 1001 done"));
      await stage.pass(hour);
      await stage.say("王婶", press("/mine 1001 dissatisfied"));
      await stage.say("王婶", text("1"));
    }

    const clocks = await stage.database().transaction((tx) => clocksOf(tx, "ticket 1001"));
    const answers = clocks.filter(({ kind }) => kind === "answer");
    expect(answers.map(({ cycle }) => cycle)).toEqual([3, 2, 1]);
    expect(answers[2]).toMatchObject({ breachedAt: first.breachedAt, state: "stopped" });
    expect(answers[0]?.dueAt).toBe(stage.clock.now() + day);
  });

  test("said to be broken again after the seven days, the next round of the same matter begins", async () => {
    const stage = await openStage();
    await report(stage);
    await stage.say("老李", text("1001 修好了"));
    await stage.say("老李", press("/task 1001 done"));
    await stage.pass(8 * day);
    expect((await dueOf(stage)).state).toBe("closed");

    await stage.say("王婶", press("/mine 1001 again"));
    await stage.say("王婶", text("又灭了"));
    await stage.say("王婶", text("好了"));

    expect(await dueOf(stage)).toMatchObject({ cycle: 2, state: "open", due_at: stage.clock.now() + day });
  });

  test("merged with a neighbour's, added to, nudged and asked about: no clock moves", async () => {
    const stage = await openStage();
    await report(stage);
    const before = [await dueOf(stage), await stage.clockOf("answer")];
    await stage.pass(3 * hour);
    await stage.say("陈伯", text(lamp));
    await stage.say("陈伯", text("1"));
    await stage.say("王婶", press("/mine 1001 nudge"));
    await stage.say("王婶", text("1001 夜里也看不见"));
    await stage.say("老李", press("/task 1001 ask"));
    await stage.say("老李", text("哪一根杆子？"));
    await stage.say("老李", text("好了"));

    const followers = await stage
      .database()
      .transaction((tx) => tx.selectFrom("ticket_follower").selectAll().execute());
    expect(followers.length).toBe(1);
    expect([await dueOf(stage), await stage.clockOf("answer")]).toEqual(before);
  });

  test("put right into another kind, it goes on under that kind's limit with what it has used up", async () => {
    const stage = await openStage();
    await stage.say("徐国平", press("/sla 330226106000 answer"));
    for (const words of ["水沟堵塞", "48 小时", "1", "跳过", "1"]) await stage.say("徐国平", text(words));
    await report(stage);
    const filedAt = stage.clock.now();
    await stage.pass(5 * 60_000);

    await stage.say("王婶", text("不是路灯，是水沟"));
    await stage.say("王婶", text("1"));

    expect(await stage.clockOf("answer")).toMatchObject({ dueAt: filedAt + 2 * day, revision: 2 });
  });

  test("sent up to the township the village's clock stops and the township's runs; sent back it goes on where it was", async () => {
    const stage = await openStage();
    await report(stage);
    await handToTeam(stage);
    await stage.pass(day);
    await stage.say("周敏", press("/task 1001 up"));
    for (const words of ["村里没有备件", "好了"]) await stage.say("周敏", text(words));

    expect(await stage.clockOf("village")).toMatchObject({ state: "stopped", consumedMs: day });
    expect(await stage.clockOf("township")).toMatchObject({
      state: "running",
      dueAt: stage.clock.now() + 5 * day,
    });
    await stage.pass(day);
    await stage.say("小赵", press("/assign 1001"));
    for (const words of ["村服务团队", "跳过"]) await stage.say("小赵", text(words));

    expect(await stage.clockOf("village")).toMatchObject({
      state: "running",
      dueAt: stage.clock.now() + 4 * day,
    });
    expect((await stage.clockOf("township")).state).toBe("stopped");
  });

  test("settled in the very moment the sweep finds it overdue: one of both wins, and the other finds that", async () => {
    const stage = await openStage();
    for (let index = 0; index < 4; index += 1)
      await report(stage, "王婶", `${"东西南北"[index]}村口的路灯坏了`);
    stage.clock.pass(day);

    const accepted = stage.program().intake.accept(
      [1001, 1002, 1003, 1004].map((number) => ({
        dedupeKey: `race ${number}`,
        channel: "paper",
        bot: "bot",
        chat: "li",
        actor: { id: "li", name: "老李" },
        group: false,
        addressed: true,
        at: stage.clock.now(),
        body: text(`${number} 来修`),
      })),
    );
    await Promise.all([accepted, stage.program().sweep()]);
    await stage.program().settle();
    await stage.pass(10_000);

    const rows = await stage.database().transaction(async (tx) => ({
      tickets: await tx.selectFrom("ticket").select(["number", "state", "responsible_id"]).execute(),
      lapses: await tx.selectFrom("ticket_event").select("number").where("kind", "=", "overdue").execute(),
    }));
    for (const { number, responsible_id } of rows.tickets) {
      const lapsed = rows.lapses.filter((lapse) => lapse.number === number).length;
      expect(lapsed).toBeLessThanOrEqual(1);
      expect(responsible_id).toBe(lapsed === 1 ? "demo-zhou" : "demo-li");
    }
  });

  test("passed on in the very moment the sweep finds it overdue: whoever has it by then is not overlooked", async () => {
    const stage = await openStage();
    await report(stage);
    await stage.pass(day - hour);
    const clock = await stage.clockOf("answer");
    const found = await stage.database().transaction((tx) => ticketByNumber(tx, 1001));
    if (!found) throw new Error("no matter");
    await stage.say("老李", press("/assign 1001"));
    for (const words of ["叶医生", "跳过"]) await stage.say("老李", text(words));
    const post = () => Promise.resolve(true);
    const calendar = createCalendar("Asia/Shanghai");

    // What the sweep read before her turn was committed, it acts on after it.
    const lapse = stage.database().transaction((tx) =>
      answerLapsed({ tx, now: stage.clock.now() + hour, post, calendar, draw: () => 0 }, found, {
        ...clock,
        breachedAt: clock.dueAt,
      }),
    );

    await expect(lapse).rejects.toThrow("meanwhile");
    await stage.pass(2 * hour);
    expect(await dueOf(stage)).toMatchObject({ responsible_id: "demo-zhou" });
    const heard = (await stage.heard()).filter(({ text: words }) => words.includes("改由"));
    expect(heard.map(({ persona }) => persona)).toEqual(["叶医生"]);
  });
});
