import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const prismaFolder = fileURLToPath(new URL("../../prisma/", import.meta.url));
const engineFolder = `${prismaFolder}node_modules/@prisma/schema-engine-wasm/`;

/** The two databases a migration is written for, by Prisma's names. */
export const providers = ["sqlite", "postgresql"] as const;
export type Provider = (typeof providers)[number];

interface Engine {
  diff(request: object): Promise<{ stdout: string | null }>;
}
/** Node has it; TypeScript's types for it come only with a browser's. */
interface WebAssemblyGlobal {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}
interface EngineModule {
  __wbg_set_wasm(exports: object): void;
  SchemaEngine: { readonly new: (options: object, log: () => void, adapter: object) => Promise<Engine> };
}

let loading: Promise<EngineModule> | undefined;

/** Says whether Prisma's tools are installed; they are needed only to change a table. */
export function prismaIsInstalled(): boolean {
  return existsSync(`${engineFolder}schema_engine_bg.wasm`);
}

async function load(): Promise<EngineModule> {
  const engine = (await import(`${engineFolder}schema_engine_bg.js`)) as EngineModule;
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };
  const bytes = readFileSync(`${engineFolder}schema_engine_bg.wasm`);
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine;
}

/** Prisma's engine insists on a database behind it, but comparing two schemas asks PostgreSQL for its version only. */
function imaginaryDatabase(provider: Provider): object {
  const answer = (value: unknown) => ({ ok: true, value });
  const version = {
    columnNames: ["s", "v", "n"],
    columnTypes: [5, 7, 0],
    rows: [[true, "PostgreSQL 15.18", 150018]],
  };
  const connection = {
    provider: provider === "sqlite" ? "sqlite" : "postgres",
    adapterName: "imaginary",
    queryRaw: async () => answer(version),
    executeRaw: async () => answer(0),
    executeScript: async () => answer(undefined),
    dispose: async () => answer(undefined),
    getConnectionInfo: () => answer({ supportsRelationJoins: false, schemaName: "public" }),
  };
  const connect = async () => answer(connection);
  return {
    ...connection,
    connect,
    connectToShadowDb: connect,
    errorRegistry: { consumeError: () => undefined },
  };
}

function forProvider(schema: string, provider: Provider): string {
  return schema.replace(/provider\s*=\s*"sqlite"/, `provider = "${provider}"`);
}

/**
 * The SQL that leads from one schema to another on one database; empty where they mean the same.
 * Both schemas are given as text whose datasource says "sqlite".
 */
export async function schemaDifference(before: string, after: string, provider: Provider): Promise<string> {
  const { SchemaEngine } = await (loading ??= load());
  const [from, to] = [before, after].map((schema) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content: forProvider(schema, provider) }],
  }));
  const datamodels = [["schema.prisma", forProvider(after, provider)]];
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, imaginaryDatabase(provider));
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters });
  const sql = stdout ?? "";
  return sql.trim() === "-- This is an empty migration." ? "" : sql;
}
