import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { upwards, type Unit } from "../../org/index.ts";
import { can, nag, personById, type Acting } from "../../people/index.ts";
import { dropAllButFacts } from "../../time/index.ts";
import { isOwnHouse, type Refusal } from "../grant/receivers.ts";
import { accountOf, homeOf, reverse, write } from "../ledger/service.ts";
import { entryById, holdAccount, reversalOf } from "../ledger/store.ts";
import type { Entry } from "../model.ts";
import { settingIn } from "../rules/store.ts";
import { say } from "../texts.ts";
import { aboutAppeal, cardOf } from "./card.ts";
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
  const home = kept && (await homeOf(tx, await personById(tx, kept.person)));
  if (!kept || !home || !can(person.memberships, "points.judge", home)) return { refused: say.judge.noSuch };
  const entry = kept.entry === null ? undefined : await entryById(tx, kept.entry);
  if ((await isOwnHouse(acting, kept.person)) || entry?.actor === person.id)
    return { refused: say.judge.notYouYourself };
  if (kept.state !== "waiting") return { refused: say.judge.answered };
  return {
    kept,
    home,
    entry,
    most: Math.max((await settingIn(tx, upwards(home))).approveAbove, entry?.delta ?? 0),
  };
}

/** An appeal as its judge reads it. */
export interface Judgeable {
  readonly text: Text;
  /** So many points may come of it. */
  readonly most: number;
  /** About an entry, not about something missing. */
  readonly isEntry: boolean;
}

/** What is to be decided, as its judge reads it; or why it is not hers. */
export async function judgeable(acting: Acting, id: AppealId): Promise<Judgeable | Refusal> {
  const found = await waitingAppeal(acting, id);
  if ("refused" in found) return found;
  return { text: await cardOf(acting, found.kept), most: found.most, isEntry: found.entry !== undefined };
}

/** An answer: how many points it should have been, or null where it stays as it is. */
export interface Judgement {
  readonly points: number | null;
  readonly words: string;
}

/** Decides on an appeal. What was wrong is taken back by a new entry, and what is right is written anew. */
export async function decideAppeal(
  acting: Acting,
  id: AppealId,
  { points, words }: Judgement,
): Promise<Reply> {
  const found = await waitingAppeal(acting, id);
  if ("refused" in found) return found.refused;
  const { kept, most } = found;
  if (points !== null && points > most) return say.judge.tooMany(most);
  const state = points === null ? "rejected" : "upheld";
  const answer = { state, by: acting.person.id, answer: words, now: acting.now } as const;
  if (!(await answerAppeal(acting.tx, id, answer))) return say.judge.answered;
  // What was to remind somebody of it is not true any more.
  await dropAllButFacts(acting.tx, aboutAppeal(id));
  if (points !== null) await correct(acting, found, { points, words });
  const recipient = kept.person;
  const text = points === null ? say.judge.rejectedForHer(words) : say.judge.upheldForHer(points, words);
  await nag(acting, {
    key: `appeal ${id} answered ${recipient}`,
    recipient,
    subject: aboutAppeal(id),
    rank: 3,
    line: say.judge.answeredLine,
    open: "/points list",
    saying: { text, choices: [{ label: say.details, token: "/points list" }] },
    isFact: true,
  });
  return points === null ? say.judge.rejected : say.judge.upheld(points);
}

async function correct(
  acting: Acting,
  { kept, home, entry }: Wrong,
  { points, words }: { readonly points: number; readonly words: string },
): Promise<void> {
  const { tx, person } = acting;
  const actor = person.id;
  const account = accountOf(kept.person);
  await holdAccount(tx, account);
  const stands = entry?.reverses === null && (await reversalOf(tx, entry.id)) === undefined;
  if (stands) {
    if (entry.delta === points) return;
    await reverse(acting, entry.id, { reason: words, actor });
  }
  if (points === 0) return;
  const kind = entry === undefined || entry.kind === "spent" ? "daily" : entry.kind;
  const sourceKey = `appeal ${kept.id} upheld`;
  await write(acting, home, { account, delta: points, kind, rule: null, sourceKey, reason: words, actor });
}
