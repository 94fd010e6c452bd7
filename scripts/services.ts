/**
 * `npm run services` starts PostgreSQL on 127.0.0.1:55432 and Redis on 127.0.0.1:56379 for the tests, each as its own
 * user; what already answers is left alone. `npm run services:stop` stops what was started from this folder, by process id.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../.services", import.meta.url));
const isRoot = process.getuid?.() === 0;

interface Service {
  readonly name: "postgresql" | "redis";
  readonly port: number;
  readonly debianPackage: string;
  readonly user: string;
  /** The program's path, or undefined where it is not installed. */
  readonly find: () => string | undefined;
  /** Starts it in the background and returns its process id. */
  readonly start: (program: string, data: string) => number;
  /** What only this server's command line contains: its process id may by now belong to another program. */
  readonly mark: (data: string) => string;
}

interface Started {
  readonly pid: number;
  readonly mark: string;
  readonly data: string;
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function run(command: string, words: readonly string[], cwd = "/"): string {
  return execFileSync(command, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Both servers refuse or should not have root's rights. */
function runAs(user: string, command: string, words: readonly string[], cwd = "/"): void {
  const [program, ...rest] = isRoot ? ["runuser", "-u", user, "--", command, ...words] : [command, ...words];
  // A server started in the background keeps our pipes open, so its output goes nowhere or into its log.
  execFileSync(program ?? command, rest, { cwd, stdio: "ignore" });
}

function findPostgresql(): string | undefined {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return undefined;
  const newestFirst = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(versions, version, "bin/pg_ctl")).find((path) => existsSync(path));
}

function startPostgresql(program: string, data: string): number {
  const cluster = join(data, "cluster");
  if (!existsSync(join(cluster, "PG_VERSION"))) {
    const initialise = ["-D", cluster, "-U", "diantong", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"];
    runAs("postgres", join(program, "../initdb"), initialise);
  }
  // No socket file: its path would have to be short, and the tests speak TCP.
  const settings =
    "-p 55432 -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200";
  runAs("postgres", program, ["-D", cluster, "-w", "-l", join(data, "server.log"), "-o", settings, "start"]);
  return Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
}

function startRedis(program: string, data: string): number {
  const pidFile = join(data, "redis.pid");
  rmSync(pidFile, { force: true });
  const words = ["--port", "56379", "--bind", "127.0.0.1", "--save", "", "--dir", data, "--pidfile", pidFile];
  runAs("redis", program, [...words, "--logfile", join(data, "server.log"), "--daemonize", "yes"]);
  for (let attempt = 0; attempt < 50 && !existsSync(pidFile); attempt++) run("sleep", ["0.1"]);
  return Number(readFileSync(pidFile, "utf8"));
}

const services: readonly Service[] = [
  {
    name: "postgresql",
    port: 55_432,
    debianPackage: "postgresql",
    user: "postgres",
    find: findPostgresql,
    start: startPostgresql,
    mark: (data) => join(data, "cluster"),
  },
  {
    name: "redis",
    port: 56_379,
    debianPackage: "redis-server",
    user: "redis",
    find: () => ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find((path) => existsSync(path)),
    start: startRedis,
    mark: () => "127.0.0.1:56379",
  },
];

async function answers(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 1000 });
    const finish = (reached: boolean): void => {
      socket.destroy();
      resolve(reached);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
    socket.once("timeout", () => finish(false));
  });
}

function install({ name, debianPackage }: Service): void {
  const how = `apt-get install ${debianPackage}`;
  if (!existsSync("/usr/bin/apt-get"))
    refuse(`${name} is not installed, and this is not Debian: install it yourself.`);
  if (!isRoot)
    refuse(`${name} is not installed, and only root can install it: run \`sudo ${how}\` and try again.`);
  console.log(`${name}: installing Debian's package ${debianPackage}`);
  const quietly = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    execFileSync("apt-get", ["update", "-qq"], { env: quietly, stdio: "inherit" });
    const words = ["install", "-y", "-qq", "--no-install-recommends", debianPackage];
    execFileSync("apt-get", words, { env: quietly, stdio: "inherit" });
  } catch {
    refuse(`${name} could not be installed: \`${how}\` failed, see above.`);
  }
}

/** A folder the service's user can reach: `.services/<name>`, or one in the system's temporary place. */
function dataFolder({ name, user }: Service): string {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  if (!isRoot) return own;
  if (givenTo(user, own)) return own;
  const temporary = mkdtempSync(join(tmpdir(), `diantong-${name}-`));
  if (givenTo(user, temporary)) return temporary;
  return refuse(`User ${user} can write neither to ${own} nor to ${tmpdir()}: make one of them reachable.`);
}

/** Hands a folder to a user and says whether that user can get there. */
function givenTo(user: string, place: string): boolean {
  chmodSync(place, 0o700);
  run("chown", ["-R", `${user}:`, place]);
  try {
    runAs(user, "test", ["-w", place]);
    return true;
  } catch {
    return false;
  }
}

async function start(service: Service): Promise<void> {
  const { name, port } = service;
  if (await answers(port)) {
    console.log(`${name}: already answers on 127.0.0.1:${port}`);
    return;
  }
  if (service.find() === undefined) install(service);
  const program = service.find() ?? refuse(`${name} was installed but its program was not found.`);
  const data = dataFolder(service);
  try {
    const pid = service.start(program, data);
    const started: Started = { pid, mark: service.mark(data), data };
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(started)}\n`);
  } catch (error) {
    refuse(`${name} did not start (${String(error)}); its log is ${join(data, "server.log")}`);
  }
  console.log(`${name}: started on 127.0.0.1:${port}, data in ${data}`);
}

function isRunning({ pid, mark }: Started): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  try {
    return readFileSync(commandLine, "utf8").includes(mark);
  } catch {
    return false;
  }
}

function stop({ name }: Service): void {
  const record = join(folder, `${name}.json`);
  if (!existsSync(record)) {
    console.log(`${name}: was not started from this folder`);
    return;
  }
  const started = JSON.parse(readFileSync(record, "utf8")) as Started;
  // SIGINT is PostgreSQL's fast shutdown, and an orderly one for Redis.
  if (isRunning(started)) process.kill(started.pid, "SIGINT");
  for (let attempt = 0; attempt < 100 && isRunning(started); attempt++) run("sleep", ["0.1"]);
  if (isRunning(started)) refuse(`${name}: process ${started.pid} did not stop within 10 s`);
  rmSync(record);
  console.log(`${name}: stopped`);
}

if (process.argv[2] === "stop") for (const service of services) stop(service);
else for (const service of services) await start(service);
