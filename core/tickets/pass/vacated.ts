import { calledName, nearestHolder, personById, type Acting, type Holder } from "../../people/index.ts";
import { sendCard } from "../card.ts";
import { filesOf } from "../events/store.ts";
import { mayAct, type Ticket } from "../model.ts";
import { tellMoved } from "../progress.ts";
import { nextResponsible, unitOf } from "../responsible.ts";
import { holdsPost, record } from "../service.ts";
import * as store from "../store.ts";
import { say } from "../texts.ts";

/** Hands on every matter that is not over and lies with nobody, or with somebody who holds no post for it any more. */
export async function handOnVacated(acting: Acting, key: string): Promise<void> {
  for (const { responsible, unit: code } of await store.responsibleWhere(acting.tx)) {
    const person = responsible === null ? undefined : await personById(acting.tx, responsible);
    if (person && (await holdsPost(acting, person, { unit: code }))) continue;
    for (const ticket of await store.lyingWith(acting.tx, responsible, code))
      await handOn(acting, ticket, key);
  }
}

async function handOn(acting: Acting, ticket: Ticket, key: string): Promise<void> {
  const holder = await successor(acting, ticket);
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
  const unit = await unitOf(acting, ticket.unit);
  if (ticket.isSealed) return nearestHolder(acting.tx, unit, ["discipline"]);
  const above = { simple: undefined, ordinary: "team_member", complex: "liaison_lead" } as const;
  return nextResponsible(acting, unit, above[ticket.tier], ticket.about);
}
