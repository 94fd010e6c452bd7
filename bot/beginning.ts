import type { Logger } from "pino";
import { createPolicySearch, type PolicySearch } from "../core/policies/index.ts";
import type { Database } from "../core/store/index.ts";
import type { TimeSource } from "../core/time/index.ts";
import { adoptMatters } from "../core/tickets/index.ts";
import { prepareKnowledge } from "./learning/subjects.ts";
import { works, type Role } from "./role.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

interface BeginningPorts {
  readonly database: Database;
  readonly clock: TimeSource;
  readonly role?: Role;
}

/**
 * What is done once and before anything else: a database from before there were clocks gets them for its matters, and what is
 * published is read to be searched. What words are guessed by takes a second to make: nobody's first message waits for it. What
 * failed is done the next time.
 */
export function createBeginning(
  { database, clock, role = "all" }: BeginningPorts,
  turns: TurnPorts,
): () => Promise<void> {
  let isDone = false;
  return async () => {
    if (isDone) return;
    await database.transaction(async (tx) => {
      await database.hold(tx, "adopt");
      await adoptMatters(momentIn(turns, tx, clock.now()));
    });
    await turns.policies.refresh();
    if (works(role)) await database.transaction((tx) => prepareKnowledge(tx));
    isDone = true;
  };
}

/** The search of what is published, for this process. */
export function policySearchFor({
  database,
  log,
}: {
  readonly database: Database;
  readonly log: Logger;
}): PolicySearch {
  return createPolicySearch(database, (error) =>
    log.error({ err: error }, "what is published could not be read again; the next search tries it"),
  );
}
