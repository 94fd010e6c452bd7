import type { Line, Say } from "../../../adapters/web/page/protocol.ts";

/** The program a world is open on now. */
export interface Opened {
  readonly address: string;
  /** How often it was started before. */
  readonly life: number;
}

/** People's screens, whatever platform they are on. */
export interface Screens {
  /** Resolves once the platform has it. */
  say(actor: string, say: Say, replyTo?: string): Promise<void>;
  /** The first line of the bot in a chat that fits, shown already or later. Throws after `patience` milliseconds. */
  line(actor: string, fits: (line: Line) => boolean, patience?: number): Promise<Line>;
}

/** What the program wrote down, as far as a world can judge it. */
export interface Written {
  readonly inbox: readonly { readonly id: number; readonly dedupe_key: string }[];
  readonly outbox: readonly {
    readonly id: number;
    readonly key: string;
    readonly address: string;
    readonly lane: number;
    readonly state: string;
    readonly payload: string;
    readonly provider_id: string | null;
  }[];
}

/** Where what people saw differs from what is written. */
export interface Judgement {
  readonly broken: readonly string[];
  /** How many messages somebody saw more often than they were written. */
  readonly repeated: number;
}

/** A platform with everybody on it, and its memory of what it saw. */
export interface World extends Screens {
  /** What the platform was told has arrived, and how many attempts each took. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** How many messages may be shown twice after so many kills: those in flight, and those whose fate nobody knew. */
  repeatsAllowed(kills: number): number;
  /** More to read about the run. */
  readonly counts: Readonly<Record<string, number>>;
  /** The name in `acknowledged` of a stored message. */
  heardAs(dedupeKey: string): string;
  /** The worst moments: something was just said or handed over, and what became of it is not recorded yet. */
  nextMoment(): Promise<void>;
  /** Works until `close`. */
  listen(): Promise<void>;
  /** No more storms: people end what they began. */
  calm(): void;
  /** Resolves when the platform has nothing left to tell either side. */
  settle(): Promise<void>;
  judge(written: Written): Judgement;
  close(): void;
}
