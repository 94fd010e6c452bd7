import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** What the service does with the next request. */
export type Behaviour =
  | { readonly kind: "json"; readonly json: unknown }
  | { readonly kind: "text"; readonly text: string; readonly status?: number }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** The connection ends without an answer. */
  | { readonly kind: "drop" }
  /** Answers after so long. */
  | { readonly kind: "slow"; readonly ms: number; readonly answer: Behaviour }
  /** More bytes than anybody wants, for as long as somebody reads. */
  | { readonly kind: "flood" }
  | { readonly kind: "redirect"; readonly to: string };

/** One request as it came. */
export interface Request {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly body: Buffer;
}

/** A service on loopback that speaks HTTP and does as it is told: what is not told is answered with `usual`. */
export interface FakeService {
  /** For a setting: http://127.0.0.1:<port>/v1. */
  readonly baseUrl: string;
  readonly requests: Request[];
  /** What the next requests get, first come first served. */
  readonly next: Behaviour[];
  usual: Behaviour;
  /** How many were under way at the same time at most. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

export async function startFakeService(usual: Behaviour): Promise<FakeService> {
  let [going, most] = [0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, (going += 1));
    response.on("close", () => (going -= 1));
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const service: FakeService = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests: [],
    next: [],
    usual,
    mostAtOnce: () => most,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization, "content-type": contentType = "" } = request.headers;
    service.requests.push({
      path: request.url ?? "",
      authorization,
      contentType,
      body: Buffer.concat(chunks),
    });
    await behave(response, service.next.shift() ?? service.usual);
  }

  return service;
}

async function behave(response: ServerResponse, behaviour: Behaviour): Promise<void> {
  switch (behaviour.kind) {
    case "json":
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(behaviour.json));
      return;
    case "text":
      response.writeHead(behaviour.status ?? 200).end(behaviour.text);
      return;
    case "status": {
      const { status, retryAfter } = behaviour;
      response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter }).end("{}");
      return;
    }
    case "drop":
      response.destroy();
      return;
    case "slow":
      await wait(behaviour.ms, undefined, { ref: false });
      return behave(response, behaviour.answer);
    case "flood":
      response.writeHead(200);
      while (!response.destroyed) {
        response.write("a".repeat(64_000));
        await wait(1);
      }
      return;
    case "redirect":
      response.writeHead(302, { location: behaviour.to }).end();
  }
}
