import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import {
  nag,
  nearestJudge,
  personById,
  postAndName,
  tell,
  type Acting,
  type Found,
  type Moment,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import { day, setAlarm } from "../../time/index.ts";
import { yearAlarm } from "../alarm.ts";
import { isHonour, isOpen } from "../model.ts";
import { readableLine, type Readable } from "../show/access.ts";
import { namedLine } from "../show/naming.ts";
import { holdList, lineById, type LineId } from "../store.ts";
import { say } from "../texts.ts";
import { aboutOf, concernedIn, judgesOf, mayJudge, type About } from "./concerned.ts";
import {
  insertObjection,
  nameJudge,
  objectionById,
  ownStates,
  type Objection,
  type ObjectionId,
} from "./store.ts";

/** An expected "no", with the sentence for the person. */
export interface Refusal {
  readonly refused: Text;
}

/** 5 days, as for points (docs/decisions/043-points.md); ours, no law's. */
export const answerWithin = 5 * day;

const remindEvery = day;

/** What somebody objects to, as she reads it; or why she may not. */
export async function objectable(acting: Acting, id: LineId): Promise<{ readonly what: Text } | Refusal> {
  const found = await readableLine(acting, id);
  const whyNot = await whyNotObject(acting, found);
  if (!found || whyNot) return { refused: whyNot ?? say.noSuchLine };
  return { what: namedLine(found.list, found.line) };
}

async function whyNotObject(acting: Acting, found: Readable | undefined): Promise<Text | undefined> {
  if (!found) return say.noSuchLine;
  const { list, line, isOwn } = found;
  if (!isOwn && !isHonour(list.kind)) return say.object.notYours;
  if (!isOpen(list, acting.now)) return say.object.closed;
  const states = await ownStates(acting.tx, {
    list: list.id,
    subject: line.subject,
    person: acting.person.id,
  });
  if (states.includes("waiting")) return say.object.waitsAlready;
  return states.length > 0 ? say.object.answeredBefore : undefined;
}

/** May somebody object to a line now? */
export async function mayObject(acting: Acting, found: Readable): Promise<boolean> {
  return (await whyNotObject(acting, found)) === undefined;
}

/** Somebody objects: it goes to whoever is not concerned, and is answered within five days. */
export async function object(acting: Acting, key: string, id: LineId, words: string): Promise<Reply> {
  const { tx, now, person, calendar } = acting;
  const said = await lineById(tx, id);
  // Of two that come at once the later one sees the other, and a list that is frozen meanwhile is.
  if (said) await holdList(tx, said.list);
  const found = await readableLine(acting, id);
  const whyNot = await whyNotObject(acting, found);
  const about = found && (await aboutOf(acting, { list: found.list.id, subject: found.line.subject }));
  if (!about || whyNot) return whyNot ?? say.noSuchLine;
  const judge = await judgeFor(acting, about, { person: person.id, words });
  const made = { list: about.list.id, subject: about.line.subject, person: person.id, words, createdAt: now };
  const kept = { ...made, judge: judge?.person.id ?? null };
  const objection = await insertObjection(tx, kept, `year objection ${key}`);
  if (objection === undefined) return say.object.waitsAlready;
  if (judge) await askJudge(acting, objection, judge.person.id);
  await remindAt(acting, objection, now + (judge ? answerWithin - day : remindEvery));
  const due = calendar.date(now + answerWithin);
  return judge ? say.object.handedIn(postAndName(judge.role, judge.person), due) : say.object.kept;
}

async function judgeFor(
  moment: Moment,
  about: About,
  { person, words }: Pick<Objection, "person" | "words">,
  posts: readonly Role[] = judgesOf(about.list.kind),
): Promise<Found | undefined> {
  const concerned = await concernedIn(moment, about, person);
  return nearestJudge(moment, about.home, posts, { concerned, words });
}

/** Whoever was asked, as long as it is hers to answer; else somebody else. */
async function judgeNow(moment: Moment, about: About, kept: Objection): Promise<PersonId | undefined> {
  const asked = kept.judge === null ? undefined : await personById(moment.tx, kept.judge);
  const isHers =
    asked !== undefined &&
    mayJudge(asked, about) &&
    !(await concernedIn(moment, about, kept.person)).includes(asked.id);
  if (isHers) return asked.id;
  const judge = (await judgeFor(moment, about, kept))?.person.id;
  if (judge !== undefined) await nameJudge(moment.tx, kept.id, judge);
  return judge;
}

/** What alarms and reminders about an objection are about. */
export function aboutObjection(id: ObjectionId): string {
  return `objection ${id}`;
}

/** An objection as whoever answers it reads it. */
export async function cardOf(moment: Moment, kept: Objection, { list, line }: About): Promise<Text> {
  return say.object.card({
    id: kept.id,
    name: (await personById(moment.tx, kept.person))?.name ?? kept.person,
    what: namedLine(list, line),
    words: kept.words,
    due: moment.calendar.date(kept.createdAt + answerWithin),
  });
}

async function sayingOf(moment: Moment, kept: Objection, about: About) {
  const choices = [{ label: say.object.answer, token: `/year judge ${kept.id}` }];
  return { text: await cardOf(moment, kept, about), choices };
}

async function askJudge(moment: Moment, id: ObjectionId, judge: PersonId): Promise<void> {
  const kept = await objectionById(moment.tx, id);
  const about = kept && (await aboutOf(moment, kept));
  if (!about) throw new Error(`objection ${id} was kept and is not there`);
  await tell(moment, judge, await sayingOf(moment, kept, about), {
    key: `year objection ${id} asked ${judge}`,
    lane: "alarm",
    mayPassOn: () => false,
  });
}

async function remindAt({ tx }: Moment, id: ObjectionId, fireAt: number): Promise<void> {
  const subject = aboutObjection(id);
  await setAlarm(tx, { key: `year ${subject}`, kind: yearAlarm, subject, fireAt });
}

/** Nobody has answered: whoever is to is reminded every day from the fourth on, and those above hear of it when it is late. */
export async function remindOfObjection(moment: Moment, id: ObjectionId): Promise<void> {
  const { tx, now } = moment;
  const kept = await objectionById(tx, id);
  const about = kept?.state === "waiting" ? await aboutOf(moment, kept) : undefined;
  if (!kept || !about) return;
  await remindAt(moment, id, now + remindEvery);
  const judge = await judgeNow(moment, about, kept);
  const isLate = now >= kept.createdAt + answerWithin;
  const above = isLate ? await judgeFor(moment, about, kept, judgesOf(about.list.kind).slice(1)) : undefined;
  const saying = await sayingOf(moment, kept, about);
  for (const recipient of new Set([judge, above?.person.id]))
    if (recipient !== undefined)
      await nag(moment, {
        key: `year objection ${id} ${recipient} ${now}`,
        recipient,
        subject: aboutObjection(id),
        rank: isLate ? 11 : 5,
        line: say.object.line(id),
        open: `/year judge ${id}`,
        saying: { ...saying, text: isLate ? say.object.late(saying.text) : saying.text },
        passOn: "nobody",
      });
}
