import Fastify from "fastify";
import { pino } from "pino";
import { openLink } from "../../../../core/dashboard/index.ts";
import { openCounty, type CountySize } from "../../../../core/dashboard/testing/openCounty.ts";
import { offerLink } from "../../../../core/dashboard/pass/service.ts";
import { sayings } from "../../../../core/dialogue/index.ts";
import type { TestDatabase } from "../../../../core/store/testing/index.ts";
import { createCalendar } from "../../../../core/time/index.ts";
import { dashboardRoutes, type DashboardPorts } from "../routes.ts";

/** A county with its dashboard on a real server on loopback. */
export async function openDashboard(
  database: TestDatabase,
  size: CountySize,
  ports: Partial<DashboardPorts> = {},
) {
  const county = await openCounty(database, size);
  const server = Fastify({ forceCloseConnections: true });
  await server.register(
    dashboardRoutes({
      database,
      clock: county.clock,
      calendar: createCalendar("Asia/Shanghai"),
      log: pino({ level: "silent" }),
      publicUrl: undefined,
      isDemo: () => Promise.resolve(true),
      ...ports,
    }),
  );
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });

  /** The link that the chat says to somebody. */
  async function linkOf(id: string): Promise<string> {
    const [said] = sayings(await county.as(id, (acting) => offerLink(acting, origin)));
    return /\bhttp:\S+/.exec(said?.text.zh ?? "")?.[0] ?? "";
  }

  /** The cookie of somebody's new session, as a browser sends it. */
  async function cookieOf(id: string): Promise<string> {
    const secret = (await linkOf(id)).split("/").at(-1) ?? "";
    const session = await database.transaction((tx) => openLink(county.momentOf(tx), secret));
    if (typeof session === "string") throw new Error(session);
    return `board=${session.cookie}`;
  }

  return {
    ...county,
    server,
    origin,
    linkOf,
    cookieOf,
    page: (path: string, cookie?: string) =>
      fetch(`${origin}${path}`, { redirect: "manual", headers: cookie === undefined ? {} : { cookie } }),
    close: () => server.close(),
  };
}
