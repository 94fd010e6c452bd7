/** 周晒单, 月通报. */
export type SheetKind = "weekly" | "monthly";

/** The same words in both languages. */
interface Said {
  readonly zh: string;
  readonly en: string;
}

/** The days a sheet is about. */
export interface Period {
  readonly kind: SheetKind;
  /** Epoch milliseconds; `from` belongs to it, `to` does not. */
  readonly from: number;
  readonly to: number;
  /** The same as dates, both of which belong to it: `2026-11-16` and `2026-11-22`. */
  readonly first: string;
  readonly last: string;
}

/**
 * 及时响应率 · 无人答复率 · 及时处置率 · 满意率 = (满意 + 基本满意) / 有效评价 · 其中满意 · 重开率 · 村级化解率 · 化解率, as core/evaluation reckons
 * them. `neverAnswered` and `reopened` are better the lower they are, the others the higher.
 */
export const figureNames = [
  "answeredInTime",
  "neverAnswered",
  "settledInTime",
  "content",
  "satisfied",
  "reopened",
  "settledInVillage",
  "resolved",
] as const;

export type FigureName = (typeof figureNames)[number];

/** So many of so many. */
export interface Part {
  readonly numerator: number;
  readonly denominator: number;
  /** From 0 to 1; null where there is nothing to divide by: shown as 「—」, never as 100 %. */
  readonly share: number | null;
  /** Of so few that a share says little: shown as 「2/3」, never as a percentage alone. */
  readonly isSmall: boolean;
}

/** One rate of a sheet. */
export interface Figure extends Part {
  readonly name: FigureName;
  /** The same in the period before; null where nothing is known of it. */
  readonly before: Part | null;
}

/** One of the units right below the sheet's, in the order of their codes: nobody is ranked. */
export interface SheetRow {
  readonly unit: string;
  readonly name: string;
  readonly received: number;
  readonly settled: number;
  readonly figures: readonly RowFigure[];
}

/** A figure of a row, without what it was before. */
export type RowFigure = Omit<Figure, "before">;

/** 约谈 · 通报 · 整改. */
export type FollowUpKind = "admonition" | "censure" | "remedy";

/** What came of a listed matter, as it stood when the sheet was made; nothing that the discipline role has not confirmed. */
export interface SheetFollowUp {
  readonly kind: FollowUpKind;
  readonly state: "standing" | "done";
  /** The post of whoever decided it, 「纪检」. */
  readonly by: Said;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A matter on a list. It says nothing of who reported it nor in what words. */
export interface ListedMatter {
  readonly number: number;
  /** 「路灯」 */
  readonly what: Said;
  /** The village it is in. */
  readonly where: string;
  /** Why it is on the list: see `Fault`. */
  readonly fault: Fault;
  /** Of an overdue one: by how many whole hours, until it was done or the period ended. */
  readonly hoursLate: number | null;
  /** Whose it was: 「首次答复」「村里办理」「村服务团队办理」「乡镇办理」; never a name. */
  readonly whose: Said;
  /** Still to be done at the end of the period. */
  readonly isOpen: boolean;
  /** How it ended, where it was not done. */
  readonly ended?: Ended;
  /** Of 不满意 twice or more: how often by then. */
  readonly times?: number;
  /** About somebody, not about a public thing: never on a public sheet, see `forEverybody`. */
  readonly isPrivate: boolean;
  readonly followUps: readonly SheetFollowUp[];
}

/**
 * answer_late: no first answer in time · settle_late: not settled in time · unanswered: not answered by the next post either ·
 * dissatisfied: the villager called it settled badly · dissatisfied_again: twice or more.
 */
export type Fault = "answer_late" | "settle_late" | "unanswered" | "dissatisfied" | "dissatisfied_again";

/** done · unanswered: over without an answer · unverified: 情况未核实 · withdrawn: taken back · closed. */
export type Ended = "done" | "unanswered" | "unverified" | "withdrawn" | "closed";

/** A list that may be longer than what is kept of it. */
export interface SheetList {
  /** How many there are, private ones included. */
  readonly total: number;
  /** The first ones, at most `mostListed`. */
  readonly matters: readonly ListedMatter[];
}

export const mostListed = 200;

/** So many characters may a reason, a wish or an outcome have: it stands on a sheet, a picture or a card. */
export const mostWords = 200;

/** What a weekly sheet or a monthly bulletin says of one unit. Plain data: it is stored as it is, and never reckoned again. */
export interface Sheet {
  readonly kind: SheetKind;
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly kind: "village" | "township" | "county";
  };
  /** 「双桥村周晒单」 */
  readonly title: Said;
  readonly period: Period;
  /** 1, and one more for each correction after it was published. */
  readonly version: number;
  /** Why there is a newer version; null in the first one. */
  readonly correction: string | null;
  /** New matters, and rounds settled, in the period; from before its end and still open when this was made. */
  readonly received: number;
  readonly settled: number;
  readonly open: number;
  /** In the order of `figureNames`. */
  readonly figures: readonly Figure[];
  readonly rows: readonly SheetRow[];
  /** 超时 */
  readonly overdue: SheetList;
  /** 办理不力 */
  readonly mishandled: SheetList;
  /** What must stand below the figures: which of them are of few matters, what does not count. */
  readonly notes: readonly Said[];
  /** Figures of the demonstration: 「演示数据」 must be on every picture of it. */
  readonly isDemo: boolean;
}

/** A sheet as everybody may read it, on a board or a picture: matters about somebody are counted and not listed. */
export function forEverybody(sheet: Sheet): Sheet {
  const open = (list: SheetList): SheetList => ({
    ...list,
    matters: list.matters.filter(({ isPrivate }) => !isPrivate),
  });
  return { ...sheet, overdue: open(sheet.overdue), mishandled: open(sheet.mishandled) };
}

/** Was there anything in a place below? The others are counted and not listed. */
export function isBusy({ received, settled, figures }: SheetRow): boolean {
  return received + settled > 0 || figures.some(({ denominator }) => denominator > 0);
}
