import type {
  FastifyError,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
} from "fastify";
import { assetNamed } from "./assets.ts";
import type { KeptFile } from "../../core/media/index.ts";
import { refuseForeign } from "./guard.ts";
import { longestText, refusals, Refused } from "./model.ts";
import type { Line, Persona } from "./page/protocol.ts";

/** What the routes ask of the adapter. */
export interface Sandbox {
  readonly hosts: readonly string[];
  readonly maxFileBytes: number;
  readonly timeZone: string;
  personas(): Promise<readonly Persona[]>;
  history(actor: string, limit: number): Promise<readonly Line[]>;
  /** Resolves with the bubble once what was posted is durable. */
  post(actor: string, body: unknown): Promise<Line | undefined>;
  upload(actor: string, query: unknown, bytes: Uint8Array): Promise<Line | undefined>;
  file(id: string): Promise<{ readonly kept: KeptFile; readonly bytes: Uint8Array } | undefined>;
  listen(response: FastifyReply["raw"]): void;
  /** Where the server answers from now on. */
  listensAt(address: ReturnType<FastifyInstance["server"]["address"]>): void;
  stop(): void;
}

const pageHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "permissions-policy": "microphone=(self), geolocation=(self), camera=()",
  "x-frame-options": "DENY",
};

const commonHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/** A JSON string may need three bytes of UTF-8 for each unit, six when it is escaped. */
const mostJsonBytes = longestText * 6 + 10_000;
const longestHistory = 500;

type Actor = { Params: { actor: string } };

/** Everything under `/sandbox`, and `/` leading there. */
export function sandboxRoutes(sandbox: Sandbox): FastifyPluginAsync {
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      void reply.headers(commonHeaders);
      refuseForeign(request.headers, sandbox.hosts);
    });
    app.addHook("onListen", async () => sandbox.listensAt(app.server.address()));
    app.addHook("preClose", async () => sandbox.stop());
    app.setErrorHandler<FastifyError>((error, request, reply) => answerError(sandbox, error, request, reply));
    servePage(app);
    serveConversation(app, sandbox);
    serveFiles(app, sandbox);
  };
}

function servePage(app: FastifyInstance): void {
  app.get("/", (_request, reply) => reply.redirect("/sandbox"));
  app.get("/sandbox", (request, reply) => sendAsset("index.html", request, reply.headers(pageHeaders)));
  app.get<{ Params: { name: string } }>("/sandbox/page/:name", (request, reply) =>
    sendAsset(request.params.name, request, reply),
  );
}

async function sendAsset(name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const asset = await assetNamed(name);
  if (!asset) throw refusals.absent();
  void reply.headers({ "cache-control": "no-cache", etag: asset.etag });
  if (request.headers["if-none-match"] === asset.etag) return reply.code(304).send();
  return reply.type(asset.mime).send(asset.body);
}

function serveConversation(app: FastifyInstance, sandbox: Sandbox): void {
  app.get("/sandbox/personas", async (_request, reply) => {
    void reply.header("cache-control", "no-store");
    return {
      personas: await sandbox.personas(),
      maxFileBytes: sandbox.maxFileBytes,
      longestText,
      timeZone: sandbox.timeZone,
    };
  });
  app.get("/sandbox/live", (_request, reply) => {
    reply.hijack();
    sandbox.listen(reply.raw);
  });
  app.get<Actor & { Querystring: { limit?: string } }>("/sandbox/chats/:actor", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const limit = Math.trunc(Number(request.query.limit ?? 100));
    const lines = await sandbox.history(
      request.params.actor,
      limit >= 1 && limit <= longestHistory ? limit : 100,
    );
    return { lines };
  });
  app.post<Actor>("/sandbox/chats/:actor", { bodyLimit: mostJsonBytes }, async (request) => ({
    line: (await sandbox.post(request.params.actor, request.body)) ?? null,
  }));
}

function serveFiles(app: FastifyInstance, sandbox: Sandbox): void {
  const bodyLimit = sandbox.maxFileBytes;
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  app.post<Actor>("/sandbox/chats/:actor/files", { bodyLimit }, async (request) => {
    const { params, query, body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw refusals.malformed("body: application/octet-stream");
    return { line: (await sandbox.upload(params.actor, query, body)) ?? null };
  });
  app.get<{ Params: { id: string } }>("/sandbox/files/:id", async (request, reply) => {
    const found = await sandbox.file(request.params.id);
    if (!found) throw refusals.absent();
    return sendFile(found.kept, found.bytes, request, reply);
  });
}

/** Players ask for parts of a recording, Safari always; a whole answer to such a request would not play there. */
function sendFile(
  kept: KeptFile,
  bytes: Uint8Array,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  void reply.headers({
    "content-type": kept.type.mime,
    "content-disposition": `inline; filename="${kept.id}"`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, max-age=31536000, immutable",
    "accept-ranges": "bytes",
  });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  if (!range) return reply.send(bytes);
  const first = Number(range[1]);
  const last = Math.min(range[2] ? Number(range[2]) : kept.bytes - 1, kept.bytes - 1);
  if (first > last)
    return reply
      .code(416)
      .header("content-range", `bytes */${String(kept.bytes)}`)
      .send();
  void reply
    .code(206)
    .header("content-range", `bytes ${String(first)}-${String(last)}/${String(kept.bytes)}`);
  return reply.send(bytes.subarray(first, last + 1));
}

function answerError(
  sandbox: Sandbox,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refused = refusedFor(sandbox, error, request);
  if (refused.statusCode >= 500) request.log.error({ err: error }, "the sandbox could not answer");
  return reply.code(refused.statusCode).send(refused.refusal);
}

function refusedFor(sandbox: Sandbox, error: unknown, request: FastifyRequest): Refused {
  if (error instanceof Refused) return error;
  const status = (error as Partial<FastifyError>).statusCode ?? 500;
  if (status === 413) {
    return request.url.includes("/files") ? refusals.tooLarge(sandbox.maxFileBytes) : refusals.tooLong();
  }
  return status >= 400 && status < 500 ? refusals.malformed("body") : refusals.notStored();
}
