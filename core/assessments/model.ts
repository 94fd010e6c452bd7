/** 村服务团队考核 · 干部考核 · 乡镇考核 · 优秀团队 · 村庄服务明星: every list of a year, by one mechanism. */
export const listKinds = ["teams", "cadres", "townships", "good_teams", "stars"] as const;

export type ListKind = (typeof listKinds)[number];

/** What honours somebody is read by villagers and objected to by them; the others are graded. */
export function isHonour(kind: ListKind): boolean {
  return kind === "good_teams" || kind === "stars";
}

/** What the program makes at its hour for a unit; the good teams follow when the teams' assessment is frozen. */
export function kindsOf(unit: "county" | "township"): readonly ListKind[] {
  return unit === "county" ? ["townships"] : ["teams", "cadres", "stars"];
}

/** 优秀 · 合格 · 待改进 · 不评. */
export const grades = ["excellent", "fit", "poor", "ungraded"] as const;

export type Grade = (typeof grades)[number];

/** Of an honour: asked for her consent · named · she does not want it · taken off after an objection. */
export type Standing = "asked" | "named" | "declined" | "removed";

/** So many of so many. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
  /** From 0 to 1; null where there is nothing to divide by. */
  readonly share: number | null;
  /** Of so few that a share says little. */
  readonly isSmall: boolean;
}

/** The rates that grades go by; the last is better the lower it is. */
export const gradedNames = ["answeredInTime", "settledInTime", "content", "reopened"] as const;

export type GradedName = (typeof gradedNames)[number];

export type FigureName = GradedName | "neverAnswered" | "satisfied" | "settledInVillage" | "resolved";

export interface Figure extends Part {
  readonly name: FigureName;
}

/** How often something was recorded in the year: 约谈 and 通报 that the discipline role confirmed, 整改. */
export interface Recorded {
  readonly admonition: number;
  readonly censure: number;
  readonly remedy: number;
}

/** What came of the matters of a unit or somebody in a year, as it was known when the list was made. */
export interface Outcome {
  readonly filed: number;
  readonly settled: number;
  readonly figures: readonly Figure[];
  readonly recorded: Recorded;
  /** Why the rules gave the grade they gave. */
  readonly because: Because;
}

/** A rule that decided, and the rates for which it did. */
export interface Because {
  readonly rule: "too_few" | "poor" | "recorded" | "not_all" | "excellent";
  readonly figures: readonly GradedName[];
}

/** Why somebody was nominated: words, and what her ledger shows that was given for a deed (特别贡献), never for an activity. */
export interface Merit {
  readonly reason: string;
  readonly deeds: number;
  readonly points: number;
}

/** What a line is based on; it is stored with it and never reckoned again. */
export type Basis = { readonly outcome: Outcome } | { readonly merit: Merit };

/** draft · refused: by whoever decides · published: open to objection · frozen: nothing changes it any more. */
export type ListState = "draft" | "refused" | "published" | "frozen";

/** May somebody object to what a list says? Until it closes, and not afterwards. */
export function isOpen(
  { state, closesAt }: { readonly state: ListState; readonly closesAt: number | null },
  now: number,
): boolean {
  return state === "published" && closesAt !== null && now < closesAt;
}

/** May a list be frozen? Once its days are over and nobody waits for an answer. */
export function mayFreeze(
  { state, closesAt }: { readonly state: ListState; readonly closesAt: number | null },
  { now, waiting }: { readonly now: number; readonly waiting: number },
): boolean {
  return state === "published" && closesAt !== null && now >= closesAt && waiting === 0;
}

/** Is a line on its list as others read it? */
export function isOn(grade: Grade | Standing): boolean {
  return grade !== "declined" && grade !== "removed";
}

/** How many days a list may be open. */
export const daysOffered = [5, 7, 10, 15] as const;

/** The longest reason, objection or answer, in characters: it stands in a line of a list. */
export const mostWords = 200;
