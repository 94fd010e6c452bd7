import type { Reply } from "../../dialogue/index.ts";
import { unitByCode, unitsBelow, type Unit } from "../../org/index.ts";
import { nag, postsIn, type Acting } from "../../people/index.ts";
import { cancelAlarm, dropAllButFacts } from "../../time/index.ts";
import { forgetPictures, wantPictures } from "../picture/service.ts";
import { mayDecide } from "../show/access.ts";
import { bulletinView } from "../show/service.ts";
import {
  bulletinById,
  bundled,
  decideBundle,
  newestBulletin,
  replaceBundle,
  type Bulletin,
  type BulletinId,
} from "../store.ts";
import type { Refusal } from "../refusal.ts";
import { say } from "../texts.ts";
import { aboutBulletin, makeNext } from "./schedule.ts";

interface Decidable {
  readonly bulletin: Bulletin;
  readonly unit: Unit;
}

/** A bundle that whoever speaks may decide on, in one of these states. */
async function decidable(
  acting: Acting,
  id: BulletinId,
  state: Bulletin["state"],
): Promise<Decidable | Refusal> {
  const bulletin = await bulletinById(acting.tx, id);
  const unit = bulletin && (await unitByCode(acting.tx, bulletin.unit));
  if (!unit || bulletin.bundle !== null || !mayDecide(acting, unit)) return { refused: say.decide.noSuch };
  return bulletin.state === state ? { bulletin, unit } : { refused: say.decide.decided };
}

function named({ bulletin: { sheet }, unit }: Decidable) {
  return { name: unit.name, kind: sheet.kind, period: sheet.period, version: sheet.version };
}

/** Publishes a township's sheet with its villages', or the county's. From then on it is never reckoned again. */
export async function publish(acting: Acting, id: BulletinId): Promise<Reply> {
  const found = await decidable(acting, id, "waiting");
  if ("refused" in found) return found.refused;
  const { tx, now, person } = acting;
  const { kind, from, unit } = found.bulletin;
  const before = await newestBulletin(tx, { unit, kind, states: ["published"], at: from });
  const given = { state: "published", by: person.id, words: null, now } as const;
  if (!(await decideBundle(tx, id, given))) return say.decide.decided;
  if (before) {
    await replaceBundle(tx, before.id);
    await forgetPictures(acting, before.id);
  }
  await forgetReminders(acting, id);
  await tellPublished(acting, found);
  await wantPictures(acting, id);
  return say.decide.published(named(found), (await bundled(tx, id)).length);
}

async function forgetReminders({ tx }: Acting, id: BulletinId): Promise<void> {
  await cancelAlarm(tx, `bulletin remind ${id}`);
  await dropAllButFacts(tx, aboutBulletin(id));
}

/** Leaders of the unit, and each village's liaison leads of their own, read of it in their next list. */
async function tellPublished(acting: Acting, { bulletin, unit }: Decidable): Promise<void> {
  const { tx } = acting;
  const leaders = (await postsIn(tx, unit.code)).filter(
    ({ role }) => role === "direct_leader" || role === "main_leader",
  );
  for (const { person } of leaders) await tellOne(acting, person, bulletin, unit);
  const villages = new Map((await unitsBelow(tx, unit.code)).map((village) => [village.code, village]));
  for (const own of await bundled(tx, bulletin.id)) {
    const village = villages.get(own.unit);
    if (!village) continue;
    const leads = (await postsIn(tx, village.code)).filter(({ role }) => role === "liaison_lead");
    for (const { person } of leads) await tellOne(acting, person, own, village);
  }
}

async function tellOne(
  acting: Acting,
  recipient: string,
  { id, sheet }: Bulletin,
  unit: Unit,
): Promise<void> {
  if (recipient === acting.person.id) return;
  const text = say.decide.told({ name: unit.name, kind: sheet.kind, period: sheet.period });
  const open = `/${sheet.kind} show ${id}`;
  await nag(acting, {
    key: `bulletin ${id} published ${recipient}`,
    recipient,
    subject: aboutBulletin(id),
    rank: 1,
    line: text,
    open,
    saying: { text, choices: [{ label: say.decide.look, token: open }] },
    isFact: true,
    isForList: true,
    passOn: "nobody",
  });
}

/** Why somebody may not refuse a sheet; null when she may. */
export async function whyNotRefuse(acting: Acting, id: BulletinId): Promise<Refusal | null> {
  const found = await decidable(acting, id, "waiting");
  return "refused" in found ? found : null;
}

/** A sheet is not published, with the reason. */
export async function refuse(acting: Acting, id: BulletinId, words: string): Promise<Reply> {
  const found = await decidable(acting, id, "waiting");
  if ("refused" in found) return found.refused;
  const { tx, now, person } = acting;
  const given = { state: "refused", by: person.id, words, now } as const;
  if (!(await decideBundle(tx, id, given))) return say.decide.decided;
  await forgetReminders(acting, id);
  const { kind } = found.bulletin;
  return {
    text: say.decide.refused(named(found)),
    choices: [{ label: say.decide.again, token: `/${kind} again ${id}` }],
  };
}

/** What was refused is reckoned again, as a new version that waits. */
export async function reckonAgain(acting: Acting, id: BulletinId): Promise<Reply> {
  const found = await decidable(acting, id, "refused");
  if ("refused" in found) return found.refused;
  const { kind, from, unit } = found.bulletin;
  const published = await newestBulletin(acting.tx, { unit, kind, states: ["published"], at: from });
  if (published && found.bulletin.version < published.version) return say.decide.publishedAlready;
  return remake(acting, found, found.bulletin.sheet.correction);
}

/** Why somebody may not correct a sheet; null when she may. */
export async function whyNotCorrect(acting: Acting, id: BulletinId): Promise<Refusal | null> {
  const found = await decidable(acting, id, "published");
  return "refused" in found ? found : null;
}

/** What was published stays as it is; a new version with the reason waits to replace it. */
export async function correct(acting: Acting, id: BulletinId, words: string): Promise<Reply> {
  const found = await decidable(acting, id, "published");
  return "refused" in found ? found.refused : remake(acting, found, words);
}

async function remake(
  acting: Acting,
  { bulletin, unit }: Decidable,
  correction: string | null,
): Promise<Reply> {
  const { kind, from } = bulletin;
  const waiting = await newestBulletin(acting.tx, { unit: unit.code, kind, states: ["waiting"], at: from });
  if (waiting) return say.decide.waitsAlready;
  const id = await makeNext(acting, unit, bulletin, { by: acting.person.id, correction });
  if (id === "uncounted") return say.decide.uncounted;
  return id === undefined ? say.decide.waitsAlready : bulletinView(acting, id);
}
