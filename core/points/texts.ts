import { accountTexts } from "./texts/account.ts";
import { appealTexts } from "./texts/appeal.ts";
import { grantTexts } from "./texts/grant.ts";
import { teamTexts } from "./texts/team.ts";
import { ruleTexts } from "./texts/rule.ts";
import { settingTexts } from "./texts/setting.ts";
import { keepTexts, shopTexts } from "./texts/shop.ts";

/** Every sentence of this slice, by subject in texts/. */
export const say = {
  ...accountTexts,
  grant: grantTexts,
  judge: appealTexts,
  shop: shopTexts,
  keep: keepTexts,
  rule: ruleTexts,
  setting: settingTexts,
  team: teamTexts,
};
