/** One version of a policy. */
export type PolicyId = number & { readonly __id?: "policy" };
export type PassageId = number & { readonly __id?: "passage" };

/** reading: a job reads its file · unreadable: it could not · draft · published · withdrawn */
export type PolicyState = "reading" | "unreadable" | "draft" | "published" | "withdrawn";

/** What a policy is about, in the order in which topics are offered. */
export const topics = [
  "elderly",
  "medical",
  "relief",
  "disability",
  "homestead",
  "land",
  "farming",
  "village",
  "family",
  "environment",
  "safety",
  "law",
  "service",
  "other",
] as const;

export type Topic = (typeof topics)[number];

export interface Policy {
  readonly id: PolicyId;
  /** The first version's id: what all versions share. */
  readonly root: PolicyId;
  readonly version: number;
  /** The version that took its place. */
  readonly replacedBy: PolicyId | null;
  readonly title: string;
  readonly topic: Topic;
  readonly issuer: string;
  readonly documentNumber: string | null;
  /** Calendar dates, 2021-05-01. */
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  /** The last day on which it holds; null where none is said. */
  readonly validUntil: string | null;
  /** How far it may be trusted, A to D; null for what the office published itself. */
  readonly grade: string | null;
  /** Where it holds, with everything inside. */
  readonly unit: string;
  /** Tags of those it concerns; empty for everybody. */
  readonly concerns: readonly string[];
  readonly state: PolicyState;
  readonly isPinned: boolean;
  readonly madeBy: string;
  readonly publishedAt: number | null;
  readonly publishedBy: string | null;
  readonly withdrawnWhy: string | null;
  /** Whom to ask about it; null for whoever answers for the asker's grid. */
  readonly contact: string | null;
}

/** One article or section of a policy. */
export interface Passage {
  readonly id: PassageId;
  readonly policy: PolicyId;
  /** Counted from 1. */
  readonly position: number;
  /** As the document numbers it: 第三十四条. */
  readonly article: string | null;
  /** The chapters above it: 第二章 申请和审批. */
  readonly heading: string | null;
  readonly words: string;
  readonly reading: Reading | null;
  /** Whom it is for, as far as that can be checked; null where it cannot. */
  readonly conditions: Conditions | null;
  /** What it says about its matter, where it is just one of these. */
  readonly aspect: Aspect | null;
}

/** Ages in whole years (周岁). */
export interface Conditions {
  readonly minAge?: number;
  readonly maxAge?: number;
}

/** What people go on to ask about a matter. */
export const aspects = ["materials", "money", "where", "when", "how", "who"] as const;

export type Aspect = (typeof aspects)[number];

/** A passage in plain words: of somebody who wrote it, and shown once somebody else has reviewed it. */
export interface Reading {
  readonly words: string;
  readonly by: string;
  /** Tells it from what stood there before: nobody approves words she has not seen. */
  readonly writtenAt: number;
  readonly reviewedBy: string | null;
  /** Why it was sent back. */
  readonly returned: string | null;
}

/** The reading a villager may see: one that somebody else than its writer has reviewed. */
export function readingShown({ reading }: Pick<Passage, "reading">): Reading | undefined {
  return reading !== null && reading.reviewedBy !== null && reading.reviewedBy !== reading.by
    ? reading
    : undefined;
}

/** Waits somebody's word on it: written, not sent back, not reviewed. */
export function waitsForReview({ reading }: Pick<Passage, "reading">): boolean {
  return reading !== null && reading.reviewedBy === null && reading.returned === null;
}

/** How a policy stands on a day: what villagers are told beside it. */
export type Standing = "in_force" | "not_yet" | "expired" | "replaced" | "withdrawn";

type Dated = Pick<Policy, "state" | "replacedBy" | "effectiveOn" | "validUntil">;

/** @param today the date where the policy holds, 2026-11-26. */
export function standingOn(policy: Dated, today: string): Standing {
  if (policy.state === "withdrawn") return "withdrawn";
  if (policy.replacedBy !== null) return "replaced";
  if (policy.validUntil !== null && policy.validUntil < today) return "expired";
  return policy.effectiveOn !== null && policy.effectiveOn > today ? "not_yet" : "in_force";
}

/** Of the versions of one policy: the one that holds, or else the newest that is published. The rest are kept, and are old. */
export function newestOf<P extends Pick<Policy, "state" | "version">>(versions: readonly P[]): P | undefined {
  return versions
    .filter(({ state }) => state === "published")
    .reduce<P | undefined>(
      (newest, one) => (newest === undefined || one.version > newest.version ? one : newest),
      undefined,
    );
}

/** Whoever wants to be told of new policies on a topic, or on any. */
export function subscriptionTo(topic: Topic | "*"): string {
  return `policy ${topic}`;
}
