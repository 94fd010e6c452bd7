import type { Update } from "grammy/types";
import type { InboundEvent, Intake } from "../../core/channel/index.ts";
import type { TelegramApi } from "./api.ts";
import type { Self, TelegramLog } from "./model.ts";
import { eventOfUpdate } from "./read.ts";

export interface ReceivePorts {
  readonly api: TelegramApi;
  readonly intake: Intake;
  readonly self: Self;
  readonly log: TelegramLog;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Takes a batch of updates: resolves when all of it is durable, in one accept. Presses are answered beforehand, because a
 * phone shows a spinning button for 15 s and then gives up.
 */
export async function receive(ports: ReceivePorts, updates: readonly Update[]): Promise<void> {
  for (const { callback_query: query } of updates) if (query) void answerPress(ports, query.id);
  await ports.intake.accept(updates.flatMap((update) => eventsOf(ports, update)));
}

/** Nobody waits for it: the press counts even when this fails. */
async function answerPress({ api, log }: ReceivePorts, id: string): Promise<void> {
  const answer = await api.call("answerCallbackQuery", { callback_query_id: id });
  const tooOld = !answer.ok && answer.failure.kind === "refused" && answer.failure.code === 400;
  if (!answer.ok && !tooOld) log.warn({ failure: answer.failure }, "a button kept spinning");
}

/** An update nobody can read is reported and passed over: it must not stop those behind it. */
function eventsOf({ self, log, now }: ReceivePorts, update: Update): readonly InboundEvent[] {
  try {
    const event = eventOfUpdate(update, self, now());
    return event ? [event] : [];
  } catch (error) {
    log.error({ update: update.update_id, reason: String(error) }, "an update could not be read");
    return [];
  }
}
