/**
 * A Bot API server on loopback that enforces what Telegram enforces, with people who use it. For tests and benches.
 * Whatever it sends and receives is checked against types that others wrote; breaches stand in its ledger.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update, User } from "@grammyjs/types";
import { botApiSchema } from "./botApiSchema.ts";
import { ChatStore, type KeptChat } from "./chats.ts";
import { FakePerson, type Platform } from "./fakePerson.ts";
import { Faults, type Fault } from "./faults.ts";
import { FileStore } from "./files.ts";
import { Limits } from "./limits.ts";
import { migrate, otherMethods, Refusal, sendingMethods, type Call, type Desk } from "./methods.ts";
import { readCall } from "./readCall.ts";
import { UpdateQueue } from "./updateQueue.ts";

export interface FakeOptions {
  readonly token?: string;
  readonly username?: string;
  /** Check every update and call against the schema; benches may switch it off. */
  readonly checksTypes?: boolean;
  readonly firstUpdateId?: number;
}

/** One call the fake has seen. */
export interface SeenCall {
  readonly method: string;
  readonly at: number;
  readonly payload: Readonly<Record<string, unknown>>;
  /** 200, Telegram's error code, or 0 when the socket was cut. */
  readonly answer: number;
}

export class FakeTelegram {
  readonly token: string;
  readonly bot: User;
  readonly limits = new Limits();
  readonly faults = new Faults();
  readonly files = new FileStore();
  readonly chats: ChatStore;
  readonly updates: UpdateQueue;
  readonly calls: SeenCall[] = [];
  /** Calls that do not fit the types of the Bot API. */
  readonly malformed: string[] = [];
  apiRoot = "";
  /** Called after each call was carried out, before it is answered. */
  carriedOut: (method: string, chat: number) => void = () => undefined;
  readonly #server: Server;
  readonly #desk: Desk;
  readonly #checksTypes: boolean;
  readonly #pressed = new Map<string, number>();
  #passed = 0;

  private constructor(options: FakeOptions) {
    this.token = options.token ?? "7000000001:AAFakeTokenThatMustNeverBeSeenInALog_x";
    this.bot = {
      id: Number(this.token.split(":")[0]),
      is_bot: true,
      first_name: "点通",
      username: options.username ?? "diantong_bot",
    };
    this.#checksTypes = options.checksTypes ?? true;
    this.chats = new ChatStore(this.bot.id, this.files, () => this.now());
    this.updates = new UpdateQueue(options.firstUpdateId ?? 861_000_001);
    this.#desk = {
      bot: this.bot,
      chats: this.chats,
      now: () => this.now(),
      spend: (chat) => this.#spend(chat),
      pressedAt: (query) => this.#pressed.get(query),
    };
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: FakeOptions = {}): Promise<FakeTelegram> {
    const fake = new FakeTelegram(options);
    if (fake.#checksTypes) botApiSchema();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    const { port } = fake.#server.address() as AddressInfo;
    fake.apiRoot = `http://127.0.0.1:${String(port)}`;
    return fake;
  }

  async close(): Promise<void> {
    this.updates.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Epoch milliseconds of the platform's clock. */
  now(): number {
    return Date.now() + this.#passed;
  }

  passTime(milliseconds: number): void {
    this.#passed += milliseconds;
  }

  /** The same person for the same id. A name is enough; she has opened the bot unless `opened` is false. */
  person(id: number, given: { name?: string; opened?: boolean; isBot?: boolean } = {}): FakePerson {
    const user: User = { id, is_bot: given.isBot ?? false, first_name: given.name ?? `Person ${String(id)}` };
    const access = given.opened === false ? "never opened" : "open";
    const chat =
      this.chats.byId(id) ?? this.chats.add({ id, type: "private", first_name: user.first_name }, access);
    return new FakePerson(user, chat, this.#platform());
  }

  /** A group with the bot in it; `id` is negative. */
  group(id: number, title: string): KeptChat {
    return this.chats.byId(id) ?? this.chats.add({ id, type: "group", title }, "open");
  }

  /** Makes a supergroup of a group. */
  migrates(group: KeptChat, to: number): KeptChat {
    return migrate(this.#desk, group, to);
  }

  /** Queues an update word by word, as from a file or a time long past. */
  pushUpdate(kind: Exclude<keyof Update, "update_id">, content: object): ReturnType<UpdateQueue["push"]> {
    return this.updates.push(kind, (update_id) => {
      const update = { update_id, [kind]: content } as unknown as Update;
      const fault = this.#checksTypes ? botApiSchema().faultInUpdate(update) : undefined;
      if (fault !== undefined) throw new Error(`the fake would send an impossible update: ${fault}`);
      return update;
    });
  }

  callsOf(method: string): readonly SeenCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  #platform(): Platform {
    return {
      bot: this.bot,
      now: () => this.now(),
      passTime: (milliseconds) => this.passTime(milliseconds),
      say: (chat, from, content) => this.chats.say(chat, from, content),
      addFile: (type, content, name) => this.files.add(type, content, name),
      push: (kind, content) => this.pushUpdate(kind, structuredClone(content)),
      rememberQuery: (id) => this.#pressed.set(id, this.now()),
    };
  }

  #spend(chat: number): void {
    const wait = this.limits.refuses(chat, this.now());
    if (wait !== undefined) throw this.#tooMany(wait);
  }

  #tooMany(retryAfter: number | undefined): Refusal {
    if (retryAfter === undefined) return new Refusal(429, "Too Many Requests");
    this.limits.silence(this.now(), this.now() + retryAfter * 1_000);
    return new Refusal(429, `Too Many Requests: retry after ${String(retryAfter)}`, {
      retry_after: retryAfter,
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { pathname } = new URL(request.url ?? "", this.apiRoot);
      if (pathname.startsWith("/file/")) return await this.#serveFile(pathname, response);
      const [, token, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
      const call = await readCall(request);
      if (token === undefined) return answer(response, new Refusal(404, "Not Found"));
      if (token !== this.token) return answer(response, new Refusal(401, "Unauthorized"));
      await this.#answerCall(method, call, response);
    } catch (error) {
      // The client went away, or the fake is wrong: either way there must be an end.
      if (!response.headersSent && !response.destroyed) answer(response, new Refusal(500, String(error)));
    }
  }

  async #answerCall(method: string, call: Call, response: ServerResponse): Promise<void> {
    const fault = this.faults.take(method);
    const note = (code: number) =>
      this.calls.push({ method, at: this.now(), payload: call.payload, answer: code });
    if (fault?.kind === "stall") await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
    const cutting = fault?.kind === "drop" || fault?.kind === "status" ? fault : undefined;
    if (cutting && stopsBefore(cutting)) {
      note(cutting.kind === "status" ? cutting.status : 0);
      return cut(response, cutting);
    }
    const result = await this.#resultOf(method, call, response, fault);
    this.carriedOut(method, Number(call.payload["chat_id"]));
    const seen = cutting?.kind === "status" ? cutting.status : cutting ? 0 : 200;
    note(result instanceof Refusal ? result.code : seen);
    if (cutting) return cut(response, cutting);
    answer(response, result);
  }

  async #resultOf(
    method: string,
    call: Call,
    response: ServerResponse,
    fault: Fault | undefined,
  ): Promise<unknown> {
    try {
      if (fault?.kind === "tooManyRequests") throw this.#tooMany(fault.retryAfter);
      this.#checkCall(method, call);
      const sending = sendingMethods[method];
      const result = sending
        ? this.#checked(sending(this.#desk, call))
        : await this.#answerOther(method, call, response);
      return result;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  #checkCall(method: string, { payload }: Call): void {
    const fault = this.#checksTypes ? botApiSchema().faultInCall(method, payload) : undefined;
    if (fault !== undefined) this.malformed.push(`${method}: ${fault}`);
  }

  #checked(result: unknown): unknown {
    if (!this.#checksTypes) return result;
    for (const message of [result].flat()) {
      const fault = botApiSchema().faultInMessage(message);
      if (fault !== undefined) throw new Error(`the fake would answer with an impossible message: ${fault}`);
    }
    return result;
  }

  async #answerOther(method: string, call: Call, response: ServerResponse): Promise<unknown> {
    if (method === "getUpdates") return this.#getUpdates(call, response);
    if (method === "setWebhook") return this.#setWebhook(call);
    if (method === "deleteWebhook") {
      if (call.payload["drop_pending_updates"] === true) this.updates.forgetAll();
      this.updates.setWebhook(undefined, undefined);
      return true;
    }
    if (method === "getWebhookInfo")
      return {
        url: this.updates.webhookUrl,
        has_custom_certificate: false,
        pending_update_count: this.updates.pending,
      };
    const known = otherMethods[method];
    if (!known) throw new Refusal(404, "Not Found: method not found");
    return known(this.#desk, call);
  }

  async #getUpdates({ payload }: Call, response: ServerResponse): Promise<Update[]> {
    if (this.updates.webhookUrl !== "")
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const updates = await this.updates.poll(payload, gone.signal);
    if (updates === "conflict")
      throw new Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      );
    return updates;
  }

  #setWebhook({ payload }: Call): boolean {
    const url = typeof payload["url"] === "string" ? payload["url"] : "";
    const secret = typeof payload["secret_token"] === "string" ? payload["secret_token"] : undefined;
    if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
      throw new Refusal(400, "Bad Request: secret token contains unallowed characters");
    if (payload["drop_pending_updates"] === true) this.updates.forgetAll();
    const connections = Number(payload["max_connections"] ?? 40);
    const allowed = payload["allowed_updates"] as readonly string[] | undefined;
    this.updates.setWebhook(url === "" ? undefined : { url, secret, connections }, allowed);
    return true;
  }

  async #serveFile(pathname: string, response: ServerResponse): Promise<void> {
    const [, token, filePath = ""] = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const file = token === this.token ? this.files.byPath(filePath) : undefined;
    if (!file) return answer(response, new Refusal(404, "Not Found"));
    const fault = this.faults.take("file");
    if (fault?.kind === "stall") await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
    else if (fault?.kind === "drop" || fault?.kind === "status") return cut(response, fault);
    const bytes = file.bytes();
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": bytes.length });
    response.end(bytes);
  }
}

type Cutting = Extract<Fault, { kind: "drop" | "status" }>;

function stopsBefore(fault: Cutting): boolean {
  return fault.kind === "drop" ? fault.when === "before" : fault.processed !== true;
}

function cut(response: ServerResponse, fault: Cutting): void {
  if (fault.kind === "drop") response.destroy();
  else response.writeHead(fault.status, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
}

function answer(response: ServerResponse, result: unknown): void {
  const refused = result instanceof Refusal ? result : undefined;
  const body = refused
    ? {
        ok: false,
        error_code: refused.code,
        description: refused.message,
        ...(refused.parameters && { parameters: refused.parameters }),
      }
    : { ok: true, result };
  response.writeHead(refused?.code ?? 200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
