import { unitByCode, unitsOfKind, type Unit } from "../../org/index.ts";
import { hearersOf, nag, postsIn, type Moment, type Role } from "../../people/index.ts";
import { day, minute, setAlarm } from "../../time/index.ts";
import { bulletinAlarm } from "../alarm.ts";
import { isCounted, makeBundle } from "../make/service.ts";
import { hasBegun } from "../make/store.ts";
import type { Period, SheetKind } from "../model.ts";
import { periodBefore, periodFrom } from "../periods/model.ts";
import { bulletinById, bundled, newestBulletin, type Bulletin, type BulletinId } from "../store.ts";
import { say } from "../texts.ts";

/** When the sheets of the week or month before are made: Monday, and the first of a month, in the morning. */
export const bulletinPatterns: Readonly<Record<SheetKind, string>> = {
  weekly: "0 7 * * 1",
  monthly: "0 7 1 * *",
};

/** Who may publish in a unit of her own, the lowest post first. */
const deciders: readonly Role[] = ["dispatcher", "direct_leader", "main_leader"];

/** Every state a sheet can be in. */
const everyState = ["waiting", "published", "refused", "replaced"] as const;

/**
 * Has the sheets of the period before a slot made: each township's and the county's by an alarm of its own, so that no
 * transaction is long. Where nobody holds a post that could publish them none are made.
 */
export async function beginBulletins(moment: Moment, kind: SheetKind, slot: number): Promise<void> {
  const { tx, now, calendar } = moment;
  const { first } = periodBefore(kind, calendar.zone, slot);
  const units = [...(await unitsOfKind(tx, "county")), ...(await unitsOfKind(tx, "township"))];
  for (const { code } of units) {
    const posts = await postsIn(tx, code);
    if (posts.some(({ role }) => deciders.includes(role))) await makeAt(tx, `${kind} ${code} ${first}`, now);
  }
}

async function makeAt(tx: Moment["tx"], which: string, fireAt: number): Promise<void> {
  const subject = `make ${which}`;
  await setAlarm(tx, { key: `bulletin ${subject}`, kind: bulletinAlarm, subject, fireAt });
}

/** Makes what an alarm names, unless somebody has, and tells the command room; a minute later as long as not everything is counted. */
export async function ringMake(moment: Moment, kind: SheetKind, code: string, first: string): Promise<void> {
  const unit = await unitByCode(moment.tx, code);
  if (!unit) return;
  const period = periodFrom(kind, moment.calendar.zone, first);
  const made = await makeFirst(moment, unit, period, null);
  if (made === "uncounted") await makeAt(moment.tx, `${kind} ${code} ${first}`, moment.now + minute);
  else if (made !== undefined) await tellReady(moment, unit, made);
}

/** What was made; undefined when it was there, "uncounted" while its figures would be of only a part of what happened. */
type Made = BulletinId | "uncounted" | undefined;

/** The first version of a period's sheets; none of a time when nobody was there. */
export async function makeFirst(
  moment: Moment,
  unit: Unit,
  period: Period,
  by: string | null,
): Promise<Made> {
  const wanted = { unit: unit.code, kind: period.kind, states: everyState, at: period.from };
  if (await newestBulletin(moment.tx, wanted)) return undefined;
  if (!(await hasBegun(moment.tx, unit.path, period.to))) return undefined;
  if (!(await isCounted(moment))) return "uncounted";
  const id = await makeBundle(moment, unit, period, { by, version: 1, correction: null });
  if (id !== undefined) await remindLater(moment, id, 1);
  return id;
}

/** Another version of the period of a sheet: what was refused reckoned again, or a correction of what is published. */
export async function makeNext(
  moment: Moment,
  unit: Unit,
  { sheet: { period } }: Bulletin,
  { by, correction }: { readonly by: string; readonly correction: string | null },
): Promise<Made> {
  if (!(await isCounted(moment))) return "uncounted";
  const wanted = { unit: unit.code, kind: period.kind, states: everyState, at: period.from };
  const newest = await newestBulletin(moment.tx, wanted);
  const version = (newest?.version ?? 0) + 1;
  const id = await makeBundle(moment, unit, period, { by, version, correction });
  if (id !== undefined) await remindLater(moment, id, 1);
  return id;
}

async function tellReady(moment: Moment, unit: Unit, id: BulletinId): Promise<void> {
  const bulletin = await bulletinById(moment.tx, id);
  if (!bulletin) return;
  const { kind, period } = bulletin.sheet;
  const others = (await bundled(moment.tx, id)).length;
  const given = { name: unit.name, kind, period };
  await tellPosts(moment, unit, bulletin, {
    role: "dispatcher",
    what: "ready",
    text: say.decide.ready(given, others),
  });
}

interface Telling {
  readonly role: Role;
  readonly what: string;
  readonly text: { readonly zh: string; readonly en: string };
}

async function tellPosts(
  moment: Moment,
  unit: Unit,
  { id, sheet }: Bulletin,
  { role, what, text }: Telling,
): Promise<void> {
  const { kind, period } = sheet;
  const { hearers } = await hearersOf(moment, unit, await standingIn(moment, unit, role));
  const look = `/${kind} show ${id}`;
  for (const { person } of hearers)
    await nag(moment, {
      key: `bulletin ${id} ${what} ${person.id}`,
      recipient: person.id,
      subject: aboutBulletin(id),
      rank: 1,
      line: say.decide.readyLine({ name: unit.name, kind, period }),
      open: look,
      saying: { text, choices: [{ label: say.decide.look, token: look }] },
      passOn: "nobody",
    });
}

/** What nags about a bulletin are about. */
export function aboutBulletin(id: BulletinId): string {
  return `bulletin ${id}`;
}

/** The command room is reminded after a day, the leader in charge after two; then nobody any more. */
const reminded: readonly Role[] = ["dispatcher", "direct_leader"];

/** Who has a post's word where nobody holds it: whoever stands above it there, before anybody of another place. */
async function standingIn({ tx }: Moment, unit: Unit, role: Role): Promise<Role> {
  const held = (await postsIn(tx, unit.code)).map((post) => post.role);
  return deciders.slice(deciders.indexOf(role)).find((one) => held.includes(one)) ?? role;
}

async function remindLater({ tx, now }: Moment, id: BulletinId, times: number): Promise<void> {
  if (times > reminded.length) return;
  const subject = `remind ${id} ${times}`;
  await setAlarm(tx, { key: `bulletin remind ${id}`, kind: bulletinAlarm, subject, fireAt: now + day });
}

/** A sheet that nobody has decided on. */
export async function ringRemind(moment: Moment, id: BulletinId, times: number): Promise<void> {
  const bulletin = await bulletinById(moment.tx, id);
  const unit = bulletin && (await unitByCode(moment.tx, bulletin.unit));
  const role = reminded[times - 1];
  if (!unit || bulletin.state !== "waiting" || role === undefined) return;
  const { kind, period } = bulletin.sheet;
  const given = { name: unit.name, kind, period };
  const text =
    role === "dispatcher" ? say.decide.remind(given, times) : say.decide.remindLeader(given, times);
  await tellPosts(moment, unit, bulletin, { role, what: `remind ${times}`, text });
  await remindLater(moment, id, times + 1);
}
