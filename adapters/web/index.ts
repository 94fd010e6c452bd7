/** The browser sandbox: every persona of the demonstration side by side, through the same inbox and outbox as any platform. */
import type {
  Adapter,
  FileRef,
  HistoryLine,
  InboundEvent,
  Intake,
  Outcome,
} from "../../core/channel/index.ts";
import { largestOf, sniff, sniffDocument, type KeptFiles } from "../../core/media/index.ts";
import { originOf, publicOrigin } from "./links.ts";
import { Live } from "./live.ts";
import { addressOfPersona, bot, caps, channel, refusals } from "./model.ts";
import type { Line, Persona } from "./page/protocol.ts";
import { eventOfPost, eventOfUpload, readPost, readUpload } from "./read.ts";
import { sandboxRoutes } from "./routes.ts";
import type { Sandbox } from "./routes.ts";
import { faultOf, lineOfEvent, lineOfHistory, render } from "./write.ts";
import type { WebCall } from "./write.ts";

export type { Persona } from "./page/protocol.ts";
export type { WebCall } from "./write.ts";

export interface WebOptions {
  /** Whom a visitor may speak as; asked anew for every request, so that a persona may come or go. */
  readonly personas: () => Promise<readonly Persona[]>;
  /** Where uploads are kept, and where the files of other platforms are shown from. */
  readonly files: KeptFiles;
  readonly maxFileBytes: number;
  /** Times are shown in it: an IANA name; China's unless given. */
  readonly timeZone?: string;
  /** Host names besides loopback by which the operator opens the sandbox, without port. */
  readonly hosts?: readonly string[];
  /** The address by which the outside reaches this program; used in links where the sandbox is answered under it. */
  readonly publicUrl?: string | undefined;
  /** Epoch milliseconds; the machine's clock unless given. */
  readonly now?: () => number;
  /** How often an idle page hears that the line is alive. */
  readonly heartbeatMs?: number;
}

/** The sandbox as a channel: `web/sandbox/<actor>`. Mount `http()` on a server bound to loopback. */
export function createWebAdapter(options: WebOptions): Adapter<WebCall> {
  const sandbox = new WebSandbox(options);
  return {
    channel,
    bot,
    isLocal: true,
    caps: () => caps,
    start: async (intake, signal) => sandbox.start(intake, signal),
    startLink: (code) => sandbox.startLink(code),
    http: () => sandboxRoutes(sandbox),
    render,
    send: (call) => sandbox.send(call),
    download: (file, maxBytes) => sandbox.download(file, maxBytes),
  };
}

/** Mere words are taken only from whoever says that they are a document. */
const documentName = /\.(?:docx|xlsx|csv|pdf|html?|md|txt|json)$/iu;

class WebSandbox implements Sandbox {
  readonly hosts: readonly string[];
  readonly maxFileBytes: number;
  readonly timeZone: string;
  readonly #options: WebOptions;
  readonly #files: KeptFiles;
  readonly #live: Live;
  readonly #now: () => number;
  #intake: Intake | undefined;
  #origin: string | undefined;

  constructor(options: WebOptions) {
    this.hosts = options.hosts ?? [];
    this.maxFileBytes = options.maxFileBytes;
    this.timeZone = options.timeZone ?? "Asia/Shanghai";
    this.#options = options;
    this.#files = options.files;
    this.#live = new Live(options.heartbeatMs ?? 15_000);
    this.#now = options.now ?? Date.now;
  }

  /** A page that begins as a newcomer with this code; undefined before the server listens. */
  startLink(code: string): string | undefined {
    const origin = publicOrigin(this.#options.publicUrl, this.hosts) ?? this.#origin;
    return origin === undefined ? undefined : `${origin}/sandbox?start=${encodeURIComponent(code)}`;
  }

  listensAt(address: Parameters<Sandbox["listensAt"]>[0]): void {
    this.#origin = originOf(address, this.hosts);
  }

  start(intake: Intake, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#intake = intake;
    signal.addEventListener("abort", () => this.stop(), { once: true });
  }

  stop(): void {
    this.#intake = undefined;
    this.#live.close();
  }

  personas(): Promise<readonly Persona[]> {
    return this.#options.personas();
  }

  async history(actor: string, limit: number): Promise<readonly Line[]> {
    await this.#personaOf(actor);
    const lines = await this.#listening().history(addressOfPersona(actor), limit);
    return lines.map((line: HistoryLine) => lineOfHistory(line)).filter((line) => line !== undefined);
  }

  async post(actor: string, body: unknown): Promise<Line | undefined> {
    const persona = await this.#personaOf(actor);
    return this.#accept(eventOfPost(persona, readPost(body), this.#now()));
  }

  async upload(actor: string, query: unknown, bytes: Uint8Array): Promise<Line | undefined> {
    const persona = await this.#personaOf(actor);
    const uploaded = readUpload(query);
    const isDocument = documentName.test(uploaded.name ?? "");
    const type = isDocument ? sniffDocument(bytes) : sniff(bytes);
    if (!type || !caps.files.includes(type.kind)) throw refusals.unknownType();
    if (bytes.byteLength > largestOf(type.kind)) throw refusals.tooLarge(largestOf(type.kind));
    const kept = await this.#files.keep(bytes, isDocument ? "document" : undefined);
    if (!kept) throw refusals.unknownType();
    return this.#accept(eventOfUpload(persona, uploaded, kept, this.#now()));
  }

  async file(id: string) {
    const kept = await this.#files.find(id);
    const bytes = kept && (await this.#files.read(id));
    return bytes && { kept, bytes };
  }

  listen(response: Parameters<Sandbox["listen"]>[0]): void {
    if (this.#intake) this.#live.open(response);
    else response.writeHead(503).end();
  }

  async send(call: WebCall): Promise<Outcome> {
    const fault = faultOf(call);
    if (fault !== undefined || call.actor === undefined)
      return { kind: "rejected", code: fault ?? "wrong_address", file: fault?.startsWith("file_") ?? false };
    if (!(await this.#find(call.actor))) return { kind: "gone" };
    if (call.file && !(await this.#files.find(call.upload ?? call.file.id)))
      return { kind: "rejected", code: "file_absent", file: true };
    this.#live.publish({ actor: call.actor, line: { ...call.line, at: this.#now() } });
    return { kind: "sent", id: call.line.id };
  }

  async download(file: FileRef, maxBytes: number): Promise<Uint8Array | undefined> {
    const kept = file.channel === channel ? await this.#files.find(file.id) : undefined;
    if (!kept || kept.bytes > maxBytes) return undefined;
    const bytes = await this.#files.read(kept.id);
    return bytes && new Uint8Array(bytes);
  }

  /** Only after this resolves is the page told; its other pages see the bubble in the same moment. */
  async #accept(event: InboundEvent): Promise<Line | undefined> {
    await this.#listening().accept([event]);
    const line = lineOfEvent(event);
    if (line) this.#live.publish({ actor: event.chat, line });
    return line;
  }

  #listening(): Intake {
    if (!this.#intake) throw refusals.closed();
    return this.#intake;
  }

  async #find(actor: string): Promise<Persona | undefined> {
    const personas = await this.#options.personas();
    return personas.find((persona) => persona.actor === actor);
  }

  async #personaOf(actor: string): Promise<Persona> {
    const persona = await this.#find(actor);
    if (!persona) throw refusals.unknownPersona();
    return persona;
  }
}
