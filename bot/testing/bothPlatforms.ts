import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import type { Line } from "../../adapters/web/page/protocol.ts";
import { createWebAdapter } from "../../adapters/web/index.ts";
import { openTelegram } from "../../adapters/telegram/testing/telegramStage.ts";
import { KeptFiles, largestFile } from "../../core/media/index.ts";
import { upsertAccount } from "../../core/people/index.ts";
import type { Transcriber } from "../../core/speech/index.ts";
import type { Database } from "../../core/store/index.ts";
import type { Tx } from "../../core/store/index.ts";
import type { TestDatabase } from "../../core/store/testing/index.ts";
import { systemClock } from "../../core/time/index.ts";
import { createServer } from "../http/server.ts";
import { personasOn } from "../personas.ts";
import { createProgram } from "../program.ts";
import { run } from "../run.ts";
import { seedDemo } from "../seed.ts";

/** Gives somebody of the demonstration a number on Telegram, where she is spoken to rather than in the sandbox. */
export async function movesToTelegram(database: Database, actor: string, bot: string, number: number) {
  const address = `telegram/${bot}/${String(number)}`;
  const account = { channel: "telegram", bot, actor: String(number), address };
  await database.transaction((tx) => upsertAccount(tx, `demo-${actor}`, account, 0));
}

/** What somebody does in a sandbox at that address. */
export function visitor(origin: string, actor: string) {
  const chat = `${origin}/sandbox/chats/${actor}`;
  const post = async (url: string, type: string, body: string | Buffer): Promise<number> => {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": type }, body });
    await answer.text();
    return answer.status;
  };
  /** Her chat as a page shows it after a reload. */
  const all = async (): Promise<readonly Line[]> =>
    ((await (await fetch(chat)).json()) as { readonly lines: readonly Line[] }).lines;
  return {
    says: (text: string) =>
      post(chat, "application/json", JSON.stringify({ client: randomUUID(), say: { type: "text", text } })),
    sends: (bytes: Buffer, caption: string) => {
      const query = new URLSearchParams({ client: randomUUID(), caption, name: "lamp.jpg" });
      return post(`${chat}/files?${query.toString()}`, "application/octet-stream", bytes);
    },
    all,
    /** What the bot said in it. */
    sees: async (): Promise<readonly Line[]> => (await all()).filter(({ from }) => from === "bot"),
    async opens(url: string): Promise<{ readonly type: string | null; readonly bytes: Buffer }> {
      const answer = await fetch(`${origin}${url}`);
      return { type: answer.headers.get("content-type"), bytes: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}

/** The whole program with the sandbox and a (fake) Telegram side by side, and the real clock. */
export async function openBothPlatforms(
  database: TestDatabase,
  onTelegram: Readonly<Record<string, number>>,
  transcriber?: Transcriber,
) {
  const lines: string[] = [];
  const log = pino(
    { level: "debug" },
    new Writable({ write: (line, _encoding, done) => (lines.push(String(line)), done()) }),
  );
  const folder = join(database.dataDir, "media");
  const files = new KeptFiles(folder);
  const stage = await openTelegram({ log, readKept: (name) => files.read(name) });
  const web = createWebAdapter({
    personas: () => personasOn(database, "web", "sandbox"),
    files,
    maxFileBytes: largestFile,
  });
  const adapters = [web, stage.adapter];
  await seedDemo(database, [web], systemClock.now());
  for (const [actor, number] of Object.entries(onTelegram))
    await movesToTelegram(database, actor, stage.adapter.bot, number);
  const program = createProgram({
    database,
    clock: systemClock,
    adapters,
    timeZone: "Asia/Shanghai",
    log,
    files,
    transcriber,
  });
  const server = await createServer({
    database,
    adapters,
    log,
    clock: systemClock,
    timeZone: "Asia/Shanghai",
  });
  const stop = await run({ program, adapters, log });
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });
  return {
    fake: stage.fake,
    /** Every line the program wrote. */
    lines,
    folder,
    /** How many files the program has fetched and written down. */
    filesKept: async () => {
      const kept = (tx: Tx) => tx.selectFrom("media").select("file_id").where("state", "=", "kept").execute();
      return (await database.transaction(kept)).length;
    },
    inSandbox: (actor: string) => visitor(origin, actor),
    onTelegram: (actor: string) => stage.fake.person(onTelegram[actor] ?? 0, { name: actor }),
    async close() {
      await server.close();
      await stop();
      await stage.close();
    },
  };
}
