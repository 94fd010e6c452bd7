import { expect, onTestFinished, test } from "vitest";
import { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";
import { createPaperAdapter } from "../../core/channel/testing/paperAdapter.ts";
import { samples } from "../../core/media/testing/samples.ts";
import { openDatabase } from "../../core/store/index.ts";
import { describeOnPostgresql } from "../../core/store/testing/index.ts";
import { systemClock } from "../../core/time/index.ts";
import { startProgram } from "../proofs/testing/runningProgram.ts";
import { seedDemo } from "../seed.ts";
import { movesToTelegram } from "../testing/bothPlatforms.ts";
import { describeOnRedis } from "./testing/redis.ts";

const photos = 24;
/** Longer than a minute: what another test empties from the same Redis comes back within one. */
const soon = { timeout: 90_000, interval: 100 };

describeOnRedis("with Redis", (redis) => {
  describeOnPostgresql("a gateway, two workers and a clock", (open) => {
    test("fetch each photo of a crowd once, and stop in good order", { timeout: 150_000 }, async () => {
      const place = await open.place();
      const fake = await FakeTelegram.start();
      onTestFinished(() => fake.close());
      const database = await openDatabase(place.url, { dataDir: place.dataDir });
      onTestFinished(() => database.close());
      await seedDemo(database, [{ ...createPaperAdapter("web"), bot: "sandbox" }], systemClock.now());
      await movesToTelegram(database, "wang", String(fake.bot.id), 7_001);
      const settings = {
        DATABASE_URL: place.url,
        DATA_DIR: place.dataDir,
        REDIS_URL: redis.url,
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
      };
      const programs = ["gateway", "worker", "worker", "clock"].map((ROLE) =>
        startProgram({ ...settings, ROLE }),
      );
      onTestFinished(async () => void (await Promise.all(programs.map((program) => program.kill()))));
      await Promise.all(programs.map((program) => program.ready));
      const wang = fake.person(7_001);

      for (let index = 0; index < photos; index += 1)
        await wang.sends("photo", Buffer.concat([samples.jpg, Buffer.from([index])]));
      const kept = () =>
        database.transaction(async (tx) => {
          const rows = await tx.selectFrom("media").select("state").where("state", "=", "kept").execute();
          return rows.length;
        });
      await expect.poll(kept, soon).toBe(photos);
      const codes = await Promise.all(programs.map((program) => program.stop()));

      expect(fake.callsOf("getFile")).toHaveLength(photos);
      expect(codes).toEqual([0, 0, 0, 0]);
      expect(programs.flatMap(({ complaints }) => complaints)).toEqual([]);
    });
  });
});
