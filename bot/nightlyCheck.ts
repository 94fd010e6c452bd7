import { unitsOfKind } from "../core/org/index.ts";
import { checkTallies } from "../core/evaluation/index.ts";
import { holdersAbove, nag, type Moment } from "../core/people/index.ts";
import { checkLedger } from "../core/points/index.ts";
import { checkClocks, runSchedules, type Schedule } from "../core/time/index.ts";
import type { Sweeping } from "./sweep.ts";
import { say } from "./texts.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

const shown = 20;

/**
 * Where it is due, at 2:30 by the installation's time or as soon as it can be afterwards: reckons every deadline from what
 * happened to it, every balance of points from its entries, and every figure from what happened to matters. What is not as stored is logged, and the admins hear of it when
 * the night is over.
 */
export async function checkAtNight(sweeping: Sweeping, turns: TurnPorts): Promise<void> {
  const { database, clock, timeZone, log } = sweeping;
  const report = (error: unknown, schedule: string) =>
    log.error({ err: error, schedule }, "what is stored could not be checked; it is tried again");
  await runSchedules({ database, clock, timeZone, report }, [
    clocksChecked(sweeping, turns),
    pointsChecked(sweeping, turns),
    talliesChecked(sweeping, turns),
  ]);
}

const atNight = { pattern: "30 2 * * *", catchUp: "last" } as const;

function clocksChecked({ database, clock, log, isStopping }: Sweeping, turns: TurnPorts): Schedule {
  let count = 0;
  return {
    name: "check clocks",
    ...atNight,
    async before() {
      const { checked, drifted, isWhole } = await checkClocks(database, turns.calendar.zone, isStopping);
      for (const { clock: found, reckonedDueAt } of drifted.slice(0, shown))
        log.error({ clock: found, reckonedDueAt }, "a deadline is not what happened to it");
      log.info({ checked, drifted: drifted.length, isWhole }, "every deadline was reckoned anew");
      count = drifted.length;
      return isWhole;
    },
    async run(tx) {
      if (count > 0) await tellAdmins(momentIn(turns, tx, clock.now()), "drift", say.clocks(count));
    },
  };
}

function pointsChecked({ database, clock, log, isStopping }: Sweeping, turns: TurnPorts): Schedule {
  let count = 0;
  return {
    name: "check points",
    ...atNight,
    async before() {
      const { checked, drifted, isWhole } = await checkLedger(database, isStopping);
      for (const drift of drifted.slice(0, shown))
        log.error(drift, "a balance is not the sum of its entries");
      log.info({ checked, drifted: drifted.length, isWhole }, "every balance of points was reckoned anew");
      count = drifted.length;
      return isWhole;
    },
    async run(tx) {
      if (count > 0) await tellAdmins(momentIn(turns, tx, clock.now()), "points drift", say.balances(count));
    },
  };
}

function talliesChecked({ database, clock, log, isStopping }: Sweeping, turns: TurnPorts): Schedule {
  let count = 0;
  return {
    name: "check figures",
    ...atNight,
    async before() {
      const zone = turns.calendar.zone;
      const found = await checkTallies(database, { zone, now: () => clock.now(), isStopping });
      const { checked, driftedMatters, driftedLines, isWhole } = found;
      count = driftedMatters.length + driftedLines.length;
      if (count > 0)
        log.error(
          { matters: driftedMatters.slice(0, shown), lines: driftedLines.slice(0, shown) },
          "figures are not what happened comes to",
        );
      log.info({ checked, drifted: count, isWhole }, "every figure was counted anew");
      return isWhole;
    },
    async run(tx) {
      if (count > 0) await tellAdmins(momentIn(turns, tx, clock.now()), "figures drift", say.tallies(count));
    },
  };
}

async function tellAdmins(
  moment: Moment,
  subject: string,
  { text, line }: ReturnType<typeof say.clocks>,
): Promise<void> {
  const [county] = await unitsOfKind(moment.tx, "county");
  const date = moment.calendar.zone.dateOf(moment.now);
  for (const admin of county ? await holdersAbove(moment.tx, county, "admin") : [])
    await nag(moment, {
      key: `${subject} ${date} ${admin}`,
      recipient: admin,
      subject,
      rank: 9,
      line,
      open: "/sla",
      saying: { text },
      isFact: true,
      passOn: "nobody",
    });
}
