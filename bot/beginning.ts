import type { Logger } from "pino";
import { addWords } from "../core/language/index.ts";
import { namesOf, unitsOfKind } from "../core/org/index.ts";
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
    await keepNamesWhole(database);
    await turns.policies.refresh();
    if (works(role)) await database.transaction((tx) => prepareKnowledge(tx));
    isDone = true;
  };
}

/** Takes in what other processes changed: what is published, and which places there are. */
export async function keepUp(database: Database, { policies }: Pick<TurnPorts, "policies">): Promise<void> {
  await keepNamesWhole(database);
  await policies.keepUp();
}

/** What places of the county are called is one word each, wherever words are cut. */
async function keepNamesWhole(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    for (const kind of ["county", "township", "village"] as const)
      addWords((await unitsOfKind(tx, kind)).flatMap(namesOf));
  });
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
