import { day, hour, usualStages, type Terms } from "../../time/index.ts";
import type { ClockKind } from "../clock/terms.ts";

/** An office's day in hours that count. */
const officeDay = 7 * hour;

const lengthPattern =
  /^(\d{1,4}(?:\.\d)?|[一二两三四五六七八九十]{1,3})\s*(?:个)?\s*(小时|钟头|工作日|工作小时|天|日|hours?|h|working ?days?|working ?hours?|days?|d)$/iu;

const inHours: Readonly<Record<string, { readonly ms: number; readonly hours: string }>> = {
  小时: { ms: hour, hours: "natural" },
  钟头: { ms: hour, hours: "natural" },
  h: { ms: hour, hours: "natural" },
  hour: { ms: hour, hours: "natural" },
  天: { ms: day, hours: "natural" },
  日: { ms: day, hours: "natural" },
  d: { ms: day, hours: "natural" },
  day: { ms: day, hours: "natural" },
  工作日: { ms: officeDay, hours: "office" },
  workingday: { ms: officeDay, hours: "office" },
  工作小时: { ms: hour, hours: "office" },
  workinghour: { ms: hour, hours: "office" },
};

/** Nobody promises less than an hour, or more than 90 days. */
const shortest = hour;
const longest = 90 * day;

/** How long something may take: 「36 小时」「5天」「2 个工作日」. Undefined for anything else, or out of reason. */
export function readLength(words: string): Pick<Terms, "targetMs" | "hours"> | undefined {
  const [, count = "", unit = ""] = lengthPattern.exec(words.normalize("NFKC").trim()) ?? [];
  const key = unit.toLowerCase().replaceAll(" ", "").replace(/s$/, "");
  const known = inHours[key];
  const amount = /^\d/.test(count) ? Number(count) : readHan(count);
  if (!known || amount === undefined) return undefined;
  const targetMs = Math.round(amount * known.ms);
  return targetMs < shortest || targetMs > longest ? undefined : { targetMs, hours: known.hours };
}

const digits = "零一二三四五六七八九";

function readHan(words: string): number | undefined {
  const said = words.replaceAll("两", "二");
  const [, tens, ten, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(said) ?? [];
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) : undefined;
  return (
    (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))
  );
}

/** How often people are reminded. */
export const reminding = ["usual", "seldom"] as const;

export type Reminding = (typeof reminding)[number];

/** The stages of a limit: the usual ones that fit into it, or one reminder only. */
export function stagesFor(kind: ClockKind, { targetMs }: { readonly targetMs: number }, how: Reminding) {
  const usual = kind === "answer" ? [4 * hour, hour] : [day, 4 * hour];
  const fitting = usual.filter((before) => before < targetMs);
  const { againEveryMs } = usualStages;
  return how === "usual"
    ? { half: true, beforeMs: fitting, againEveryMs }
    : { half: false, beforeMs: fitting.slice(0, 1), againEveryMs };
}
