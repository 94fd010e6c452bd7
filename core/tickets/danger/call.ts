import { personById, type Acting, type PersonId } from "../../people/index.ts";
import { lodge } from "../report/service.ts";
import { placeName } from "../responsible.ts";
import { ticketBySource } from "../store.ts";
import { say } from "../texts.ts";
import { alertAll, type Raised } from "./service.ts";

/** Who needs help, and where, as far as it is known. */
export interface Call {
  readonly words: string;
  readonly place: string;
  /** Whom the help is for; whoever acts calls for her. */
  readonly reporter: PersonId;
}

/**
 * Somebody calls for help without saying for what: filed at once as an urgent matter, and everybody who can come is told.
 * @param key what it is called from: the same twice is one matter.
 */
export async function callForHelp(acting: Acting, key: string, call: Call): Promise<Raised> {
  const known = await ticketBySource(acting.tx, key);
  if (known) return { number: known.number, told: [] };
  const { words, place, reporter } = call;
  const matter = { words, place, reporter, files: [], kind: "danger" } as const;
  const ticket = await lodge(acting, key, matter, { isUrgent: true });
  const unit = await placeName(acting, ticket);
  const who = (await personById(acting.tx, reporter))?.name ?? acting.person.name;
  const choices = [{ label: say.answer, token: `/task ${ticket.number} answer` }];
  const saying = { text: say.callCard(ticket, { unit, who }), choices };
  return { number: ticket.number, told: await alertAll(acting, ticket, saying, "alarm") };
}
