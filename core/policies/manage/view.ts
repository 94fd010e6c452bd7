import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { unitsWhere, type Acting } from "../../people/index.ts";
import { keptPolicy, mayDo, nameOf, unitOf } from "../access.ts";
import { eventsOfPolicy, noticeOfPolicy } from "../drafts/store.ts";
import {
  readingShown,
  standingOn,
  waitsForReview,
  type Policy,
  type PolicyId,
  type Standing,
} from "../model.ts";
import { waitingFor } from "../readings/service.ts";
import { fileOfPolicy, passagesOf, policyById } from "../store.ts";
import { headerTexts } from "../texts/header.ts";
import { manageTexts as say } from "../texts/manage.ts";
import { publishTexts } from "../texts/publish.ts";
import { policiesBy, policiesKept } from "./store.ts";

const perPage = 8;

function standingOf({ calendar, now }: Acting, policy: Policy): Standing | "draft" {
  const isDraft = policy.state !== "published" && policy.state !== "withdrawn";
  return isDraft ? "draft" : standingOn(policy, calendar.zone.dateOf(now));
}

/** The policies this person keeps, a page of them, and what waits. */
export async function overview(acting: Acting, page: number): Promise<Reply> {
  const codes = (["policy.write", "policy.review"] as const).flatMap((action) =>
    unitsWhere(acting.person.memberships, action),
  );
  const paths: string[] = [];
  for (const code of new Set(codes)) paths.push((await unitOf(acting, code)).path);
  const ids = await policiesKept(acting.tx, paths);
  const policies = await policiesBy(acting.tx, ids);
  const toReview = (await waitingFor(acting)).length;
  const drafts = policies.filter(({ state }) => state !== "published").length;
  const shown = policies.slice((page - 1) * perPage, page * perPage);
  const choices: Choice[] = shown.map((policy) => ({
    label: say.line(policy, standingOf(acting, policy)),
    token: `/policyadmin ${policy.id}`,
  }));
  if (page * perPage < policies.length) choices.push({ label: say.next, token: `/policyadmin #${page + 1}` });
  if (toReview > 0) choices.push({ label: say.review, token: "/policyadmin review" });
  if (unitsWhere(acting.person.memberships, "policy.write").length > 0)
    choices.push({ label: say.publishNew, token: "/publish" }, { label: say.gaps, token: "/gaps" });
  return { text: say.list({ drafts, toReview, published: policies.length - drafts }), choices };
}

/** One policy: what it is, how it stands, and what this person may do with it. */
export async function oneView(acting: Acting, id: PolicyId): Promise<Reply> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy) return policy.refused;
  if (policy.state === "reading") return publishTexts.stillReading(id);
  const passages = await passagesOf(acting.tx, id);
  const text = say.one({
    head: headerTexts.of({ ...policy, unitName: await unitName(acting.tx, policy.unit) }),
    standing: await standingLine(acting, policy),
    passages: passages.length,
    readings: passages.filter((passage) => readingShown(passage)).length,
    waiting: passages.filter(waitsForReview).length,
  });
  return { text, choices: await buttonsFor(acting, policy) };
}

async function standingLine(acting: Acting, policy: Policy): Promise<Text> {
  const standing = standingOf(acting, policy);
  return say.standing(standing, policy.version, await whyOf(acting, policy, standing));
}

async function whyOf(
  acting: Acting,
  policy: Policy,
  standing: Standing | "draft",
): Promise<Text | undefined> {
  if (standing === "withdrawn") return say.withdrawnWhy(policy.withdrawnWhy ?? "");
  const { replacedBy, publishedBy, publishedAt } = policy;
  if (replacedBy !== null)
    return say.replacedBy(replacedBy, (await policyById(acting.tx, replacedBy))?.issuedOn ?? null);
  if (publishedBy === null || publishedAt === null) return undefined;
  return say.publishedBy(await nameOf(acting, publishedBy), acting.calendar.moment(publishedAt));
}

/** What can be done with a policy in each state, as the words of the command. */
const deeds: Readonly<Record<"draft" | "published" | "over", readonly (keyof typeof say.buttons)[]>> = {
  draft: ["passages", "describe", "publish", "drop", "history"],
  published: ["passages", "version", "until", "pin", "withdraw", "history"],
  over: ["passages", "history"],
};

async function buttonsFor(acting: Acting, policy: Policy): Promise<readonly Choice[]> {
  const { id, state, replacedBy, isPinned } = policy;
  const isOver = state === "withdrawn" || state === "unreadable" || replacedBy !== null;
  const writes = await mayDo(acting, policy, "policy.write");
  const offered = writes
    ? deeds[isOver ? "over" : state === "published" ? "published" : "draft"]
    : deeds.over;
  const hasFile = (await fileOfPolicy(acting.tx, id)) !== undefined;
  const notice = writes ? await noticeOfPolicy(acting.tx, id) : null;
  const deedsNow = [...offered, ...(hasFile ? (["file"] as const) : [])];
  const choices = deedsNow.map((deed) => {
    const verb = deed === "pin" && isPinned ? "unpin" : deed;
    return { label: say.buttons[verb], token: `/policyadmin ${id} ${verb}` };
  });
  return notice === null ? choices : [...choices, { label: say.buttons.notice, token: `/notice ${notice}` }];
}

const shownEvents = 30;

/** The file that a policy was read from. */
export async function fileView(acting: Acting, id: PolicyId): Promise<Reply> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy) return policy.refused;
  const file = await fileOfPolicy(acting.tx, id);
  return file ? { text: say.original(policy.title), files: [file] } : say.pasted(policy.title);
}

/** Everything that happened to a policy, in words. */
export async function historyView(acting: Acting, id: PolicyId): Promise<Reply> {
  const policy = await keptPolicy(acting, id);
  if ("refused" in policy) return policy.refused;
  const lines: Text[] = [];
  for (const { kind, actor, at, data } of (await eventsOfPolicy(acting.tx, id)).slice(-shownEvents))
    lines.push(say.event(kind, await nameOf(acting, actor), acting.calendar.moment(at), data));
  const choices = [{ label: say.buttons.back, token: `/policyadmin ${id}` }];
  return { text: say.history(policy.title, lines), choices };
}
