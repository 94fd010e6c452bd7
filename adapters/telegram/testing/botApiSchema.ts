import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type * as TypescriptJsonSchema from "typescript-json-schema";
import { Ajv, type ValidateFunction } from "ajv";

/** What a value must be according to types that others wrote; each function answers with a fault or undefined. */
export interface BotApiSchema {
  faultInUpdate(update: unknown): string | undefined;
  faultInMessage(message: unknown): string | undefined;
  /** Undefined also for methods that the types here do not cover. */
  faultInCall(method: string, payload: unknown): string | undefined;
}

const require = createRequire(import.meta.url);
const rootTypes = path.join(import.meta.dirname, "botApi.ts");
const cacheFolder = path.join(import.meta.dirname, "../../../node_modules/.cache/diantong");

let loaded: BotApiSchema | undefined;
const warmUpWith = {};

/** Generated from @grammyjs/types by typescript-json-schema, once per version of the types; kept under node_modules/.cache. */
export function botApiSchema(): BotApiSchema {
  if (loaded) return loaded;
  loaded = compile(readOrGenerate());
  // Compiling takes a second of the thread: before the first update rather than during it.
  loaded.faultInUpdate(warmUpWith);
  loaded.faultInMessage(warmUpWith);
  return loaded;
}

type Generator = typeof TypescriptJsonSchema;

interface JsonSchema {
  readonly definitions: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
}

function compile(schema: JsonSchema): BotApiSchema {
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(schema, "api");
  const validators = new Map<string, ValidateFunction>();
  const fault = (pointer: string, value: unknown): string | undefined => {
    let validate = validators.get(pointer);
    if (!validate) validators.set(pointer, (validate = ajv.compile({ $ref: `api#/definitions/${pointer}` })));
    if (validate(value)) return undefined;
    return ajv.errorsText(validate.errors);
  };
  const methods = new Set(Object.keys(schema.definitions["Calls"]?.properties ?? {}));
  return {
    faultInUpdate: (update) => fault("Update", update),
    faultInMessage: (message) => fault("Message", message),
    faultInCall: (method, payload) =>
      methods.has(method) ? fault(`Calls/properties/${method}`, payload) : undefined,
  };
}

function readOrGenerate(): JsonSchema {
  const types = readFileSync(require.resolve("@grammyjs/types/package.json"), "utf8");
  const recipe = [types, readFileSync(rootTypes), readFileSync(import.meta.filename)];
  const name = recipe
    .reduce((hash, part) => hash.update(part), createHash("sha256"))
    .digest("hex")
    .slice(0, 16);
  const file = path.join(cacheFolder, `bot-api-${name}.json`);
  if (!existsSync(file)) {
    mkdirSync(cacheFolder, { recursive: true });
    const unfinished = `${file}.${randomUUID()}`;
    writeFileSync(unfinished, generate());
    renameSync(unfinished, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
}

function generate(): string {
  const generator = require("typescript-json-schema") as Generator;
  const bundler = 100;
  const program = generator.getProgramFromFiles([rootTypes], {
    moduleResolution: bundler,
    strictNullChecks: true,
    skipLibCheck: true,
    types: [],
  });
  const schema = generator.generateSchema(program, "BotApi", {
    required: true,
    noExtraProps: true,
    strictNullChecks: true,
    ignoreErrors: true,
  });
  if (!schema?.definitions) throw new Error("@grammyjs/types yielded no schema");
  mendIntersections(schema.definitions);
  return JSON.stringify(schema, (key, value: unknown) =>
    key === "description" && typeof value === "string" ? undefined : value,
  );
}

type Definitions = NonNullable<TypescriptJsonSchema.Definition["definitions"]>;

/** Of `Message & More` the generator keeps `Message` the first time only, and of `{ x: undefined }` an empty object. */
function mendIntersections(definitions: Definitions): void {
  const { Message: message, Update: update } = definitions;
  if (typeof message !== "object" || typeof update !== "object") throw new Error("no Message, no Update");
  const { reply_to_message: _, ...withoutReply } = message.properties ?? {};
  definitions["ReplyMessage"] = { ...message, properties: withoutReply };
  for (const kind of ["edited_message", "channel_post", "edited_channel_post"]) {
    const more = update.properties?.[kind];
    if (typeof more !== "object" || !update.properties) throw new Error(`no ${kind}`);
    update.properties[kind] = {
      ...message,
      properties: { ...message.properties, ...more.properties },
      required: [...new Set([...(message.required ?? []), ...(more.required ?? [])])],
    };
  }
}
