/** Telegram, by grammY's client and our own loop: `telegram/<bot number>/<chat number>`. */
import { setTimeout as wait } from "node:timers/promises";
import { ChannelRefusal, type Adapter, type Intake, type MenuCommand } from "../../core/channel/index.ts";
import { bytesInPayload, createTelegramApi, type Answer, type TelegramApi } from "./api.ts";
import { download } from "./download.ts";
import { botOf, caps, channel, isGroup, updateKinds, type Self, type TelegramLog } from "./model.ts";
import { outcomeOf } from "./outcome.ts";
import { pollTimes, startPolling, type PollTimes } from "./poll.ts";
import { receive, type ReceivePorts } from "./receive.ts";
import { webhookPath, webhookRoute } from "./webhook.ts";
import { render, type TelegramCall } from "./write.ts";

export type { TelegramCall } from "./write.ts";

export interface TelegramOptions {
  readonly token: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly delivery:
    | { readonly mode: "polling" }
    | { readonly mode: "webhook"; readonly publicUrl: string; readonly secret: string };
  readonly log: TelegramLog;
  /** The bytes of a file of another platform, by the name under which it is kept; without it none is shown. */
  readonly readKept?: (name: string) => Promise<Uint8Array | undefined>;
  /** Epoch milliseconds; the machine's clock unless given. */
  readonly now?: () => number;
  readonly pollTimes?: Partial<PollTimes>;
}

/** One attempt to say who the bot is, before the program is told to go on without Telegram for now. */
const firstPatience = 5_000;
const setUpBackoff = 5_000;

/** Telegram as a channel. `start` throws a ChannelRefusal when Telegram does not know the token. */
export function createTelegramAdapter(options: TelegramOptions): Adapter<TelegramCall> {
  const telegram = new Telegram(options);
  const { delivery, token, apiRoot } = options;
  const bot = botOf(token);
  return {
    channel,
    bot,
    caps: () => caps,
    isGroup,
    start: (intake, signal) => telegram.start(intake, signal),
    prepare: (signal) => void telegram.learnName(signal),
    ...(delivery.mode === "webhook" && { http: () => webhookRoute(delivery.secret, () => telegram.taking) }),
    render: (outbound) => render(outbound, bot),
    send: (call) => telegram.send(call),
    download: (file, maxBytes) => download(telegram.api, `${apiRoot}/file/bot${token}`, file, maxBytes),
    startLink: (code) => telegram.startLink(code),
    syncCommands: (commands, chat) => telegram.syncCommands(commands, chat),
  };
}

class Telegram {
  readonly api: TelegramApi;
  readonly #options: TelegramOptions;
  #receiving: ReceivePorts | undefined;
  #username: string | undefined;

  constructor(options: TelegramOptions) {
    this.#options = options;
    this.api = createTelegramApi(options.token, options.apiRoot);
  }

  /** How the webhook hands over an update; undefined before the start and after the end. */
  get taking() {
    const ports = this.#receiving;
    return ports && ((update: Parameters<typeof receive>[1][number]) => receive(ports, [update]));
  }

  async start(intake: Intake, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const first = await this.#whoAmI(AbortSignal.any([signal, AbortSignal.timeout(firstPatience)]));
    if (isStranger(first))
      throw new ChannelRefusal("TELEGRAM_BOT_TOKEN is not known to Telegram: copy it again from @BotFather");
    void this.#open(intake, signal, first);
  }

  /** Links name the bot, in a process that does not listen too. */
  async learnName(signal: AbortSignal): Promise<void> {
    const self = await this.#insist<Self>(signal, "getMe", {});
    if (self) this.#username = self.username;
  }

  async send(call: TelegramCall): ReturnType<Adapter["send"]> {
    const { method, payload, upload, fault } = call;
    if (fault !== undefined) return { kind: "rejected", code: fault, file: fault.startsWith("file_") };
    if (!upload) return outcomeOf(await this.api.call(method, payload), method !== "sendMessage");
    const bytes = await this.#options.readKept?.(upload.kept);
    if (!bytes) return { kind: "rejected", code: "file_absent", file: true };
    const sent = { ...payload, [upload.field]: bytesInPayload(bytes, upload.name) };
    return outcomeOf(await this.api.call(method, sent), true);
  }

  /** Undefined until Telegram has said the bot's name; a payload holds 64 letters, digits, _ and -. */
  startLink(code: string): string | undefined {
    const name = this.#username;
    if (name === undefined || !/^[\w-]{0,64}$/.test(code)) return undefined;
    return code === "" ? `https://t.me/${name}` : `https://t.me/${name}?start=${code}`;
  }

  /** Everybody's menu is for private chats: in a group nothing can be asked. */
  async syncCommands(commands: readonly MenuCommand[], chat?: string): Promise<boolean> {
    const shown = commands.filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name)).slice(0, 100);
    const answer = await this.api.call("setMyCommands", {
      commands: shown.map(({ name, help }) => ({ command: name, description: help.slice(0, 256) })),
      scope: chat === undefined ? { type: "all_private_chats" } : { type: "chat", chat_id: Number(chat) },
    });
    if (!answer.ok) this.#options.log.warn({ failure: answer.failure }, "the menu of commands is not shown");
    // What Telegram refuses for good is as good as shown; what did not arrive is tried again.
    return answer.ok || (answer.failure.kind === "refused" && [400, 403].includes(answer.failure.code));
  }

  async #open(intake: Intake, signal: AbortSignal, first: Answer<Self>): Promise<void> {
    const { log, delivery, now = Date.now } = this.#options;
    const self = await this.#insist(signal, "getMe", {}, first);
    if (!self) return;
    this.#username = self.username;
    const ports = { api: this.api, intake, self, log, now };
    if (delivery.mode === "polling") {
      if (await this.#insist(signal, "deleteWebhook", {}))
        startPolling(ports, { ...pollTimes, ...this.#options.pollTimes }, signal);
      return;
    }
    this.#receiving = ports;
    signal.addEventListener("abort", () => (this.#receiving = undefined), { once: true });
    const { publicUrl, secret } = delivery;
    const webhook = {
      url: `${publicUrl}${webhookPath}`,
      secret_token: secret,
      allowed_updates: updateKinds,
    };
    if (await this.#insist(signal, "setWebhook", webhook)) log.info({}, "Telegram delivers to the webhook");
  }

  #whoAmI(signal: AbortSignal): Promise<Answer<Self>> {
    return this.api.call<Self>("getMe", {}, { signal });
  }

  /** Calls until Telegram agrees. @returns undefined when the signal aborted. */
  async #insist<Result>(
    signal: AbortSignal,
    method: string,
    payload: object,
    first?: Answer<Result>,
  ): Promise<Result | undefined> {
    let answer = first ?? (await this.api.call<Result>(method, payload, { signal }));
    while (!answer.ok && !signal.aborted) {
      const { failure } = answer;
      this.#options.log.warn({ method, failure }, "Telegram could not be set up; trying again");
      const asked = failure.kind === "refused" ? (failure.retryAfterSeconds ?? 0) * 1_000 : 0;
      await wait(Math.max(setUpBackoff, asked), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      answer = await this.api.call<Result>(method, payload, { signal });
    }
    return answer.ok ? answer.result : undefined;
  }
}

function isStranger(answer: Answer<Self>): boolean {
  return (
    !answer.ok &&
    answer.failure.kind === "refused" &&
    (answer.failure.code === 401 || answer.failure.code === 404)
  );
}
