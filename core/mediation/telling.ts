import type { Saying } from "../dialogue/index.ts";
import { verbatim, type Text } from "../language/index.ts";
import {
  nag,
  personById,
  reachableAt,
  tell,
  type Moment,
  type Nagging,
  type PersonId,
} from "../people/index.ts";
import { eventsOf, ticketByNumber, unitOf, type Ticket } from "../tickets/index.ts";
import { sideOf, type Mediation, type Party } from "./model.ts";
import { mediatorName, say } from "./texts.ts";

/** Telling people about a mediation. Nothing of it goes to anybody in their place: a carer may be the other side. */

const aboutPattern = /^mediation (\d+)(?: (\d+))?$/;

/** What a message of ours says that it is about: a mediation, and to its mediator which side. */
export function mediationIn(
  about: string | undefined,
): { readonly number: number; readonly party: number | undefined } | undefined {
  const [, number, party] = (about === undefined ? null : aboutPattern.exec(about)) ?? [];
  if (number === undefined) return undefined;
  return { number: Number(number), party: party === undefined ? undefined : Number(party) };
}

export function aboutMediation(number: number, party?: Party): string {
  return party ? `mediation ${number} ${party.id}` : `mediation ${number}`;
}

/** Says something about a mediation to somebody. @returns false when no message reaches her herself. */
export async function tellOne(
  moment: Moment,
  to: PersonId | undefined,
  number: number,
  saying: Saying,
  key: string,
): Promise<boolean> {
  if (to === undefined) return false;
  const told = { about: aboutMediation(number), ...saying };
  const letter = {
    key: `mediation ${number} ${key} ${to}`,
    lane: "reply",
    mayPassOn: () => false,
  } as const;
  return (await tell(moment, to, told, letter)) === "reached";
}

/** Says something when the sweep is over, or the night. */
export async function nagOne(
  moment: Moment,
  to: PersonId | undefined,
  number: number,
  news: Pick<Nagging, "saying" | "line" | "rank"> &
    Partial<Pick<Nagging, "clock" | "isFact" | "isForList">> & {
      readonly key: string;
      readonly isSide?: boolean;
    },
): Promise<void> {
  if (to === undefined) return;
  const { key, isSide = false, saying, ...rest } = news;
  await nag(moment, {
    ...rest,
    key: `mediation ${number} ${key} ${to}`,
    recipient: to,
    subject: aboutMediation(number),
    open: isSide ? `/mine ${number}` : `/mediate ${number}`,
    saying: { about: aboutMediation(number), ...saying },
    passOn: "nobody",
  });
}

/** Does somebody else have to speak with this side: no message reaches her? */
export async function isOffline({ tx }: Pick<Moment, "tx">, { person }: Party): Promise<boolean> {
  return person === undefined || (await reachableAt(tx, person)).length === 0;
}

/** The sides whom the mediator has to call or visit. */
export async function offlineOf(
  moment: Pick<Moment, "tx">,
  parties: readonly Party[],
): Promise<readonly Party[]> {
  const found: Party[] = [];
  for (const party of parties) if (await isOffline(moment, party)) found.push(party);
  return found;
}

/** What the dispute is called by everybody in it; empty where nobody gave it a name. */
export async function topicOf({ tx }: Pick<Moment, "tx">, number: number): Promise<string> {
  const events = await eventsOf(tx, number);
  return events.findLast(({ kind }) => kind === "mediating")?.words ?? "";
}

/** The matter of a mediation. Throws when it is gone: tickets are never deleted. */
export async function ticketOf({ tx }: Pick<Moment, "tx">, number: number): Promise<Ticket> {
  const ticket = await ticketByNumber(tx, number);
  if (!ticket) throw new Error(`ticket ${number} is not there`);
  return ticket;
}

/** 「陆律师（法律顾问）」. */
export async function mediatorText(
  { tx }: Pick<Moment, "tx">,
  mediator: PersonId | undefined,
): Promise<Text> {
  const person = mediator === undefined ? undefined : await personById(tx, mediator);
  const specialty = person?.memberships.find((post) => post.specialty !== undefined)?.specialty;
  return mediatorName(person?.name, specialty);
}

export async function mediatorCalled(
  { tx }: Pick<Moment, "tx">,
  mediator: PersonId | undefined,
): Promise<string> {
  return (mediator === undefined ? undefined : await personById(tx, mediator))?.name ?? "";
}

export async function unitOfMediation(moment: Moment, number: number) {
  return unitOf(moment, (await ticketOf(moment, number)).unit);
}

/** An expected "no": for whoever has nothing to do with a mediation there is none. */
export function noSuch(number: number): { readonly refused: Text } {
  return { refused: say.opening.noSuch(String(number)) };
}

/** Words with what was sent along, for a line. */
export function wordsWithFiles(words: string, files: readonly unknown[]): Text {
  if (files.length === 0) return verbatim(words);
  return {
    zh: `${words}（附 ${files.length} 个文件）`,
    en: `${words} (${files.length} files)`.trim(),
  };
}

/** Everybody who is a side and was told of it, other than one. */
export function othersThan(mediation: Mediation, one: Party | undefined): readonly Party[] {
  return mediation.parties.filter(({ id, consent }) => id !== one?.id && consent !== "waiting");
}

/** The side of whoever acts, or that she has nothing to do with it. */
export function ownSide(mediation: Mediation, person: PersonId): Party | { readonly refused: Text } {
  return sideOf(mediation, person) ?? noSuch(mediation.number);
}
