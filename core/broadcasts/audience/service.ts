import type { Route } from "../../channel/index.ts";
import type { Reply, Saying } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import {
  can,
  readUnit,
  roleNames,
  roles,
  tagsIn,
  unitsWhere,
  type Acting,
  type Moment,
} from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import type { Audience } from "../model.ts";
import { platformName, say } from "../texts.ts";
import { listed } from "../texts/words.ts";
import { commonPath, isUrgency, outermost, readWho, wordsOfAudience, type Mark, type Who } from "./model.ts";
import type { Scope } from "./store.ts";

/** Where a notice may go, as the words of `/broadcast` said it. */
export interface Meant {
  readonly units: readonly string[];
  readonly name: string;
  readonly who: Who;
  /** 紧急 was among the words. */
  readonly isUrgent: boolean;
  /** What else can be said of its people, as buttons: posts first, then tags. */
  readonly marks: readonly { readonly id: string; readonly label: Text }[];
}

const posts = ["grid_worker", "team_member", "liaison_lead", "officer"] as const;
const tagsOffered = 12;
const unitsOffered = 8;

/**
 * The units, posts, tags and platforms that words name.
 * @returns what to say instead when a word names nothing, several, or a unit of somebody else.
 */
export async function meantBy(acting: Acting, words: string): Promise<Meant | { readonly refused: Reply }> {
  const units: Unit[] = [];
  const others: string[] = [];
  const said = wordsOfAudience(words);
  for (const word of said.filter((one) => !isUrgency(one))) {
    const read = await readUnit(acting.tx, word, (code) => `/broadcast ${code}`);
    if ("unit" in read) units.push(read.unit);
    else if (isWhich(read.ask)) return { refused: read.ask };
    else others.push(word);
  }
  for (const unit of units)
    if (!can(acting.person.memberships, "notice.send", unit))
      return { refused: await ownUnits(acting, say.notYourUnit(await unitName(acting.tx, unit.code))) };
  const paths = outermost(units.map(({ path }) => path));
  const tags = await tagsIn(acting.tx, paths.length > 0 ? paths : ["-"], tagsOffered);
  const who = readWho(others, marksOf(tags));
  if ("unknown" in who) return { refused: await ownUnits(acting, say.noSuchMark(who.unknown, tags)) };
  if (units.length === 0) return { refused: await ownUnits(acting, say.ownUnits) };
  const kept = units.filter(({ path }) => paths.includes(path));
  const names = await Promise.all(kept.map(({ code }) => unitName(acting.tx, code)));
  const isUrgent = said.some(isUrgency);
  return { units: kept.map(({ code }) => code), name: names.join("、"), who, isUrgent, marks: offered(tags) };
}

/** A question which of several is meant, and not the news that there is none. */
function isWhich(ask: Reply): boolean {
  return "choices" in ask;
}

async function ownUnits(acting: Acting, text: Text): Promise<Saying> {
  const codes = unitsWhere(acting.person.memberships, "notice.send").slice(0, unitsOffered);
  const choices = [];
  for (const code of codes)
    choices.push({ label: verbatim(await unitName(acting.tx, code)), token: `/broadcast ${code}` });
  return { text, choices };
}

function offered(tags: readonly string[]): Meant["marks"] {
  return [
    ...posts.map((role) => ({ id: role, label: roleNames[role] })),
    ...tags.map((tag, index) => ({ id: `tag${index}`, label: verbatim(tag) })),
  ];
}

/** What each word means that is no unit. */
export function marksOf(tags: readonly string[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const word of ["所有人", "全体", "大家", "everybody", "all"]) marks.set(word, { kind: "everybody" });
  for (const channel of ["telegram", "web", "console", "wechat"])
    for (const word of [channel, platformName(channel).zh.toLowerCase()])
      marks.set(word, { kind: "channel", value: channel });
  for (const role of roles)
    for (const word of [role, roleNames[role].zh]) marks.set(word, { kind: "role", value: role });
  for (const tag of tags) marks.set(tag.toLowerCase(), { kind: "tag", value: tag });
  return marks;
}

/** Whom words within known units mean. */
export function whoBy(words: string, tags: readonly string[]): Who | { readonly unknown: string } {
  return readWho(wordsOfAudience(words), marksOf(tags));
}

/** An audience ready to be looked up. */
export async function scopeOf(tx: Tx, audience: Audience, routes: readonly Route[]): Promise<Scope> {
  const { units, ...rest } = audience;
  const paths: string[] = [];
  for (const code of units) paths.push((await unitByCode(tx, code))?.path ?? "-");
  return { ...rest, paths: outermost(paths), routes };
}

/** The lowest unit that holds all of these. Throws where there is none: they all hang below the county. */
export async function unitOver(tx: Tx, codes: readonly string[]): Promise<Unit> {
  const paths: string[] = [];
  for (const code of codes) paths.push((await unitByCode(tx, code))?.path ?? "");
  const unit = await unitByCode(tx, commonPath(paths).split("/").at(-1) ?? "");
  if (!unit) throw new Error(`no unit holds ${codes.join(", ")}`);
  return unit;
}

/** 「双桥村、大溪村的网格员（独居老人）」 */
export async function audienceName({ tx }: Pick<Moment, "tx">, audience: Audience): Promise<Text> {
  const names: string[] = [];
  for (const code of audience.units) names.push(await unitName(tx, code));
  const marks: Text[] = [
    ...audience.roles.map((role) => roleNames[role as keyof typeof roleNames]),
    ...audience.tags.map(verbatim),
    ...(audience.subscribed ? [say.subscribers] : []),
    ...audience.channels.map(platformName),
  ];
  const where = verbatim(names.join("、"));
  if (marks.length === 0) return where;
  const what = listed(marks, "、");
  return { zh: `${where.zh}（${what.zh}）`, en: `${where.en} (${what.en})` };
}
