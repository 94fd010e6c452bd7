import type { Text } from "../language/index.ts";
import type { Moment } from "../people/index.ts";
import { cancelAlarm } from "../time/index.ts";
import { backFromMediation, mayAct } from "../tickets/index.ts";
import { alarmKeys } from "./alarms.ts";
import { stopMonth } from "./clock.ts";
import { isOpen, type Mediation, type NextStep, type Party } from "./model.ts";
import { changeMediation, mediationOf } from "./store.ts";
import { offlineOf, tellOne, ticketOf } from "./telling.ts";
import { say, stepNames } from "./texts.ts";

/** Why a mediation ends without an agreement. */
export type Ending =
  /** The reporter is not willing: the other side never hears of it. */
  | { readonly why: "reporter_refused"; readonly by: Party }
  | { readonly why: "refused"; readonly by: Party }
  | { readonly why: "left"; readonly by: Party }
  | { readonly why: "failed"; readonly steps: readonly NextStep[] };

/** Ends a mediation without an agreement: each side hears where she can go, and the matter goes on. */
export async function endWithout(
  moment: Moment,
  mediation: Mediation,
  key: string,
  ending: Ending,
): Promise<void> {
  const { number } = mediation;
  const isFailure = ending.why !== "reporter_refused";
  await close(moment, mediation, isFailure ? "failed" : undefined, ending.why);
  const by = "by" in ending ? ending.by : undefined;
  for (const party of mediation.parties) {
    if (party.consent === "waiting" || party.id === by?.id) continue;
    await tellOne(
      moment,
      party.person,
      number,
      { text: forSide(number, ending), choices: [] },
      `ended ${key}`,
    );
  }
  const text = forMediator(number, ending);
  if (text) await tellOne(moment, mediation.mediator, number, { text }, `ended mediator ${key}`);
  const calls = await offlineOf(
    moment,
    mediation.parties.filter(({ id, consent }) => consent !== "waiting" && id !== by?.id),
  );
  if (calls.length > 0 && isFailure)
    await tellOne(
      moment,
      mediation.mediator,
      number,
      { text: say.mediator.callAboutEnd(calls) },
      `ended calls ${key}`,
    );
  const kind = isFailure ? "mediation_failed" : "mediation_over";
  await backFromMediation(moment, number, kind, { key, note: forStaff(number, ending) });
}

function forSide(number: number, ending: Ending): Text {
  return ending.why === "failed" ? say.party.failed(number, ending.steps) : say.party.refusedForOther(number);
}

/** Nothing where it is her own deed. */
function forMediator(number: number, ending: Ending): Text | undefined {
  if (ending.why === "failed") return undefined;
  if (ending.why === "left") return say.mediator.left(number, ending.by.name);
  return say.mediator.refused(number, ending.by.name);
}

function forStaff(number: number, ending: Ending): Text {
  if (ending.why !== "failed") return say.mediator.refusedForStaff(number);
  const [step, another] = ending.steps;
  return step === undefined || another !== undefined
    ? say.mediator.failedForStaff(number)
    : say.mediator.nextForStaff(number, stepNames[step]);
}

/** A mediation is over: nothing rings for it any more. */
export async function close(
  moment: Moment,
  { number }: Pick<Mediation, "number">,
  outcome: Mediation["outcome"],
  reason: string,
): Promise<void> {
  await changeMediation(moment.tx, number, {
    state: "ended",
    outcome: outcome ?? null,
    // An agreement that not everybody confirmed is none.
    ...(outcome === undefined || outcome === "failed" ? { agreement: null } : {}),
    endedAt: moment.now,
  });
  await stopMonth(moment, number, reason);
  for (const key of alarmKeys(number)) await cancelAlarm(moment.tx, key);
}

/**
 * The matter itself is over, taken back or settled otherwise: its mediation stops, and everybody but its reporter hears so, without a
 * word of why. Rings an alarm of kind `disputeOverAlarm`.
 */
export async function ringDisputeOver(moment: Moment, subject: string): Promise<void> {
  const number = Number(subject);
  const mediation = await mediationOf(moment.tx, number);
  // Put back meanwhile, it goes on as if nothing had happened.
  if (!mediation || !isOpen(mediation) || mayAct(await ticketOf(moment, number))) return;
  await close(moment, mediation, undefined, "dispute_over");
  const key = `broken off ${mediation.openedAt}`;
  for (const party of mediation.parties.slice(1))
    if (party.consent !== "waiting")
      await tellOne(moment, party.person, number, { text: say.party.brokenOff(number), choices: [] }, key);
  await tellOne(
    moment,
    mediation.mediator,
    number,
    { text: say.mediator.stopped(number) },
    `${key} mediator`,
  );
}
