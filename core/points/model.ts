/** Whose points: a person's, what a household has besides its members', a village team's. */
export type AccountKind = "person" | "household" | "team";

export interface Account {
  readonly kind: AccountKind;
  readonly id: string;
}

/** 自然积分, 日常表现积分, 特别贡献积分: how points are earned. */
export type EarningKind = "natural" | "daily" | "special";

/** Earned, or spent in the shop. */
export type EntryKind = EarningKind | "spent";

export type EntryId = number & { readonly __id?: "points entry" };

/** A line of the ledger; it is never changed. Times are epoch milliseconds. */
export interface Entry {
  readonly id: EntryId;
  readonly account: Account;
  readonly delta: number;
  readonly kind: EntryKind;
  /** The version of the rule that earned it. */
  readonly rule: number | null;
  readonly sourceKey: string;
  /** In the words of whoever gave it; empty where the rule says it all. */
  readonly reason: string;
  readonly actor: string | null;
  readonly at: number;
  readonly publishedAt: number;
  /** From then on it can be spent. */
  readonly effectiveAt: number;
  /** The entry that this one takes back. */
  readonly reverses: EntryId | null;
}

/** At most so many points by one rule, for one person, her whole household or a team, within a day or a month or at all. */
export interface Cap {
  readonly per: AccountKind;
  readonly within: "day" | "month" | "ever";
  readonly most: number;
}

/** Paid to a villager by what she does, given by staff, or paid to a village team by what became of a matter. */
export const givenBys = ["event", "staff", "outcome"] as const;

export type GivenBy = (typeof givenBys)[number];

/** What earns points somewhere; a version of it. */
export interface Rule {
  readonly id: number;
  readonly unit: string;
  readonly name: string;
  readonly version: number;
  readonly kind: EarningKind;
  readonly title: { readonly zh: string; readonly en: string };
  readonly delta: number;
  readonly givenBy: GivenBy;
  readonly caps: readonly Cap[];
  readonly isDemo: boolean;
}

/** How a unit publishes points, and above how many a second person must agree. */
export interface Setting {
  readonly publicityDays: number;
  readonly approveAbove: number;
  readonly isDemo: boolean;
}

/**
 * Where a unit has set nothing: five days of publicity, as villages publish their affairs in 山东省村务公开条例 article 16, and a
 * second person above 20 points. Ours, no law's.
 */
export const usualSetting: Setting = { publicityDays: 5, approveAbove: 20, isDemo: false };

/** How many of `delta` points may still be paid, when so many were paid under each cap. */
export function payable(
  delta: number,
  used: readonly { readonly cap: Cap; readonly paid: number }[],
): number {
  return Math.max(0, Math.min(delta, ...used.map(({ cap, paid }) => cap.most - paid)));
}

/** 「2026-11」 of a date. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month so many months later. */
export function monthAfter(month: string, months = 1): string {
  const [year = 0, one = 1] = month.split("-").map(Number);
  const count = year * 12 + (one - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The first day of a month, and of the month after. */
export function daysOf(month: string): { readonly first: string; readonly next: string } {
  return { first: `${month}-01`, next: `${monthAfter(month)}-01` };
}

/** The hour of the first of a month at which the month before is published, in minutes after midnight. */
export const publishedAtMinutes = 8 * 60;

/** Being counted for using the program, which earns nothing anywhere: 指尖上的形式主义. */
const activity = /登[录陆入]|上线|签到|打卡|发帖|发文|评论|点赞|转发|安装|下载|注册|关注|浏览|阅读|在线/u;
const activityInEnglish =
  /\b(?:log(?:ging)?|sign(?:ing)?|check(?:ing)?)[ -]?(?:in|on)\b|\b(?:post|lik|shar|install|comment)(?:e?s?|ing)\b/iu;

/** Would a rule of this title pay for activity instead of for something done for the village? */
export function isActivity(title: string): boolean {
  const words = title.normalize("NFKC");
  return activity.test(words.replaceAll(/[\s\p{Cf}]/gu, "")) || activityInEnglish.test(words);
}
