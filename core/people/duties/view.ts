import type { Choice, Reply } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, upwards, type Unit } from "../../org/index.ts";
import { calledName, type Role } from "../model.ts";
import type { Acting } from "../moment.ts";
import { can } from "../permission.ts";
import { canTo } from "../standing.ts";
import { holdersIn, type Holder } from "../service.ts";
import { specialtyName } from "../texts/names.ts";
import { say as peopleTexts } from "../texts.ts";
import { standInFor } from "./choose.ts";
import { changeLine, changeOf } from "./handover/service.ts";
import { pendingIn } from "./handover/store.ts";
import { chain, postsOf } from "./model.ts";
import { shiftsBetween } from "./roster/store.ts";
import { absenceOf, deputiesOf, ownWords } from "./store.ts";
import { say, usualDuties, type HolderLine, type PostLine } from "./texts.ts";
import { personById } from "../store.ts";

const pageLength = 8;
const belowShown = 6;
const pendingShown = 4;

/** May this person read the list of a unit: her own, or one she may browse? */
export function mayRead({ person }: Acting, unit: Unit): boolean {
  return can(person.memberships, "duty.read", unit) || can(person.memberships, "unit.browse", unit);
}

/** 清单制: the posts of a unit and those it climbs to, what each is for, who holds it, who is away and who stands in. */
export async function dutyView(acting: Acting, unit: Unit, page: number): Promise<Reply> {
  if (!mayRead(acting, unit)) return say.mayNotRead(await unitName(acting.tx, unit.code));
  const places = await placesOf(acting, unit);
  const pages = Math.max(1, Math.ceil(places.length / pageLength));
  const at = Math.min(Math.max(1, page), pages);
  const shown = places.slice((at - 1) * pageLength, at * pageLength);
  const posts: PostLine[] = [];
  let isUsual = false;
  const explained = new Set<Role>();
  for (const place of shown) {
    const own = await ownWords(acting.tx, upwards(place.unit), place.role);
    isUsual ||= own === undefined;
    const duties = own === undefined ? usualDuties[place.role] : verbatim(own);
    posts.push(await postLine(acting, place, explained.has(place.role) ? undefined : duties));
    explained.add(place.role);
  }
  const pending = await pendingLines(acting, unit, at === 1);
  const texts = [
    say.list(await unitName(acting.tx, unit.code), posts, { at, of: pages }),
    ...pending.lines,
    ...(isUsual ? [say.usualNote] : []),
  ];
  const below = await unitsBelow(acting.tx, unit.code);
  if (below.length > belowShown) texts.push(say.moreBelow(below.length));
  const choices = [
    ...(await deeds(acting, unit)),
    ...pending.choices,
    ...turns(unit, at, pages),
    ...(await around(acting, unit, below)),
  ];
  const zh = texts.map((text) => text.zh).join("\n");
  return { text: { zh, en: texts.map((text) => text.en).join("\n") }, choices };
}

interface Place {
  readonly unit: Unit;
  readonly role: Role;
  /** Said before the post where several units of one kind are shown. */
  readonly where: string;
}

/** What belongs to a unit itself, with the grids of a village, and then the posts it climbs to. */
async function placesOf({ tx }: Acting, unit: Unit): Promise<readonly Place[]> {
  const places: Place[] = [];
  if (unit.kind === "village")
    for (const grid of await unitsBelow(tx, unit.code))
      for (const role of postsOf.grid) places.push({ unit: grid, role, where: grid.name });
  for (const role of postsOf[unit.kind]) places.push({ unit, role, where: "" });
  for (const code of upwards(unit).slice(1)) {
    const above = await unitByCode(tx, code);
    const roles = above && above.kind !== "county" ? postsOf[above.kind] : [];
    for (const role of roles)
      if (above && chain.includes(role)) places.push({ unit: above, role, where: "" });
  }
  return places;
}

async function postLine(acting: Acting, place: Place, duties: PostLine["duties"]): Promise<PostLine> {
  const { unit, role, where } = place;
  const today = acting.calendar.zone.dateOf(acting.now);
  const onShift = await shiftsBetween(acting.tx, { unit: unit.code, role }, today, today);
  const holders: HolderLine[] = [];
  for (const holder of await holdersIn(acting.tx, unit.code))
    if (holder.role === role)
      holders.push(
        await holderLine(
          acting,
          place,
          holder,
          onShift.some(({ person }) => person === holder.person.id),
        ),
      );
  return { role, where, holders, duties };
}

async function holderLine(
  acting: Acting,
  { unit, role }: Place,
  { person, specialty }: Holder,
  isOnShift: boolean,
): Promise<HolderLine> {
  const { tx, now, calendar } = acting;
  const absence = await absenceOf(tx, person.id, now);
  const [deputyId] = await deputiesOf(tx, { unit: unit.code, role }, person.id);
  const deputy = deputyId === undefined ? undefined : await personById(tx, deputyId);
  const acts = absence ? await standInFor(acting, unit, role, person.id) : undefined;
  const name = calledName(person);
  const until = absence?.untilAt === undefined ? undefined : calendar.date(absence.untilAt);
  return {
    name:
      specialty === undefined ? verbatim(name) : peopleTexts.withSpecialty(name, specialtyName(specialty)),
    isOnShift,
    away: absence && { until, standIn: acts && acts !== "nothing" ? calledName(acts.person) : undefined },
    deputy: deputy && calledName(deputy),
  };
}

/** The handovers to come of a unit and its grids, each with a button for whoever may call it off. */
async function pendingLines(acting: Acting, unit: Unit, isShown: boolean) {
  const units = isShown
    ? [unit, ...(unit.kind === "village" ? await unitsBelow(acting.tx, unit.code) : [])]
    : [];
  const lines = [];
  const choices: Choice[] = [];
  const all =
    units.length === 0
      ? []
      : await pendingIn(
          acting.tx,
          units.map(({ code }) => code),
        );
  for (const handover of all.slice(0, pendingShown)) {
    const line = await changeLine(acting, changeOf(handover));
    lines.push(say.pendingLine(handover.id, line, acting.calendar.date(handover.at)));
    const at = units.find(({ code }) => code === handover.unit) ?? unit;
    if (canTo(acting.person.memberships, "duty.hand", { role: handover.role, unit: at }))
      choices.push({ label: say.cancelPending(handover.id), token: `/duty cancel ${handover.id}` });
  }
  if (all.length > pendingShown) lines.push(say.morePending(all.length - pendingShown));
  return { lines, choices };
}

/** What the speaker can do here. */
async function deeds({ tx, now, person }: Acting, unit: Unit): Promise<readonly Choice[]> {
  const { buttons } = say;
  const isAway = (await absenceOf(tx, person.id, now)) !== undefined;
  const [lowest] = postsOf[unit.kind];
  const post = { role: lowest ?? "grid_worker", unit };
  const mayHand = canTo(person.memberships, "duty.hand", post);
  return [
    isAway ? say.backChoice : { label: buttons.off, token: "/duty off" },
    ...(mayHand ? [{ label: buttons.hand, token: `/duty hand ${unit.code}` }] : []),
    ...(canTo(person.memberships, "duty.keep", post)
      ? [{ label: buttons.roster, token: `/duty roster ${unit.code} ${post.role}` }]
      : []),
    ...(mayHand && unit.kind === "village"
      ? [{ label: buttons.election, token: `/duty election ${unit.code}` }]
      : []),
  ];
}

function turns({ code }: Unit, at: number, pages: number): readonly Choice[] {
  const { previous, next } = say.buttons;
  return [
    ...(at > 1 ? [{ label: previous, token: `/duty ${code} #${at - 1}` }] : []),
    ...(at < pages ? [{ label: next, token: `/duty ${code} #${at + 1}` }] : []),
  ];
}

/** One level up, and the units below where they are few. */
async function around(acting: Acting, { parent }: Unit, below: readonly Unit[]): Promise<readonly Choice[]> {
  const above = parent === null ? undefined : await unitByCode(acting.tx, parent);
  return [
    ...(above && mayRead(acting, above) ? [{ label: say.buttons.up, token: `/duty ${above.code}` }] : []),
    ...(below.length > belowShown ? [] : below).map(({ code, name }) => ({
      label: verbatim(name),
      token: `/duty ${code}`,
    })),
  ];
}
