import type { Choosable, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Unit, UnitCode } from "../../org/index.ts";
import {
  can,
  nag,
  nearestJudge,
  personById,
  postAndName,
  tell,
  type Acting,
  type Found,
  type Moment,
  type Person,
  type PersonId,
  type Role,
} from "../../people/index.ts";
import { day, setAlarm } from "../../time/index.ts";
import { pointsAlarm } from "../alarm.ts";
import type { Refusal } from "../grant/receivers.ts";
import { lineOf } from "../ledger/entryText.ts";
import { accountOf, homeOf } from "../ledger/service.ts";
import { entriesOf, entryById, holdAccount, reversalOf } from "../ledger/store.ts";
import type { Account, Entry, EntryId } from "../model.ts";
import { teamAccount, teamsShownTo } from "../team/service.ts";
import { say } from "../texts.ts";
import { aboutAppeal, answerWithin, cardOf } from "./card.ts";
import { concernedIn, placeOf } from "./concerned.ts";
import {
  appealById,
  insertAppeal,
  isWaiting,
  nameJudge,
  statesAbout,
  type Appeal,
  type AppealId,
} from "./store.ts";

const remindEvery = day;
const judges = ["supervisor", "direct_leader", "main_leader", "admin"] as const;
const offered = 7;

/** What somebody may object to: her newest entries that were earned, or those of a team. @param team a village; null for her own. */
export async function appealable(
  acting: Acting,
  team: UnitCode | null,
): Promise<{ readonly entries: readonly Choosable[] } | Refusal> {
  const { tx, person } = acting;
  if (team === null && !(await homeOf(tx, person))) return { refused: say.notConfirmed };
  const account = team === null ? accountOf(person.id) : await teamOfHers(acting, team);
  if ("refused" in account) return account;
  const entries = await entriesOf(tx, account, { limit: 3 * offered });
  const options: { id: string; label: Text }[] = [];
  for (const entry of entries) {
    const whyNot = await whyNotAbout(acting, entry);
    // She who asks for one that waits hears that it does.
    if (options.length < offered && (whyNot === undefined || whyNot === say.judge.waitsAlready))
      options.push({ id: String(entry.id), label: await lineOf(acting, entry) });
  }
  if (team !== null && options.length === 0) return { refused: say.team.nothingToObject };
  return { entries: options };
}

/** @param said a village's code; empty for the only one whose team is hers to read. */
async function teamOfHers(acting: Acting, said: UnitCode): Promise<Account | Refusal> {
  const own = await teamsShownTo(acting);
  const [only, ...others] = own;
  if (only === undefined) return { refused: say.notConfirmed };
  const village = said === "" && others.length === 0 ? only : said;
  return own.includes(village) ? teamAccount(village) : { refused: say.judge.notYourTeam };
}

/** Hers to object to: what is her own, and what the team of her village or of hers earned. */
async function isOpenTo(acting: Acting, { kind, id }: Account): Promise<boolean> {
  if (kind === "team") return (await teamsShownTo(acting)).includes(id);
  return kind === "person" && id === acting.person.id;
}

/** Why nobody may object to an entry (any more). */
async function whyNotAbout(acting: Acting, entry: Entry | undefined): Promise<Text | undefined> {
  const { tx } = acting;
  if (!entry || entry.kind === "spent" || !(await isOpenTo(acting, entry.account))) return say.judge.notYours;
  // What the villager said of her matter is weighed by nobody; what a judge took back neither.
  if (entry.account.kind === "team" && entry.reverses !== null) return say.team.settledAgain;
  const states = await statesAbout(tx, entry.id);
  if (states.includes("waiting")) return say.judge.waitsAlready;
  // What took it back because she was right is no other matter.
  const before = entry.reverses === null ? [] : await statesAbout(tx, entry.reverses);
  if (states.length > 0 || before.includes("upheld")) return say.judge.answeredBefore;
  return (await reversalOf(tx, entry.id)) === undefined ? undefined : say.judge.takenBack;
}

/** Somebody objects: it goes to whoever decides, and is answered within five days. @param about null where something is missing. */
export async function appeal(
  acting: Acting,
  key: string,
  about: EntryId | null,
  words: string,
): Promise<Reply> {
  const { tx, now, person, calendar } = acting;
  const home = await placeOf(tx, { person: person.id, entry: about });
  if (!home) return say.notConfirmed;
  const entry = about === null ? undefined : await entryById(tx, about);
  // Of two that come at once the later one sees the other.
  await holdAccount(tx, entry?.account ?? accountOf(person.id));
  const whyNot = about === null ? undefined : await whyNotAbout(acting, entry);
  if (whyNot) return whyNot;
  if (about === null && (await isWaiting(tx, person.id, about))) return say.judge.waitsAlready;
  const judge = await judgeFor(acting, home, { person: person.id, entry: about, words });
  const made = { person: person.id, entry: about, words, judge: judge?.person.id ?? null, createdAt: now };
  const id = await insertAppeal(tx, made, `appeal ${key}`);
  if (id === undefined) return say.judge.waitsAlready;
  if (judge) await askJudge(acting, id, judge.person);
  await remindAt(acting, id, now + (judge ? answerWithin - day : remindEvery));
  const due = calendar.date(now + answerWithin);
  return judge ? say.judge.handedIn(postAndName(judge.role, judge.person), due) : say.judge.kept;
}

async function judgeFor(
  moment: Moment,
  home: Unit,
  about: Pick<Appeal, "person" | "entry" | "words">,
  posts: readonly Role[] = judges,
): Promise<Found | undefined> {
  const concerned = await concernedIn(moment.tx, about);
  return nearestJudge(moment, home, posts, { concerned, words: about.words });
}

/** Whoever was asked, as long as it is hers to decide; else somebody else. */
async function judgeNow(moment: Moment, home: Unit, kept: Appeal): Promise<PersonId | undefined> {
  const asked = kept.judge === null ? undefined : await personById(moment.tx, kept.judge);
  const isHers =
    asked !== undefined &&
    can(asked.memberships, "points.judge", home) &&
    !(await concernedIn(moment.tx, kept)).includes(asked.id);
  if (isHers) return asked.id;
  const judge = (await judgeFor(moment, home, kept))?.person.id;
  if (judge !== undefined) await nameJudge(moment.tx, kept.id, judge);
  return judge;
}

async function sayingOf(moment: Moment, kept: Appeal) {
  const choices = [{ label: say.judge.answer, token: `/points judge ${kept.id}` }];
  return { text: await cardOf(moment, kept), choices };
}

async function askJudge(moment: Moment, id: AppealId, { id: judge }: Person): Promise<void> {
  const kept = await appealById(moment.tx, id);
  if (!kept) throw new Error(`appeal ${id} was kept and is not there`);
  await tell(moment, judge, await sayingOf(moment, kept), {
    key: `appeal ${id} asked ${judge}`,
    lane: "alarm",
  });
}

async function remindAt({ tx }: Moment, id: AppealId, fireAt: number): Promise<void> {
  const subject = aboutAppeal(id);
  await setAlarm(tx, { key: `points ${subject}`, kind: pointsAlarm, subject, fireAt });
}

/** Nobody has answered: whoever decides is reminded every day from the fourth on, and those above hear of it when it is late. */
export async function remindOfAppeal(moment: Moment, id: AppealId): Promise<void> {
  const { tx, now } = moment;
  const kept = await appealById(tx, id);
  if (kept?.state !== "waiting") return;
  await remindAt(moment, id, now + remindEvery);
  const home = await placeOf(tx, kept);
  if (!home) return;
  const judge = await judgeNow(moment, home, kept);
  const isLate = now >= kept.createdAt + answerWithin;
  const above = isLate ? await judgeFor(moment, home, kept, judges.slice(1)) : undefined;
  const saying = await sayingOf(moment, kept);
  for (const recipient of new Set([judge, above?.person.id]))
    if (recipient !== undefined)
      await nag(moment, {
        key: `appeal ${id} ${recipient} ${now}`,
        recipient,
        subject: aboutAppeal(id),
        rank: isLate ? 11 : 5,
        line: say.judge.line(id),
        open: `/points judge ${id}`,
        saying: { ...saying, text: isLate ? say.judge.late(saying.text) : saying.text },
        passOn: "nobody",
      });
}
