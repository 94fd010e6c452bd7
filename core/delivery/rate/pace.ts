import type { Rates } from "../../channel/index.ts";
import { minute, second } from "../../time/index.ts";

/** How fast a bot may speak, as it is stored: what it has learned, and a token bucket. Every process spends from the same. */
export interface Allowance {
  /** Messages a second; never above what the platform states. */
  readonly perSecond: number;
  /** Epoch milliseconds; when `perSecond` last changed. */
  readonly learnedAt: number;
  /** Messages that may be sent now. */
  readonly tokens: number;
  /** Epoch milliseconds; up to when `tokens` were counted. */
  readonly filledAt: number;
}

/** Of the platform's stated limit: a bot nobody knows yet begins below it. */
const startShare = 0.8;
/** Up by so much of the stated limit, after so long without a complaint at full speed: from the start to the top in half a minute. */
const raiseShare = 0.02;
const raiseEvery = 3 * second;
/** Down to so much of the present rate at each complaint, and never below so much of the stated limit. */
const slowShare = 0.75;
const slowestShare = 0.2;
/** Tokens that a notice to many leaves for whoever waits for an answer, as a share of the burst. */
const keptShare = 0.25;

/** How many at once after a pause. */
function burstOf({ perSecond, burst = perSecond }: Rates): number {
  return Math.max(1, burst);
}

/** What a notice to many must leave. */
export function keptForReplies(rates: Rates): number {
  return Math.floor(burstOf(rates) * keptShare);
}

/** A bot that has never spoken. */
export function firstAllowance(rates: Rates, now: number): Allowance {
  const perSecond = rates.perSecond * startShare;
  return { perSecond, learnedAt: now, tokens: burstOf(rates), filledAt: now };
}

/** The same, with what the time that passed has added. A clock that stands behind another's adds nothing. */
export function refilled(allowance: Allowance, rates: Rates, now: number): Allowance {
  const perSecond = Math.min(allowance.perSecond, rates.perSecond);
  const passed = Math.max(0, now - allowance.filledAt);
  const tokens = Math.min(burstOf(rates), allowance.tokens + (passed / second) * perSecond);
  return { ...allowance, perSecond, tokens, filledAt: allowance.filledAt + passed };
}

/**
 * The same, less what is sent now. A bot that has used all it may for a while, and nobody complained, tries a little more.
 */
export function spent(allowance: Allowance, count: number, rates: Rates, now: number): Allowance {
  const left = { ...allowance, tokens: allowance.tokens - count };
  const isUsed = left.tokens < keptForReplies(rates) + 1;
  if (!isUsed || now - left.learnedAt < raiseEvery || left.perSecond >= rates.perSecond) return left;
  const perSecond = Math.min(rates.perSecond, left.perSecond + rates.perSecond * raiseShare);
  return { ...left, perSecond, learnedAt: now };
}

/** What is learned from one "too many requests". */
export function slowed(allowance: Allowance, rates: Rates, now: number): Allowance {
  const perSecond = Math.max(rates.perSecond * slowestShare, allowance.perSecond * slowShare);
  return { perSecond, learnedAt: now, tokens: 0, filledAt: now };
}

/** When there will be so many tokens, epoch milliseconds. */
export function readyAt({ tokens, perSecond }: Allowance, wanted: number, now: number): number {
  return now + Math.ceil((Math.max(0, wanted - tokens) / perSecond) * second);
}

/** Does the platform limit how fast the bot speaks in all? */
export function isLimited({ perSecond }: Rates): boolean {
  return perSecond !== Infinity;
}

/** Does the platform limit how fast one chat is spoken to? */
export function limitsChats({ perChatPerSecond, perGroupPerMinute = Infinity }: Rates): boolean {
  return perChatPerSecond !== Infinity || perGroupPerMinute !== Infinity;
}

/**
 * When a chat may be spoken to next, epoch milliseconds.
 * @param spoken when it was lately, oldest first.
 */
export function chatFreeAt(rates: Rates, isGroup: boolean, spoken: readonly number[]): number {
  const { perChatPerSecond, perGroupPerMinute = Infinity } = rates;
  const spaced = (spoken.at(-1) ?? -Infinity) + second / perChatPerSecond;
  const first = isGroup ? spoken.at(-perGroupPerMinute) : undefined;
  return Math.max(0, spaced, first === undefined ? 0 : first + minute);
}

/** What is worth remembering of a chat that is spoken to at a moment. */
export function spokenAt(
  rates: Rates,
  isGroup: boolean,
  spoken: readonly number[],
  at: number,
): readonly number[] {
  const { perGroupPerMinute = Infinity } = rates;
  const remembered = isGroup && perGroupPerMinute !== Infinity ? perGroupPerMinute : 1;
  return [...spoken, at].slice(-remembered);
}
