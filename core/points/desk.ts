import type { Begin, Choosable, Reply } from "../dialogue/index.ts";
import type { Text } from "../language/index.ts";
import type { Acting } from "../people/index.ts";
import { decideAppeal, judgeable, type Judgeable, type Judgement } from "./appeal/judge.ts";
import { appeal, appealable } from "./appeal/service.ts";
import { refuse, whyNotDecide } from "./grant/decide.ts";
import { takeable, takeBack } from "./grant/given.ts";
import { receiversNamed, rulesFor, type Refusal } from "./grant/receivers.ts";
import { undo, undoPreview, type Changed } from "./rules/history.ts";
import {
  addRule,
  changeableRule,
  changeRule,
  previewOfChange,
  whereToAdd,
  type ChangeableRule,
  type NewRule,
  type SaidChange,
} from "./rules/service.ts";
import type { SettingName } from "./settings/model.ts";
import { changeSetting, previewOfSetting, settable } from "./settings/service.ts";
import { shopDesk, type ShopDesk } from "./shop/desk.ts";
import { give, previewOf, type Gift } from "./grant/service.ts";

/** What flows may do with points, for whoever speaks; every deed asks anew whether she may. */
export interface PointsDesk {
  readonly shop: ShopDesk;
  readonly rules: RulesDesk;
  receivers(name: string): Promise<readonly Choosable[]>;
  rulesFor(person: string): Promise<{ readonly rules: readonly Choosable[] } | Refusal>;
  preview(gift: Gift): Promise<Text | Refusal>;
  give(key: string, gift: Gift): Promise<Reply>;
  whyNotDecide(grant: number): Promise<Refusal | null>;
  refuse(grant: number, why: string): Promise<Reply>;
  takeable(entry: number): Promise<{ readonly what: Text } | Refusal>;
  takeBack(entry: number, why: string): Promise<Reply>;
  /** How words go on that accuse somebody and that nobody may read here; null for all others. */
  goesPast(words: string): Begin | null;
  /** @param team a village, empty for the only one of hers; null for what is her own. */
  appealable(team: string | null): Promise<{ readonly entries: readonly Choosable[] } | Refusal>;
  appeal(key: string, entry: number | null, words: string): Promise<Reply>;
  judgeable(appeal: number): Promise<Judgeable | Refusal>;
  judge(appeal: number, given: Judgement): Promise<Reply>;
}

/** What flows may do with the rules of points and what else is set about them, for whoever speaks. */
export interface RulesDesk {
  changeable(rule: number): Promise<ChangeableRule | Refusal>;
  preview(rule: number, change: SaidChange): Promise<Text | Refusal>;
  change(rule: number, change: SaidChange): Promise<Reply>;
  undoPreview(change: Changed): Promise<Text | Refusal>;
  undo(change: Changed): Promise<Reply>;
  settable(): Promise<{ readonly line: Text } | Refusal>;
  settingPreview(name: SettingName, value: number): Promise<Text | Refusal>;
  set(name: SettingName, value: number): Promise<Reply>;
  whereToAdd(): Promise<{ readonly where: string } | Refusal>;
  add(key: string, given: NewRule): Promise<Reply>;
}

export interface PointsServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
  readonly points: PointsDesk;
}

/**
 * The desk for whoever acts; every call of a stranger throws, since strangers are only offered to join.
 * @param goesPast how words go on that accuse an official; null for all others.
 */
export function pointsDesk(
  acting: Acting | undefined,
  goesPast: (words: string) => Begin | null,
): PointsDesk {
  const known = (): Acting => {
    if (!acting) throw new Error("somebody who has not joined has no points");
    return acting;
  };
  return {
    shop: shopDesk(known),
    rules: rulesDesk(known),
    receivers: (name) => receiversNamed(known(), name),
    rulesFor: (person) => rulesFor(known(), person),
    preview: (gift) => previewOf(known(), gift),
    give: (key, gift) => give(known(), key, gift),
    whyNotDecide: (grant) => whyNotDecide(known(), grant),
    refuse: (grant, why) => refuse(known(), grant, why),
    takeable: (entry) => takeable(known(), entry),
    takeBack: (entry, why) => takeBack(known(), entry, why),
    goesPast,
    appealable: (team) => appealable(known(), team),
    appeal: (key, entry, words) => appeal(known(), key, entry, words),
    judgeable: (id) => judgeable(known(), id),
    judge: (id, given) => decideAppeal(known(), id, given),
  };
}

function rulesDesk(known: () => Acting): RulesDesk {
  return {
    changeable: (rule) => changeableRule(known(), rule),
    preview: (rule, change) => previewOfChange(known(), rule, change),
    change: (rule, change) => changeRule(known(), rule, change),
    undoPreview: (change) => undoPreview(known(), change),
    undo: (change) => undo(known(), change),
    settable: () => settable(known()),
    settingPreview: (name, value) => previewOfSetting(known(), name, value),
    set: (name, value) => changeSetting(known(), name, value),
    whereToAdd: () => whereToAdd(known()),
    add: (key, given) => addRule(known(), key, given),
  };
}
