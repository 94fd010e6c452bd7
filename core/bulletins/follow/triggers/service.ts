import type { Choice, Reply } from "../../../dialogue/index.ts";
import { join, type Text } from "../../../language/index.ts";
import { unitByCode, upwards, type Unit } from "../../../org/index.ts";
import { can, readUnit, unitsWhere, type Acting, type Moment } from "../../../people/index.ts";
import { nameOf } from "../../nameOf.ts";
import type { Refusal } from "../../refusal.ts";
import { say } from "../../texts.ts";
import { usualTrigger, type Confirmed, type Trigger, type Triggers } from "../model.ts";
import { insertTrigger, triggerOf, type TriggerVersion } from "./store.ts";

const kinds = ["admonition", "censure"] as const satisfies readonly Confirmed[];

/** What holds in a unit for a period that begins at a moment: its own word, else that of the unit above, else ours. */
export async function triggersAt({ tx }: Pick<Moment, "tx">, unit: Unit, at: number): Promise<Triggers> {
  const [admonition, censure] = [
    await nearest({ tx }, unit, "admonition", at),
    await nearest({ tx }, unit, "censure", at),
  ];
  return { admonition: admonition ?? usualTrigger, censure: censure ?? usualTrigger };
}

async function nearest(
  { tx }: Pick<Moment, "tx">,
  unit: Unit,
  kind: Confirmed,
  at: number,
): Promise<TriggerVersion | undefined> {
  for (const code of upwards(unit)) {
    const found = await triggerOf(tx, { unit: code, kind, at });
    if (found) return found;
  }
  return undefined;
}

/** 约谈情形: from when on what may follow in a unit, who said so and when. */
export async function triggersView(acting: Acting, words: string): Promise<Reply> {
  const found = words === "" ? await ownUnit(acting) : await readUnit(acting.tx, words, tokenOf);
  if (!found) return say.triggers.noSuch;
  if ("ask" in found) return found.ask;
  const unit = await wholeOf(acting, found.unit);
  if (!unit || !mayRead(acting, unit)) return say.triggers.noSuch;
  const lines: Text[] = [];
  for (const kind of kinds) lines.push(await lineOf(acting, unit, kind));
  const mayChange = can(acting.person.memberships, "bulletin.rule", unit);
  const choices = kinds.map((kind): Choice => ({
    label: say.triggers.change(kind),
    token: `/weekly trigger ${unit.code} ${kind}`,
  }));
  return {
    text: join([say.triggers.head(unit.name), ...lines, say.triggers.since]),
    choices: mayChange ? choices : [],
  };
}

function tokenOf(code: string): string {
  return `/weekly triggers ${code}`;
}

async function lineOf(acting: Acting, unit: Unit, kind: Confirmed): Promise<Text> {
  const version = await nearest(acting, unit, kind, acting.now);
  const line = say.triggers.line(kind, version ?? usualTrigger);
  if (!version) return join([line, say.triggers.isDemo], "");
  const by = await nameOf(acting, version.madeBy);
  return join([line, say.triggers.by(by, acting.calendar.moment(version.madeAt))], "");
}

/** Only townships and the county have sheets that are decided on. */
function isWhole({ kind }: Unit): boolean {
  return kind === "township" || kind === "county";
}

/** What holds in a village is its township's. */
async function wholeOf({ tx }: Acting, unit: Unit): Promise<Unit | undefined> {
  for (const code of upwards(unit)) {
    const above = await unitByCode(tx, code);
    if (above && isWhole(above)) return above;
  }
  return undefined;
}

function mayRead({ person }: Acting, unit: Unit): boolean {
  const actions = ["bulletin.follow", "bulletin.confirm", "bulletin.rule"] as const;
  return actions.some((action) => can(person.memberships, action, unit));
}

async function ownUnit({ tx, person }: Acting): Promise<{ readonly unit: Unit } | undefined> {
  const actions = ["bulletin.rule", "bulletin.follow", "bulletin.confirm"] as const;
  for (const code of actions.flatMap((action) => unitsWhere(person.memberships, action))) {
    const unit = await unitByCode(tx, code);
    if (unit && isWhole(unit)) return { unit };
  }
  return undefined;
}

/** What is to hold. */
export interface TriggerWish extends Trigger {
  readonly unit: string;
  readonly kind: Confirmed;
}

type Which = Pick<TriggerWish, "unit" | "kind">;

/** What holds now, for whoever may change it; or that she may not. */
export async function changeable(
  acting: Acting,
  { unit: code, kind }: Which,
): Promise<{ readonly line: Text } | Refusal> {
  const unit = await unitByCode(acting.tx, code);
  if (!unit || !isWhole(unit) || !can(acting.person.memberships, "bulletin.rule", unit))
    return { refused: say.triggers.noSuch };
  return { line: await lineOf(acting, unit, kind) };
}

/** Another version, for periods that begin from now on; what was published keeps what held then. */
export async function changeTrigger(acting: Acting, key: string, wish: TriggerWish): Promise<Reply> {
  const found = await changeable(acting, wish);
  if ("refused" in found) return found.refused;
  const { person, now } = acting;
  await insertTrigger(acting.tx, `trigger ${key}`, { ...wish, madeBy: person.id, madeAt: now });
  return join([say.triggers.changed, say.triggers.line(wish.kind, wish), say.triggers.since]);
}
