import type { Counts } from "../../evaluation/index.ts";
import { sumOf } from "../../evaluation/index.ts";
import type { Tx } from "../../store/index.ts";
import type { ListKind, Merit } from "../model.ts";
import { demoRules } from "../rules/model.ts";
import { changeList, insertLines, insertList, type NewLine } from "../store.ts";
import { graded } from "./reckon.ts";

/** A list of the demonstration, with invented counts; graded by the rules as every other. */
export interface SownList {
  readonly kind: ListKind;
  readonly unit: string;
  readonly year: number;
  /** Who approved it; null for a draft. */
  readonly decidedBy: string | null;
  readonly lines: readonly SownLine[];
}

export interface SownLine extends Pick<NewLine, "subject" | "unit" | "person" | "name" | "post"> {
  readonly counts?: Partial<Counts> | undefined;
  readonly merit?: Merit | undefined;
}

/** Keeps a list of the demonstration, once: as a draft that waits for its approval, or final. */
export async function sowList(
  tx: Tx,
  { kind, unit, year, decidedBy, lines }: SownList,
  now: number,
): Promise<void> {
  const list = { kind, unit, year, version: 1, days: demoRules.days, rules: demoRules, correction: null };
  const id = await insertList(tx, { ...list, isDemo: true, madeAt: now, madeBy: null });
  if (id === undefined) return;
  await insertLines(
    tx,
    id,
    lines.map((line) => sown(kind, line)),
    now,
  );
  if (decidedBy === null) return;
  const change = { state: "frozen", decidedAt: now, decidedBy, closesAt: now, frozenAt: now } as const;
  await changeList(tx, id, "draft", change);
}

function sown(kind: ListKind, { counts = {}, merit, ...who }: SownLine): NewLine {
  const named = { grade: "named", madeBy: null, objection: null, words: null } as const;
  if (merit) return { ...who, ...named, basis: { merit } };
  const own = graded(sumOf([counts]), { admonition: 0, censure: 0, remedy: 0 }, demoRules);
  return { ...who, ...own, ...(kind === "good_teams" && { grade: "named" as const }) };
}
