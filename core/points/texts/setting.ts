import type { Text } from "../../language/index.ts";
import type { Setting } from "../model.ts";
import type { SettingName as Name } from "../settings/model.ts";

const names: Readonly<Record<Name, Text>> = {
  publicityDays: { zh: "改公示天数", en: "Days of publicity" },
  approveAbove: { zh: "改要人同意的分数", en: "When another agrees" },
};

function lineOf({ publicityDays, approveAbove }: Pick<Setting, Name>): Text {
  return {
    zh: `公示 ${publicityDays} 天，一个月给一户超过 ${approveAbove} 分要第二个人同意`,
    en: `public for ${publicityDays} days; more than ${approveAbove} points to a household in a month need a second person`,
  };
}

export const settingTexts = {
  open: { zh: "公示和同意", en: "Publicity and agreement" },
  title: { zh: "公示和同意", en: "Publicity and agreement" },
  changeTitle: { zh: "改公示和同意", en: "Change publicity and agreement" },
  names,
  line: lineOf,
  view: (name: string, setting: Pick<Setting, Name>): Text => ({
    zh: `${name}：${lineOf(setting).zh}。改哪一样？`,
    en: `${name}: ${lineOf(setting).en}. What to change?`,
  }),
  ask: (name: Name, line: Text, { least, most }: { least: number; most: number }): Text =>
    name === "publicityDays"
      ? {
          zh: `现在${line.zh}。公示几天？发数字，${least} 到 ${most}。`,
          en: `Now ${line.en}. How many days of publicity? A number from ${least} to ${most}.`,
        }
      : {
          zh: `现在${line.zh}。改成超过多少分？发数字，${least} 到 ${most}。`,
          en: `Now ${line.en}. Above how many points? A number from ${least} to ${most}.`,
        },
};
