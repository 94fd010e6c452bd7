import type { Reply } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, upwards, type Unit } from "../../org/index.ts";
import { unitsWhere, type Acting } from "../../people/index.ts";
import type { Refusal } from "../grant/receivers.ts";
import type { Cap, EarningKind, Rule } from "../model.ts";
import { say } from "../texts.ts";
import { insertRule, rulesIn } from "./store.ts";

/** The unit whose rules whoever speaks makes: the one of her post. */
async function ownUnit({ tx, person }: Acting): Promise<Unit | undefined> {
  const [code] = unitsWhere(person.memberships, "points.rule");
  return code === undefined ? undefined : unitByCode(tx, code);
}

/** `/grant rules`: what earns points in her unit, each to be changed. */
export async function rulesToChange(acting: Acting): Promise<Reply> {
  const unit = await ownUnit(acting);
  if (!unit) return say.rule.notYours;
  const rules = await rulesIn(acting.tx, upwards(unit));
  const choices = rules.map((rule) => ({ label: lineOfRule(rule), token: `/grant rule ${rule.id}` }));
  const add = { label: say.rule.add, token: "/grant newrule" };
  return { text: say.rule.list(await unitName(acting.tx, unit.code)), choices: [...choices, add] };
}

function lineOfRule(rule: Pick<Rule, "title" | "delta" | "caps">): Text {
  return say.ruleLine(rule.title, rule.delta, rule.caps.map(say.cap));
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

/** The rule as it stands, before it is changed; or why it is not hers to change. */
export async function changeableRule(acting: Acting, id: number): Promise<{ readonly line: Text } | Refusal> {
  const found = await inForce(acting, id);
  return "refused" in found ? found : { line: lineOfRule(found.rule) };
}

/** A new version of a rule for her unit: other points, or with null none any more. What was earned stays as it was. */
export async function changeRule(acting: Acting, id: number, delta: number | null): Promise<Reply> {
  const found = await inForce(acting, id);
  if ("refused" in found) return found.refused;
  const { rule, unit } = found;
  const { tx, now, person } = acting;
  const made = { ...rule, unit: unit.code, isDemo: false, ...(delta !== null && { delta }) };
  await insertRule(tx, made, { by: person.id, now, isRemoved: delta === null });
  return delta === null ? say.rule.removed(rule.title) : say.rule.changed(lineOfRule(made));
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
  return lineOfRule({ title: verbatim(given.title), delta: given.delta, caps: capsOf(given) });
}

function capsOf({ monthMost }: NewRule): readonly Cap[] {
  return monthMost === null ? [] : [{ per: "person", within: "month", most: monthMost }];
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
