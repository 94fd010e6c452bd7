import { expect, test } from "vitest";
import { createPaperAdapter } from "../core/channel/testing/paperAdapter.ts";
import { roles } from "../core/people/index.ts";
import { describeOnEachEngine } from "../core/store/testing/index.ts";
import { seedDemo } from "./seed.ts";

describeOnEachEngine("the demonstration", (open) => {
  test("has somebody in every role, and is the same when it is sown again", async () => {
    const database = await open();
    const adapters = [createPaperAdapter("paper", {})];
    const read = () =>
      database.transaction(async (tx) => ({
        people: (await tx.selectFrom("person").select("id").execute()).length,
        roles: (await tx.selectFrom("membership").select("role").distinct().execute()).map(
          ({ role }) => role,
        ),
      }));

    await seedDemo(database, adapters, 1);
    const once = await read();
    await seedDemo(database, adapters, 2);

    expect(once.roles.toSorted()).toEqual(roles.toSorted());
    expect(await read()).toEqual(once);
  });
});
