/** What the office says is learnt, kept only where it is no worse, and can be taken back: on both databases. */
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../store/testing/index.ts";
import { forgetPerson, forgetSubject } from "./learnt.ts";
import { examplesOf } from "./store.ts";
import { lifts, openOffice, subject, wasps } from "./testing/openOffice.ts";
import { keptFor, learnAtNight } from "./trainings/night.ts";
import { currentTraining, dueTrainings, newest } from "./trainings/store.ts";
import { undo, undoable } from "./trainings/undo.ts";

const { task } = subject;
const sentences = ["楼上的电梯不动了", "水沟又堵了", "村口灯灭了", "垃圾一堆"];

describeOnEachEngine("an office that learns", (open) => {
  test("guesses what its workers put right, once it has trained", async () => {
    const office = await openOffice(open);
    const before = await office.guesses("三号楼电梯坏了");
    await office.says("lift", lifts);

    const training = await office.trains();

    const after = await office.guesses("三号楼电梯坏了");
    expect(before.label).not.toBe("lift");
    expect(after.label).toBe("lift");
    expect(after.because).toContain("电梯");
    expect(training).toMatchObject({ state: "current", examples: lifts.length });
    expect(training?.score?.after).toBeGreaterThan(training?.score?.before ?? 1);
    expect(training?.changes?.labels.find(({ label }) => label === "lift")).toMatchObject({
      fresh: lifts.length,
      before: 0,
    });
    expect(office.told).toHaveLength(1);
  });

  test("makes the same model of the same examples, in whatever order they came, and does not train twice", async () => {
    const [one, other] = [await openOffice(open), await openOffice(open)];
    await one.says("lift", lifts);
    await other.says("lift", lifts.toReversed());

    await one.trains();
    const again = await one.trains();
    await other.trains();

    const models = await Promise.all(
      [one, other].map(({ work }) =>
        work((tx) => tx.selectFrom("training").select("model").where("state", "=", "current").execute()),
      ),
    );
    expect(again?.state).toBe("needless");
    expect(models[0]).toEqual(models[1]);
    expect(models[0]).toHaveLength(1);
  });

  test("rejects a batch of wrong corrections, and guesses on as before", async () => {
    const office = await openOffice(open);
    await office.says("lift", lifts);
    await office.trains();
    const before = await Promise.all(sentences.map(office.guesses));
    const wrong = Array.from(
      { length: 40 },
      (_, index) => `路灯坏了${"一二三四五六七八九十".at(index % 10)}盏，灯不亮${index}`,
    );
    await office.says("rubbish", wrong);

    const training = await office.trains();

    expect(training?.state).toBe("rejected");
    expect(training?.changes?.known.after).toBeLessThan(training?.changes?.known.before ?? 0);
    expect(await Promise.all(sentences.map(office.guesses))).toEqual(before);
    expect((await office.trains())?.state).toBe("needless");
  });

  test("goes back to exactly what it guessed before, step by step down to what is shipped", async () => {
    const office = await openOffice(open);
    const guessed = [await Promise.all(sentences.map(office.guesses))];
    for (const [label, words] of [["lift", lifts] as const, ["wasps", wasps] as const]) {
      await office.says(label, words);
      expect((await office.trains())?.state).toBe("current");
      guessed.push(await Promise.all(sentences.map(office.guesses)));
    }

    for (const before of guessed.slice(0, -1).toReversed()) {
      const found = await office.work((tx) => undoable(tx, task));
      const id = found?.current.id ?? 0;
      expect(await office.work((tx) => undo(tx, task, { id, by: "admin", at: office.clock.at }))).toBe(
        "undone",
      );
      expect(await Promise.all(sentences.map(office.guesses))).toEqual(before);
      expect(await office.work((tx) => undo(tx, task, { id, by: "admin", at: office.clock.at }))).toBe(
        "gone",
      );
    }
    const last = await office.work((tx) => newest(tx, task, ["undone"]));
    expect(last?.undone).toMatchObject({ by: "admin" });
    expect(await office.work((tx) => undoable(tx, task))).toBeUndefined();
  });

  test("trains at night where something is new, and not after somebody took a training back", async () => {
    const office = await openOffice(open);
    const night = async (): Promise<number> => {
      await office.work((tx) => learnAtNight(tx, [task], office.clock.at));
      const claimant = { now: office.clock.at, self: "me", others: [] };
      return (await office.work((tx) => dueTrainings(tx, claimant, 9))).length;
    };

    expect(await night()).toBe(0);
    await office.says("lift", lifts.slice(0, 6));
    expect(await night()).toBe(1);
    await office.trains();
    expect(await night()).toBe(0);
    await office.says("lift", lifts.slice(6), { source: "confirmed" });
    expect(await night()).toBe(0);
    const current = await office.work((tx) => currentTraining(tx, task));
    await office.work((tx) => undo(tx, task, { id: current?.id ?? 0, by: "admin", at: office.clock.at }));
    await office.says("lamp", ["路灯又坏了"]);
    expect(await night()).toBe(0);
  });

  test("keeps one example for each key, and what was left unchanged takes the place of no correction", async () => {
    const office = await openOffice(open);

    await office.says("lamp", ["电梯里的灯黑着"], { key: "1001", source: "confirmed" });
    await office.says("lift", ["电梯里的灯黑着"], { key: "1001", source: "villager" });
    await office.says("lamp", ["电梯里的灯黑着"], { key: "1001", source: "confirmed" });

    const kept = await office.work((tx) => examplesOf(tx, task, 9));
    expect(kept).toEqual([expect.objectContaining({ key: "1001", label: "lift", source: "villager" })]);
  });

  test("keeps no telephone and no identity card, and nothing where no words are left", async () => {
    const office = await openOffice(open);

    await office.says("lift", [
      "电梯坏了，打 138 0013 8000，身份证 33022619800101001X",
      "139-5555-6666",
      " ",
    ]);

    const kept = await office.work((tx) => examplesOf(tx, task, 9));
    expect(kept.map(({ words }) => words)).toEqual(["电梯坏了,打 ,身份证"]);
  });

  test("forgets whoever is erased: her words, and every model that may hold them", async () => {
    const office = await openOffice(open);
    await office.says("lift", lifts.slice(0, 2), { person: "wang" });
    await office.trains();
    await office.says("lift", lifts.slice(2), { person: "chen", subject: "ticket 1002" });
    await office.trains();

    await office.work((tx) => forgetPerson(tx, "wang"));
    const found = await office.work((tx) => undoable(tx, task));
    await office.work((tx) => learnAtNight(tx, [task], office.clock.at));
    const training = await office.trains("night");

    expect(found?.back).toBeUndefined();
    expect(training).toMatchObject({ state: "current", examples: 6 });
    const kept = await office.work((tx) =>
      tx.selectFrom("training").select("id").where("model", "is not", null).execute(),
    );
    expect(kept).toEqual([{ id: training?.id }]);
    await office.work((tx) => forgetSubject(tx, "ticket 1002"));
    expect(await office.work((tx) => examplesOf(tx, task, 9))).toEqual([]);
  });

  test("what is older than two years goes in the night", async () => {
    const office = await openOffice(open);
    await office.says("lift", lifts.slice(0, 1));
    office.clock.at += keptFor + 1;
    await office.says("lift", lifts.slice(1, 2));

    await office.work((tx) => learnAtNight(tx, [task], office.clock.at));

    expect((await office.work((tx) => examplesOf(tx, task, 9))).map(({ words }) => words)).toEqual(
      lifts.slice(1, 2),
    );
  });

  test("leaves a training that another living program does to it, and does it when that one has died", async () => {
    const office = await openOffice(open);
    await office.says("lift", lifts);
    await office.work((tx) => learnAtNight(tx, [task], office.clock.at));
    const now = office.clock.at;

    await office.work((tx) => tx.updateTable("training").set({ owner: "another" }).execute());
    const whileAlive = await office.work((tx) =>
      dueTrainings(tx, { now, self: "me", others: ["another"] }, 9),
    );
    const whenDead = await office.work((tx) => dueTrainings(tx, { now, self: "me", others: [] }, 9));

    expect([whileAlive.length, whenDead.length]).toEqual([0, 1]);
  });

  test("tries a training that fails three times, then gives it up and says so", async () => {
    const office = await openOffice(open, () => Promise.reject(new Error("no memory")));
    await office.says("lift", lifts);

    const states: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) states.push((await office.trains())?.state);

    expect(states).toEqual(["waiting", "waiting", "failed"]);
    expect(office.errors).toHaveLength(3);
    expect(office.told.map(({ state }) => state)).toEqual(["failed"]);
  });
});
