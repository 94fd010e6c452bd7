import { Api, GrammyError, HttpError, InputFile } from "grammy";

/** Why a call has no result. Never holds the token, an address or what was to be said. */
export type Failure =
  /** Telegram said no. */
  | {
      readonly kind: "refused";
      readonly code: number;
      readonly description: string;
      readonly retryAfterSeconds?: number;
      readonly migrateTo?: number;
    }
  /** No connection: nothing was written. */
  | { readonly kind: "unreachable"; readonly reason: string }
  /** The request was written and no answer that makes sense came. */
  | { readonly kind: "lost"; readonly reason: string };

export type Answer<Result = unknown> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly failure: Failure };

/** One Bot API, one attempt per call. */
export interface TelegramApi {
  call<Result>(
    method: string,
    payload: object,
    options?: { readonly signal?: AbortSignal; readonly polling?: boolean },
  ): Promise<Answer<Result>>;
}

/** A long poll answers after 50 s; whoever has not answered by then never will. */
const pollTimeoutSeconds = 75;
/** Below the pump's own patience, so that the adapter says what happened. */
const callTimeoutSeconds = 30;

/** Errors of a connection that never came to be. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EPROTO|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/;

/** Bytes as a field of a payload; the call goes as multipart. */
export function bytesInPayload(bytes: Uint8Array, name: string): unknown {
  return new InputFile(bytes, name);
}

/** grammY's client with its errors made harmless: its own carry the address, and the address holds the token. */
export function createTelegramApi(token: string, apiRoot: string): TelegramApi {
  const calls = methodsOf(token, apiRoot, callTimeoutSeconds);
  const polls = methodsOf(token, apiRoot, pollTimeoutSeconds);
  return {
    async call<Result>(
      method: string,
      payload: object,
      options: { readonly signal?: AbortSignal; readonly polling?: boolean } = {},
    ): Promise<Answer<Result>> {
      const client = options.polling === true ? polls : calls;
      try {
        const given = takesNothing.has(method) ? [options.signal] : [payload, options.signal];
        return { ok: true, result: (await client[method]?.(...given)) as Result };
      } catch (error) {
        return { ok: false, failure: failureOf(error) };
      }
    },
  };
}

type Methods = Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;

/** grammY gives these methods their empty payload itself. */
const takesNothing = new Set(["getMe", "getWebhookInfo"]);

function methodsOf(token: string, apiRoot: string, timeoutSeconds: number): Methods {
  const { raw } = new Api(token, { apiRoot, timeoutSeconds, sensitiveLogs: false });
  // grammY's proxy answers to every method name; its own types only know them one by one.
  return raw as unknown as Methods;
}

function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    const { retry_after: wait, migrate_to_chat_id: to } = error.parameters;
    return {
      kind: "refused",
      code: error.error_code,
      description: error.description,
      ...(wait !== undefined && { retryAfterSeconds: wait }),
      ...(to !== undefined && { migrateTo: to }),
    };
  }
  const reason = error instanceof HttpError ? codeOf(error.error) : `grammY: ${codeOf(error)}`;
  return { kind: neverConnected.test(reason) ? "unreachable" : "lost", reason };
}

/** The error's code or kind; its message would name the address. */
function codeOf(error: unknown): string {
  const { code, type, name } = (error ?? {}) as { code?: unknown; type?: unknown; name?: unknown };
  for (const word of [code, type, name]) if (typeof word === "string" && word !== "Error") return word;
  // grammY's own timeout is a bare Error.
  return "timeout";
}
