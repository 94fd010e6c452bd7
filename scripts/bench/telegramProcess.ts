import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { FakeTelegram } from "../../adapters/telegram/testing/fakeTelegram.ts";

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts a bot as a process of its own on a fake Telegram, and waits until it says that it is ready. */
export async function startBot(
  entry: URL,
  fake: FakeTelegram,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(entry)], {
    env: {
      PATH,
      HOME,
      TOKEN: fake.token,
      API_ROOT: fake.apiRoot,
      PORT: String(await freePort()),
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text: Buffer) => String(text).includes("ready") && resolve());
    child.once("close", () => reject(new Error("the program ended before it was ready")));
  });
  return child;
}

/** Asks it to end, and waits until it has. */
export async function endBot(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await ended;
}
