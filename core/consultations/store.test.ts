import { expect, test } from "vitest";
import { addUnits } from "../org/index.ts";
import { insertPerson } from "../people/index.ts";
import type { Tx } from "../store/index.ts";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { endMeeting, insertMeeting, meetingById, meetingsOf } from "./meetings/store.ts";
import { changeParty, insertParty, partiesOf } from "./opinion/store.ts";
import {
  changeConsultation,
  consultationById,
  consultationsOn,
  holdMatter,
  insertConsultation,
  underWayAsking,
  underWayInside,
} from "./store.ts";
import { changeTask, insertTask, openTasksOf, taskById, tasksOf } from "./tasks/store.ts";

const units = [
  { code: "county", name: "宁海县", kind: "county", parent: null },
  { code: "town", name: "前童镇", kind: "township", parent: "county" },
  { code: "other", name: "岔路镇", kind: "township", parent: "county" },
] as const;

async function seed(tx: Tx): Promise<void> {
  await addUnits(tx, units);
  for (const id of ["hu", "jiang"])
    await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: null }, 1);
}

const call = {
  number: 1001,
  cycle: 1,
  unit: "town",
  lead: "司法所",
  question: "墙要不要拆？",
  dueAt: 100,
  convenedBy: "zhao",
};

async function called(tx: Tx, sourceKey = "in:1") {
  const fresh = await insertConsultation(tx, { ...call, sourceKey }, 1);
  if (!fresh) throw new Error("it was there already");
  return fresh;
}

const task = {
  consultation: undefined,
  meeting: undefined,
  number: 1001,
  owner: "hu",
  what: "测量界址",
  dueAt: 50,
  madeBy: "sun",
};

describeOnEachEngine("consultations", (open) => {
  test("one called twice from the same source is one", async () => {
    const database = await open();

    const [first, again, all] = await database.transaction(async (tx) => {
      await seed(tx);
      await holdMatter(tx, 1001);
      const one = await insertConsultation(tx, { ...call, sourceKey: "in:1" }, 1);
      const two = await insertConsultation(tx, { ...call, sourceKey: "in:1" }, 2);
      return [one, two, await consultationsOn(tx, 1001)];
    });

    expect(first).toMatchObject({ ...call, state: "asking", leader: undefined, decision: undefined });
    expect(again).toBeUndefined();
    expect(all).toEqual([first]);
  });

  test("it changes only from the state it is thought to be in", async () => {
    const database = await open();

    const outcome = await database.transaction(async (tx) => {
      await seed(tx);
      const { id } = await called(tx);
      const passed = await changeConsultation(tx, id, ["asking"], { state: "deciding", leader: "sun" });
      const closedAgain = await changeConsultation(tx, id, ["asking"], { state: "deciding" });
      const decided = await changeConsultation(tx, id, ["deciding"], {
        state: "decided",
        decision: "停工",
        decidedAt: 9,
      });
      return { passed, closedAgain, decided, now: await consultationById(tx, id) };
    });

    expect(outcome).toMatchObject({ passed: true, closedAgain: false, decided: true });
    expect(outcome.now).toMatchObject({ state: "decided", leader: "sun", decision: "停工", decidedAt: 9 });
  });

  test("an opinion is kept with its files, and who is asked finds what is under way", async () => {
    const database = await open();
    const file = { id: "f1", channel: "paper", kind: "photo" } as const;

    const found = await database.transaction(async (tx) => {
      await seed(tx);
      const { id } = await called(tx);
      const party = await insertParty(tx, { consultation: id, name: "司法所", person: "hu", kind: "summon" });
      await insertParty(tx, { consultation: id, name: "张三", person: undefined, kind: "invite" });
      const opinion = { words: "认", files: [file] };
      await changeParty(tx, party, { state: "answered", opinion, answeredAt: 120, isLate: true });
      const hers = await underWayAsking(tx, "hu", 9);
      const inTown = await underWayInside(tx, "county/town", 9);
      const beside = await underWayInside(tx, "county/other", 9);
      const above = await underWayInside(tx, "county", 9);
      await changeConsultation(tx, id, ["asking"], { state: "called_off" });
      return {
        parties: await partiesOf(tx, id),
        seen: [hers, inTown, beside, above].map((all) => all.length),
        after: (await underWayAsking(tx, "hu", 9)).length,
      };
    });

    expect(found.parties).toMatchObject([
      { name: "司法所", state: "answered", opinion: { words: "认", files: [file] }, isLate: true },
      { name: "张三", state: "waiting", person: undefined, opinion: undefined },
    ]);
    expect([found.seen, found.after]).toEqual([[1, 1, 0, 1], 0]);
  });

  test("a task is given once, done once, and listed by whose it is and where it came from", async () => {
    const database = await open();

    const found = await database.transaction(async (tx) => {
      await seed(tx);
      const { id } = await called(tx);
      const given = await insertTask(tx, { ...task, consultation: id, sourceKey: "in:2 0" }, 5);
      const again = await insertTask(tx, { ...task, consultation: id, sourceKey: "in:2 0" }, 6);
      const taskId = given?.id ?? 0;
      const mine = await openTasksOf(tx, "hu", 9);
      const done = await changeTask(tx, taskId, { state: "done", result: "量好了", doneAt: 40 });
      const twice = await changeTask(tx, taskId, { state: "dropped" });
      const kept = await taskById(tx, taskId);
      const left = await openTasksOf(tx, "hu", 9);
      return { again, mine, done, twice, kept, left, all: await tasksOf(tx, { consultation: id }) };
    });

    expect(found).toMatchObject({ again: undefined, done: true, twice: false, left: [] });
    expect(found.mine).toHaveLength(1);
    expect(found.kept).toMatchObject({ state: "done", result: "量好了", doneAt: 40, what: "测量界址" });
    expect(found.all).toEqual([found.kept]);
  });

  test("a meeting keeps its agenda and who is asked, and ends once", async () => {
    const database = await open();
    const invited = [{ name: "前童镇", person: "zhao" }, { name: "岔路镇" }];
    const meeting = {
      unit: "county",
      title: "例会",
      items: ["积案"],
      invited,
      heldAt: 7,
      convenedBy: "chu",
    };

    const found = await database.transaction(async (tx) => {
      await seed(tx);
      const made = await insertMeeting(tx, { ...meeting, sourceKey: "in:3" }, 1);
      const again = await insertMeeting(tx, { ...meeting, sourceKey: "in:3" }, 1);
      const id = made?.id ?? 0;
      const held = await endMeeting(tx, id, "held", "清一半");
      const off = await endMeeting(tx, id, "called_off", "台风");
      return { again, held, off, kept: await meetingById(tx, id), all: await meetingsOf(tx, "county", 9) };
    });

    expect(found).toMatchObject({ again: undefined, held: true, off: false });
    expect(found.kept).toMatchObject({ ...meeting, state: "held", minutes: "清一半" });
    expect(found.all).toEqual([found.kept]);
  });
});
