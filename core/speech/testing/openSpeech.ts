import { join } from "node:path";
import type { Body } from "../../channel/index.ts";
import { KeptFiles } from "../../media/index.ts";
import { samples } from "../../media/testing/samples.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import { startFakeService } from "../../work/testing/fakeService.ts";
import { wantTranscript } from "../store.ts";
import { createTranscriber } from "../transcriber.ts";
import { createTranscribing } from "../worker.ts";

/** Voices over a fresh database, and a transcriber on loopback. */
export async function openSpeech(open: OpenTestDatabase, given: { readonly isOff?: boolean } = {}) {
  const database = await open();
  const clock = createManualClock();
  const files = new KeptFiles(join(database.dataDir, "media"));
  const service = await startFakeService({ kind: "json", json: { text: "村口的路灯坏了" } });
  const { baseUrl } = service;
  const told: Body[] = [];
  const reports: string[] = [];
  const start = () =>
    createTranscribing({
      database,
      clock,
      files,
      transcriber: given.isOff
        ? undefined
        : createTranscriber({ baseUrl, key: "secret-key", model: "whisper-1", timeoutMs: 300 }),
      told: (_tx, _untold, body) => Promise.resolve(void told.push(body)),
      report: (why) => reports.push(why),
    });

  /** A voice that was said; its file is there unless it `isAwaited`. */
  async function said(inboxId: number, isAwaited = false): Promise<void> {
    const id = `voice-${inboxId}`;
    const kept = await files.keep(Buffer.concat([samples.ogg, Buffer.from(id)]));
    const file = { kind: "voice", channel: "paper", id } as const;
    const place = { channel: "paper", bot: "bot", address: "paper/bot/wang" };
    await database.transaction(async (tx) => {
      const state = isAwaited ? "waiting" : "kept";
      const what = isAwaited ? {} : { sha256: kept?.id.slice(0, 64) ?? "", mime: "audio/ogg" };
      const row = { ...place, file_id: id, kind: "voice", state, ...what, attempts: 0 };
      await tx
        .insertInto("media")
        .values({ ...row, next_at: clock.now(), created_at: clock.now() })
        .onConflict((conflict) => conflict.columns(["channel", "file_id"]).doUpdateSet({ state, ...what }))
        .execute();
      await wantTranscript(tx, { ...place, inboxId, actor: "wang", file, seconds: 6 }, clock.now());
    });
  }

  const states = () =>
    database.transaction(async (tx) => {
      const rows = await tx.selectFrom("transcript").select("state").orderBy("inbox_id").execute();
      return rows.map(({ state }) => state);
    });
  return { database, clock, service, told, reports, start, said, states };
}
