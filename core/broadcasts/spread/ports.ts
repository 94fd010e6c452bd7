import type { Caps, Route } from "../../channel/index.ts";
import type { PostPorts } from "../../delivery/index.ts";
import type { Moment } from "../../people/index.ts";
import type { Database, Tx } from "../../store/index.ts";

/** What is needed to write notices out and to look after them, outside of every turn. */
export interface SpreadPorts {
  readonly database: Pick<Database, "transaction">;
  readonly momentOf: (tx: Tx) => Moment;
  /** The platforms this program speaks on. */
  readonly routes: readonly Route[];
  readonly capsOf: (route: Route) => Caps | undefined;
  /** Called in the transaction that wrote something for a route. */
  readonly written: PostPorts["written"];
  /** Keeps a table and says under which name. */
  readonly keepTable: (words: string) => Promise<string>;
  readonly isStopping: () => boolean;
  readonly report: (error: unknown, notice: number) => void;
  /** How many people a chunk holds; 2,000 unless given. */
  readonly chunkSize?: number;
}
