import type { Reply, Saying } from "../dialogue/index.ts";
import { join, type Text } from "../language/index.ts";
import { unitName } from "../org/index.ts";
import type { Acting } from "../people/index.ts";
import { filesOf, type Ticket } from "../tickets/index.ts";
import { versionOf } from "./agreement.ts";
import { mediatorChoices, replaceChoice, sideChoices } from "./choices.ts";
import { dueOf } from "./clock.ts";
import { isOpen, sideOf, type Mediation, type Party } from "./model.ts";
import { mayCallIn } from "./open.ts";
import { mediationOf, mediationsOf, wordsOf, type Word } from "./store.ts";
import {
  aboutMediation,
  isOffline,
  mediatorText,
  noSuch,
  offlineOf,
  ticketOf,
  topicOf,
  wordsWithFiles,
} from "./telling.ts";
import { consentNames, meetingName, say, stateName } from "./texts.ts";

/** What each reads of a mediation: the mediator all of it, a side her own words, those who called it in how it stands. */

const listLength = 8;
const wordsShown = 6;
const longestWord = 300;

/** The mediations somebody has to do with, each a button. */
export async function listView(acting: Acting): Promise<Reply> {
  const found = await mediationsOf(acting.tx, acting.person.id, listLength);
  if (found.length === 0) return say.opening.noneMine;
  const choices: { readonly label: Text; readonly token: string }[] = [];
  for (const mediation of found) {
    const { number } = mediation;
    const topic = await topicOf(acting, number);
    choices.push({
      label: say.opening.line(number, topic, stateOf(acting, mediation)),
      token: `/mediate ${number}`,
    });
  }
  return { text: say.opening.mine, choices };
}

function stateOf({ calendar }: Pick<Acting, "calendar">, mediation: Mediation): Text {
  const { state, meetingAt } = mediation;
  return stateName(
    mediation,
    state === "meeting" && meetingAt !== undefined ? calendar.moment(meetingAt) : undefined,
  );
}

/** A mediation as far as it is this person's business; for anybody else there is none. */
export async function mediationView(acting: Acting, number: number): Promise<Reply> {
  const mediation = await mediationOf(acting.tx, number);
  if (!mediation) return noSuch(number).refused;
  if (mediation.mediator === acting.person.id) return mediatorView(acting, mediation);
  const side = sideOf(mediation, acting.person.id);
  if (side) return sideView(acting, mediation, side);
  const ticket = await mayCallIn(acting, number);
  return "refused" in ticket ? noSuch(number).refused : statusView(acting, mediation);
}

/** What a side reads under the number of her matter; undefined for whoever is none. */
export async function viewOfSide(acting: Acting, number: number): Promise<Saying | undefined> {
  const mediation = await mediationOf(acting.tx, number);
  const side = mediation && sideOf(mediation, acting.person.id);
  return mediation && side && sideView(acting, mediation, side);
}

async function sideView(acting: Acting, mediation: Mediation, side: Party): Promise<Saying> {
  const { number } = mediation;
  const all = (await wordsOf(acting.tx, number)).filter(({ party }) => party === side.id);
  // What the mediator noted of her is the mediator's.
  const words = all.filter(({ kind }) => kind !== "noted");
  const text = say.party.view({
    number,
    topic: await topicOf(acting, number),
    mediator: await mediatorText(acting, mediation.mediator),
    own: [say.party.you(consentNames[side.consent]), ...wordLines(acting, words, true)],
    meeting: meetingLine(acting, mediation, meetingName(side.meeting)),
    agreement: agreementShown(mediation),
    state: stateOf(acting, mediation),
  });
  const choices = sideChoices(mediation, side, await versionOf(acting, number));
  return { text, choices, about: aboutMediation(number) };
}

function meetingLine({ calendar }: Acting, mediation: Mediation, words: Text): Text | undefined {
  const { state, meetingAt, meetingPlace = "" } = mediation;
  if (state !== "meeting" || meetingAt === undefined) return undefined;
  return say.mediator.meetingLine(calendar.moment(meetingAt), meetingPlace, words);
}

/** The agreement while it waits to be confirmed, and once it is in effect. */
function agreementShown({ state, outcome, agreement }: Mediation): string | undefined {
  const isInEffect = state === "ended" && (outcome === "mediated" || outcome === "to_court");
  return state === "agreed" || isInEffect ? agreement : undefined;
}

/** The newest words of a side, each on a line. */
function wordLines({ calendar }: Acting, words: readonly Word[], isOwn: boolean): readonly Text[] {
  const shown = words.slice(-wordsShown);
  const before = words.length - shown.length;
  const lines = shown.flatMap(({ at, kind, words: said, files }) => {
    if (kind === "agreement") return [];
    const line = said.replaceAll(/\s*\n\s*/g, " / ");
    const short = line.length > longestWord ? `${line.slice(0, longestWord)}…` : line;
    return [say.mediator.word(calendar.moment(at), kind, wordsWithFiles(short, files), isOwn)];
  });
  return before > 0 ? [say.mediator.before(before), ...lines] : lines;
}

async function mediatorView(acting: Acting, mediation: Mediation): Promise<Saying> {
  const { number, parties } = mediation;
  const ticket = await ticketOf(acting, number);
  const all = await wordsOf(acting.tx, number);
  const sides: Text[] = [];
  for (const party of parties) {
    const of = all.filter((word) => word.party === party.id);
    // Her report is before the mediator once she is willing.
    const told = party.person === ticket.reporter && party.consent === "willing" ? [reported(ticket)] : [];
    sides.push(
      join([
        say.mediator.side(party, await isOffline(acting, party)),
        ...told,
        ...wordLines(acting, of, false),
      ]),
    );
  }
  const due = await dueOf(acting, number);
  const text = say.mediator.view({
    number,
    topic: await topicOf(acting, number),
    unit: await unitName(acting.tx, ticket.unit),
    sides,
    meeting: meetingLine(acting, mediation, say.mediator.howMany(parties)),
    agreement: agreementShown(mediation),
    state: stateOf(acting, mediation),
    due: due === undefined ? undefined : acting.calendar.date(due),
  });
  const offline = isOpen(mediation) ? await offlineOf(acting, parties) : [];
  const choices = mediatorChoices(mediation, offline, await versionOf(acting, number));
  const isWilling = parties[0]?.consent === "willing";
  const files = [
    ...(isWilling ? await filesOf(acting.tx, number) : []),
    ...all.flatMap((word) => word.files),
  ];
  return { text, files, choices, about: aboutMediation(number) };
}

function reported({ what, place }: Ticket): Text {
  const words = [what, place].filter((part) => part !== "").join(" · ");
  return say.mediator.reported({ zh: words, en: words });
}

/** How it stands, without a word of what was said or agreed. */
async function statusView(acting: Acting, mediation: Mediation): Promise<Saying> {
  const { number, parties, mediator } = mediation;
  const due = await dueOf(acting, number);
  const lines: Text[] = [];
  for (const party of parties) lines.push(say.mediator.side(party, await isOffline(acting, party)));
  const text = say.opening.staffStatus({
    number,
    topic: await topicOf(acting, number),
    mediator: await mediatorText(acting, mediator),
    parties: lines,
    state: stateOf(acting, mediation),
    due: due === undefined ? undefined : acting.calendar.date(due),
  });
  return { text, choices: isOpen(mediation) ? [replaceChoice(number)] : [], about: aboutMediation(number) };
}
