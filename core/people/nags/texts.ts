import type { Text } from "../../language/index.ts";

/** What stands above several things that one person has to hear at once. */
export const say = {
  forStaff: (count: number, overdue: number): Text => ({
    zh: `有 ${count} 件要您留意${overdue > 0 ? `，其中超时 ${overdue} 件` : ""}，最急在前：`,
    en: `${count} matters need you${overdue > 0 ? `, ${overdue} of them overdue` : ""}, the most urgent first:`,
  }),
  forVillager: (count: number): Text => ({
    zh: `您有 ${count} 件事有消息，点一件看：`,
    en: `There is news of ${count} of your matters; press one to see it:`,
  }),
  more: (count: number): Text => ({ zh: `还有 ${count} 件，看全部`, en: `${count} more: see all` }),
};
