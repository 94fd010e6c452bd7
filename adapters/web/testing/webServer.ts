/** A real HTTP server around the web adapter, for tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Fastify from "fastify";
import type { Intake } from "../../../core/channel/index.ts";
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
export async function startWebServer(intake: Intake, options: Partial<WebOptions> & { port?: number } = {}) {
  const fileDirectory = options.fileDirectory ?? (await mkdtemp(path.join(tmpdir(), "diantong-web-")));
  const adapter = createWebAdapter({
    personas: async () => personas,
    maxFileBytes: 1_000_000,
    ...options,
    fileDirectory,
  });
  const aborter = new AbortController();
  await adapter.start(intake, aborter.signal);
  const server = Fastify({ forceCloseConnections: true });
  await server.register(adapter.http?.() ?? (async () => undefined));
  const origin = await server.listen({ host: "127.0.0.1", port: options.port ?? 0 });
  return {
    adapter,
    origin,
    fileDirectory,
    abort: () => aborter.abort(),
    close: async () => {
      aborter.abort();
      await server.close();
      if (options.fileDirectory === undefined) await rm(fileDirectory, { recursive: true, force: true });
    },
  };
}

/** The shortest bytes the sandbox recognises as each type. */
export const samples = {
  png: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
  jpg: Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0", "latin1"),
  gif: Buffer.from("GIF89a\x01\0\x01\0", "latin1"),
  webp: Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1"),
  wav: Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"),
  ogg: Buffer.from("OggS\0\x02\0\0\0\0\0\0\0\0", "latin1"),
  mp3: Buffer.from("\xff\xfb\x90\x64\0\0\0\0", "latin1"),
  webm: Buffer.from("\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm\0\0A_OPUS", "latin1"),
  m4a: Buffer.from("\0\0\0\x20ftypM4A \0\0\0\0M4A mp42", "latin1"),
  mp4: Buffer.from("\0\0\0\x20ftypisom\0\0\0\0isommp42", "latin1"),
};
