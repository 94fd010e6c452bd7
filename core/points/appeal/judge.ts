import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { upwards, type Unit } from "../../org/index.ts";
import { can, isNamed, nag, type Acting } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { dropAllButFacts } from "../../time/index.ts";
import { houseOf, type Refusal } from "../grant/receivers.ts";
import { givenBy } from "../grant/store.ts";
import { accountOf, holdWithHouse, monthNow, reverse, stretchOf, write } from "../ledger/service.ts";
import { entryById, reversalOf } from "../ledger/store.ts";
import type { Entry } from "../model.ts";
import { settingIn } from "../settings/store.ts";
import { tellTeamLost } from "../team/telling.ts";
import { say } from "../texts.ts";
import { aboutAppeal, cardOf } from "./card.ts";
import { concernedIn, placeOf } from "./concerned.ts";
import { answerAppeal, appealById, type Appeal, type AppealId } from "./store.ts";

/** What somebody objects to. */
interface Wrong {
  readonly kept: Appeal;
  readonly home: Unit;
  readonly entry: Entry | undefined;
}

/** An appeal that whoever speaks may decide, and the most she may let it come to. */
async function waitingAppeal(
  acting: Acting,
  id: AppealId,
): Promise<(Wrong & { readonly most: number }) | Refusal> {
  const { tx, person } = acting;
  const kept = await appealById(tx, id);
  const home = kept && (await placeOf(tx, kept));
  if (!kept || !home || !can(person.memberships, "points.judge", home)) return { refused: say.judge.noSuch };
  // Nobody learns that somebody wrote about her.
  if (isNamed(person, kept.words)) return { refused: say.judge.noSuch };
  if ((await concernedIn(tx, kept)).includes(person.id)) return { refused: say.judge.notYouYourself };
  if (kept.state !== "waiting") return { refused: say.judge.answered };
  const entry = kept.entry === null ? undefined : await entryById(tx, kept.entry);
  const most = await mostOf(acting, { kept, home, entry });
  return most < 1 ? { refused: say.judge.atLimit } : { kept, home, entry, most };
}

/** As much as was taken back; else as much as one may give a household alone in a month, or what stood there. */
async function mostOf(acting: Acting, { kept, home, entry }: Wrong): Promise<number> {
  if (entry && entry.reverses !== null) return -entry.delta;
  if (entry?.account.kind === "team") return entry.delta;
  const { approveAbove } = await settingIn(acting.tx, upwards(home));
  const month = stretchOf(acting.calendar, monthNow(acting));
  const house = await houseOf(acting.tx, kept.person);
  const already = await givenBy(acting.tx, acting.person.id, house, month);
  return Math.max(approveAbove - already, entry?.delta ?? 0);
}

/** An appeal as its judge reads it. */
export interface Judgeable {
  readonly text: Text;
  /** So many points may come of it. */
  readonly most: number;
  /** About points that stand there, not about something missing or taken back. */
  readonly canVoid: boolean;
  /** Something else than nothing may come of it: a team's entry is taken back whole, or stays. */
  readonly canCorrect: boolean;
}

/** What is to be decided, as its judge reads it; or why it is not hers. */
export async function judgeable(acting: Acting, id: AppealId): Promise<Judgeable | Refusal> {
  const found = await waitingAppeal(acting, id);
  if ("refused" in found) return found;
  const { kept, most, entry } = found;
  const canCorrect = entry?.account.kind !== "team";
  return { text: await cardOf(acting, kept), most, canVoid: entry?.reverses === null, canCorrect };
}

/** An answer: how many points it should have been, or null where it stays as it is. */
export interface Judgement {
  readonly points: number | null;
  readonly words: string;
}

/** Decides on an appeal: what is missing is added, what was too much is taken back and written anew. */
export async function decideAppeal(
  acting: Acting,
  id: AppealId,
  { points, words }: Judgement,
): Promise<Reply> {
  await holdAbout(acting.tx, id);
  const found = await waitingAppeal(acting, id);
  if ("refused" in found) return found.refused;
  const { most } = found;
  if (points !== null && points > most) return say.judge.tooMany(most);
  if (points !== null && points > 0 && found.entry?.account.kind === "team") return say.team.onlyWhole;
  const state = points === null ? "rejected" : "upheld";
  const answer = { state, by: acting.person.id, answer: words, now: acting.now } as const;
  if (!(await answerAppeal(acting.tx, id, answer))) return say.judge.answered;
  // What was to remind somebody of it is not true any more.
  await dropAllButFacts(acting.tx, aboutAppeal(id));
  if (points !== null) await correct(acting, found, { points, words });
  await tellAnswer(acting, found, { points, words });
  if (points === null) return say.judge.rejected;
  return found.entry?.account.kind === "team" ? say.judge.voidedTeams : say.judge.upheld(points);
}

/** Of two that come at once the later one sees the other. */
async function holdAbout(tx: Tx, id: AppealId): Promise<void> {
  const about = await appealById(tx, id);
  if (!about) return;
  const entry = about.entry === null ? undefined : await entryById(tx, about.entry);
  await holdWithHouse(tx, entry?.account ?? accountOf(about.person));
}

/** Whoever objected hears the answer. */
async function tellAnswer(
  acting: Acting,
  { kept, entry }: Wrong,
  { points, words }: Judgement,
): Promise<void> {
  const { id, person: recipient } = kept;
  const text = points === null ? say.judge.rejectedForHer(words) : say.judge.upheldForHer(points, words);
  const team = entry?.account.kind === "team" ? entry.account.id : undefined;
  const open = team === undefined ? "/points list" : `/points team ${team}`;
  await nag(acting, {
    key: `appeal ${id} answered ${recipient}`,
    recipient,
    subject: aboutAppeal(id),
    rank: 3,
    line: say.judge.answeredLine,
    open,
    saying: { text, choices: [{ label: say.details, token: open }] },
    isFact: true,
  });
}

async function correct(
  acting: Acting,
  { kept, home, entry }: Wrong,
  { points, words }: { readonly points: number; readonly words: string },
): Promise<void> {
  const { tx, person } = acting;
  const actor = person.id;
  const account = entry?.account ?? accountOf(kept.person);
  const stands = entry?.reverses === null && (await reversalOf(tx, entry.id)) === undefined;
  const isLess = stands && points < entry.delta;
  if (isLess) await reverse(acting, entry.id, { reason: words, actor });
  if (isLess && account.kind === "team") await tellTeamLost(acting, { entry, words, except: kept.person });
  const delta = stands && !isLess ? points - entry.delta : points;
  if (delta === 0) return;
  // What was public already and stays does not wait for another month.
  const before = isLess ? entry : await takenBackBy(tx, entry);
  const kind = entry === undefined || entry.kind === "spent" ? "daily" : entry.kind;
  const written = { account, delta, kind, rule: null, sourceKey: upheld(kept.id), reason: words, actor };
  await write(acting, home, { ...written, ...(before && { effectiveAt: before.effectiveAt }) });
}

function upheld(id: AppealId): string {
  return `appeal ${id} upheld`;
}

async function takenBackBy(tx: Acting["tx"], entry: Entry | undefined): Promise<Entry | undefined> {
  return entry && entry.reverses !== null ? entryById(tx, entry.reverses) : undefined;
}
