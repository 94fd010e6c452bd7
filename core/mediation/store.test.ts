import { expect, test } from "vitest";
import { insertPerson } from "../people/index.ts";
import { addUnit } from "../org/index.ts";
import { describeOnEachEngine, type TestDatabase } from "../store/testing/index.ts";
import { isOtherParty, ticketByNumber } from "../tickets/index.ts";
import {
  changeMediation,
  changeParty,
  forgetAnswers,
  insertMediation,
  keepWord,
  mediationOf,
  mediationsOf,
  wordsOf,
} from "./store.ts";

const now = 1_000;

async function dispute(database: TestDatabase): Promise<void> {
  await database.transaction(async (tx) => {
    await addUnit(tx, { code: "v", name: "双桥村", kind: "village", parent: null });
    for (const id of ["wang", "chen", "lu", "ye"])
      await insertPerson(tx, { id, name: id, nickname: null, language: "zh", grid: "v" }, now);
    await tx
      .insertInto("ticket")
      .values({
        number: 1001,
        kind: "dispute",
        what: "邻居占了我家地界",
        place: "",
        reporter_id: "wang",
        unit_code: "v",
        state: "open",
        answer_due_at: now,
        created_at: now,
        source_key: "k",
      })
      .execute();
    await insertMediation(tx, opening("lu"), now);
  });
}

function opening(mediator: string, others: readonly (string | undefined)[] = ["chen"]) {
  const parties = [
    { person: "wang", name: "王秀英" },
    ...others.map((person) => ({ person, name: person ?? "吴阿毛" })),
  ];
  return { number: 1001, mediator, openedBy: "ye", parties };
}

describeOnEachEngine("mediations", (open) => {
  test("a mediation is kept with its sides, the reporter's first", async () => {
    const database = await open();
    await dispute(database);

    const kept = await database.transaction((tx) => mediationOf(tx, 1001));

    expect(kept).toMatchObject({ state: "hearing", mediator: "lu", openedBy: "ye", outcome: undefined });
    expect(kept?.parties.map(({ person, consent }) => [person, consent])).toEqual([
      ["wang", "waiting"],
      ["chen", "waiting"],
    ]);
    expect(await database.transaction((tx) => mediationOf(tx, 1002))).toBeUndefined();
  });

  test("whoever is only waited with finds nothing; the mediator, who opened it and who was asked do", async () => {
    const database = await open();
    await dispute(database);

    const before = await lists(database);
    await database.transaction(async (tx) => {
      for (const { id } of (await mediationOf(tx, 1001))?.parties ?? [])
        await changeParty(tx, id, { consent: "asked" });
    });

    expect(before).toEqual({ wang: [], chen: [], lu: [1001], ye: [1001] });
    expect(await lists(database)).toEqual({ wang: [1001], chen: [1001], lu: [1001], ye: [1001] });
  });

  test("what is said is kept once per key, with its kind, and nobody else's", async () => {
    const database = await open();
    await dispute(database);
    const file = { kind: "photo", channel: "paper", id: "wall.jpg" } as const;
    const said = { party: 1, by: "wang", kind: "said", words: "量过", files: [file], key: "m1" } as const;

    const [first, again, agreement] = await database.transaction(async (tx) => [
      await keepWord(tx, 1001, said, now),
      await keepWord(tx, 1001, { ...said, words: "另一句" }, now),
      await keepWord(tx, 1001, { ...said, party: undefined, kind: "agreement", files: [] }, now),
    ]);

    expect([first === undefined, again, agreement === undefined]).toEqual([false, undefined, false]);
    const words = await database.transaction((tx) => wordsOf(tx, 1001));
    expect(words.map(({ kind, words: text, files, party }) => [kind, text, files, party])).toEqual([
      ["said", "量过", [file], 1],
      ["agreement", "量过", [], undefined],
    ]);
  });

  test("begun again it is new, with the sides that are still ones and what they had said", async () => {
    const database = await open();
    await dispute(database);
    await database.transaction(async (tx) => {
      const [wang] = (await mediationOf(tx, 1001))?.parties ?? [];
      if (wang) await changeParty(tx, wang.id, { consent: "willing", meeting: "coming", confirmedAt: now });
      await changeMediation(tx, 1001, { state: "ended", outcome: "failed", agreement: "x", endedAt: now });
    });

    await database.transaction((tx) => insertMediation(tx, opening("ye", [undefined]), now + 1));

    const again = await database.transaction((tx) => mediationOf(tx, 1001));
    expect(again).toMatchObject({
      state: "hearing",
      outcome: undefined,
      agreement: undefined,
      endedAt: undefined,
    });
    expect(again?.parties).toMatchObject([
      { id: 1, person: "wang", consent: "waiting", meeting: undefined, confirmedAt: undefined },
      { person: undefined, name: "吴阿毛", consent: "waiting" },
    ]);
  });

  test("answers are forgotten for one question only", async () => {
    const database = await open();
    await dispute(database);
    const party = await database.transaction(async (tx) => {
      await changeParty(tx, 1, { meeting: "coming", confirmedAt: now });
      await forgetAnswers(tx, 1001, "meeting");
      return (await mediationOf(tx, 1001))?.parties[0];
    });

    expect(party).toMatchObject({ meeting: undefined, confirmedAt: now });
  });

  test("the other side is one whom the matter is kept from, the reporter and strangers are not", async () => {
    const database = await open();
    await dispute(database);

    const kept = await database.transaction(async (tx) => [
      await isOtherParty(tx, 1001, "chen"),
      await isOtherParty(tx, 1001, "wang"),
      await isOtherParty(tx, 1001, "lu"),
    ]);

    expect(kept).toEqual([true, false, false]);
    expect((await database.transaction((tx) => ticketByNumber(tx, 1001)))?.kind).toBe("dispute");
  });
});

async function lists(database: TestDatabase): Promise<Record<string, readonly number[]>> {
  return database.transaction(async (tx) => {
    const found: Record<string, readonly number[]> = {};
    for (const person of ["wang", "chen", "lu", "ye"])
      found[person] = (await mediationsOf(tx, person, 8)).map(({ number }) => number);
    return found;
  });
}
