import { readAddress } from "../../channel/index.ts";
import { countBatches, failuresIn } from "../../delivery/index.ts";
import type { Choice, Saying } from "../../dialogue/index.ts";
import { join, type Text } from "../../language/index.ts";
import { blocksOf, personById, reachableAt, tell, type Moment } from "../../people/index.ts";
import { second } from "../../time/index.ts";
import { countRecipients } from "../audience/store.ts";
import { countDoors } from "../doors/store.ts";
import {
  allOf,
  batchesOf,
  countsOf,
  openOf,
  timeToGo,
  type Counts,
  type Doors,
  type Notice,
} from "../model.ts";
import type { SpreadPorts } from "../spread/ports.ts";
import { say } from "../texts.ts";
import { keepShown, watchersOf, type Watcher } from "./store.ts";

/** How a notice stands: person by person, and door by door where it is to be answered. */
export interface Standing {
  readonly counts: Counts;
  readonly doors: Doors | undefined;
}

export async function standingOf({ tx }: Pick<Moment, "tx">, notice: Notice): Promise<Standing> {
  const { id, phase, state, people: expected } = notice;
  const own = await countBatches(tx, batchesOf(id).slice(0, 2));
  const others = await countRecipients(tx, id);
  const counts = countsOf(
    { own, ...others },
    phase === "spread" ? undefined : expected,
    state === "cancelled",
  );
  return { counts, doors: notice.isUrgent ? await countDoors(tx, id) : undefined };
}

/** A message is changed no sooner than this after its last change: platforms count changes, too. */
const betweenChanges = 3 * second;

/** What a stage of a notice looks like to whoever watches it. */
interface Picture {
  /** Where messages cannot be changed, each stage is a message of its own. */
  readonly stage: string;
  readonly text: Text;
  readonly choices: readonly Choice[];
}

/**
 * Shows everybody who watches a notice how it stands, in one message that changes itself.
 * @returns false when somebody does not see yet how it stands now.
 */
export async function showProgress(
  ports: SpreadPorts,
  moment: Moment,
  notice: Notice,
  standing: Standing,
): Promise<boolean> {
  const watchers = await watchersOf(moment.tx, notice.id);
  const picture = pictureOf(moment, notice, standing);
  const isSending = notice.state === "spreading" || notice.state === "sending";
  const isLong = isSending && moment.now - (notice.startedAt ?? moment.now) >= betweenChanges;
  let isShown = true;
  for (const watcher of watchers) {
    // A notice that is out within seconds needs no progress, only its result.
    if (watcher.key === null && !isLong && !(notice.isUrgent && notice.phase === "spread")) continue;
    if (!(await showTo(ports, moment, notice, { watcher, picture }))) isShown = false;
  }
  return isShown;
}

function pictureOf(moment: Moment, notice: Notice, { counts, doors }: Standing): Picture {
  const { id, startedAt, dueAt, closedAt } = notice;
  const isSending = notice.state === "spreading" || notice.state === "sending";
  const left = timeToGo(counts, moment.now - (startedAt ?? moment.now));
  const isHeld = (notice.holdUntil ?? 0) > moment.now;
  const lines: Text[] = [];
  if (notice.state === "cancelled") lines.push(say.withdrawn(id, counts));
  else if (isSending) {
    const line = say.sending(id, counts, isHeld ? undefined : left);
    lines.push(isHeld ? join([line, say.held], "") : line);
  } else lines.push(say.sentAll(id, counts));
  const isDue = dueAt !== null && dueAt <= moment.now;
  if (doors && allOf(doors) > 0 && notice.state !== "cancelled") {
    lines.push(say.answers(doors, dueAt === null || isDue ? undefined : moment.calendar.moment(dueAt)));
    if (hasVisits(doors)) lines.push(say.visits(doors));
    if (closedAt !== null) lines.push(openOf(doors) === 0 ? say.allAccounted : say.callClosed(id));
  }
  const isHalf = counts.waiting * 2 <= counts.people;
  const sendingStage = isSending ? (isHalf ? "half" : "begun") : "out";
  const stage = closedAt !== null ? "closed" : isDue ? "doors" : sendingStage;
  return { stage, text: join(lines), choices: choicesOf(notice, isHeld, doors) };
}

function hasVisits({ due = 0, visited = 0, called = 0, missing = 0 }: Doors): boolean {
  return due + visited + called + missing > 0;
}

function choicesOf(
  { id, state, closedAt }: Notice,
  isHeld: boolean,
  doors: Doors | undefined,
): readonly Choice[] {
  const hold = isHeld
    ? { label: say.manage.resume, token: `/notice ${id} resume` }
    : { label: say.manage.hold, token: `/notice ${id} hold` };
  if (state === "spreading" || state === "sending")
    return [hold, { label: say.manage.cancel, token: `/notice ${id} cancel` }];
  return doors && closedAt === null && state === "done"
    ? [{ label: say.manage.doors, token: `/notice ${id} doors` }]
    : [];
}

/** @returns false when it must wait: it was changed a moment ago, or is not there yet. */
async function showTo(
  ports: SpreadPorts,
  moment: Moment,
  { id }: Notice,
  { watcher, picture }: { readonly watcher: Watcher; readonly picture: Picture },
): Promise<boolean> {
  const person = await personById(moment.tx, watcher.person);
  const [address] = await reachableAt(moment.tx, watcher.person);
  if (!person || address === undefined) return true;
  const { stage, text, choices } = picture;
  const shown = `${stage}\n${text[person.language]}`;
  if (shown === watcher.shown) return true;
  const canEdit = ports.capsOf(readAddress(address).route)?.edit === true;
  const isNew = watcher.key === null || (!canEdit && watcher.shown?.split("\n")[0] !== stage);
  if (!isNew && !canEdit) return true;
  if (!isNew && moment.now - watcher.shownAt < betweenChanges) return false;
  const key = `notice ${id} progress ${watcher.person} ${watcher.revision}`;
  const saying: Saying = { text, choices };
  const posted = await moment.post(moment.tx, {
    key,
    address,
    lane: "alarm",
    blocks: blocksOf(saying, person.language),
    ...(!isNew && watcher.key !== null && { edits: watcher.key }),
  });
  if (!posted) return false;
  const kept = { ...watcher, key: isNew ? key : watcher.key, shown, shownAt: moment.now };
  await keepShown(moment.tx, id, { ...kept, revision: watcher.revision + 1 });
  return true;
}

/** Why people were not reached, the most frequent reason first. */
async function reasonsOf({ tx }: Pick<Moment, "tx">, { id }: Notice, undelivered: number) {
  const { none } = await countRecipients(tx, id);
  const found = new Map<string, number>([["none", none]]);
  for (const { state, error, count } of await failuresIn(tx, batchesOf(id).slice(0, 2))) {
    const reason = state === "unreachable" ? (error ?? "gone") : state;
    found.set(reason, (found.get(reason) ?? 0) + count);
  }
  // What carers were to pass on is not in these batches.
  const named = Array.from(found.values()).reduce((sum, count) => sum + count, 0);
  found.set("carer", undelivered - named);
  return Array.from(found, ([reason, count]) => ({ reason, count }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

/** Tells the sender what became of it, once. */
export async function tellResult(moment: Moment, notice: Notice, { counts }: Standing): Promise<void> {
  const { id, madeBy } = notice;
  const text =
    notice.state === "cancelled"
      ? say.withdrawn(id, counts)
      : say.result(id, counts, await reasonsOf(moment, notice, counts.undelivered));
  const choices =
    counts.undelivered > 0 && notice.state !== "cancelled"
      ? [{ label: say.resend(counts.undelivered), token: `/notice ${id} resend` }]
      : [];
  const letter = { key: `notice ${id} result ${madeBy}`, lane: "alarm" } as const;
  await tell(moment, madeBy, { text, choices }, letter);
}
