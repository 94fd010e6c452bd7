import { unitsOfKind } from "../core/org/index.ts";
import { holdersAbove, nag, type Moment } from "../core/people/index.ts";
import { checkClocks, runSchedules, type Schedule } from "../core/time/index.ts";
import type { Sweeping } from "./sweep.ts";
import { say } from "./texts.ts";
import { momentIn, type TurnPorts } from "./turn.ts";

const shown = 20;

/**
 * Where it is due, at 2:30 by the installation's time or as soon as it can be afterwards: reckons every deadline from what
 * happened to it. What is not as stored is logged, and the admins hear of it when the night is over.
 */
export async function checkAtNight(sweeping: Sweeping, turns: TurnPorts): Promise<void> {
  const { database, clock, timeZone, log } = sweeping;
  const report = (error: unknown, schedule: string) =>
    log.error({ err: error, schedule }, "deadlines could not be checked; it is tried again");
  await runSchedules({ database, clock, timeZone, report }, [nightlyCheck(sweeping, turns)]);
}

function nightlyCheck({ database, clock, log, isStopping }: Sweeping, turns: TurnPorts): Schedule {
  let count = 0;
  return {
    name: "check clocks",
    pattern: "30 2 * * *",
    catchUp: "last",
    async before() {
      const { checked, drifted, isWhole } = await checkClocks(database, turns.calendar.zone, isStopping);
      for (const { clock: found, reckonedDueAt } of drifted.slice(0, shown))
        log.error({ clock: found, reckonedDueAt }, "a deadline is not what happened to it");
      log.info({ checked, drifted: drifted.length, isWhole }, "every deadline was reckoned anew");
      count = drifted.length;
      return isWhole;
    },
    async run(tx) {
      if (count > 0) await tellAdmins(momentIn(turns, tx, clock.now()), count);
    },
  };
}

async function tellAdmins(moment: Moment, count: number): Promise<void> {
  const [county] = await unitsOfKind(moment.tx, "county");
  const date = moment.calendar.zone.dateOf(moment.now);
  for (const admin of county ? await holdersAbove(moment.tx, county, "admin") : [])
    await nag(moment, {
      key: `drift ${date} ${admin}`,
      recipient: admin,
      subject: "drift",
      rank: 9,
      line: say.driftedLine(count),
      open: "/sla",
      saying: { text: say.drifted(count) },
      isFact: true,
      passOn: "nobody",
    });
}
