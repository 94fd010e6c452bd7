import { calledName, nearestHolder, personById, type Acting, type Holder } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import { mayAct, type Ticket } from "../model.ts";
import { deskOf } from "../desk/access.ts";
import { isAsked } from "../desk/model.ts";
import { officerOnDuty, officeWith } from "../desk/office.ts";
import { leaveOffice } from "../desk/leave.ts";
import { tellMoved } from "../progress.ts";
import { nextResponsible, unitOf } from "../responsible.ts";
import { holdsPost, record, stillHolds } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";
import { lyingWith, responsibleWhere } from "./store.ts";

/** Hands on every matter that is not over and lies with nobody, or with somebody who holds no post for it any more. */
export async function handOnVacated(acting: Acting, key: string): Promise<void> {
  for (const lying of await responsibleWhere(acting.tx)) {
    const { responsible, unit, office } = lying;
    const person = responsible === null ? undefined : await personById(acting.tx, responsible);
    if (person && office === null && (await holdsPost(acting, person, { unit }))) continue;
    for (const ticket of await lyingWith(acting.tx, lying))
      if (!person || !(await stillHolds(acting, person, ticket))) await handOn(acting, ticket, key);
  }
}

async function handOn(acting: Acting, had: Ticket, key: string): Promise<void> {
  const holder = await successor(acting, had);
  const why = { reason: "vacated", actor: acting.person.id };
  // Where nobody else works in the office, the command room has the matter again.
  const staysThere = holder?.role === "officer" || isAsked(had);
  const ticket = staysThere ? had : await leaveOffice(acting, had, { why, key });
  const to = holder?.person.id ?? null;
  if (to === (ticket.responsible ?? null)) return;
  await store.changeTicket(acting.tx, ticket.number, { responsible: to });
  if (!holder || to === null) return;
  const words = `→ ${calledName(holder.person)}`;
  await record(acting, ticket, "assigned", { words, files: [] }, `vacated ${key}`);
  if (!mayAct(ticket)) return;
  await tellMoved(
    acting,
    { before: ticket, after: { ...ticket, responsible: to } },
    `vacated for villagers ${key}`,
  );
  const files = await filesOf(acting.tx, ticket.number);
  const passed = { ...ticket, responsible: to };
  await sendCard(acting, to, passed, { head: say.handedHead, files, key: `vacated ${key}` });
}

/** Whoever is next in the tier the matter is in; what is sealed stays with the discipline role. */
async function successor(acting: Acting, ticket: Ticket): Promise<Holder | undefined> {
  const office = await officeWith(acting, ticket);
  const officer = office && (await officerOnDuty(acting, office, ticket.about));
  if (officer) return officer;
  const unit =
    ticket.countyAt === undefined ? await unitOf(acting, ticket.unit) : await deskOf(acting, ticket);
  if (ticket.isSealed) return nearestHolder(acting.tx, unit, ["discipline"]);
  const above = { simple: undefined, ordinary: "team_member", complex: "liaison_lead" } as const;
  return nextResponsible(acting, unit, above[ticket.tier], ticket.about);
}
