import { draw, readAddress, type Address, type Block, type Caps, type Route } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
import { changeSaid } from "./edits/store.ts";
import type { Lane } from "./model.ts";
import { storeLetter } from "./store.ts";

/** Content for one chat. */
export interface Posting {
  /** Unique for ever: posted twice, it is said once. */
  readonly key: string;
  readonly address: Address;
  readonly lane: Lane;
  readonly blocks: readonly Block[];
  readonly about?: string;
  readonly clearsMenu?: boolean;
  /** The key of an earlier message of this chat that this one changes, where the platform can. */
  readonly edits?: string;
  /** What counts, changes and withdraws it together with others. */
  readonly batch?: string;
  /** Not said before then, epoch milliseconds. */
  readonly notBefore?: number;
}

/**
 * Writes content into the outbox, drawn for its platform, in the transaction that makes it true.
 * @returns false when the address belongs to a platform this program does not speak on now; of a change also when the
 * platform cannot change what was said, or has not said it yet.
 */
export type Post = (tx: Tx, posting: Posting) => Promise<boolean>;

export interface PostPorts {
  readonly clock: TimeSource;
  readonly capsOf: (route: Route) => Caps | undefined;
  /** Called in the transaction that wrote something for a route. */
  readonly written: (tx: Tx, route: Route) => Promise<void> | void;
}

const topic = "outbox ";

/** What other programs are told when something was written for a route they send to. */
export function outboxTopic(route: Route): string {
  return `${topic}${route}`;
}

/** The route a topic is about; undefined when it is about something else. */
export function routeInTopic(told: string): Route | undefined {
  return told.startsWith(topic) ? told.slice(topic.length) : undefined;
}

export function createPost(ports: PostPorts): Post {
  return async (tx, posting) => {
    const { route } = readAddress(posting.address);
    const caps = ports.capsOf(route);
    if (!caps) return false;
    const { blocks, edits, ...letter } = posting;
    const pieces = draw(blocks, caps);
    const [piece, another] = pieces;
    if (edits !== undefined && (caps.edit !== true || !piece || another)) return false;
    const changed = edits === undefined || !piece ? undefined : await changeSaid(tx, edits, piece);
    if (edits !== undefined && changed === undefined) return false;
    const change = changed === undefined ? {} : { edits: changed };
    const stored = await storeLetter(tx, { ...letter, ...change, pieces }, ports.clock.now());
    if (stored > 0) await ports.written(tx, route);
    return true;
  };
}
