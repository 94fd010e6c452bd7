import type { Adapter, Caps, InboundEvent, Outbound, Outcome } from "../contract.ts";

/** A platform on paper: keeps what was sent and answers as told. */
export interface PaperAdapter extends Adapter<Outbound> {
  readonly sent: Outbound[];
  /** What the next sends answer, first come first; "sent" when none is left. A function is called with the message. */
  readonly answers: (Outcome | "throw" | ((outbound: Outbound) => Promise<Outcome>))[];
  /** What can be downloaded, by identifier; anything else is gone. */
  readonly files: Map<string, Uint8Array>;
}

export const paperCaps: Caps = {
  text: { max: 4096, unit: "utf16" },
  choices: { kind: "native", max: 100, tokenBytes: 64 },
  files: ["photo", "voice", "video", "document"],
  push: "free",
  rates: { perSecond: Infinity, perChatPerSecond: Infinity },
};

export function createPaperAdapter(channel = "paper", caps: Partial<Caps> = {}): PaperAdapter {
  const sent: Outbound[] = [];
  const answers: PaperAdapter["answers"] = [];
  const files: PaperAdapter["files"] = new Map();
  return {
    channel,
    bot: "bot",
    sent,
    answers,
    files,
    caps: () => ({ ...paperCaps, ...caps }),
    start: () => Promise.resolve(),
    render: (outbound) => outbound,
    async send(outbound) {
      const answer = answers.shift() ?? { kind: "sent" as const, id: `p-${outbound.key}` };
      if (answer === "throw") throw new Error("the adapter broke");
      const outcome = typeof answer === "function" ? await answer(outbound) : answer;
      if (outcome.kind === "sent") sent.push(outbound);
      return outcome;
    },
    download: ({ id }) => Promise.resolve(files.get(id)),
  };
}

let made = 0;

/** An event as a platform would bring it; every call is another update unless `dedupeKey` is given. */
export function paperEvent(text: string, given: Partial<InboundEvent> = {}): InboundEvent {
  made += 1;
  return {
    dedupeKey: `update-${made}`,
    channel: "paper",
    bot: "bot",
    chat: "wang",
    actor: { id: given.chat ?? "wang" },
    group: false,
    addressed: true,
    at: 0,
    body: { type: "text", text },
    ...given,
  };
}
