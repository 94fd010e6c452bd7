import type { Choice, Reply, Saying } from "../dialogue/index.ts";
import { verbatim, type Text } from "../language/index.ts";
import { calledName, carerOf, personById, wardsOf, type Acting } from "../people/index.ts";
import { ratingChoices, scoreChoices } from "./choices.ts";
import { duesFor } from "./dues.ts";
import { eventsOf, type StoredEvent } from "./events/store.ts";
import type { Ticket, TicketNumber } from "./model.ts";
import { aboutTicket, postAndName, responsibleFor, withoutName } from "./responsible.ts";
import { placeForNeighbours } from "./same/model.ts";
import { isFollower } from "./same/service.ts";
import { followedBy } from "./same/store.ts";
import { isOwn } from "./service.ts";
import { reportedBy, ticketByNumber } from "./store.ts";
import { isRated } from "./verdict/store.ts";
import { say, type TimelineLine } from "./texts.ts";
import { deedsOf, seenBy, type Seen, type VillagerDeed, type Viewer } from "./verdict/model.ts";

const listLength = 8;

/** The matters a villager reported or waits for with a neighbour, newest first, each a button. */
export async function mineView(acting: Acting): Promise<Reply> {
  const { tx, person } = acting;
  const own = (await reportedBy(tx, person.id, listLength)).map(({ number, ...ticket }) => ({
    number,
    label: say.line({ number, ...ticket }),
  }));
  const followed: typeof own = [];
  for (const number of await followedBy(tx, person.id, listLength)) {
    const ticket = await ticketByNumber(tx, number);
    if (ticket) followed.push({ number, label: say.followedLine(ticket) });
  }
  const all = [...own, ...followed, ...(await wardsMatters(acting))]
    .sort((one, other) => other.number - one.number)
    .slice(0, listLength);
  if (all.length === 0) return say.noneMine;
  const choices = all.map(({ number, label }) => ({ label, token: `/mine ${number}` }));
  return { text: say.mine, choices };
}

/** The matters of those she acts for; what is sealed is for the reporter's own eyes. */
async function wardsMatters({ tx, person }: Acting) {
  const lines: { readonly number: TicketNumber; readonly label: Text }[] = [];
  for (const ward of await wardsOf(tx, person.id)) {
    for (const ticket of await reportedBy(tx, ward.id, listLength))
      if (!ticket.isSealed && ticket.about !== person.id)
        lines.push({ number: ticket.number, label: say.wardsLine(ticket, ward.name) });
  }
  return lines;
}

/** How this person looks at a matter from the village's side; undefined for anybody else. */
export async function viewerOf(acting: Acting, ticket: Ticket): Promise<Viewer | undefined> {
  if (await isOwn(acting, ticket)) return "reporter";
  return (await isFollower(acting, ticket.number)) ? "follower" : undefined;
}

/** A matter's life in plain words for a villager who waits for it, with what she can do about it now. */
export async function villagerView(acting: Acting, ticket: Ticket, viewer: Viewer): Promise<Reply> {
  const events = await eventsOf(acting.tx, ticket.number);
  const reporter = viewer === "follower" ? await personById(acting.tx, ticket.reporter) : undefined;
  const ids = viewer === "reporter" ? [ticket.reporter, acting.person.id] : [acting.person.id];
  const carer = await carerOf(acting.tx, ticket.reporter);
  const seen = seenBy({ as: viewer, ids, filedBy: ticket.filedBy, carer }, events);
  const lines: TimelineLine[] = [];
  for (const event of seen) {
    const line = await lineOf(acting, event);
    const words =
      reporter && event.by === "staff" ? withoutName(verbatim(line.words), reporter).zh : line.words;
    lines.push({ ...line, words });
  }
  const holder = await responsibleFor(acting, ticket);
  const dues = await duesFor(acting, ticket);
  const isHers = viewer === "reporter" && !events.some(({ kind }) => kind === "left");
  const shown = isHers ? ticket : { ...ticket, place: placeForNeighbours(ticket.place) };
  const saying: Saying = {
    text: say.villagerTimeline(shown, holder && postAndName(holder), dues, lines),
    files: seen.flatMap(({ files }) => files),
    about: aboutTicket(ticket.number),
  };
  const endedAt = events.findLast(({ kind }) => kind === "withdrawn")?.at;
  const deeds = deedsOf(ticket, viewer, {
    isRated: await isRated(acting.tx, ticket.number, ticket.cycle),
    sinceWithdrawn: endedAt === undefined ? undefined : acting.now - endedAt,
  });
  const choices = deeds.flatMap((deed) => choicesFor(ticket, deed));
  return choices.length === 0 ? saying : { ...saying, choices };
}

async function lineOf(acting: Acting, event: Seen<StoredEvent>): Promise<TimelineLine> {
  const { by, kind, words, files, actor } = event;
  const person = by === "staff" && actor !== undefined ? await personById(acting.tx, actor) : undefined;
  const who = by === "staff" ? (person ? calledName(person) : "") : by;
  return { at: acting.calendar.moment(event.at), kind, who, words, files };
}

/** The buttons for a deed; rating has one for each score. */
function choicesFor({ number, state }: Ticket, deed: VillagerDeed): readonly Choice[] {
  if (deed === "rate") return state === "settled" ? ratingChoices(number) : scoreChoices(number);
  return [{ label: say.deeds[deed], token: `/mine ${number} ${deed}` }];
}
