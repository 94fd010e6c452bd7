import {
  announce,
  headCount,
  noticeBySource,
  previewOf,
  type Draft,
  type Sender,
} from "../../broadcasts/index.ts";
import { sayings, type Reply, type Saying } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { policyFor, type Refusal } from "../access.ts";
import { shown } from "../ask/shown.ts";
import { appendPolicyEvent, changePolicy, replaceVersions } from "../drafts/store.ts";
import {
  newestOf,
  readingShown,
  subscriptionTo,
  waitsForReview,
  type Passage,
  type Policy,
  type PolicyId,
} from "../model.ts";
import { passagesOf, versionsOf } from "../store.ts";
import { pushTexts as say } from "../texts/push.ts";
import { topicNames } from "../texts/topics.ts";

/** Who is told of a policy that is published. */
export type Told = "both" | "subscribers" | "nobody";

/** A draft that can be published, and who may be told of it. */
export interface Ready {
  readonly told: readonly { readonly id: Told; readonly label: Text }[];
  /** What they are told unless somebody writes it herself. */
  readonly words: string;
}

/** What must be known of a draft before it is published. */
interface Draftable {
  readonly policy: Policy;
  readonly passages: readonly Passage[];
  /** The version in use that it replaces. */
  readonly before: Policy | undefined;
}

async function draftable(acting: Sender, id: PolicyId): Promise<Draftable | Refusal> {
  const policy = await policyFor(acting, id, "policy.write");
  if ("refused" in policy) return policy;
  if (policy.state !== "draft") return { refused: say.notADraft(id) };
  const passages = await passagesOf(acting.tx, id);
  if (passages.length === 0) return { refused: say.noPassages(id) };
  if (policy.title === "" || policy.issuer === "")
    return { refused: withButton(say.notDescribed, `/policyadmin ${id} describe`) };
  const before = newestOf(await versionsOf(acting.tx, policy.root));
  return before && before.version > policy.version
    ? { refused: withButton(say.newerThere(before.id), `/policyadmin ${before.id} version`) }
    : { policy, passages, before };
}

function withButton(text: Text, token: string): Saying {
  return { text, choices: [{ label: token.endsWith("version") ? say.publish : say.describe, token }] };
}

/** The draft, if it can be published, with who may be told and how many they are. */
export async function readyFor(acting: Sender, id: PolicyId): Promise<Ready | Refusal> {
  const found = await draftable(acting, id);
  if ("refused" in found) return found;
  const { policy, before } = found;
  const both = await headCount(acting, audienceOf(policy, "both"));
  const subscribers = await headCount(acting, audienceOf(policy, "subscribers"));
  const { concerns, title, topic, issuer } = policy;
  const all = concerns.length === 0 ? say.everybody(both) : say.both(concerns.join("、"), both);
  const words = before ? say.newVersionWords : say.usualWords;
  return {
    told: [
      { id: "both", label: all },
      ...(subscribers > 0 ? [{ id: "subscribers" as const, label: say.subscribers(subscribers) }] : []),
      { id: "nobody", label: say.nobody },
    ],
    words: words(title, topicNames[topic], issuer),
  };
}

function audienceOf({ unit, topic, concerns }: Policy, told: Told): Draft["audience"] {
  const audience = { units: [unit], roles: [], channels: [], tags: told === "both" ? concerns : [] };
  const isEverybody = told === "both" && concerns.length === 0;
  return isEverybody ? audience : { ...audience, subscribed: [subscriptionTo(topic), subscriptionTo("*")] };
}

function noticeOf(policy: Policy, told: Told, words: string): Draft {
  return { audience: audienceOf(policy, told), words, files: [], isUrgent: false, minutes: null, when: null };
}

/** What villagers will see, and what they are told, before it is so. */
export async function previewFor(acting: Sender, id: PolicyId, told: Told, words: string): Promise<Text> {
  const found = await draftable(acting, id);
  if ("refused" in found) return sayings(found.refused)[0]?.text ?? say.notADraft(id);
  const { policy, passages, before } = found;
  const [first] = passages;
  if (!first) return say.noPassages(id);
  const passage = passages.find((one) => readingShown(one)) ?? first;
  const readings = passages.filter((one) => readingShown(one)).length;
  const waiting = passages.filter(waitsForReview).length;
  const notice = told === "nobody" ? null : await previewOf(acting, noticeOf(policy, told, words));
  return join([
    say.preview(await shown(acting, { policy, passage }), readings, passages.length),
    ...(waiting > 0 ? [say.notReviewed(waiting)] : []),
    ...(before ? [say.replaces(before.title, before.version)] : []),
    notice ?? say.silently,
  ]);
}

/** Publishes a draft; the version before becomes an old one, and whoever is to be told gets a notice like any other. */
export async function publish(
  acting: Sender,
  key: string,
  { id, told, words }: { readonly id: PolicyId; readonly told: Told; readonly words: string },
): Promise<Reply> {
  const found = await draftable(acting, id);
  if ("refused" in found) return found.refused;
  const { policy } = found;
  const { tx, now, person } = acting;
  await changePolicy(tx, id, { state: "published", published: { by: person.id, at: now } });
  await replaceVersions(tx, policy);
  const event = { policy: id, kind: "published", actor: person.id, data: "", sourceKey: key } as const;
  await appendPolicyEvent(tx, event, now);
  const published = say.published(id, policy.title);
  if (told === "nobody" || (await headCount(acting, audienceOf(policy, told))) === 0) return published;
  const said = await announce(acting, key, noticeOf(policy, told, words));
  const notice = await noticeBySource(tx, key);
  if (notice) await changePolicy(tx, id, { noticeId: notice.id });
  return [published, ...sayings(said)];
}
