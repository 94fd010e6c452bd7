import type { Reply } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { calledName, personById, type Acting } from "../../people/index.ts";
import {
  everything,
  hoursById,
  policyById,
  segmentsOf,
  type Clock,
  type SaidMoment,
  type Segment,
} from "../../time/index.ts";
import type { TicketNumber } from "../model.ts";
import { aboutTicket } from "../responsible.ts";
import { readable } from "../service.ts";
import { limitOf, say } from "../texts.ts";
import { viewerOf } from "../villagerView.ts";
import { clocksIn } from "./clocks.ts";
import { isClockKind } from "./terms.ts";

/** 「为什么是那时到期」: every clock of a matter's round, by everything that happened to it. */
export async function whyDue(acting: Acting, number: TicketNumber): Promise<Reply> {
  const ticket = await readable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  const clocks = (await clocksIn(acting, ticket)).toReversed();
  if (clocks.length === 0) return say.noClocks(number);
  const isVillagers = (await viewerOf(acting, ticket)) !== undefined;
  const segments = await segmentsOf(
    acting.tx,
    clocks.map(({ id }) => id),
  );
  const told: Text[] = [];
  for (const clock of clocks)
    told.push(await explained(acting, clock, segments.get(clock.id) ?? [], isVillagers));
  return { text: join(told, "\n\n"), about: aboutTicket(number) };
}

async function explained(
  acting: Acting,
  clock: Clock,
  segments: readonly Segment[],
  isVillagers: boolean,
): Promise<Text> {
  const { calendar, tx } = acting;
  const kind = isClockKind(clock.kind) ? clock.kind : "village";
  const due = clock.dueAt === undefined ? undefined : calendar.moment(clock.dueAt);
  const lines: Text[] = [say.whyHead(kind, clock.state, due)];
  for (const segment of segments) {
    const actor =
      segment.actor === undefined || isVillagers ? undefined : await personById(tx, segment.actor);
    lines.push(
      say.whySegment({
        at: calendar.moment(segment.at),
        kind: segment.kind,
        reason: segment.reason,
        cycle: clock.cycle,
        who: actor ? calledName(actor) : "",
      }),
    );
  }
  lines.push(await limitLine(acting, clock, due));
  if (!segments.some((segment) => segment.kind === "paused")) lines.push(say.neverPaused);
  return join(lines);
}

/** How long it may take, by which hours, and who says so. */
async function limitLine({ tx }: Acting, clock: Clock, due: SaidMoment | undefined): Promise<Text> {
  const hours = await hoursById(tx, clock.hours);
  const policy = await policyById(tx, clock.policy);
  const scope =
    policy === undefined || policy.scope === everything
      ? say.everywhereRule
      : say.ruleOf(await unitName(tx, policy.scope));
  const limit = limitOf(clock.targetMs, hours);
  return say.whyLimit({ limit, isNatural: hours.name === "natural", scope, due });
}
