import { draw, readAddress, type Address, type Block, type Caps, type Route } from "../channel/index.ts";
import type { Tx } from "../store/index.ts";
import type { TimeSource } from "../time/index.ts";
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
}

/**
 * Writes content into the outbox, drawn for its platform, in the transaction that makes it true.
 * @returns false when the address belongs to a platform this program does not speak on now.
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
    const { blocks, ...letter } = posting;
    const stored = await storeLetter(tx, { ...letter, pieces: draw(blocks, caps) }, ports.clock.now());
    if (stored > 0) await ports.written(tx, route);
    return true;
  };
}
