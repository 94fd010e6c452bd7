import { calledName, can, personById, type Acting, type Moment } from "../../people/index.ts";
import { filesTold, kindName, placeName, reporterName, unitOf, type Ticket } from "../../tickets/index.ts";
import type { Body } from "../bodies.ts";
import { tellOf } from "../convening.ts";
import type { Consultation, Party } from "../model.ts";
import { insertParty } from "../opinion/store.ts";
import { say } from "../texts.ts";

/** Whom somebody chose: ids of candidates, and names of those outside the list. */
export interface Chosen {
  readonly summon: readonly string[];
  readonly invite: readonly string[];
  readonly outside: readonly string[];
}

/** Bodies to be added to a consultation. */
export interface Adding {
  readonly consultation: Consultation;
  readonly ticket: Ticket;
  readonly bodies: readonly Body[];
  readonly who: Chosen;
}

/** Adds bodies and asks them. @returns those who must be rung. */
export async function addParties(acting: Acting, adding: Adding): Promise<readonly string[]> {
  const { consultation, ticket, bodies, who } = adding;
  const wanted = [
    ...who.summon.map((id) => ({ id, kind: "summon" as const })),
    ...who.invite.map((id) => ({ id, kind: "invite" as const })),
  ].flatMap(({ id, kind }) => {
    const body = bodies.find((one) => one.id === id);
    return body ? [{ name: body.name, person: body.person, kind }] : [];
  });
  const outside = who.outside.map((name) => ({ name, person: undefined, kind: "invite" as const }));
  const unreached: string[] = [];
  for (const party of [...wanted, ...outside]) {
    const id = await insertParty(acting.tx, { ...party, consultation: consultation.id });
    const isTold = await askParty(acting, consultation, ticket, { id, ...party });
    if (!isTold) unreached.push(party.name);
  }
  return unreached;
}

/** Asks somebody in her own chat. False when she must be rung. */
export async function askParty(
  moment: Moment,
  consultation: Consultation,
  ticket: Ticket,
  party: Pick<Party, "id" | "person" | "kind">,
  /** Why she is asked once more. */
  again?: string,
): Promise<boolean> {
  const person = party.person === undefined ? undefined : await personById(moment.tx, party.person);
  if (!person) return false;
  const convener = await personById(moment.tx, consultation.convenedBy);
  const mayRead = can(person.memberships, "ticket.read", await unitOf(moment, ticket.unit));
  const text = say.askParty({
    matter: {
      number: ticket.number,
      kind: kindName(ticket.kind),
      place: ticket.place,
      unit: await placeName(moment, ticket),
      reporter: mayRead ? await reporterName(moment, ticket) : undefined,
      what: ticket.what,
    },
    question: consultation.question,
    lead: consultation.lead,
    convener: convener ? calledName(convener) : "",
    due: moment.calendar.moment(consultation.dueAt),
    isSummoned: party.kind === "summon",
    again,
  });
  const files = await filesTold(moment.tx, ticket.number);
  const saying = { text, files, choices: partyChoices(ticket.number, party) };
  return tellOf(moment, person.id, consultation, saying, `ask ${party.id} ${consultation.dueAt}`);
}

/** What whoever is asked can press. */
export function partyChoices(number: number, { kind }: Pick<Party, "kind">) {
  return [
    { label: say.sayOpinion, token: `/consult ${number} say` },
    ...(kind === "invite" ? [{ label: say.decline, token: `/consult ${number} decline` }] : []),
  ];
}
