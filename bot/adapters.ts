import { createTelegramAdapter, type TelegramOptions } from "../adapters/telegram/index.ts";
import { createWebAdapter } from "../adapters/web/index.ts";
import type { Logger } from "pino";
import type { Adapter } from "../core/channel/index.ts";
import { largestFile, type KeptFiles } from "../core/media/index.ts";
import type { Database } from "../core/store/index.ts";
import type { Config } from "./config.ts";
import { personasOn } from "./personas.ts";

/** What platforms need to know of the installation. */
interface AdapterSettings {
  readonly files: KeptFiles;
  readonly timeZone: string;
  /** Names by which the operator opens the sandbox, besides loopback. */
  readonly hosts: readonly string[];
  readonly publicUrl: string | undefined;
  readonly telegram: TelegramOptions | undefined;
}

/** The chat platforms of an installation; a new one is one line here. */
export function createAdapters(database: Database, settings: AdapterSettings): readonly Adapter[] {
  const readKept = (name: string) => settings.files.read(name);
  return [
    createWebAdapter({
      personas: () => personasOn(database, "web", "sandbox"),
      files: settings.files,
      maxFileBytes: largestFile,
      timeZone: settings.timeZone,
      hosts: settings.hosts,
      publicUrl: settings.publicUrl,
    }),
    ...(settings.telegram ? [createTelegramAdapter({ ...settings.telegram, readKept })] : []),
  ];
}

/** How Telegram is spoken to, or undefined where no token is set. */
export function telegramSettings(config: Config, log: Logger): TelegramOptions | undefined {
  const {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_WEBHOOK_SECRET: secret,
    PUBLIC_URL: publicUrl,
  } = config;
  if (token === undefined) return undefined;
  const webhook = config.TELEGRAM_MODE === "webhook" && secret !== undefined && publicUrl !== undefined;
  const delivery = webhook
    ? ({ mode: "webhook", publicUrl, secret } as const)
    : ({ mode: "polling" } as const);
  return { token, apiRoot, delivery, log: log.child({ channel: "telegram" }) };
}
