import type { Adapter, Address, FileRef, InboundEvent, Intake, HistoryLine, Outbound } from "../contract.ts";

/** What the platform was told about an update: taken, to be tried again, or nothing at all. */
export type Delivery = "acknowledged" | "refused" | "unheard";

/** What a person sees of one message: enough to compare, in no platform's words. */
export interface Shown {
  /** The id by which the person can reply to it. */
  readonly id: string;
  readonly text: string;
  /** Labels of the native buttons, in order. */
  readonly buttons: readonly string[];
  /** The kind of the file it carries. */
  readonly file?: FileRef["kind"];
}

/** Somebody on the platform. What the platform cannot do is left undefined; each deed resolves once the platform was answered. */
export interface Person {
  says(text: string): Promise<Delivery>;
  /** Replies to a message shown before, by its id. */
  repliesTo?(id: string, text: string): Promise<Delivery>;
  sendsFile: Partial<Record<FileRef["kind"], (bytes: Uint8Array) => Promise<Delivery>>>;
  sendsLocation?(latitude: number, longitude: number): Promise<Delivery>;
  sendsSticker?(): Promise<Delivery>;
  /** Presses a button of the newest message shown that has it. */
  presses?(label: string): Promise<Delivery>;
  /** The platform delivers its last update once more, as it does when it missed the acknowledgement. */
  isRepeated?(): Promise<Delivery>;
}

/** One running adapter, with a person who can be watched. */
export interface OpenChannel {
  readonly adapter: Adapter;
  /** The person's chat. */
  readonly to: Address;
  /** The chat of somebody who has left the platform. */
  readonly gone: Address;
  readonly person: Person;
  /** Bytes the platform takes for a file of this kind. */
  sample(kind: FileRef["kind"]): Uint8Array;
  /** Keeps bytes as the program keeps a file of another platform. @returns the name they are kept under. */
  keep?(bytes: Uint8Array): Promise<string>;
  /** Everything shown to the person so far, oldest first. */
  sees(): Promise<readonly Shown[]>;
  /** Aborts the adapter's signal. */
  abort(): void;
  close(): Promise<void>;
}

/** How a test gets hold of a platform: it starts the adapter over this intake. */
export interface ChannelHarness {
  open(intake: Intake): Promise<OpenChannel>;
}

/** An intake that remembers, and that can be made to hang or to fail. */
export class RecordingIntake implements Intake {
  readonly events: InboundEvent[] = [];
  readonly #history: HistoryLine[] = [];
  #gate: Promise<void> = Promise.resolve();
  #failures = 0;
  #arrivals = 0;

  /** Nothing is accepted until the returned function is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** The next accept fails as it does when the disk is full. */
  failOnce(): void {
    this.#failures += 1;
  }

  /** How many accepts were begun, also those that hang. */
  get arrivals(): number {
    return this.#arrivals;
  }

  async accept(events: readonly InboundEvent[]): Promise<void> {
    this.#arrivals += 1;
    await this.#gate;
    if (this.#failures > 0) {
      this.#failures -= 1;
      throw new Error("disk full (as the test wished)");
    }
    this.events.push(...events);
    this.#history.push(...events.map((event) => ({ from: "person" as const, at: event.at, event })));
  }

  /** Puts what the core sent into the history, as the outbox would. */
  remember(outbound: Outbound): void {
    this.#history.push({ from: "bot", at: Date.now(), outbound });
  }

  async history(address: Address, limit: number): Promise<readonly HistoryLine[]> {
    const own = this.#history.filter((line) => addressOfLine(line) === address);
    return own.slice(-limit);
  }
}

function addressOfLine(line: HistoryLine): Address {
  if (line.from === "bot") return line.outbound.to;
  return `${line.event.channel}/${line.event.bot}/${line.event.chat}`;
}
