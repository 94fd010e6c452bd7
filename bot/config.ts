import { z } from "zod";

const loopback = ["127.0.0.1", "::1", "localhost"];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}

const settings = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, "must begin with file: or postgres://")
      .default("file:./data/diantong.db"),
    DATA_DIR: z.string().min(1).default("./data"),
    TIMEZONE: z.string().refine(isTimeZone, "is not a time zone this machine knows").default("Asia/Shanghai"),
    HTTP_HOST: z.string().min(1).default("127.0.0.1"),
    HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    SEED: z.enum(["demo", "none"]).default("demo"),
    ADMIN_CODE: z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,64}$/, "must be 8 to 64 letters, digits, - or _")
      .optional(),
  })
  .refine((config) => config.SEED === "demo" || loopback.includes(config.HTTP_HOST), {
    path: ["HTTP_HOST"],
    message: "must stay on loopback (127.0.0.1) unless SEED=demo: the sandbox lets anyone speak as anyone",
  });

/** Every setting, validated; the same names as in `.env.example`. */
export type Config = z.output<typeof settings>;

export const settingNames: readonly string[] = Object.keys(settings.shape);

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
