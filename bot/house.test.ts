/** The house rules that no other tool checks: what the documents name is there, and every flow is played by a conversation. */
import { existsSync, globSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import type { Flow } from "../core/dialogue/index.ts";
import { play } from "../core/dialogue/testing/index.ts";
import { openDatabase, type Database } from "../core/store/index.ts";
import { newFolder, type TestDatabase } from "../core/store/testing/index.ts";
import { book } from "./book.ts";
import { settingNames } from "./config.ts";
import { createProgramStage } from "./testing/programStage.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const leftOut = ["node_modules", ".git", ".services", "data"];
const files = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !leftOut.includes(name))
  .flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : [entry.name]));
const documents = files.filter((path) => path.endsWith(".md"));
const scripts = Object.keys(
  (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts,
);

/** Said to the terminal and to Telegram's own bot, not to ours. */
const [ofTheTerminal, ofBotFather] = [["quit"], ["newbot"]];

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !leftOut.includes(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function firstGroups(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? "");
}

// ------------------------------------------------------------------ documents

/** A path from the repository's root, wherever a document says one; `core/<slice>` and `prisma/orm#1` are none. */
const rootPath =
  /(?<![\w/.@<-])((?:bot|core|adapters|prisma|scripts|docs|\.ci)\/(?:[\w.-]+\/)*[\w.-]*)(?![\w#<{*])/g;
const link = /\]\((?!https?:|#)([^)\s#]+)/g;
const quoted = /`([^`\n]+)`/g;
const fileName = /^[\w.-]+\.(?:ts|mjs|json|prisma|chat)$/;

/** Paths a document names that are not there. */
function missingPaths(document: string): readonly string[] {
  const [text, folder] = [read(document), dirname(document)];
  const named = firstGroups(text, rootPath).map((path) => path.replace(/\.$/, ""));
  const linked = firstGroups(text, link).map((path) => join(folder, path));
  return [...named, ...linked].filter((path) => !existsSync(join(root, path)));
}

/** Files a folder's own README names without a path that are nowhere below this folder. */
function missingNeighbours(document: string): readonly string[] {
  const below = new Set(filesIn(dirname(document)).map((path) => basename(path)));
  const words = firstGroups(read(document), quoted).flatMap((quote) => quote.split(/\s+/));
  return words.filter((word) => fileName.test(word) && !below.has(word));
}

test("there are documents to check", () => {
  expect(documents).toEqual(expect.arrayContaining(["README.md", "README.zh-CN.md", "docs/architecture.md"]));
});

test.each(documents)("every path that %s names is there", (document) => {
  expect(missingPaths(document)).toEqual([]);
});

test.each(documents.filter((path) => /^(?:bot|core|adapters)\/.*README\.md$/.test(path)))(
  "every file of its own that %s names is there",
  (document) => {
    expect(missingNeighbours(document)).toEqual([]);
  },
);

test("a path that is not there is noticed, in words, in backticks and in links", () => {
  const text = "see core/nowhere.ts, `bot/nobody.ts` and [this](docs/nothing.md); core/<slice> is a pattern";

  const named = [...firstGroups(text, rootPath), ...firstGroups(text, link)];

  expect(named).toEqual(["core/nowhere.ts", "bot/nobody.ts", "docs/nothing.md", "docs/nothing.md"]);
});

test.each(documents)("every npm command that %s names is in package.json", (document) => {
  const named = [
    ...firstGroups(read(document), /npm run (?:-\w+ )*([\w:-]+)/g),
    ...firstGroups(read(document), /npm (start|test)\b/g),
  ];

  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

const readmes = ["README.md", "README.zh-CN.md"];

test.each(readmes)("every chat command and every setting that %s names is there", (document) => {
  const named = firstGroups(read(document), /`\/([a-z_]+)[^`\n/]*`/g);
  const settings = firstGroups(read(document), /`([A-Z]+_[A-Z_]+)\b/g);
  const known = [...book.commands.map(({ name }) => name), ...ofTheTerminal, ...ofBotFather];

  expect(named).toEqual(expect.arrayContaining(["start", "invite"]));
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
  expect(settings).toContain("TELEGRAM_BOT_TOKEN");
  expect(settings.filter((name) => !settingNames.includes(name))).toEqual([]);
});

test.each(readmes)("%s tells to test by the command that CI runs", (document) => {
  const [command = "none"] = firstGroups(read(document), /^npm ci && (npm t\S*)$/gm);

  expect(firstGroups(read(".ci/run"), /^step (npm t\S*)$/gm)).toEqual([command]);
});

test.each(globSync("{core,adapters}/*/index.ts", { cwd: root }))(
  "the folder of %s says what it is",
  (path) => {
    expect(files).toContain(join(dirname(path), "README.md"));
  },
);

test("no file names a folder or a mirror of the machine it was written on", () => {
  const folders = ["work", "tmp/team", "root"];
  const hosts = ["registry.npmjs", "deb.debian"].map((host) => `${host}.org`);
  const foreign = new RegExp(`(?<![\\w.})*])/(?:${folders.join("|")})(?![\\w-])|${hosts.join("|")}`);
  const readable = files.filter(
    (path) => !/(?:^|\/)package-lock\.json$|\.png$|^test-report\.json$/.test(path),
  );

  const guilty = readable.filter((path) => foreign.test(read(path)));

  expect(guilty).toEqual([]);
  expect(
    [...folders.map((folder) => `in=/${folder}/x`), ...hosts].every((words) => foreign.test(words)),
  ).toBe(true);
});

// ---------------------------------------------------------------------- flows

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closers.splice(0)) await close();
});

/** A fresh SQLite database that a stage may restart; gone after the test. */
async function openVillage(): Promise<TestDatabase> {
  const dataDir = newFolder();
  const url = `file:${join(dataDir, "village.db")}`;
  let database: Database;
  const reopen = async (): Promise<TestDatabase> => {
    database = await openDatabase(url, { dataDir });
    return { ...database, url, dataDir, reopen: () => database.close().then(reopen) };
  };
  closers.push(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return reopen();
}

async function flowsOf(path: string): Promise<readonly Flow<never, never>[]> {
  const exported = (await import(join(root, path))) as Record<string, unknown>;
  return Object.values(exported).filter(
    (value): value is Flow<never, never> => typeof value === "object" && value !== null && "tell" in value,
  );
}

const flowFiles = globSync("core/**/*.flow.ts", { cwd: root, exclude: ["core/dialogue/**"] });
const slices = Array.from(new Set(flowFiles.map((path) => path.split("/").slice(0, 2).join("/"))));

/** Plays a slice's conversations one by one until every flow was told. @returns the names of those never told. */
async function untold(flows: readonly Flow<never, never>[], chats: readonly string[]) {
  const waiting = new Map(flows.map((flow) => [flow.name, vi.spyOn(flow, "tell")]));
  for (const chat of chats) {
    if (waiting.size === 0) break;
    const caps = chat.includes(".numbers.") ? ({ choices: { kind: "numbers" } } as const) : {};
    await play(join(root, chat), await createProgramStage(await openVillage(), caps));
    for (const [name, tell] of waiting) if (tell.mock.calls.length > 0) waiting.delete(name);
  }
  return Array.from(waiting.keys());
}

test.each(slices)(
  "conversations of %s tell each of its flows",
  async (slice) => {
    const paths = flowFiles.filter((path) => path.startsWith(`${slice}/`));
    const chats = files.filter((file) => file.startsWith(`${slice}/`) && file.endsWith(".chat"));
    const flows = (await Promise.all(paths.map(flowsOf))).flat();
    // Those called like a flow tell it, most likely: the fewer are played.
    const called = flows.map(({ name }) =>
      name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    const likelyNames = new Set([...called, ...paths.map((path) => basename(path, ".flow.ts"))]);
    const [likely = [], others = []] = [true, false].map((isLikely) =>
      chats.filter((chat) => likelyNames.has(basename(chat, ".chat")) === isLikely),
    );

    expect(flows.length).toBeGreaterThanOrEqual(paths.length);
    expect(await untold(flows, [...likely, ...others])).toEqual([]);
  },
  300_000,
);
