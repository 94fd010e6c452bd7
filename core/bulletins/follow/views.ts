import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, type Unit } from "../../org/index.ts";
import { can, unitsWhere, type Acting } from "../../people/index.ts";
import { say } from "../texts.ts";
import { isKeptBack, recipientsOf, toldOf } from "./listed.ts";
import { nameOf } from "../nameOf.ts";
import { followUpById, openFollowUps, type FollowUp, type FollowUpId } from "./store.ts";

/** What happened to a follow-up, with who and when: one line with what it is, and one for each step. */
export async function historyOf(acting: Acting, followUp: FollowUp): Promise<readonly Text[]> {
  const told = await toldOf(acting, followUp);
  if (await isKeptBack(acting, followUp, acting.person.id)) return [];
  return told ? [say.follow.head(told), ...(await stepsOf(acting, followUp))] : [];
}

async function stepsOf(acting: Acting, followUp: FollowUp): Promise<readonly Text[]> {
  const { madeBy, madeAt, dueAt, decidedBy, decidedAt, why, doneBy, doneAt, outcome } = followUp;
  const { calendar } = acting;
  const lines: Text[] = [say.follow.history.made(await nameOf(acting, madeBy), calendar.moment(madeAt))];
  if (dueAt !== null) lines.push(say.follow.history.due(calendar.date(dueAt)));
  if (decidedBy !== null && decidedAt !== null) {
    const [by, at] = [await nameOf(acting, decidedBy), calendar.moment(decidedAt)];
    if (followUp.state === "dropped") lines.push(say.follow.history.takenBack(by, at));
    else if (why === null) lines.push(say.follow.history.confirmed(by, at));
    else lines.push(say.follow.history.declined(by, at, why));
  }
  if (doneBy !== null && doneAt !== null)
    lines.push(say.follow.history.done(await nameOf(acting, doneBy), calendar.moment(doneAt), outcome ?? ""));
  return lines;
}

/** As what somebody has to do with the follow-ups of a township. */
export function partIn({ person }: Acting, unit: Unit): "confirms" | "follows" | undefined {
  if (can(person.memberships, "bulletin.confirm", unit)) return "confirms";
  return can(person.memberships, "bulletin.follow", unit) ? "follows" : undefined;
}

/** One follow-up: for those who follow things up, and for whom it is about once it stands. */
export async function oneView(acting: Acting, id: FollowUpId): Promise<Reply> {
  const followUp = await followUpById(acting.tx, id);
  const unit = followUp && (await unitByCode(acting.tx, followUp.unit));
  const told = followUp && (await toldOf(acting, followUp));
  if (!unit || !told || (await isKeptBack(acting, followUp, acting.person.id))) return say.follow.noSuch;
  const part = partIn(acting, unit);
  const stands = followUp.state === "standing" || followUp.state === "done";
  const isHers = stands && (await recipientsOf(acting, followUp)).includes(acting.person.id);
  if (part === undefined && !isHers) return say.follow.noSuch;
  return {
    text: say.follow.view(told, await stepsOf(acting, followUp)),
    choices: deedsOn(followUp, part, acting.person.id),
  };
}

function deedsOn(
  { id, state, person, madeBy }: FollowUp,
  part: ReturnType<typeof partIn>,
  reader: string,
): readonly Choice[] {
  if (part === undefined || person === reader) return [];
  if (state === "standing") return [{ label: say.follow.done, token: `/weekly done ${id}` }];
  if (state === "asked" && madeBy === reader)
    return [{ label: say.follow.takeBack, token: `/weekly drop ${id}` }];
  if (state !== "asked" || part !== "confirms") return [];
  return [
    { label: say.follow.confirm, token: `/weekly confirm ${id}` },
    { label: say.follow.decline, token: `/weekly decline ${id}` },
  ];
}

const listed = 8;

/** Everything that is not done, in the townships whoever speaks has to do with. */
export async function openView(acting: Acting): Promise<Reply> {
  const { memberships } = acting.person;
  const codes = new Set([
    ...unitsWhere(memberships, "bulletin.confirm"),
    ...unitsWhere(memberships, "bulletin.follow"),
  ]);
  const choices = new Map<FollowUpId, Choice>();
  for (const code of codes) {
    const unit = await unitByCode(acting.tx, code);
    const open = unit ? await openFollowUps(acting.tx, unit.path, listed) : [];
    for (const followUp of open) {
      const label = await lineFor(acting, followUp);
      if (label) choices.set(followUp.id, { label, token: `/weekly one ${followUp.id}` });
    }
  }
  if (codes.size === 0) return say.follow.noSuch;
  const head = choices.size === 0 ? say.follow.noneOpen : say.follow.listHead(choices.size);
  return {
    text: head,
    choices: [...choices.values(), { label: say.triggers.open, token: "/weekly triggers" }],
  };
}

/** A follow-up in a list; undefined for whom it is about. */
async function lineFor(acting: Acting, followUp: FollowUp): Promise<Text | undefined> {
  const told = await toldOf(acting, followUp);
  const isHers = followUp.person === acting.person.id;
  if (!told || isHers || (await isKeptBack(acting, followUp, acting.person.id))) return undefined;
  return say.follow.line(told, followUp.state === "asked" ? "asked" : "standing");
}
