import type { Logger } from "pino";
import { issueFirstAdminCode, postsIn } from "../core/people/index.ts";
import type { Database } from "../core/store/index.ts";
import { seedCounty } from "./seed.ts";

/**
 * Opens the way for the first admin: an empty database gets the county's tree, and, while nobody is admin, a code for
 * `/start <code>`: the configured one, else one made up and told in the log once.
 */
export async function openForFirstAdmin(
  database: Database,
  now: number,
  configured: string | undefined,
  log: Logger,
): Promise<void> {
  const made = await database.transaction(async (tx) => {
    await database.hold(tx, "seed");
    const county = await seedCounty(tx);
    const hasAdmin = (await postsIn(tx, county)).some(({ role }) => role === "admin");
    return hasAdmin ? undefined : issueFirstAdminCode(tx, now, county, configured);
  });
  if (made !== undefined && configured === undefined)
    log.warn(
      { code: made },
      `nobody is admin yet: send "/start ${made}" within seven days; it is not told again`,
    );
}
