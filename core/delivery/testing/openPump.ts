import { expect } from "vitest";
import { createPaperAdapter, paperCaps } from "../../channel/testing/paperAdapter.ts";
import type { Database } from "../../store/index.ts";
import type { OpenTestDatabase } from "../../store/testing/index.ts";
import { createManualClock } from "../../time/testing/manualClock.ts";
import type { Lane } from "../model.ts";
import { createPost } from "../post.ts";
import { createPump, type Pump, type PumpPorts } from "../pump.ts";

export const wang = "paper/bot/wang";
export const chen = "paper/bot/chen";

/** A pump over a fresh database and a platform on paper, with ways to say and to look. */
export async function openPump(open: OpenTestDatabase) {
  const database = await open();
  const clock = createManualClock();
  const adapter = createPaperAdapter();
  const gone: string[] = [];
  const rejected: string[] = [];
  const errors: unknown[] = [];
  const ports = {
    database,
    clock,
    adapter,
    gone: (_tx: unknown, address: string) => Promise.resolve(void gone.push(address)),
    moved: () => Promise.resolve(),
    rejected: (_row: unknown, code: string) => void rejected.push(code),
    report: (error: unknown) => errors.push(error),
  };
  const pump = createPump({ ...ports, owner: "one" });
  const post = createPost({
    clock,
    capsOf: (route) => (route === "paper/bot" ? paperCaps : undefined),
    written: () => undefined,
  });
  let key = 0;
  const say = (
    text: string,
    address = wang,
    lane: Lane = "reply",
    extra: { about?: string; choices?: string[] } = {},
  ) =>
    database.transaction((tx) => {
      key += 1;
      const options = (extra.choices ?? []).map((label) => ({ label, token: `/${label}` }));
      const blocks = [{ type: "text", text } as const, { type: "choices", options } as const];
      return post(tx, {
        key: `k${key}`,
        address,
        lane,
        blocks,
        ...(extra.about ? { about: extra.about } : {}),
      });
    });
  const states = () =>
    database.transaction(async (tx) => {
      const rows = await tx
        .selectFrom("outbox")
        .select(["key", "state", "attempts", "error"])
        .orderBy("id")
        .execute();
      return rows.map((row) => `${row.key} ${row.state}${row.error ? ` ${row.error}` : ""}`);
    });
  const texts = () => adapter.sent.map((outbound) => outbound.text ?? "");
  return { database, clock, adapter, ports, pump, post, say, states, texts, gone, rejected, errors };
}

/** A program of its own on the same database, which can die in the middle of sending. */
export function mortal(ports: PumpPorts): {
  pump: Pump;
  sendUntil(isUnderWay: () => boolean): Promise<void>;
} {
  let isDead = false;
  const { database } = ports;
  const transaction: Database["transaction"] = (work, settings) =>
    isDead ? Promise.reject(new Error("dead")) : database.transaction(work, settings);
  const pump = createPump({ ...ports, database: { ...database, transaction } });
  return {
    pump,
    async sendUntil(isUnderWay) {
      const draining = pump.drain();
      draining.catch((error: unknown) => expect(String(error)).toContain("dead"));
      await expect.poll(isUnderWay).toBe(true);
      isDead = true;
    },
  };
}
