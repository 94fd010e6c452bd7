/** A real HTTP server around the web adapter, for tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Fastify from "fastify";
import type { Intake } from "../../../core/channel/index.ts";
import { KeptFiles } from "../../../core/media/index.ts";
import { createWebAdapter } from "../index.ts";
import type { Persona, WebOptions } from "../index.ts";

export const personas: readonly Persona[] = [
  { actor: "wang", name: "王婶", role: "村民", roleEn: "Villager", pane: "villager" },
  { actor: "chen", name: "陈伯", role: "村民", roleEn: "Villager", pane: "villager" },
  { actor: "li", name: "老李", role: "网格员", roleEn: "Grid worker", pane: "grid_worker" },
  { actor: "zhao", name: "小赵", role: "乡镇综合指挥室", roleEn: "Command room", pane: "command_room" },
  {
    actor: "newcomer-1",
    name: "新来的",
    role: "还没加入",
    roleEn: "not joined yet",
    pane: "villager",
    isNew: true,
  },
  { actor: "admin", name: "管理员", role: "管理员", roleEn: "Admin", pane: "admin" },
];

/** Starts the adapter on a loopback port; `close` stops it and removes its files unless they were given. */
export async function startWebServer(
  intake: Intake,
  options: Partial<WebOptions> & { port?: number; fileDirectory?: string } = {},
) {
  const fileDirectory = options.fileDirectory ?? (await mkdtemp(path.join(tmpdir(), "diantong-web-")));
  const files = new KeptFiles(fileDirectory);
  const adapter = createWebAdapter({
    personas: async () => personas,
    maxFileBytes: 1_000_000,
    ...options,
    files,
  });
  const aborter = new AbortController();
  await adapter.start(intake, aborter.signal);
  const server = Fastify({ forceCloseConnections: true });
  await server.register(adapter.http?.() ?? (async () => undefined));
  const origin = await server.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  return {
    adapter,
    origin,
    files,
    fileDirectory,
    abort: () => aborter.abort(),
    close: async () => {
      aborter.abort();
      await server.close();
      if (options.fileDirectory === undefined) await rm(fileDirectory, { recursive: true, force: true });
    },
  };
}

export { samples } from "../../../core/media/testing/samples.ts";
