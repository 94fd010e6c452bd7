import type { Choice, Reply } from "../../dialogue/index.ts";
import { unitByCode, unitName } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import { say } from "../texts.ts";
import { deskOf } from "./access.ts";
import { deskUnitsOf } from "./desks.ts";
import { queuePage } from "./model.ts";
import { countQueued, queued, type Queued } from "./store.ts";

/** What waits at the desks of whoever looks, page by page: supervised first, then what is due first. */
export async function deskView(acting: Acting, page: number): Promise<Reply> {
  const { tx, person } = acting;
  const scopes = await deskUnitsOf(acting);
  const count = scopes.length === 0 ? 0 : await countQueued(tx, scopes, person.id);
  const offices: Choice = { label: say.officesButton, token: "/desk offices" };
  if (count === 0) return { text: say.deskEmpty, choices: [offices] };
  const pages = Math.ceil(count / queuePage);
  const at = Math.min(Math.max(1, page), pages);
  const shown = await queued(tx, scopes, person.id, { limit: queuePage, offset: (at - 1) * queuePage });
  const choices: Choice[] = [];
  const isTownships = scopes.every(({ sees }) => sees === "sent_up");
  for (const one of shown) choices.push(await lineOf(acting, one, isTownships));
  if (at > 1) choices.push({ label: say.previousPage, token: `/desk #${at - 1}` });
  choices.push(at < pages ? { label: say.nextPage, token: `/desk #${at + 1}` } : offices);
  return { text: say.deskQueue(count, at, pages), choices };
}

/** A township reads the village and what has gone to the county, those above it the township too. */
async function lineOf(acting: Acting, { ticket, office }: Queued, isTownships: boolean): Promise<Choice> {
  const { tx, now } = acting;
  const unit = await unitByCode(tx, ticket.unit);
  const village = unit?.kind === "grid" && unit.parent !== null ? unit.parent : ticket.unit;
  const { name } = await deskOf(acting, { unit: ticket.unit, countyAt: undefined });
  const place = await unitName(tx, village);
  const label = say.deskLine(ticket, {
    place: isTownships || name === place ? place : `${name}${place}`,
    left: ticket.dueAt === undefined ? undefined : ticket.dueAt - now,
    office,
    isAway: isTownships && ticket.countyAt !== undefined,
  });
  return { label, token: `/desk ${ticket.number}` };
}
