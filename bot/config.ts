import { z } from "zod";
import { readQuietHours } from "../core/time/index.ts";
import { roles } from "./role.ts";

const loopback = ["127.0.0.1", "::1", "localhost"];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

function isRedisAddress(address: string): boolean {
  return URL.canParse(address) && /^rediss?:\/\/[^\s/?#]+(\/\d{1,4})?$/.test(address);
}

const webAddress = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*[^\s/?#])?$/;
const telegramRoot = "https://api.telegram.org";

/** Where a key is sent and what people said: in the clear only to this machine or its own network. */
function isSafe(address: string): boolean {
  if (address.startsWith("https:") || !URL.canParse(address)) return true;
  const { hostname } = new URL(address);
  return (
    loopback.includes(hostname.replace(/^\[|\]$/g, "")) ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname) ||
    /^[a-z0-9-]+$|\.(?:local|internal|lan)$/.test(hostname)
  );
}

const serviceAddress = z
  .string()
  .regex(webAddress, "must be an address like https://example.org/v1, without a slash at the end")
  .refine(isSafe, "must begin with https: outside this machine's own network: it is told what people said");

const serviceKey = z
  .string()
  // A secret: no message repeats it.
  .regex(/^[\x21-\x7e]{1,500}$/, "must be the key of the service, without spaces or line breaks");

const named = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must begin with file: or postgres://")
    .default("file:./data/diantong.db"),
  REDIS_URL: z
    .string()
    // It may hold a password: no message repeats it.
    .refine(
      isRedisAddress,
      "must be like redis://127.0.0.1:6379, or redis://127.0.0.1:6379/1 for its database 1",
    )
    .optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  TABLE_DAYS: z.coerce.number().int().min(1).max(90).default(7),
  TIMEZONE: z.string().refine(isTimeZone, "is not a time zone this machine knows").default("Asia/Shanghai"),
  QUIET_HOURS: z
    .string()
    .refine(
      (hours) => readQuietHours(hours) !== undefined,
      "must be like 21:00-07:00, from the evening to the morning",
    )
    .default("21:00-07:00"),
  HTTP_HOST: z.string().min(1).default("127.0.0.1"),
  HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ROLE: z.enum(roles).default("all"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  SEED: z.enum(["demo", "none"]).optional(),
  PUBLIC_URL: z
    .string()
    .regex(webAddress, "must be an address like https://example.org, without a slash at the end")
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    // The value itself is a secret: no message repeats it.
    .regex(/^\d{1,16}:[\w-]+$/, "must be the token @BotFather gave, like 123456:ABC-DEF")
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .regex(webAddress, "must be an address without a slash at the end")
    .default(telegramRoot),
  TELEGRAM_MODE: z.enum(["polling", "webhook"]).default("polling"),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, "must be 1 to 256 letters, digits, _ or -")
    .optional(),
  STT_BASE_URL: serviceAddress.optional(),
  STT_API_KEY: serviceKey.optional(),
  STT_MODEL: z.string().min(1).max(200).optional(),
  LLM_BASE_URL: serviceAddress.optional(),
  LLM_API_KEY: serviceKey.optional(),
  LLM_MODEL: z.string().min(1).max(200).optional(),
  LLM_DAILY_TOKENS: z.coerce.number().int().min(1).max(1_000_000_000).default(200_000),
  ADMIN_CODE: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters, digits, - or _")
    .optional(),
});

const settings = named
  .transform((given) => ({ ...given, SEED: given.SEED ?? usualSeed(given) }))
  .refine((config) => config.SEED === "demo" || loopback.includes(config.HTTP_HOST), {
    path: ["HTTP_HOST"],
    message: "must stay on loopback (127.0.0.1) unless SEED=demo: the sandbox lets anyone speak as anyone",
  })
  .refine((config) => config.ROLE === "all" || !config.DATABASE_URL.startsWith("file:"), {
    path: ["ROLE"],
    message:
      "must be all on SQLite: one process has the database file. Several processes need DATABASE_URL=postgres://…",
  })
  .superRefine((config, context) => {
    for (const [name, message] of [...missingForWebhook(config), ...missingForServices(config)])
      context.addIssue({ code: "custom", path: [name], message });
  });

/** Invented people are for trying it out: where a bot has a token, real ones will come. */
function usualSeed({ TELEGRAM_BOT_TOKEN: token }: { readonly TELEGRAM_BOT_TOKEN?: string | undefined }) {
  return token === undefined ? ("demo" as const) : ("none" as const);
}

interface WebhookSettings {
  readonly TELEGRAM_MODE: "polling" | "webhook";
  readonly TELEGRAM_API_ROOT: string;
  readonly TELEGRAM_BOT_TOKEN?: string | undefined;
  readonly TELEGRAM_WEBHOOK_SECRET?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

function missingForWebhook(config: WebhookSettings): readonly (readonly [string, string])[] {
  if (config.TELEGRAM_MODE !== "webhook") return [];
  const { PUBLIC_URL: address } = config;
  const forMode = "is needed when TELEGRAM_MODE=webhook";
  const missing = (["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "PUBLIC_URL"] as const).flatMap((name) =>
    config[name] === undefined ? [[name, forMode] as const] : [],
  );
  const insecure = config.TELEGRAM_API_ROOT === telegramRoot && address?.startsWith("http:") === true;
  return insecure
    ? [...missing, ["PUBLIC_URL", "must begin with https: Telegram delivers to nothing else"]]
    : missing;
}

type Missing = readonly (readonly [string, string])[];

/** A service is its address and its model; a key alone would stand there unused. */
function missingForServices(config: z.output<typeof named>): Missing {
  const { STT_BASE_URL, STT_MODEL, STT_API_KEY, LLM_BASE_URL, LLM_MODEL, LLM_API_KEY } = config;
  return [
    ...missingFor("STT", STT_BASE_URL, STT_MODEL, STT_API_KEY),
    ...missingFor("LLM", LLM_BASE_URL, LLM_MODEL, LLM_API_KEY),
  ];
}

function missingFor(name: string, address?: string, model?: string, key?: string): Missing {
  if (address !== undefined)
    return model === undefined
      ? [[`${name}_MODEL`, `is needed when ${name}_BASE_URL is set: the service must be told which`]]
      : [];
  return (model ?? key) === undefined
    ? []
    : [[`${name}_BASE_URL`, `is needed when ${name}_MODEL or ${name}_API_KEY is set`]];
}

/** Every setting, validated; the same names as in `.env.example`. */
export type Config = z.output<typeof settings>;

export const settingNames: readonly string[] = Object.keys(named.shape);

/**
 * Reads settings from an environment; an empty value means "not set".
 * @returns the settings, or one sentence per wrong value, naming the setting.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
): Config | { readonly wrong: readonly string[] } {
  const given = settingNames.flatMap((name) =>
    environment[name] ? [[name, environment[name]] as const] : [],
  );
  const read = settings.safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  return { wrong: read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
}
