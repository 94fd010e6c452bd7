import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readConfig, settingNames } from "../bot/config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const withoutComments = (text: string): string => text.replaceAll(/^\s*#.*$/gm, "");

const image = withoutComments(read("Dockerfile"));
const compose = withoutComments(read("docker-compose.yml"));
const manifest = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};

function all(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, found = ""]) => found);
}

/** The lines of a block of the compose file that begins with `name:` at an indentation. */
function block(name: string, indent: string): string {
  const [, inside = ""] =
    new RegExp(`^${indent}${name}:.*\\n((?:${indent} +.*\\n|\\n)*)`, "m").exec(compose) ?? [];
  return inside;
}

/** Settings of the program, those of the database's image, and the part of the work a process does. */
const known = [...settingNames, "POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS"];
const services = ["diantong", "gateway", "worker", "clock", "postgres", "redis"];

// ------------------------------------------------------------------ Dockerfile

test("what the image copies is there, and nothing else reaches its build", () => {
  const copied = all(image, /^COPY (.+) \S+$/gm).flatMap((sources) => sources.split(" "));
  const letIn = all(read(".dockerignore"), /^!(.+)$/gm);

  expect(copied.length).toBeGreaterThan(6);
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(letIn.toSorted()).toEqual(copied.toSorted());
});

test("the image starts what npm start does, by node itself, on the Node that the program asks for", () => {
  const [command = ""] = all(image, /^CMD (\[.*\])$/gm);
  const [version = ""] = all(image, /^FROM node:(\d+)-/gm);

  expect((JSON.parse(command) as string[]).join(" ")).toBe(manifest.scripts["start"]);
  expect(`>=${version}`).toBe(manifest.engines.node);
});

test("the image has no rights of root, and asks /health whether it lives", () => {
  const [user = "root"] = all(image, /^USER (\w+)$/gm);

  expect(user).toBe("node");
  expect(image).toMatch(/^HEALTHCHECK [^]*\/health/m);
  expect(read("bot/http/server.ts")).toContain('server.get("/health"');
});

test("the image sets only what the program reads, and to what it takes", () => {
  const given = Object.fromEntries(
    Array.from(image.matchAll(/^(?:ENV| {4}) ?([A-Z_]+)=(\S+)/gm), ([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
  const { NODE_ENV, ...settings } = given;

  expect(NODE_ENV).toBe("production");
  expect(Object.keys(settings).filter((name) => !settingNames.includes(name))).toEqual([]);
  expect(readConfig(settings)).toMatchObject({ DATA_DIR: "/var/lib/diantong", HTTP_PORT: 3000 });
  expect(all(image, /^VOLUME (\S+)$/gm)).toEqual([settings["DATA_DIR"]]);
  expect(all(image, /^EXPOSE (\d+)$/gm)).toEqual(["3000"]);
});

// ---------------------------------------------------------------- compose file

test("the compose file has the services that the documents name, the many of them behind a profile", () => {
  const named = all(block("services", ""), /^ {2}(\w+):$/gm);
  const always = named.filter((name) => !/profiles: \[scale\]|<<: \*scale$/m.test(block(name, "  ")));

  expect(named).toEqual(services);
  expect(always).toEqual(["diantong"]);
  expect(block("x-scale", "")).toContain("profiles: [scale]");
});

test("the compose file sets and asks for nothing that nobody reads", () => {
  const set = all(compose, /^ +([A-Z][A-Z_]+): /gm);
  const asked = all(compose, /\$\{([A-Z_]+)/g);

  expect(set).toContain("REDIS_URL");
  expect(set.filter((name) => !known.includes(name))).toEqual([]);
  expect(asked).toContain("POSTGRES_PASSWORD");
  expect(asked.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(["diantong", "gateway", "worker", "clock"])(
  "the program takes the settings of service %s",
  (name) => {
    const common = name === "diantong" ? "" : block("x-scale-environment", "");
    const lines = `${common}${block(name, "  ")}`.matchAll(/^ +([A-Z][A-Z_]+): (.+)$/gm);
    const given = Array.from(
      lines,
      ([, setting = "", value = ""]) => [setting, interpolated(value)] as const,
    );

    const config = readConfig(Object.fromEntries(given));

    expect(config).not.toHaveProperty("wrong");
    expect(config).toMatchObject({ DATA_DIR: "/var/lib/diantong", HTTP_PORT: 3000, SEED: "demo" });
    expect(Object.fromEntries(given)["ROLE"]).toBe(name === "diantong" ? "all" : name);
  },
);

/** A value as Compose makes it where .env says nothing but a password. */
function interpolated(value: string): string {
  const quoteless = value.replaceAll('"', "");
  return quoteless.replaceAll(/\$\{(\w+)-(.*?)\}/g, (_, name: string, otherwise: string) =>
    name === "POSTGRES_PASSWORD" ? "word" : otherwise,
  );
}

test("ports are opened on this machine only, to the port inside; the database's and Redis's not at all", () => {
  const published = all(compose, /^ +- "(.*:.*)"$/gm);

  expect(published).toEqual(["127.0.0.1:${HTTP_PORT-3000}:3000", "127.0.0.1:${HTTP_PORT-3000}:3000"]);
  expect(block("postgres", "  ") + block("redis", "  ")).not.toContain("ports:");
});

test("every volume that is used is declared, and the program's is where it keeps its files", () => {
  const declared = all(block("volumes", ""), /^ {2}(\w+):$/gm);
  const used = all(compose, /^ +- (\w+):\//gm);

  expect(new Set(used)).toEqual(new Set(declared));
  expect(compose).toContain("- data:/var/lib/diantong");
});

test("no secret stands in the files", () => {
  const passwords = all(compose, /(?:PASSWORD: |:\/\/\w+:)([^@\s]*)/g);

  expect(passwords.filter((word) => word !== "${POSTGRES_PASSWORD-}" && word !== "6379")).toEqual([]);
  expect(image).not.toMatch(/TOKEN|SECRET|PASSWORD/);
  expect(all(read(".gitignore"), /^(\.env)$/gm)).toEqual([".env"]);
});

test("a stop has the time that the program takes for it", () => {
  const [grace = "0"] = all(compose, /stop_grace_period: (\d+)s/g);
  const [patience = "0"] = all(read("bot/main.ts"), /patience = ([\d_]+)/g);

  expect(Number(grace) * 1000).toBeGreaterThan(Number(patience.replaceAll("_", "")));
});
