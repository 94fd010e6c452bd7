import type { Ticket, TicketEvent, TicketEventKind } from "../model.ts";

/** Whether a round of a matter that has ended counts for the team of its village. The rules: docs/decisions/052-points-of-teams.md. */

/** Neither what is sealed nor what complains of somebody counts; a dispute is about its other side, whoever that is. */
function isCounted({ kind, about, isSealed }: Pick<Ticket, "kind" | "about" | "isSealed">): boolean {
  if (isSealed || kind === "complaint" || kind === "accusation") return false;
  return about === undefined || kind === "dispute";
}

/** Does it lie in the village still? */
function isInVillage({ tier, office, countyAt }: Pick<Ticket, "tier" | "office" | "countyAt">): boolean {
  return tier !== "complex" && office === undefined && countyAt === undefined;
}

/** May what became of it be an outcome of the team's, as far as the matter itself says? */
export function mayCount(ticket: Ticket): boolean {
  return isCounted(ticket) && isInVillage(ticket);
}

type Happened = Pick<TicketEvent, "kind" | "actor">;

const begins: readonly TicketEventKind[] = ["reopened", "put_back"];

/** What happened since the newest round began. */
export function lastRound<Event extends Happened>(events: readonly Event[]): readonly Event[] {
  return events.slice(events.findLastIndex(({ kind }) => begins.includes(kind)) + 1);
}

/** A round that has ended, and who had to do with it. */
export interface Round {
  readonly events: readonly Happened[];
  /** Had a clock of it run out when it was stopped? */
  readonly hasRunOut: boolean;
  readonly reporter: string;
  /** Who told it for the reporter. */
  readonly filedBy: string | undefined;
  /** Whose own word it is that something is mended: the reporter, and whoever cares for her. */
  readonly villagers: readonly string[];
  /** Of those who had to do with it, who is in the team of the village. */
  readonly team: readonly string[];
  /** Who lives with the reporter. */
  readonly house: readonly string[];
}

const ending: readonly TicketEventKind[] = ["settled", "mediated", "unverified", "not_fixed"];
const late: readonly TicketEventKind[] = ["overdue", "late"];

/** Whose deed a settlement is: of what the villager says herself is mended, whoever answered her last. */
function doneBy({ events, villagers }: Round, end: Happened): string | undefined {
  if (end.kind === "mediated") return events.findLast(({ kind }) => kind === "mediating")?.actor;
  const isOwnWord = end.actor !== undefined && villagers.includes(end.actor);
  return isOwnWord ? events.findLast(({ kind }) => kind === "answered")?.actor : end.actor;
}

/** Is silence enough? Not where somebody of the team told it in her name: then only a villager's word is. */
function isWitnessed({ events, filedBy, team }: Round): boolean {
  if (filedBy === undefined || !team.includes(filedBy)) return true;
  return events.some(({ kind, actor }) => kind === "rated" && actor !== undefined && !team.includes(actor));
}

/** What a round that has ended is to the team: settled or agreed on in time by somebody in it, for somebody who is not; what the rating says makes no difference. */
export function outcomeOf(round: Round): "team_settled" | "team_mediated" | undefined {
  const { events, hasRunOut, reporter, team, house } = round;
  const end = events.findLast(({ kind }) => ending.includes(kind));
  if (end?.kind !== "settled" && end?.kind !== "mediated") return undefined;
  if (hasRunOut || events.some(({ kind }) => late.includes(kind))) return undefined;
  const by = doneBy(round, end);
  const isTheirs = by !== undefined && team.includes(by) && !house.includes(by);
  if (!isTheirs || team.includes(reporter) || !isWitnessed(round)) return undefined;
  return end.kind === "mediated" ? "team_mediated" : "team_settled";
}
