import type { FileRef } from "../../channel/index.ts";
import { filesIn, wordsIn, type Material, type Reply, type Saying } from "../../dialogue/index.ts";
import { join, verbatim, type Text } from "../../language/index.ts";
import { unitName, unitsBelow } from "../../org/index.ts";
import { tagsIn, type Acting } from "../../people/index.ts";
import { mayDo, policyFor, type Refusal, unitOf, unitsOfWriter } from "../access.ts";
import { waitForDocument } from "../documents/store.ts";
import {
  appendPolicyEvent,
  describePolicy,
  insertPassages,
  insertPolicy,
  policyBySource,
  type Described,
  type NewPolicy,
} from "../drafts/store.ts";
import { headerOf, type Header } from "../header/model.ts";
import { readingShown, type Policy, type PolicyId } from "../model.ts";
import { firstLines } from "../passageNames.ts";
import { longestDocument, mostSections, splitDocument } from "../splitting/model.ts";
import { passagesOf, policyById } from "../store.ts";
import { headerTexts } from "../texts/header.ts";
import { publishTexts as say } from "../texts/publish.ts";

/** A draft whose passages are there, or what is said instead. */
export type Taken = { readonly draft: PolicyId } | { readonly said: Reply };

const shortest = 30;
const shownLines = 8;

/** May she publish, and what: a policy, or the next version of one? */
export async function mayPublish(
  acting: Acting,
  replaces: PolicyId | null,
): Promise<{ readonly title: string | null } | Refusal> {
  if (replaces === null)
    return (await unitsOfWriter(acting)).length > 0 ? { title: null } : { refused: say.notYours };
  const policy = await policyFor(acting, replaces, "policy.write");
  return "refused" in policy ? policy : { title: policy.title };
}

/** What an editor sent becomes a draft: words at once, a file once it has been read. */
export async function take(
  acting: Acting,
  key: string,
  what: Material,
  replaces: PolicyId | null,
): Promise<Taken> {
  const known = await policyBySource(acting.tx, key);
  if (known !== undefined) return { draft: known };
  const [file, ...others] = filesIn(what);
  if (others.length > 0) return { said: again(say.oneFile, replaces) };
  if (file && file.kind !== "document") return { said: again(say.notADocument, replaces) };
  const before = replaces === null ? undefined : await policyById(acting.tx, replaces);
  return file ? takeFile(acting, key, file, before) : takeWords(acting, key, wordsIn(what), before);
}

function again(text: Text, replaces: PolicyId | null): Saying {
  const token = replaces === null ? "/publish" : `/policyadmin ${replaces} version`;
  return { text, choices: [{ label: say.again, token }] };
}

async function takeFile(
  acting: Acting,
  key: string,
  file: FileRef,
  before: Policy | undefined,
): Promise<Taken> {
  const title = file.name ?? say.unnamed.zh;
  const id = await draftOf(acting, key, { ...described(undefined, before), title }, { before, file });
  await waitForDocument(acting.tx, id, file, acting.now);
  return { said: say.reading(id, title) };
}

async function takeWords(
  acting: Acting,
  key: string,
  words: string,
  before: Policy | undefined,
): Promise<Taken> {
  if (words.length < shortest) return { said: again(say.tooShort, before?.id ?? null) };
  if (words.length > longestDocument) return { said: again(say.tooLong, before?.id ?? null) };
  const { sections } = splitDocument(words);
  if (sections.length > mostSections) return { said: again(say.tooLong, before?.id ?? null) };
  const id = await draftOf(acting, key, described(headerOf(words), before), { before, file: null });
  await insertPassages(acting.tx, id, sections, acting.now);
  return { draft: id };
}

/** What a document says of itself, and of the rest what its former version said; empty where nobody said anything. */
export function described(
  header: Header | undefined,
  before: Policy | undefined,
): Omit<Described, "unit"> & { readonly unit: string | null } {
  return {
    title: before?.title ?? header?.title ?? "",
    topic: before?.topic ?? header?.topic ?? "other",
    issuer: header?.issuer ?? before?.issuer ?? "",
    documentNumber: header?.documentNumber ?? null,
    issuedOn: header?.issuedOn ?? null,
    effectiveOn: header?.effectiveOn ?? null,
    validUntil: header?.validUntil ?? null,
    unit: before?.unit ?? null,
    concerns: before?.concerns ?? [],
    grade: null,
  };
}

async function draftOf(
  acting: Acting,
  key: string,
  given: ReturnType<typeof described>,
  { before, file }: { readonly before: Policy | undefined; readonly file: FileRef | null },
): Promise<PolicyId> {
  const { tx, now, person } = acting;
  const [own] = await unitsOfWriter(acting);
  const unit = given.unit ?? own?.code;
  if (unit === undefined) throw new Error(`person ${person.id} writes policies nowhere`);
  const policy: NewPolicy = {
    ...given,
    unit,
    sourceKey: key,
    follows: before ?? null,
    contact: before?.contact ?? null,
    state: file ? "reading" : "draft",
    file,
    madeBy: person.id,
  };
  const id = await insertPolicy(tx, policy, now);
  if (id === undefined) throw new Error(`a draft from ${key} is there already`);
  const event = { policy: id, kind: "drafted", actor: person.id, data: given.title, sourceKey: key } as const;
  await appendPolicyEvent(tx, event, now);
  return id;
}

/** A draft as its describer finds it; null is what nobody knows yet. */
export interface DraftView {
  readonly title: string | null;
  readonly topic: Policy["topic"] | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly validUntil: string | null;
  readonly unit: string;
  /** Where she may say that it holds. */
  readonly units: readonly { readonly id: string; readonly label: Text }[];
  readonly concerns: readonly string[];
  /** Tags that are used there. */
  readonly tags: readonly string[];
  /** How it was divided, with its first lines. */
  readonly passages: Text;
}

const mostUnits = 60;
const tagsOffered = 8;

/** The draft, for whoever may describe it. */
export async function draftFor(acting: Acting, id: PolicyId): Promise<DraftView | Refusal> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy;
  if (policy.state === "reading") return { refused: say.stillReading(id) };
  if (policy.state !== "draft") return { refused: say.notADraft(id) };
  const { title, topic, issuer, documentNumber, issuedOn, effectiveOn, validUntil, unit, concerns } = policy;
  const holds = await unitOf(acting, unit);
  return {
    title: title === "" ? null : title,
    topic: topic === "other" ? null : topic,
    issuer: issuer === "" ? null : issuer,
    documentNumber,
    issuedOn,
    effectiveOn,
    validUntil,
    unit,
    units: await unitsOffered(acting),
    concerns,
    tags: await tagsIn(acting.tx, [holds.path], tagsOffered),
    passages: await passagesLine(acting, id),
  };
}

/** Her own units, and those right below them. */
async function unitsOffered(acting: Acting): Promise<DraftView["units"]> {
  const own = await unitsOfWriter(acting);
  const offered = new Map<string, string>();
  for (const unit of own) {
    offered.set(unit.code, await unitName(acting.tx, unit.code));
    if (unit.kind === "village") continue;
    for (const { code, name } of await unitsBelow(acting.tx, unit.code)) offered.set(code, name);
  }
  return Array.from(offered, ([code, name]) => ({ id: code, label: verbatim(name) })).slice(0, mostUnits);
}

/** How a policy was divided, and its first passages. */
export async function passagesLine({ tx }: Pick<Acting, "tx">, id: PolicyId): Promise<Text> {
  const passages = await passagesOf(tx, id);
  const { lines, more } = firstLines(passages, shownLines);
  return join([verbatim(lines), ...(more > 0 ? [say.andMore(more)] : [])]);
}

/** What the describer said of a draft. */
export type Given = Omit<Described, "grade">;

/** The draft as it would stand, to be looked at once more. */
export async function summaryOf(acting: Acting, id: PolicyId, given: Given): Promise<Text> {
  const unitWords = await unitName(acting.tx, given.unit);
  return join([headerTexts.of({ ...given, unitName: unitWords }), await passagesLine(acting, id)]);
}

/** Says of a draft what it is. */
export async function describe(acting: Acting, key: string, id: PolicyId, given: Given): Promise<Reply> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy.refused;
  if (policy.state !== "draft") return say.notADraft(id);
  if (!(await mayDo(acting, given, "policy.write"))) return say.notYours;
  const { tx, now, person } = acting;
  await describePolicy(tx, id, { ...given, grade: policy.grade });
  const event = {
    policy: id,
    kind: "described",
    actor: person.id,
    data: given.title,
    sourceKey: key,
  } as const;
  await appendPolicyEvent(tx, event, now);
  return draftCard(acting, id, given.title);
}

/** A draft and what comes next. */
export async function draftCard({ tx }: Acting, id: PolicyId, title: string): Promise<Saying> {
  const passages = await passagesOf(tx, id);
  const readings = passages.filter((passage) => readingShown(passage) !== undefined).length;
  return {
    text: say.kept(id, title, passages.length, readings),
    choices: [
      { label: say.passages, token: `/policyadmin ${id} passages` },
      { label: say.publish, token: `/policyadmin ${id} publish` },
      { label: say.describe, token: `/policyadmin ${id} describe` },
      { label: say.drop, token: `/policyadmin ${id} drop` },
    ],
  };
}
