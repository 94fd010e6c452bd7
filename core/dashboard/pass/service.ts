import { createHash } from "node:crypto";
import type { Choice, Reply } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import { personById, unitsWhere, type Acting, type Moment, type Person } from "../../people/index.ts";
import { say } from "../texts.ts";
import { isAuditor, logChoice } from "./log.ts";
import { faultOf, isSecret, keptMs, linkMs, makeSecret, sessionMs, type LinkFault } from "./model.ts";
import {
  endSessionBy,
  keepLink,
  linkBy,
  moveSessions,
  sessionBy,
  sessionsOf,
  useLink,
  type LiveSession,
} from "./store.ts";

/** Where pages are reached, without a slash at the end; undefined where nobody has told the program. */
export type PagesAt = string | undefined;

/** Under this path, behind the address, everything of the dashboard is found. */
export const dashboardPath = "/board";

/** What links and sessions need of a moment. */
export type PassMoment = Pick<Moment, "tx" | "now" | "draw">;

/** Does this person hold a post that has the dashboard? */
export function mayOpen({ memberships }: Pick<Person, "memberships">): boolean {
  return unitsWhere(memberships, "dashboard.open").length > 0;
}

/** A link for whoever acts: it opens once, within 15 minutes, and what it opens is hers alone. Earlier unopened ones are void. */
export async function offerLink(acting: Acting, pagesAt: PagesAt): Promise<Reply> {
  const { tx, now, person, draw, calendar } = acting;
  if (!mayOpen(person)) return say.notYours;
  if (pagesAt === undefined) return say.noAddress;
  const secret = makeSecret(draw);
  const link = { person: person.id, hash: hashOf(secret), until: now + linkMs };
  await keepLink(tx, link, { now, keptSince: now - keptMs });
  const text = [say.link(`${pagesAt}${dashboardPath}/open/${secret}`, calendar.moment(link.until))];
  const choices: Choice[] = [];
  const [soonest, ...others] = await sessionsOf(tx, person.id, now);
  if (soonest !== undefined) {
    text.push(say.alsoOpen(others.length + 1, calendar.moment(soonest)));
    choices.push({ label: say.goOn, token: "/stats board on" });
    choices.push({ label: say.closeAll, token: "/stats board off" });
  }
  if (isAuditor(person)) choices.push(logChoice);
  return choices.length === 0 ? join(text) : { text: join(text), choices };
}

/** Every browser in which whoever acts reads now goes on for as long as a new one: how a wall lives through the day. */
export async function goOn({ tx, now, person, calendar }: Acting): Promise<Reply> {
  if (!mayOpen(person)) return say.notYours;
  const until = now + sessionMs;
  const open = await moveSessions(tx, person.id, until, now);
  return open > 0 ? say.goesOn(open, calendar.moment(until)) : say.noneOpen;
}

/** Ends every browser in which whoever acts reads now, wherever it stands. */
export async function closeAll({ tx, now, person }: Acting): Promise<Reply> {
  const open = await moveSessions(tx, person.id, now, now);
  return open > 0 ? say.closed(open) : say.noneOpen;
}

/** Whom a link is for, or why it opens nothing; looking does not use it up. */
export async function lookAtLink(
  { tx, now }: Pick<PassMoment, "tx" | "now">,
  secret: string,
): Promise<Person | LinkFault> {
  if (!isSecret(secret)) return "unknown";
  const link = await linkBy(tx, hashOf(secret));
  const fault = faultOf(link, now);
  const person = link && (await personById(tx, link.person));
  if (fault !== undefined || !person) return fault ?? "unknown";
  return mayOpen(person) ? person : "no_post";
}

/** A browser's session: what its cookie says, and until when it counts, epoch milliseconds. */
export interface Session {
  readonly cookie: string;
  readonly until: number;
}

/** Uses a link up. Of two who open it at once one gets the session, the other "used". */
export async function openLink(moment: PassMoment, secret: string): Promise<Session | LinkFault> {
  const { tx, now, draw } = moment;
  const person = await lookAtLink(moment, secret);
  if (typeof person === "string") return person;
  const session = { cookie: makeSecret(draw), until: now + sessionMs };
  const kept = { hash: hashOf(session.cookie), until: session.until };
  return (await useLink(tx, hashOf(secret), kept, now)) ? session : "used";
}

/** Somebody reading in a browser, with the posts she holds now. */
export interface Reader extends Pick<LiveSession, "until"> {
  readonly person: Person;
  /** Which link her session came of. */
  readonly pass: number;
}

/** Who reads under this cookie now; undefined when the session is over. */
export async function readerOf(
  { tx, now }: Pick<PassMoment, "tx" | "now">,
  cookie: string,
): Promise<Reader | undefined> {
  const session = isSecret(cookie) ? await sessionBy(tx, hashOf(cookie), now) : undefined;
  const person = session && (await personById(tx, session.person));
  return person && { person, until: session.until, pass: session.id };
}

export async function endSession({ tx, now }: Pick<PassMoment, "tx" | "now">, cookie: string): Promise<void> {
  await endSessionBy(tx, hashOf(cookie), now);
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
