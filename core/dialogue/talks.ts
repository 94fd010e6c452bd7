import { createHash } from "node:crypto";
import type { Flow } from "./flow.ts";
import type { Json } from "./json.ts";
import type { Alarms, Talk, TalkStore } from "./talk.ts";

const day = 86_400_000;
/** After this silence an open talk is asked about once. */
export const quietAfter = day;
/** After this silence a talk is deleted: it holds personal data. */
export const deletedAfter = 7 * day;
/** The kind of every alarm the conversation sets. */
export const talkAlarm = "talk";

/** The talks of one speaker during one turn. */
export interface Talks {
  /** The talk being had. */
  top(): Talk | undefined;
  open(): readonly Talk[];
  /** Drafts, newest first. */
  drafts(): readonly Talk[];
  byId(id: string): Talk | undefined;
  /** A new talk above all others; nothing is stored yet. */
  fresh(flow: Flow<never, never>, given: Json): Talk;
  /** The talk above all others. */
  raised(talk: Talk): Talk;
  save(talk: Talk): Promise<void>;
  end(talk: Talk): Promise<void>;
}

/** Twelve characters that are the same whenever the same message is told again. */
function talkId(speaker: string, messageKey: string): string {
  return createHash("sha256").update(`${speaker}\n${messageKey}`).digest("base64url").slice(0, 12);
}

/** What a turn needs to say about itself for its talks to be kept. */
interface Keeping {
  readonly speaker: string;
  readonly messageKey: string;
  readonly now: number;
  readonly talkStore: TalkStore;
  readonly alarms: Alarms;
}

async function keep({ now, talkStore, alarms }: Keeping, talk: Talk): Promise<void> {
  await talkStore.save(talk);
  const fireAt = now + (talk.state === "open" ? quietAfter : deletedAfter);
  await alarms.set({ key: alarmKey(talk.id), kind: talkAlarm, subject: talk.id, fireAt });
}

/** Loads the talks of the speaker; every talk saved is touched and its alarm set. */
export async function talksOf(turn: Keeping): Promise<Talks> {
  const { speaker, now } = turn;
  const all = new Map((await turn.talkStore.ofSpeaker(speaker)).map((talk) => [talk.id, talk]));
  const sorted = (state: Talk["state"], by: "position" | "touchedAt"): Talk[] =>
    [...all.values()]
      .filter((talk) => talk.state === state)
      .sort((one, other) => one[by] - other[by] || one.position - other.position);
  const height = (): number => Math.max(0, ...[...all.values()].map((talk) => talk.position)) + 1;
  const id = talkId(speaker, turn.messageKey);
  const start = { id, speaker, state: "open", log: [], startedAt: now, touchedAt: now } as const;
  return {
    open: () => sorted("open", "position"),
    top: () => sorted("open", "position").at(-1),
    drafts: () => sorted("kept", "touchedAt").reverse(),
    byId: (known) => all.get(known),
    fresh: (flow, given) => ({ ...start, flow: flow.name, given, position: height() }),
    raised: (talk) => ({ ...talk, state: "open", position: height() }),
    async save(talk) {
      const touched = { ...talk, touchedAt: now };
      all.set(talk.id, touched);
      await keep(turn, touched);
    },
    async end(talk) {
      all.delete(talk.id);
      await turn.talkStore.remove(talk.id);
      await turn.alarms.cancel(alarmKey(talk.id));
    },
  };
}

/** The key of a talk's one alarm. */
export function alarmKey(id: string): string {
  return `talk.${id}`;
}
