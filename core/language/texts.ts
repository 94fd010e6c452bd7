import type { Text } from "./text.ts";

export const say = {
  isLunar: ({ said, date }: { readonly said: string; readonly date: string }): Text => {
    const [, month = 0, day = 0] = date.split("-").map(Number);
    return {
      zh: `「${said}」是农历吧？那是阳历${month}月${day}日。是的话发「${month}月${day}日」，不是就按阳历说一遍。`,
      en: `“${said}” is of the farmers’ calendar, is it not? That is ${month}/${day} by the usual one. If you mean it, send “${month}/${day}”; else say the usual date.`,
    };
  },
} satisfies Record<string, unknown>;
