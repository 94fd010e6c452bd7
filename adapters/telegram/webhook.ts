import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { Update } from "grammy/types";
import { z } from "zod";

/** Where Telegram delivers, below PUBLIC_URL. */
export const webhookPath = "/telegram/webhook";

const secretHeader = "x-telegram-bot-api-secret-token";
/** Updates are a few kB; Telegram gives no limit. */
const mostBytes = 1_000_000;

const updateShape = z.looseObject({ update_id: z.number().int() });

/** Takes an update when it is durable, throws when it could not be stored; undefined while the adapter does not listen. */
export type Take = () => ((update: Update) => Promise<void>) | undefined;

/**
 * The webhook: who does not know the secret is turned away before the body is read; 2xx only when the update is stored.
 * Telegram delivers again whatever was answered otherwise.
 */
export function webhookRoute(secret: string, take: Take): FastifyPluginAsync {
  return async (app) => {
    app.addHook("onRequest", async (request, reply) => {
      const given = request.headers[secretHeader];
      if (!isSame(typeof given === "string" ? given : "", secret)) return reply.code(401).send();
    });
    app.post(webhookPath, { bodyLimit: mostBytes }, async (request, reply) => {
      const listening = take();
      if (!listening) return reply.code(503).send();
      const update = updateShape.safeParse(request.body);
      if (!update.success) return reply.code(400).send();
      await listening(update.data);
      return reply.code(200).send();
    });
  };
}

/** Takes the same time wherever the two differ. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
