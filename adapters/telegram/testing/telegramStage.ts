import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import type { Intake } from "../../../core/channel/index.ts";
import { createTelegramAdapter, type TelegramOptions } from "../index.ts";
import type { TelegramLog } from "../model.ts";
import type { PollTimes } from "../poll.ts";
import { FakeTelegram, type FakeOptions } from "./fakeTelegram.ts";

export const webhookSecret = "a-secret_Of-the-webhook";

/** A log that keeps every line as the operator's file would. */
export class KeptLog implements TelegramLog {
  readonly lines: string[] = [];
  readonly info = (fields: object, sentence: string) => this.#keep(fields, sentence);
  readonly warn = (fields: object, sentence: string) => this.#keep(fields, sentence);
  readonly error = (fields: object, sentence: string) => this.#keep(fields, sentence);

  #keep(fields: object, sentence: string): void {
    this.lines.push(`${sentence} ${JSON.stringify(fields)}`);
  }
}

export interface StageOptions {
  readonly mode?: "polling" | "webhook";
  readonly fake?: FakeOptions;
  readonly pollTimes?: Partial<PollTimes>;
  readonly log?: TelegramLog;
  readonly readKept?: NonNullable<TelegramOptions["readKept"]>;
}

/** Quick enough for tests. */
export const quickTimes: Partial<PollTimes> = { firstBackoff: 20, longestBackoff: 200 };

/** A fake platform and an adapter on it, not started. */
export async function openTelegram({ mode = "polling", fake: fakeOptions = {}, ...rest }: StageOptions = {}) {
  const fake = await FakeTelegram.start(fakeOptions);
  const log = new KeptLog();
  const server = Fastify();
  // The address must be known before the adapter is made; the routes must be there before the server listens.
  const port = mode === "webhook" ? await freePort() : 0;
  const delivery: TelegramOptions["delivery"] =
    mode === "webhook"
      ? { mode, publicUrl: `http://127.0.0.1:${String(port)}`, secret: webhookSecret }
      : { mode };
  const adapter = createTelegramAdapter({
    token: fake.token,
    apiRoot: fake.apiRoot,
    delivery,
    log: rest.log ?? log,
    ...(rest.readKept && { readKept: rest.readKept }),
    pollTimes: { ...quickTimes, ...rest.pollTimes },
  });
  if (adapter.http) await server.register(adapter.http());
  if (mode === "webhook") await server.listen({ host: "127.0.0.1", port });
  const aborter = new AbortController();
  return {
    fake,
    adapter,
    log,
    origin: `http://127.0.0.1:${String(port)}`,
    start: (intake: Intake) => adapter.start(intake, aborter.signal),
    abort: () => aborter.abort(),
    addressOf: (chat: number) => `telegram/${adapter.bot}/${String(chat)}`,
    async close() {
      aborter.abort();
      await server.close();
      await fake.close();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = Fastify();
  await probe.listen({ host: "127.0.0.1", port: 0 });
  const { port } = probe.server.address() as AddressInfo;
  await probe.close();
  return port;
}
