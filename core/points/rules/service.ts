import type { Choosable, Reply } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, upwards, type Unit } from "../../org/index.ts";
import { unitsWhere, type Acting } from "../../people/index.ts";
import { ruleLine } from "../account/service.ts";
import type { Refusal } from "../grant/receivers.ts";
import type { Cap, EarningKind, Rule } from "../model.ts";
import { say } from "../texts.ts";
import { capKindsOf, changedBy, isSame, mostUnder, tooLow, type CapKind, type RuleChange } from "./model.ts";
import { insertRule, rulesIn } from "./store.ts";

/** The unit whose rules whoever speaks makes: the one of her post. */
export async function ownUnit({ tx, person }: Acting): Promise<Unit | undefined> {
  const [code] = unitsWhere(person.memberships, "points.rule");
  return code === undefined ? undefined : unitByCode(tx, code);
}

/** `/grant rules`: what earns points in her unit, each to be changed, and what else is set there. */
export async function rulesToChange(acting: Acting): Promise<Reply> {
  const unit = await ownUnit(acting);
  if (!unit) return say.rule.notYours;
  const rules = await rulesIn(acting.tx, upwards(unit));
  const choices = rules.map((rule) => ({ label: labelOf(rule), token: `/grant rule ${rule.id}` }));
  const more = [
    { label: say.rule.add, token: "/grant newrule" },
    { label: say.setting.open, token: "/grant settings" },
    { label: say.rule.changes, token: "/grant changes" },
  ];
  return { text: say.rule.list(await unitName(acting.tx, unit.code)), choices: [...choices, ...more] };
}

function labelOf(rule: Rule): Text {
  return rule.givenBy === "outcome" ? say.rule.ofTeam(ruleLine(rule)) : ruleLine(rule);
}

/** A rule that is in force in her unit, by the id of its version. */
async function inForce(
  acting: Acting,
  id: number,
): Promise<{ readonly rule: Rule; readonly unit: Unit } | Refusal> {
  const unit = await ownUnit(acting);
  if (!unit) return { refused: say.rule.notYours };
  const rule = (await rulesIn(acting.tx, upwards(unit))).find((one) => one.id === id);
  return rule ? { rule, unit } : { refused: say.rule.replaced };
}

/** A rule as it stands, before it is changed. */
export interface ChangeableRule {
  readonly line: Text;
  /** Every cap it may have, with what it is now. */
  readonly caps: readonly (Choosable & { readonly isSet: boolean })[];
}

/** The rule as it stands; or why it is not hers to change. */
export async function changeableRule(acting: Acting, id: number): Promise<ChangeableRule | Refusal> {
  const found = await inForce(acting, id);
  if ("refused" in found) return found;
  const { rule } = found;
  const caps = capKindsOf(rule).map((kind) => ({
    id: capName(kind),
    label: say.rule.capNow(kind, mostUnder(rule.caps, kind)),
    isSet: mostUnder(rule.caps, kind) !== null,
  }));
  return { line: ruleLine(rule), caps };
}

function capName({ per, within }: CapKind): string {
  return `${per}-${within}`;
}

/** What is changed about a rule, as a talk keeps it. */
export type SaidChange =
  | Exclude<RuleChange, { what: "cap" }>
  /** The name of a cap, and null for none. */
  | { readonly what: "cap"; readonly cap: string; readonly most: number | null };

function meant(rule: Rule, said: SaidChange): RuleChange | undefined {
  if (said.what !== "cap") return said;
  const cap = capKindsOf(rule).find((kind) => capName(kind) === said.cap);
  return cap && { what: "cap", cap, most: said.most };
}

interface Weighed {
  readonly rule: Rule;
  readonly unit: Unit;
  /** Undefined where it is taken away. */
  readonly after: Rule | undefined;
}

async function weigh(acting: Acting, id: number, said: SaidChange): Promise<Weighed | Refusal> {
  const found = await inForce(acting, id);
  if ("refused" in found) return found;
  const change = meant(found.rule, said);
  if (!change) return { refused: say.rule.replaced };
  const after = changedBy(found.rule, change);
  if (after && isSame(found.rule, after)) return { refused: say.rule.asItIs(ruleLine(after)) };
  const cap = after && tooLow(after);
  if (cap) return { refused: say.rule.capTooLow(after.delta, cap) };
  return { ...found, after };
}

/** What a change would come to, before it is made. */
export async function previewOfChange(acting: Acting, id: number, said: SaidChange): Promise<Text | Refusal> {
  const weighed = await weigh(acting, id, said);
  if ("refused" in weighed) return weighed;
  return say.rule.sure(ruleLine(weighed.rule), weighed.after && ruleLine(weighed.after));
}

/** A new version of a rule for her unit, or none any more. What was earned stays as it was. */
export async function changeRule(acting: Acting, id: number, said: SaidChange): Promise<Reply> {
  const weighed = await weigh(acting, id, said);
  if ("refused" in weighed) return weighed.refused;
  const { rule, unit, after } = weighed;
  const { tx, now, person } = acting;
  const made = { ...(after ?? rule), unit: unit.code, isDemo: false };
  const version = await insertRule(tx, made, { by: person.id, now, isRemoved: after === undefined });
  if (version === undefined) return say.rule.replaced;
  const text = after ? say.rule.changed(ruleLine(made)) : say.rule.removed(rule.title);
  return { text, choices: [{ label: say.rule.undo, token: `/grant undo rule ${version}` }] };
}

/** A rule as it is made in chat. */
export interface NewRule {
  readonly title: string;
  readonly kind: EarningKind;
  readonly delta: number;
  /** At most so many points a month for one person; null: no limit. */
  readonly monthMost: number | null;
}

export function lineOfNew(given: NewRule): Text {
  return ruleLine({ title: verbatim(given.title), delta: given.delta, caps: capsOf(given) });
}

function capsOf({ monthMost }: NewRule): readonly Cap[] {
  return monthMost === null ? [] : [{ per: "person", within: "month", most: monthMost }];
}

/** Why a new rule is none; null where it is one. */
export function whyNotNew(given: NewRule): Text | null {
  const cap = tooLow({ delta: given.delta, caps: capsOf(given) });
  return cap ? say.rule.capTooLow(given.delta, cap) : null;
}

/** Whether she may make a rule: where, or why not. */
export async function whereToAdd(acting: Acting): Promise<{ readonly where: string } | Refusal> {
  const unit = await ownUnit(acting);
  return unit ? { where: await unitName(acting.tx, unit.code) } : { refused: say.rule.notYours };
}

/** Makes a rule by which staff of her unit give points. The same key twice is one rule. */
export async function addRule(acting: Acting, key: string, given: NewRule): Promise<Reply> {
  const unit = await ownUnit(acting);
  if (!unit) return say.rule.notYours;
  const { tx, now, person } = acting;
  // A name is an option's id: no dots or spaces.
  const name = `made-${key.replaceAll(/\W+/g, "-")}`;
  if ((await rulesIn(tx, [unit.code])).some((one) => one.name === name))
    return say.rule.added(lineOfNew(given));
  const { kind, delta } = given;
  const title = verbatim(given.title);
  const made = { unit: unit.code, name, kind, title, delta, caps: capsOf(given), isDemo: false };
  await insertRule(tx, { ...made, givenBy: "staff" }, { by: person.id, now });
  return say.rule.added(lineOfNew(given));
}
