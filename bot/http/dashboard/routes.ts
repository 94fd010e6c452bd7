import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import type {
  FastifyError,
  FastifyInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
} from "fastify";
import type { Logger } from "pino";
import {
  boardOf,
  endSession,
  figuresOf,
  lookAtLink,
  noteLook,
  openLink,
  readerOf,
  unitFor,
  type Reader,
} from "../../../core/dashboard/index.ts";
import type { Language } from "../../../core/language/index.ts";
import { calledName, type Person } from "../../../core/people/index.ts";
import type { Database } from "../../../core/store/index.ts";
import type { Calendar, TimeSource } from "../../../core/time/index.ts";
import { boardPage } from "./boardPage.ts";
import { cookieIn, cookieOf } from "./cookie.ts";
import { faultPage, openPage, type Frame } from "./layout.ts";
import type { Fault } from "./texts.ts";

export interface DashboardPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly calendar: Calendar;
  readonly log: Logger;
  /** The address people open pages by; cookies are for https alone where it is https. */
  readonly publicUrl: string | undefined;
  /** Does this installation hold the demonstration's invented people? */
  readonly isDemo: () => Promise<boolean>;
  /** A random whole number below its argument, fit for codes; the system's unless given. */
  readonly draw?: (below: number) => number;
}

const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // A link's secret stands in its address: no other page learns it.
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
};

const statusOf: Readonly<Record<Fault, number>> = {
  unknown: 404,
  used: 410,
  expired: 410,
  no_post: 403,
  over: 401,
  not_yours: 404,
  foreign: 403,
  absent: 404,
  failed: 500,
};

type Opening = { Params: { secret: string } };
/** Said twice, a word of the address is a list. */
type Asking = { Querystring: { unit?: string | readonly string[]; lang?: string | readonly string[] } };

/** Everything under `/board`: opening a link, reading the dashboard, ending the session. */
export function dashboardRoutes(ports: DashboardPorts): FastifyPluginAsync {
  return async (app) => {
    app.addHook("onRequest", async (_request, reply) => void reply.headers(headers));
    // A pressed button says nothing but its address.
    app.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: 1_000 },
      (_request, _body, done) => done(null, undefined),
    );
    app.setErrorHandler<FastifyError>((error, request, reply) => answerError(ports, error, request, reply));
    app.get("/board/*", (request, reply) => refuse(ports, request, reply, "absent"));
    serveFiles(app);
    serveLinks(app, ports);
    serveBoard(app, ports);
  };
}

const files: Readonly<Record<string, string>> = {
  "board.css": "text/css; charset=utf-8",
  "refresh.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

function serveFiles(app: FastifyInstance): void {
  for (const [name, type] of Object.entries(files))
    app.get(`/board/page/${name}`, async (_request, reply) => {
      const bytes = await readFile(new URL(`./page/${name}`, import.meta.url));
      return reply.type(type).header("cache-control", "no-cache").send(bytes);
    });
}

function serveLinks(app: FastifyInstance, ports: DashboardPorts): void {
  const { database, clock } = ports;
  app.get<Opening>("/board/open/:secret", async (request, reply) => {
    const found = await database.transaction((tx) =>
      lookAtLink({ tx, now: clock.now() }, request.params.secret),
    );
    if (typeof found === "string") return refuse(ports, request, reply, found);
    const frame = await frameOf(ports, request, found);
    return sendPage(reply, 200, openPage(frame, found.name, request.params.secret));
  });
  app.post<Opening>("/board/open/:secret", async (request, reply) => {
    if (isForeign(request)) return refuse(ports, request, reply, "foreign");
    const now = clock.now();
    const draw = ports.draw ?? ((below: number) => randomInt(below));
    const opened = await database.transaction((tx) => openLink({ tx, now, draw }, request.params.secret), {
      isolated: true,
    });
    if (typeof opened === "string") return refuse(ports, request, reply, opened);
    const seconds = Math.floor((opened.until - now) / 1_000);
    return reply
      .header("set-cookie", cookieOf(opened.cookie, seconds, isSecure(ports)))
      .redirect("../../board", 303);
  });
}

function serveBoard(app: FastifyInstance, ports: DashboardPorts): void {
  const { database, clock } = ports;
  app.get<Asking>("/board", async (request, reply) => {
    const cookie = cookieIn(request.headers.cookie, isSecure(ports));
    const now = clock.now();
    const reader =
      cookie === undefined ? undefined : await database.transaction((tx) => readerOf({ tx, now }, cookie));
    if (!reader) return refuse(ports, request, reply, "over");
    const page = await boardFor(ports, request, { ...reader, now });
    if (typeof page !== "string") return refuse(ports, request, reply, page.fault, reader.person);
    // Said anew with every page: a session that was let go on in the chat goes on in the browser, too.
    const seconds = Math.floor((reader.until - now) / 1_000);
    void reply.header("set-cookie", cookieOf(cookie ?? "", seconds, isSecure(ports)));
    return sendPage(reply, 200, page);
  });
  app.post("/board/leave", async (request, reply) => {
    if (isForeign(request)) return refuse(ports, request, reply, "foreign");
    const cookie = cookieIn(request.headers.cookie, isSecure(ports));
    const now = clock.now();
    if (cookie !== undefined) await database.transaction((tx) => endSession({ tx, now }, cookie));
    void reply.header("set-cookie", cookieOf("", 0, isSecure(ports)));
    return refuse(ports, request, reply, "over");
  });
}

/** What she may read is asked anew for every page; each part is a transaction of its own, so that turns get in between. */
async function boardFor(
  ports: DashboardPorts,
  request: FastifyRequest<Asking>,
  { person, until, pass, now }: Reader & { readonly now: number },
): Promise<string | { readonly fault: Fault }> {
  const { database, calendar } = ports;
  const reading = { now, calendar, person };
  const asked = [request.query.unit].flat()[0];
  const unit = await database.transaction(async (tx) => {
    const found = await unitFor({ tx, person }, asked);
    if (typeof found !== "string") await noteLook(tx, { pass, unit: found.code }, now);
    return found;
  });
  if (typeof unit === "string") return { fault: unit };
  const board = await database.transaction((tx) => boardOf({ ...reading, tx }, unit));
  const figures = await database.transaction((tx) => figuresOf({ ...reading, tx }, unit));
  const frame = await frameOf(ports, request, person);
  const isOtherLanguage = frame.language !== person.language;
  const reader = calledName(person);
  return boardPage({ board, figures, now, until, reader, calendar, frame, isOtherLanguage });
}

/** What was asked wrongly is no failure of ours. The page of a failure asks nothing of what may have failed. */
function answerError(
  ports: DashboardPorts,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  if (error.statusCode !== undefined && error.statusCode < 500)
    return refuse(ports, request, reply, "absent");
  ports.log.error({ err: error, page: request.routeOptions.url }, "the dashboard could not be shown");
  const frame = { language: "zh", root: rootOf(request), isDemo: false } as const;
  return sendPage(reply, statusOf.failed, faultPage(frame, "failed"));
}

/** How the files of a page are reached from where it stands. */
function rootOf({ routeOptions, url }: FastifyRequest): string {
  const path = routeOptions.url?.endsWith("*") === true ? (url.split("?")[0] ?? "") : routeOptions.url;
  return "../".repeat((path ?? "/board").split("/").length - 2);
}

async function frameOf(ports: DashboardPorts, request: FastifyRequest, person?: Person): Promise<Frame> {
  const { lang } = request.query as { readonly lang?: unknown };
  const asked: Language | undefined = lang === "zh" || lang === "en" ? lang : undefined;
  return {
    language: asked ?? person?.language ?? "zh",
    root: rootOf(request),
    isDemo: await ports.isDemo(),
  };
}

async function refuse(
  ports: DashboardPorts,
  request: FastifyRequest,
  reply: FastifyReply,
  fault: Fault,
  person?: Person,
): Promise<FastifyReply> {
  return sendPage(reply, statusOf[fault], faultPage(await frameOf(ports, request, person), fault));
}

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type("text/html; charset=utf-8").send(page);
}

function isSecure({ publicUrl }: DashboardPorts): boolean {
  return publicUrl?.startsWith("https:") === true;
}

/** Was this sent by a page that is not ours? Browsers say so themselves. */
function isForeign({ headers: said }: FastifyRequest): boolean {
  const site = said["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}
