import type { PersonId, Role } from "../model.ts";

/** Somebody is not on duty for a while; times in epoch milliseconds. */
export interface Absence {
  readonly id: number;
  readonly person: PersonId;
  readonly fromAt: number;
  /** Undefined until she says that she is back. */
  readonly untilAt: number | undefined;
  readonly reason: string;
  readonly madeBy: PersonId;
}

/** A post of a unit. */
export interface Post {
  readonly unit: string;
  readonly role: Role;
}

/** A post on the way up that a matter went past, because nobody holds it or everybody who does is away. */
export interface PassedOver {
  readonly role: Role;
  readonly why: "vacant" | "away";
  /** Who is away, as people call her. */
  readonly who?: string;
}

/** A post goes from one person to another on a day. */
export interface Handover extends Post {
  readonly id: number;
  readonly specialty: string | undefined;
  /** Undefined where the post was vacant, or becomes so. */
  readonly from: PersonId | undefined;
  readonly to: PersonId | undefined;
  readonly at: number;
  readonly madeBy: PersonId;
}

/** The posts a unit of each kind is expected to have, from the first responder up; a missing one is shown. */
export const postsOf: Readonly<Record<"county" | "township" | "village" | "grid", readonly Role[]>> = {
  grid: ["grid_worker"],
  village: ["liaison_lead", "team_member", "supervisor"],
  township: ["dispatcher", "area_leader", "direct_leader", "main_leader", "discipline"],
  county: ["dispatcher", "main_leader", "admin"],
};

/** The posts that a matter climbs by: 第一响应人, 首问责任人, the command room, 直接责任人, 第一责任人. */
export const chain: readonly Role[] = [
  "grid_worker",
  "liaison_lead",
  "dispatcher",
  "direct_leader",
  "main_leader",
];

/** The posts that matters come to, from the lowest up; the leaders are told and do not have them. */
export const climbing: readonly Role[] = ["grid_worker", "liaison_lead", "dispatcher", "admin"];

/** Who is on shift today first, then in the order given. */
export function onShiftFirst(
  holders: readonly PersonId[],
  onShift: readonly PersonId[],
): readonly PersonId[] {
  return [
    ...holders.filter((holder) => onShift.includes(holder)),
    ...holders.filter((holder) => !onShift.includes(holder)),
  ];
}

/** 「空缺」, 「无」: is no person meant? */
export function isNobody(words: string): boolean {
  return ["空缺", "无", "没有", "没有人", "vacant", "none", "-"].includes(words.trim().toLowerCase());
}
