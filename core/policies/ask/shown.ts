import type { Choice, Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitByCode, upwards, type Unit } from "../../org/index.ts";
import { personById, postAndName, usualHolder, type Acting } from "../../people/index.ts";
import { readingShown, standingOn, type Aspect, type Passage, type Policy } from "../model.ts";
import { passageById, passagesOf, policyById, publishedOf } from "../store.ts";
import type { RetellingServices } from "../../retelling/index.ts";
import type { PolicySearch } from "../search/policySearch.ts";
import { askTexts as say } from "../texts/ask.ts";
import { mentions } from "./model.ts";
import type { QuestionId } from "./store.ts";

/** Somebody asks, with what is published at hand. */
export interface Asking extends Acting, RetellingServices {
  readonly search: PolicySearch;
}

/** A passage with the policy it stands in. */
export interface Matter {
  readonly policy: Policy;
  readonly passage: Passage;
}

export interface FoundMatter extends Matter {
  readonly score: number;
  readonly because: readonly string[];
  readonly isLearnt: boolean;
}

/** Where somebody lives, or works. Throws for somebody who does neither. */
export async function homeUnit({ tx, person }: Acting): Promise<Unit> {
  const code = person.grid ?? person.memberships[0]?.unit;
  const unit = code === undefined ? undefined : await unitByCode(tx, code);
  if (!unit) throw new Error(`person ${person.id} lives and works nowhere`);
  return unit;
}

/** A passage as it may be read where she lives, or in `home`; undefined when it is gone, replaced or of another place. */
export async function matterOf(acting: Acting, id: number, home?: Unit): Promise<Matter | undefined> {
  const passage = await passageById(acting.tx, id);
  const policy = passage && (await policyById(acting.tx, passage.policy));
  return policy && (await isReadableHere(acting, policy, home)) ? { policy, passage } : undefined;
}

/** Is a policy published, and does it hold where she lives or works, or in `home`? */
export async function isReadableHere(acting: Acting, policy: Policy, home?: Unit): Promise<boolean> {
  if (policy.state !== "published" || policy.replacedBy !== null) return false;
  return upwards(home ?? (await homeUnit(acting))).includes(policy.unit);
}

const mostFound = 12;

/** The likeliest passages for words among those she may read, or that are read in `home`; best first. */
export async function findMatters(
  asking: Asking,
  words: string,
  { limit = mostFound, home }: { readonly limit?: number; readonly home?: Unit } = {},
): Promise<readonly FoundMatter[]> {
  const units = upwards(home ?? (await homeUnit(asking)));
  const found = await asking.search.find(asking.tx, words, { limit, units });
  const published = await publishedOf(
    asking.tx,
    found.map(({ passage }) => passage),
  );
  return found.flatMap(({ passage, score, because, isLearnt = false }) => {
    const matter = published.get(passage);
    return matter && units.includes(matter.policy.unit) ? [{ ...matter, score, because, isLearnt }] : [];
  });
}

/** The best passage of each policy, best first. */
export function onePerPolicy(found: readonly FoundMatter[]): readonly FoundMatter[] {
  return found.filter(({ policy }, at) => found.findIndex((other) => other.policy.id === policy.id) === at);
}

/** How many lines of an answer stand on one screen. */
const longestWords = 240;

/** A passage as the answer to a question, with what can be done next. */
export async function answerOf(
  acting: Acting,
  question: QuestionId,
  matter: Matter,
  { lead, related = 0 }: { readonly lead?: Text; readonly related?: number } = {},
): Promise<Saying> {
  const text = join([...(lead ? [lead] : []), await shown(acting, matter)]);
  return { text, choices: await deedsOn(acting, question, matter, related) };
}

/** A passage with everything that must stand beside it: is it in force, where is it from, whom to ask. */
export async function shown(acting: Acting, { policy, passage }: Matter): Promise<Text> {
  const words = readingShown(passage)?.words ?? passage.words;
  return join([
    say.head(policy.title, passage.article),
    ...warnings(policy, acting.calendar.zone.dateOf(acting.now)),
    verbatim(shortened(words)),
    say.source(await sourceOf(acting, { policy, passage })),
    say.whoToAsk(await whoToAsk(acting, policy)),
  ]);
}

function shortened(words: string): string {
  const characters = Array.from(words.trim());
  return characters.length <= longestWords ? words.trim() : `${characters.slice(0, longestWords).join("")}…`;
}

/** What must be said of a policy that does not simply hold today. */
export function warnings(policy: Policy, today: string): readonly Text[] {
  const standing = standingOn(policy, today);
  if (standing === "expired" && policy.validUntil !== null) return [say.expired(policy.validUntil)];
  if (standing === "not_yet" && policy.effectiveOn !== null) return [say.notYet(policy.effectiveOn)];
  return standing === "in_force" ? [] : [say.noLonger];
}

async function sourceOf(acting: Acting, { policy, passage }: Matter): Promise<readonly Text[]> {
  const reviewer = readingShown(passage)?.reviewedBy;
  const name = reviewer ? (await personById(acting.tx, reviewer))?.name : undefined;
  const isOver = standingOn(policy, acting.calendar.zone.dateOf(acting.now)) === "expired";
  return [
    verbatim(policy.issuer),
    ...(policy.documentNumber === null ? [] : [verbatim(policy.documentNumber)]),
    ...(policy.issuedOn === null ? [] : [verbatim(policy.issuedOn)]),
    ...(policy.validUntil === null || isOver ? [] : [say.validUntil(policy.validUntil)]),
    ...(name === undefined ? [] : [say.reviewed(name)]),
    ...(policy.grade === "D" ? [say.demo] : []),
  ];
}

/** Whom to ask about a policy: as it says itself, or whoever answers for where she lives. */
export async function whoToAsk(acting: Acting, policy: Policy): Promise<Text> {
  if (policy.contact !== null) return verbatim(policy.contact);
  return (await whoAnswers(acting)) ?? say.village;
}

/** Whoever answers for where she lives, as people say it. */
export async function whoAnswers(acting: Acting): Promise<Text | undefined> {
  const posts = ["grid_worker", "liaison_lead", "dispatcher", "admin"] as const;
  const holder = await usualHolder(acting.tx, await homeUnit(acting), posts);
  return holder && postAndName(holder.role, holder.person);
}

async function deedsOn(
  { tx }: Acting,
  question: QuestionId,
  { policy, passage }: Matter,
  related: number,
): Promise<readonly Choice[]> {
  const press = (verb: string): string => `/policies q${question} ${verb}`;
  const passages = await passagesOf(tx, policy.id);
  const asked: Aspect = "materials";
  const saysMaterials = passages.some((one) => one.aspect === asked || mentions(asked, one.words));
  return [
    ...(saysMaterials && passage.aspect !== asked
      ? [{ label: say.aspects[asked], token: press(asked) }]
      : []),
    { label: say.askPerson, token: press("person") },
    { label: say.notWhatIMeant, token: press("wrong") },
    ...(related > 0 ? [{ label: say.related(related), token: press("more") }] : []),
    { label: say.wholeText, token: `/policies ${policy.id} a${passage.position}` },
  ];
}
