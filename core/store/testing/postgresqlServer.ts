import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL of one test's own, which may be broken. */
export interface PostgresqlServer {
  /** Of its only database. */
  readonly url: string;
  /** Ends it as a power cut does, without writing anything down, and starts it again. */
  crash(): void;
  /** Stops it and removes what it kept. */
  remove(): void;
}

const versions = "/usr/lib/postgresql";

function programs(): string | undefined {
  if (!existsSync(versions)) return undefined;
  const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return newestFirst
    .map((version) => join(versions, version, "bin"))
    .find((folder) => existsSync(join(folder, "initdb")));
}

/** Why a server of one's own cannot be had here, as the name of a skipped test; undefined where it can. */
export function postgresqlServerIsMissing(): string | undefined {
  return programs() === undefined ? "skipped: install PostgreSQL with `npm run services`" : undefined;
}

/** PostgreSQL refuses to run with root's rights. */
function runAsOwner(command: string, words: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const given = ["-u", "postgres", "--", command, ...words];
  // A server started in the background keeps our pipes open.
  const [program, all] = isRoot ? (["runuser", given] as const) : ([command, words] as const);
  execFileSync(program, all, { cwd: "/", stdio: "ignore" });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts a server on a free port of loopback, with fsync as an installation has it. */
export async function startPostgresqlServer(): Promise<PostgresqlServer> {
  const bin = programs();
  if (bin === undefined) throw new Error(postgresqlServerIsMissing());
  const folder = mkdtempSync(join(tmpdir(), "diantong-server-"));
  if (process.getuid?.() === 0) execFileSync("chown", ["postgres:", folder]);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const cluster = join(folder, "cluster");
  const words = ["-D", cluster, "-U", "diantong", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
  runAsOwner(join(bin, "initdb"), words);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const control = (...rest: readonly string[]): void =>
    runAsOwner(join(bin, "pg_ctl"), ["-D", cluster, "-w", ...rest]);
  const start = (): void => control("-l", join(folder, "server.log"), "-o", settings, "start");
  const stop = (): void => control("-m", "immediate", "stop");
  start();
  return {
    url: `postgres://diantong@127.0.0.1:${port}/postgres`,
    crash() {
      stop();
      start();
    },
    remove() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
