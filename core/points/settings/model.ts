/** Entries nobody has seen are no publicity, and points that never count no merit. Ours, no law's. */
const publicityLimits = { least: 3, most: 30 };

const approveLimits = { least: 1, most: 200 };

/** What is set about a unit's points besides its rules. */
export type SettingName = "publicityDays" | "approveAbove";

/** From how many to how many each may be set. */
export const settingLimits = { publicityDays: publicityLimits, approveAbove: approveLimits } as const;
