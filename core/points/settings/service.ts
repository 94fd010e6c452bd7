import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitName, upwards, type Unit } from "../../org/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Refusal } from "../grant/receivers.ts";
import type { Setting } from "../model.ts";
import { ownUnit } from "../rules/service.ts";
import { say } from "../texts.ts";
import type { SettingName } from "./model.ts";
import { holdSetting, insertSetting, madeSettingIn, settingIn } from "./store.ts";

/** `/grant settings`: how long entries are public and above how much a second person agrees, each to be changed. */
export async function settingsView(acting: Acting): Promise<Reply> {
  const unit = await ownUnit(acting);
  if (!unit) return say.rule.notYours;
  const setting = await settingIn(acting.tx, upwards(unit));
  const text = say.setting.view(await unitName(acting.tx, unit.code), setting);
  const choices = [
    { label: say.setting.names.publicityDays, token: "/grant set days" },
    { label: say.setting.names.approveAbove, token: "/grant set above" },
  ];
  return { text, choices };
}

interface Weighed {
  readonly unit: Unit;
  readonly before: Setting;
  readonly after: Setting;
}

async function weigh(acting: Acting, name: SettingName, value: number): Promise<Weighed | Refusal> {
  const unit = await ownUnit(acting);
  if (!unit) return { refused: say.rule.notYours };
  const { publicityDays, approveAbove } = await settingIn(acting.tx, upwards(unit));
  const before = { publicityDays, approveAbove, isDemo: false };
  const after = { ...before, [name]: value };
  if (before[name] === value) return { refused: say.rule.asItIs(say.setting.line(after)) };
  return { unit, before, after };
}

/** Why somebody may set nothing; else what is set now. */
export async function settable(acting: Acting): Promise<{ readonly line: Text } | Refusal> {
  const unit = await ownUnit(acting);
  if (!unit) return { refused: say.rule.notYours };
  return { line: say.setting.line(await settingIn(acting.tx, upwards(unit))) };
}

/** What a change would come to, before it is made. */
export async function previewOfSetting(
  acting: Acting,
  name: SettingName,
  value: number,
): Promise<Text | Refusal> {
  const weighed = await weigh(acting, name, value);
  if ("refused" in weighed) return weighed;
  return say.rule.sure(say.setting.line(weighed.before), say.setting.line(weighed.after));
}

/** Sets it for her unit, for what is written from now on. */
export async function changeSetting(acting: Acting, name: SettingName, value: number): Promise<Reply> {
  const { tx, now, person } = acting;
  const unit = await ownUnit(acting);
  const standing = unit && (await madeSettingIn(tx, upwards(unit)));
  if (standing) await holdSetting(tx, standing.id);
  const weighed = await weigh(acting, name, value);
  if ("refused" in weighed) return weighed.refused;
  const id = await insertSetting(tx, weighed.unit.code, weighed.after, { by: person.id, now });
  const choices = [{ label: say.rule.undo, token: `/grant undo setting ${id}` }];
  return { text: say.rule.changed(say.setting.line(weighed.after)), choices };
}
