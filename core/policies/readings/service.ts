import type { Choice, Reply, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { calledName, nearestHolder, tell, unitsWhere, type Acting, type Found } from "../../people/index.ts";
import { keptPolicy, mayDo, nameOf, policyFor, type Refusal, unitOf } from "../access.ts";
import { appendPolicyEvent, judgeReading, writeReading, type EventKind } from "../drafts/store.ts";
import { readingShown, waitsForReview, type Passage, type Policy, type PolicyId } from "../model.ts";
import { passageLine } from "../passageNames.ts";
import { passagesOf, policyById } from "../store.ts";
import { readingTexts as say } from "../texts/readings.ts";
import { figuresNotIn } from "./model.ts";
import { waitingPassages } from "./store.ts";

const perPage = 8;

/** A passage of a policy that somebody keeps. */
interface Kept {
  readonly policy: Policy;
  readonly passage: Passage;
}

async function keptPassage(acting: Acting, id: PolicyId, position: number): Promise<Kept | Refusal> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy) return policy;
  const passage = (await passagesOf(acting.tx, id)).find((one) => one.position === position);
  return passage ? { policy, passage } : { refused: say.noSuchPassage };
}

function at(id: PolicyId, position: number, verb = ""): string {
  return `/policyadmin ${id} p ${position} ${verb}`.trim();
}

function markOf(passage: Passage): string {
  if (passage.reading === null) return say.mark.none;
  if (readingShown(passage)) return say.mark.reviewed;
  return passage.reading.returned === null ? say.mark.written : say.mark.returned;
}

/** The passages of a policy, a page of them, each to be opened. */
export async function passagesView(acting: Acting, id: PolicyId, page: number): Promise<Reply> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy) return policy.refused;
  const passages = await passagesOf(acting.tx, id);
  const shown = passages.slice((page - 1) * perPage, page * perPage);
  const choices: Choice[] = shown.map((passage) => ({
    label: verbatim(`${passageLine(passage)}${markOf(passage)}`),
    token: at(id, passage.position),
  }));
  if (page * perPage < passages.length)
    choices.push({ label: say.next, token: `/policyadmin ${id} passages #${page + 1}` });
  const waiting = passages.filter(waitsForReview).length;
  if (waiting > 0 && (await mayDo(acting, policy, "policy.write")))
    choices.push({ label: say.submit(waiting), token: `/policyadmin ${id} submit` });
  const readings = passages.filter((passage) => readingShown(passage)).length;
  return { text: say.passages(policy.title, passages.length, readings), choices };
}

/** One passage with its reading, and what this person may do with it. */
export async function passageView(acting: Acting, id: PolicyId, position: number): Promise<Reply> {
  const kept = await keptPassage(acting, id, position);
  return "refused" in kept ? kept.refused : viewOf(acting, kept);
}

async function viewOf(acting: Acting, { policy, passage }: Kept): Promise<Saying> {
  const { reading, position } = passage;
  const [writes, reviews] = [
    await mayDo(acting, policy, "policy.write"),
    await mayDo(acting, policy, "policy.review"),
  ];
  const judges = reviews && waitsForReview(passage) && reading?.by !== acting.person.id;
  const choices: Choice[] = [];
  if (judges)
    choices.push({ label: say.approve, token: at(policy.id, position, `ok ${reading?.writtenAt}`) });
  if (judges) choices.push({ label: say.giveBack, token: at(policy.id, position, "back") });
  if (writes)
    choices.push({ label: reading ? say.rewrite : say.write, token: at(policy.id, position, "read") });
  const { length } = await passagesOf(acting.tx, policy.id);
  if (position < length) choices.push({ label: say.nextPassage, token: at(policy.id, position + 1) });
  choices.push({ label: say.back, token: `/policyadmin ${policy.id} passages` });
  return { text: join([say.passage(passage), ...(await readingLines(acting, passage))]), choices };
}

async function readingLines(acting: Acting, passage: Passage): Promise<readonly Text[]> {
  const { reading } = passage;
  if (!reading) return [say.noReading];
  const lines = [say.reading(reading.words, await nameOf(acting, reading.by)), ...figureWarning(passage)];
  if (reading.returned !== null) return [...lines, say.returnedWhy(reading.returned)];
  if (reading.reviewedBy === null) return [...lines, say.waits];
  return [...lines, say.reviewedBy(await nameOf(acting, reading.reviewedBy))];
}

function figureWarning({ reading, words }: Passage): readonly Text[] {
  const figures = reading ? figuresNotIn(reading.words, words) : [];
  return figures.length > 0 ? [say.figures(figures)] : [];
}

/** The passage somebody wants to write a reading for. */
export async function writable(
  acting: Acting,
  id: PolicyId,
  position: number,
): Promise<{ readonly passage: Text; readonly words: string } | Refusal> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy;
  const kept = await keptPassage(acting, id, position);
  return "refused" in kept ? kept : { passage: say.passage(kept.passage), words: kept.passage.words };
}

/** Keeps a reading; somebody else has to review it before a villager sees it. */
export async function write(
  acting: Acting,
  key: string,
  { id, position, words }: { readonly id: PolicyId; readonly position: number; readonly words: string },
): Promise<Reply> {
  const found = await writable(acting, id, position);
  const kept = await keptPassage(acting, id, position);
  if ("refused" in found) return found.refused;
  if ("refused" in kept) return kept.refused;
  const { tx, now, person } = acting;
  await writeReading(tx, kept.passage.id, { words, by: person.id }, now);
  await happened(acting, key, kept, "written");
  const view = await passagesView(acting, id, Math.ceil(position / perPage));
  return [say.kept, ...[view].flat()];
}

function happened(acting: Acting, key: string, { policy, passage }: Kept, kind: EventKind, why = "") {
  const place = passage.article ?? String(passage.position);
  const event = {
    policy: policy.id,
    kind,
    actor: acting.person.id,
    data: why === "" ? place : `${place}：${why}`,
    sourceKey: `${key} ${passage.position}`,
  };
  return appendPolicyEvent(acting.tx, event, acting.now);
}

/** Hands what waits to whoever reviews there, in one message. */
export async function submit(acting: Acting, key: string, id: PolicyId): Promise<Reply> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy.refused;
  const waiting = (await passagesOf(acting.tx, id)).filter(waitsForReview);
  if (waiting.length === 0) return say.nothingToSubmit;
  const writers = waiting.flatMap(({ reading }) => (reading ? [reading.by] : []));
  const reviewer = await reviewerOf(acting, policy, writers);
  if (!reviewer) return say.nobodyReviews;
  const { tx, now, person } = acting;
  const event = { policy: id, kind: "submitted", actor: person.id, data: reviewer.person.name } as const;
  await appendPolicyEvent(tx, { ...event, sourceKey: key }, now);
  const text = say.card(calledName(person), policy.title, waiting.length);
  const choices = [{ label: say.look, token: "/policyadmin review" }];
  const letter = { key: `policy ${id} submitted ${key}`, lane: "alarm" } as const;
  await tell(acting, reviewer.person.id, { text, choices }, letter);
  return say.submitted(waiting.length, calledName(reviewer.person));
}

/** Whoever reviews where the policy holds and has written none of it. */
async function reviewerOf(
  acting: Acting,
  policy: Policy,
  writers: readonly string[],
): Promise<Found | undefined> {
  const unit = await unitOf(acting, policy.unit);
  return nearestHolder(acting, unit, ["reviewer", "admin"], { except: writers });
}

/** What waits for this person's word, each to be opened. */
export async function reviewView(acting: Acting): Promise<Reply> {
  const waiting = await waitingFor(acting);
  if (waiting.length === 0) return say.nothingToReview;
  const choices = waiting.slice(0, perPage).map(({ policy, passage }) => ({
    label: verbatim(`${policy.id} ${passageLine(passage)}`),
    token: at(policy.id, passage.position),
  }));
  return { text: say.toReview(waiting.length), choices };
}

/** The readings that wait for this person's word: of others, where she reviews. */
export async function waitingFor(acting: Acting): Promise<readonly Kept[]> {
  if (unitsWhere(acting.person.memberships, "policy.review").length === 0) return [];
  const waiting: Kept[] = [];
  for (const passage of await waitingPassages(acting.tx)) {
    const policy =
      passage.reading?.by === acting.person.id ? undefined : await policyById(acting.tx, passage.policy);
    if (policy && (await mayDo(acting, policy, "policy.review"))) waiting.push({ policy, passage });
  }
  return waiting;
}

/** The reading this person may judge now. */
export async function judgeable(acting: Acting, id: PolicyId, position: number): Promise<Kept | Refusal> {
  const policy = await policyFor(acting, id, "policy.review");
  if ("refused" in policy) return policy;
  const kept = await keptPassage(acting, id, position);
  if ("refused" in kept) return kept;
  if (kept.passage.reading?.by === acting.person.id) return { refused: say.ownReading };
  return waitsForReview(kept.passage) ? kept : { refused: say.alreadyJudged };
}

/**
 * The reading may be shown, under this person's name.
 * @param seen when the reading was written that she read; another one is put before her instead.
 */
export async function approve(
  acting: Acting,
  key: string,
  { id, position }: { readonly id: PolicyId; readonly position: number },
  seen: number,
): Promise<Reply> {
  const kept = await judgeable(acting, id, position);
  if ("refused" in kept) return kept.refused;
  if (kept.passage.reading?.writtenAt !== seen) return [say.readFirst, await viewOf(acting, kept)];
  await judgeReading(acting.tx, kept.passage.id, { by: acting.person.id }, acting.now);
  await happened(acting, key, kept, "reviewed");
  return thenNext(acting, say.approved);
}

async function thenNext(acting: Acting, text: Text): Promise<Reply> {
  const [next] = await waitingFor(acting);
  return next ? [text, await viewOf(acting, next)] : join([text, say.allDone]);
}

/** The reading goes back to whoever wrote it, with a reason. */
export async function giveBack(
  acting: Acting,
  key: string,
  { id, position, why }: { readonly id: PolicyId; readonly position: number; readonly why: string },
): Promise<Reply> {
  const kept = await judgeable(acting, id, position);
  if ("refused" in kept) return kept.refused;
  const { passage, policy } = kept;
  await judgeReading(acting.tx, passage.id, { returned: why }, acting.now);
  await happened(acting, key, kept, "returned", why);
  const writer = passage.reading?.by ?? "";
  const text = say.returnedCard(calledName(acting.person), policy.title, passageLine(passage), why);
  const choices = [{ label: say.rewrite, token: at(id, position, "read") }];
  await tell(acting, writer, { text, choices }, { key: `policy ${id} returned ${key}`, lane: "alarm" });
  return thenNext(acting, say.returned(await nameOf(acting, writer)));
}
