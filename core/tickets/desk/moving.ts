import type { Text } from "../../language/index.ts";
import { calledName, type Acting, type Holder } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { startSettleClock, stopClocks } from "../clock/clocks.ts";
import { leastLeft, type ClockReason } from "../clock/terms.ts";
import { filesOf } from "../events/store.ts";
import type { Ticket } from "../model.ts";
import { tellAbout } from "../responsible.ts";
import type { Enclosure } from "../service.ts";
import { say } from "../texts.ts";
import { leaveOffice } from "./leave.ts";
import { officeWith } from "./office.ts";

/** What every way from the desk has in common. */

/** Takes a matter out of whatever office has it, by the desk's word. */
export async function outOfOffice(acting: Acting, ticket: Ticket, key: string): Promise<Ticket> {
  return leaveOffice(acting, ticket, { why: { reason: "moved", actor: acting.person.id }, key });
}

/** The matter is the township's: the clocks of the village stop, the township's runs on or starts. */
export async function underTownshipClock(
  acting: Acting,
  ticket: Ticket,
  reason: ClockReason,
): Promise<Ticket> {
  const why = { reason, actor: acting.person.id };
  const stopped = await stopClocks(acting, ticket, ["worker", "village"], why);
  return startSettleClock(acting, stopped, "township", { ...why, atLeastMs: leastLeft });
}

/** Tells the officer who had a matter that it has left her. */
export async function tellFormer(acting: Acting, before: Ticket, text: Text, key: string): Promise<void> {
  const { responsible } = before;
  const isHers = responsible !== undefined && responsible !== acting.person.id;
  if (isHers && (await officeWith(acting, before)))
    await tellAbout(acting, responsible, before, { text }, `former ${responsible} ${key}`);
}

/** Puts a matter before whoever has it next, with what was said; not before whoever moved it herself. */
export async function cardFor(
  acting: Acting,
  ticket: Ticket,
  { person }: Holder,
  { head, said, key }: { readonly head: Text; readonly said: Enclosure; readonly key: string },
): Promise<void> {
  if (person.id === acting.person.id) return;
  const note = said.words === "" ? {} : { note: say.passedNote(calledName(acting.person), said.words) };
  const files = await filesOf(acting.tx, ticket.number);
  await sendCard(acting, person.id, ticket, { head, files, ...note, key: `moved ${person.id} ${key}` });
}
