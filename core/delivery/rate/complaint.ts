import type { Rates, Route } from "../../channel/index.ts";
import type { Tx } from "../../store/index.ts";
import { firstAllowance, isLimited, refilled, slowed } from "./pace.ts";
import { keepAllowance, pauseRoute, speakingOf } from "./store.ts";

/**
 * The platform said "too many requests": the whole bot is quiet until then, and slower afterwards. Several complaints that
 * come before the quiet is over are one. Whoever calls holds the route.
 */
export async function heedComplaint(
  tx: Tx,
  bot: { readonly route: Route; readonly rates: Rates },
  until: number,
  now: number,
): Promise<void> {
  const { route, rates } = bot;
  const { quietUntil, allowance = firstAllowance(rates, now) } = await speakingOf(tx, route);
  if (isLimited(rates) && quietUntil <= now)
    await keepAllowance(tx, route, slowed(refilled(allowance, rates, now), rates, now));
  await pauseRoute(tx, route, until);
}
