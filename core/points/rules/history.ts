import type { Choice, Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitName, upwards, type Unit } from "../../org/index.ts";
import { calledName, personById, type Acting } from "../../people/index.ts";
import { ruleLine } from "../account/service.ts";
import type { Refusal } from "../grant/receivers.ts";
import { usualSetting, type Rule, type Setting } from "../model.ts";
import {
  holdSetting,
  insertSetting,
  settingBeforeIn,
  settingIn,
  settingsOf,
  type MadeSetting,
} from "../settings/store.ts";
import { say } from "../texts.ts";
import { ownUnit } from "./service.ts";
import { insertRule, ruleById, rulesIn, versionsIn, versionsOf, type Version } from "./store.ts";

/** Who changed what about rules and settings, and how it is changed back: nothing is lost, every version is kept. */

/** Something that was changed: a version of a rule, or a setting. */
export interface Changed {
  readonly what: "rule" | "setting";
  readonly id: number;
}

/** A change with what stood there before it. */
type Known =
  | { readonly what: "rule"; readonly now: Version; readonly before: Rule | undefined }
  | { readonly what: "setting"; readonly now: MadeSetting; readonly before: Setting };

/** The version before, or the rule that counts there without this unit's own; undefined where there was none. */
async function ruleBefore(acting: Acting, unit: Unit, { name, version }: Version): Promise<Rule | undefined> {
  const older = (await versionsOf(acting.tx, { unit: unit.code, name })).find((one) => one.version < version);
  if (older) return older.isRemoved ? undefined : older;
  return (await rulesIn(acting.tx, upwards(unit).slice(1))).find((one) => one.name === name);
}

async function settingBefore({ tx }: Acting, unit: Unit, { id }: MadeSetting): Promise<Setting> {
  const before = await settingBeforeIn(tx, unit.code, id);
  if (before) return before;
  const above = upwards(unit).slice(1);
  return above.length === 0 ? usualSetting : settingIn(tx, above);
}

function linesOf(known: Known): { readonly from: Text | undefined; readonly to: Text | undefined } {
  if (known.what === "setting")
    return { from: say.setting.line(known.before), to: say.setting.line(known.now) };
  const { now, before } = known;
  return { from: before && ruleLine(before), to: now.isRemoved ? undefined : ruleLine(now) };
}

const listed = 8;

/** `/grant changes`: who changed what lately in her unit, and the way back from what nobody has changed since. */
export async function changesView(acting: Acting): Promise<Reply> {
  const { tx, calendar } = acting;
  const unit = await ownUnit(acting);
  if (!unit) return say.rule.notYours;
  const changes: Known[] = [];
  for (const now of await versionsIn(tx, unit.code, listed))
    changes.push({ what: "rule", now, before: await ruleBefore(acting, unit, now) });
  for (const now of await settingsOf(tx, unit.code, listed))
    if (now.madeBy !== null)
      changes.push({ what: "setting", now, before: await settingBefore(acting, unit, now) });
  const newest = changes.toSorted((one, other) => other.now.madeAt - one.now.madeAt).slice(0, listed);
  if (newest.length === 0) return say.rule.noChanges;
  const lines: Text[] = [];
  const choices: Choice[] = [];
  for (const known of newest) {
    const by = known.now.madeBy === null ? undefined : await personById(tx, known.now.madeBy);
    const title = known.what === "rule" ? known.now.title : say.setting.title;
    const line = say.rule.changeLine({
      at: calendar.moment(known.now.madeAt),
      by: by ? calledName(by) : "",
      title,
      ...linesOf(known),
    });
    lines.push(line);
    const isNewest = !("refused" in (await undoable(acting, { what: known.what, id: known.now.id })));
    if (isNewest)
      choices.push({ label: say.rule.undoThis(title), token: `/grant undo ${known.what} ${known.now.id}` });
  }
  return { text: say.rule.changeList(await unitName(tx, unit.code), lines), choices };
}

/** A change of her unit's that nobody has changed since, with what stood there before. */
async function undoable(
  acting: Acting,
  { what, id }: Changed,
): Promise<{ readonly unit: Unit; readonly known: Known } | Refusal> {
  const { tx } = acting;
  const unit = await ownUnit(acting);
  if (!unit) return { refused: say.rule.notYours };
  if (what === "setting") {
    const [now] = await settingsOf(tx, unit.code, 1);
    if (now?.id !== id || now.madeBy === null) return { refused: say.rule.changedSince };
    return { unit, known: { what, now, before: await settingBefore(acting, unit, now) } };
  }
  const rule = await ruleById(tx, id);
  const [now] = rule?.unit === unit.code ? await versionsOf(tx, rule) : [];
  if (now?.id !== id || now.madeBy === null) return { refused: say.rule.changedSince };
  return { unit, known: { what, now, before: await ruleBefore(acting, unit, now) } };
}

/** What changing it back would come to. */
export async function undoPreview(acting: Acting, change: Changed): Promise<Text | Refusal> {
  const found = await undoable(acting, change);
  if ("refused" in found) return found;
  const { from, to } = linesOf(found.known);
  return say.rule.sureUndo(to ?? say.rule.none, from ?? say.rule.none);
}

/** Changes it back: one more version, as the one before was. */
export async function undo(acting: Acting, change: Changed): Promise<Reply> {
  const { tx, now, person } = acting;
  if (change.what === "setting") await holdSetting(tx, change.id);
  const found = await undoable(acting, change);
  if ("refused" in found) return found.refused;
  const { unit, known } = found;
  const made = { by: person.id, now };
  if (known.what === "setting") {
    await insertSetting(tx, unit.code, { ...known.before, isDemo: false }, made);
    return say.rule.changed(say.setting.line(known.before));
  }
  const { before, now: version } = known;
  const rule = { ...(before ?? version), unit: unit.code, isDemo: false };
  const isRemoved = before === undefined;
  if ((await insertRule(tx, rule, { ...made, isRemoved })) === undefined) return say.rule.changedSince;
  return before ? say.rule.changed(ruleLine(before)) : say.rule.removed(version.title);
}
