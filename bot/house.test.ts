/** The house rules that no other tool checks: what the documents name is there, and every folder says what it is. */
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { book } from "./book.ts";
import { settingNames } from "./config.ts";
import type { Services } from "./services.ts";

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

test.each(book.commands)("whom /$name is for is asked of who speaks alone, as menus do", ({ isFor }) => {
  const nobody = { acting: undefined } as Services;
  const somebody = { acting: { person: { memberships: [] } } } as unknown as Services;

  expect([isFor(nobody), isFor(somebody)]).toEqual([expect.any(Boolean), expect.any(Boolean)]);
});
