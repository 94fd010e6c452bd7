import type { InboundEvent } from "../../core/channel/index.ts";
import type { Ledger } from "./ledger.ts";
import { readFileSync } from "node:fs";
import { z } from "zod";

const demo = z
  .object({ people: z.array(z.object({ actor: z.string(), role: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL("../../prisma/seed/demo.json", import.meta.url), "utf8")));
/** Demo people who hold a post: a matter may be handed over to any of them. */
const staff = demo.people.filter(({ role }) => role !== "villager").map(({ actor }) => actor);

const digits = "甲乙丙丁戊己庚辛壬癸";

/** A word nobody else says, made of letters only so that it may stand in a name. */
export function markOf(index: number): string {
  return `鑫${Array.from(String(index).padStart(5, "0"), (digit) => digits[Number(digit)]).join("")}`;
}

const markPattern = new RegExp(`鑫[${digits}]{5}`, "gu");

/** Nothing is rightly said to somebody who left or came back without a word, and to the later pictures of one album. */
function maySayNothing({ body }: InboundEvent): boolean {
  if (body.type === "lifecycle") return body.change !== "opened";
  return body.type === "media" && body.album !== undefined;
}

/** What was heard and got no answer, though it should have. */
export function unanswered({ inbox, outbox }: Ledger): readonly InboundEvent[] {
  const answered = new Set(
    outbox.map(({ address, key }) => `${address} ${/^in:\d+\./.exec(key)?.[0] ?? ""}`),
  );
  return inbox
    .filter(({ id, address }) => !answered.has(`${address} in:${id}.`))
    .map(({ event }) => JSON.parse(event) as InboundEvent)
    .filter((event) => !maySayNothing(event));
}

/**
 * Words shown to somebody who neither said them, nor reported the matter they belong to, nor must act on it or know her.
 * `speakers` says who said each mark; `nameOf` what a demo person on a platform is called.
 */
export function leaks(
  ledger: Ledger,
  speakers: ReadonlyMap<string, string>,
  nameOf: (actor: string) => string = (actor) => actor,
): readonly string[] {
  return ledger.outbox.flatMap(({ address, key, payload }) => {
    const reader = address.slice(address.lastIndexOf("/") + 1);
    const marks = payload.match(markPattern) ?? [];
    return marks
      .filter(
        (mark) => speakers.get(mark) !== reader && !isAnswer(ledger, { address, key }, speakers.get(mark)),
      )
      .filter((mark) => !isCry(ledger, reader, payload, speakers.get(mark)))
      .filter((mark) => !mayRead(ledger, { reader, nameOf }, mark))
      .map((mark) => `${reader} was shown ${mark} of ${speakers.get(mark)}: ${payload.slice(0, 200)}`);
  });
}

/** Is it what the reporter of a danger says, told to somebody who was alerted to it? When it is over no event holds it any more. */
function isCry(
  { tickets, accounts, outbox }: Ledger,
  reader: string,
  payload: string,
  speaker: string | undefined,
): boolean {
  const number = Number(/【紧急 (\d+)】/u.exec(payload)?.[1]);
  const personOf = (who: string | undefined) => accounts.find(({ actor }) => actor === who)?.person_id;
  const ticket = tickets.find((one) => one.number === number);
  const alert = `ticket ${number} alarm ${personOf(reader)}`;
  return ticket?.reporter_id === personOf(speaker) && outbox.some(({ key }) => key === alert);
}

/** Is it what somebody is answered, in the private chat in which she spoke? A made-up one may have another number than she has. */
function isAnswer(
  { inbox }: Ledger,
  said: { readonly address: string; readonly key: string },
  speaker: string | undefined,
): boolean {
  const heard = inbox.find(({ id, address }) => said.key.startsWith(`in:${id}.`) && address === said.address);
  if (!heard) return false;
  const { actor, group } = JSON.parse(heard.event) as InboundEvent;
  return !group && actor.id === speaker;
}

interface Reader {
  readonly reader: string;
  readonly nameOf: (actor: string) => string;
}

function mayRead(ledger: Ledger, { reader, nameOf }: Reader, mark: string): boolean {
  const account = ledger.accounts.find(({ actor }) => actor === reader);
  const name = nameOf(reader);
  const isNeighbour = ledger.people.some(
    (person) => person.name.includes(mark) && person.grid !== null && handles(name, person.grid),
  );
  if (isNeighbour) return true;
  return ledger.tickets.some((ticket) => {
    // Neighbours are asked whether theirs is the same thing in the same place.
    if (ticket.place.includes(mark) || follows(ledger, account?.person_id, ticket.number, mark)) return true;
    // Where whoever works there is away, another has it.
    const held = ledger.events.some(
      ({ number, holder_id }) => number === ticket.number && holder_id === account?.person_id,
    );
    const works = held || handles(name, ticket.unit_code) || wasPassedTo(ledger, name, ticket.number);
    if (!works && !hadItReported(ledger, ticket, account?.person_id)) return false;
    const reporter = ledger.people.find(({ id }) => id === ticket.reporter_id);
    const own = ledger.events.filter(({ number }) => number === ticket.number).map(({ detail }) => detail);
    return [ticket.what, ticket.place, reporter?.name ?? "", ...own].join("\n").includes(mark);
  });
}

/** Whoever follows a matter reads what is answered, never what its reporter says. */
function follows({ events }: Ledger, person: string | undefined, number: number, mark: string): boolean {
  const own = events.filter((event) => event.number === number);
  const isFollower = own.some(({ kind, actor_id }) => kind === "followed" && actor_id === person);
  const answers = own.filter(({ kind }) => ["answered", "settled", "asked", "unverified"].includes(kind));
  return isFollower && answers.some(({ detail }) => detail.includes(mark));
}

/** Its reporter, or whoever reported it before she left it to a neighbour. */
function hadItReported(
  { events }: Ledger,
  ticket: Ledger["tickets"][number],
  person: string | undefined,
): boolean {
  const left = events.some(
    ({ number, kind, actor_id }) => number === ticket.number && kind === "left" && actor_id === person,
  );
  return left || person === ticket.reporter_id;
}

const team = ["li", "he", "zhou", "ye", "ge", "qian", "dong", "shen", "lu", "hu"];
const leaders = ["sun", "xu", "tong"];

/** The village team reads what was handed to it, the leaders what is late. */
function wasPassedTo({ events }: Ledger, reader: string, number: number): boolean {
  const happened = (...kinds: readonly string[]) =>
    events.some((event) => event.number === number && kinds.includes(event.kind));
  return team.includes(reader)
    ? happened("handed_over", "assigned", "sent_up")
    : leaders.includes(reader) && happened("late");
}

/** Whose matter it is: who filed it, or said that it is hers too. */
export function concerned({ events }: Ledger, ticket: number): ReadonlySet<string> {
  const own = events.filter(({ number, kind }) => number === ticket && ["filed", "followed"].includes(kind));
  return new Set(own.map(({ actor_id: actor }) => actor ?? ""));
}

/** May this demo person act on what belongs to the unit? */
export function handles(reader: string, unit: string): boolean {
  const onlyGrid: Readonly<Record<string, string>> = { li: "-G1", he: "-G2" };
  return staff.includes(reader) && unit.endsWith(onlyGrid[reader] ?? "");
}
