import fc from "fast-check";
import { expect, test } from "vitest";
import { describeOnEachEngine } from "../../store/testing/index.ts";
import { insertHousehold, insertPeople, crowd, type Made } from "../testing/manyPeople.ts";
import { grids, mortal, openSpread, route, type OpenSpread } from "../testing/openSpread.ts";

const runs = { sqlite: 40, postgresql: 8 } as const;

/** Somebody as the generator draws her: in which grid, with what to be written to, and who looks after her. */
interface Drawn {
  readonly grid: number;
  readonly chat: "own" | "left" | "none" | "shared";
  readonly language: "zh" | "en";
  readonly carer: number | null;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  grid: fc.nat({ max: grids.length - 1 }),
  chat: fc.constantFrom("own", "own", "own", "left", "none", "shared"),
  language: fc.constantFrom("zh", "en"),
  carer: fc.option(fc.nat({ max: 11 }), { nil: null }),
});

async function settle(village: OpenSpread, people: readonly Drawn[], prefix: string): Promise<void> {
  const ids = people.map((_, index) => `${prefix}-${String(index).padStart(2, "0")}`);
  const made = people.map(({ grid, chat, language }, index): Made => {
    const address =
      chat === "none" ? null : chat === "shared" ? `${route}/${prefix}-hall` : `${route}/${ids[index] ?? ""}`;
    return {
      id: ids[index] ?? "",
      grid: grids[grid] ?? grids[0],
      address,
      language,
      hasLeft: chat === "left",
    };
  });
  await village.database.transaction(async (tx) => {
    await insertPeople(tx, made, 0);
    for (const [index, { carer, grid }] of people.entries()) {
      const carerId = carer === null ? null : (ids[carer] ?? null);
      const household = await insertHousehold(tx, grids[grid] ?? "", `${prefix} ${index}`, carerId, 0);
      const row = { person_id: ids[index] ?? "", household_id: household, created_at: 0 };
      await tx.insertInto("household_member").values(row).execute();
    }
  });
}

async function clear({ database }: OpenSpread): Promise<void> {
  await database.transaction(async (tx) => {
    for (const table of ["outbox", "notice_recipient", "visit", "notice", "household", "person"] as const)
      await tx.deleteFrom(table).execute();
  });
}

/** Writes a notice with spreaders that die one after the other, and looks at the counts after each death. */
async function spreadWithDeaths(
  village: OpenSpread,
  id: number,
  deaths: readonly { readonly lives: number; readonly isInside: boolean }[],
  chunkSize: number,
): Promise<readonly { readonly sum: number; readonly people: number }[]> {
  const seen = [];
  for (const { lives, isInside } of deaths) {
    const dying = mortal(village.database, lives, isInside);
    await village
      .spreaderOn(dying, { chunkSize })
      .drain()
      .catch(() => undefined);
    const { sent, undelivered, waiting, withdrawn, people } = await village.counts(id);
    seen.push({ sum: sent + undelivered + waiting + withdrawn, people });
  }
  await village.spreaderOn(village.database, { chunkSize }).drain();
  return seen;
}

describeOnEachEngine("a notice to many", (open, engine) => {
  test("has one message for each chat, however often its spreader is killed, and its counts add up to its people", async () => {
    const village = await openSpread(open);
    const death = fc.record({ lives: fc.nat({ max: 12 }), isInside: fc.boolean() });
    let round = 0;

    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn, { minLength: 1, maxLength: 12 }),
        fc.array(death, { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (people, deaths, chunkSize, isUrgent) => {
          round += 1;
          await clear(village);
          await settle(village, people, `r${round}`);
          const id = await village.begin({ words: `第${round}次`, isUrgent, people: people.length });

          const seen = await spreadWithDeaths(village, id, deaths, chunkSize);

          const chats = await village.chats(id);
          expect(new Set(chats).size).toBe(chats.length);
          expect(new Set(chats)).toEqual(expectedChats(people, `r${round}`));
          for (const { sum, people: counted } of seen)
            expect([sum, counted]).toEqual([people.length, people.length]);
          const { sent, undelivered, waiting, withdrawn } = await village.counts(id);
          expect(sent + undelivered + waiting + withdrawn).toBe(people.length);
        },
      ),
      { numRuns: runs[engine] },
    );
  }, 120_000);

  test("withdraws, holds and changes what waits in stretches that survive a death, and no message twice", async () => {
    const village = await openSpread(open);
    await village.database.transaction((tx) => insertPeople(tx, crowd(90, grids, route), 0));
    const id = await village.begin({ people: 90 });
    const dying = mortal(village.database, 9, true);
    await village
      .spreaderOn(dying, { chunkSize: 20 })
      .drain()
      .catch(() => undefined);

    await village.database.transaction((tx) =>
      tx
        .updateTable("notice")
        .set({ state: "cancelled", task: JSON.stringify({ kind: "withdraw", at: 0, after: 0 }) })
        .where("id", "=", id)
        .execute(),
    );
    await village.spreaderOn(village.database, { chunkSize: 20 }).drain();

    const { withdrawn, ...others } = await village.counts(id);
    expect([withdrawn, others]).toEqual([90, { sent: 0, undelivered: 0, waiting: 0, people: 90 }]);
    const chats = await village.chats(id);
    expect(new Set(chats).size).toBe(chats.length);
    expect(chats.length).toBeLessThan(90);
  });
});

/** Written down a second time: whoever has a chat, and whoever looks after somebody without one. */
function expectedChats(people: readonly Drawn[], prefix: string): ReadonlySet<string> {
  const chatOf = (index: number): string | undefined => {
    const chat = people[index]?.chat;
    if (chat === "shared") return `${route}/${prefix}-hall`;
    return chat === "own" ? `${route}/${prefix}-${String(index).padStart(2, "0")}` : undefined;
  };
  const chats = new Set<string>();
  for (const [index, { carer }] of people.entries()) {
    const own = chatOf(index);
    const carers = own === undefined && carer !== null && carer !== index ? chatOf(carer) : undefined;
    for (const chat of [own, carers]) if (chat !== undefined) chats.add(chat);
  }
  return chats;
}
