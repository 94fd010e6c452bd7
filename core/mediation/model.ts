/** hearing: the sides are asked, then heard · meeting: one is arranged · agreed: an agreement waits to be confirmed · ended. */
export type MediationState = "hearing" | "meeting" | "agreed" | "ended";

/** 调解成功 · 不成 · 转司法确认. A mediation that was broken off has none: it is neither a success nor a failure. */
export type Outcome = "mediated" | "failed" | "to_court";

/** waiting: not told of it yet · asked · willing · refused. */
export type Consent = "waiting" | "asked" | "willing" | "refused";

export type MeetingWord = "coming" | "not_coming";

/** One side of a dispute. */
export interface Party {
  readonly id: number;
  /** Undefined for somebody who is not registered: the mediator speaks with her. */
  readonly person: string | undefined;
  readonly name: string;
  readonly consent: Consent;
  readonly meeting: MeetingWord | undefined;
  readonly confirmedAt: number | undefined;
}

/** A dispute before a mediator; its number is its matter's. */
export interface Mediation {
  readonly number: number;
  readonly state: MediationState;
  /** Undefined while a new one is looked for. */
  readonly mediator: string | undefined;
  /** Of one whose agreement waits to be confirmed: what it will be then. */
  readonly outcome: Outcome | undefined;
  readonly agreement: string | undefined;
  readonly meetingAt: number | undefined;
  readonly meetingPlace: string | undefined;
  readonly openedBy: string;
  readonly openedAt: number;
  readonly endedAt: number | undefined;
  readonly parties: readonly Party[];
}

/**
 * said: by a side · asked: by the mediator, of a side · noted: what a side told the mediator in person · other_time ·
 * objection: why a side does not agree · agreement: its text, one for each time it was written.
 */
export const wordKinds = ["said", "asked", "noted", "other_time", "objection", "agreement"] as const;

export type WordKind = (typeof wordKinds)[number];

/** What comes next where no agreement was reached. */
export const nextSteps = ["township", "title", "arbitration", "court"] as const;

export type NextStep = (typeof nextSteps)[number];

const day = 86_400_000;

/** 一般在一个月内调结 (宁波市人民调解条例 art. 27); counted as 30 days. */
export const mediateWithin = 30 * day;
/** Both may apply to the court together so long after an agreement takes effect (人民调解法 art. 33). */
export const confirmAtCourtWithin = 30 * day;
/** When they are reminded of it, once. */
export const courtReminderAfter = 20 * day;
/** How long the mediator lets an agreement wait for a side before she is told; our own choice. */
export const confirmWithin = 7 * day;
/** How long a side is left to say whether she is willing before the mediator is told; our own choice. */
export const consentWithin = 3 * day;
/** 一方当事人较多的, 推选 5 名以下代表 (宁波市人民调解条例 art. 20). */
export const mostOthers = 5;
/** Nobody arranges a meeting later than this. */
export const latestMeeting = 60 * day;

/** Is it under way? */
export function isOpen({ state }: Pick<Mediation, "state">): boolean {
  return state !== "ended";
}

export function isEveryone({ parties }: Pick<Mediation, "parties">, is: (party: Party) => boolean): boolean {
  return parties.length > 1 && parties.every(is);
}

export function areAllWilling(mediation: Pick<Mediation, "parties">): boolean {
  return isEveryone(mediation, ({ consent }) => consent === "willing");
}

/** The side somebody is, once she has been told of it. */
export function sideOf({ parties }: Pick<Mediation, "parties">, person: string): Party | undefined {
  return parties.find((party) => party.person === person && party.consent !== "waiting");
}

/** Whom somebody named, one after another; each once. */
export function splitNames(words: string): readonly string[] {
  const names = words
    .normalize("NFKC")
    .split(/[、,;。\n/]+/u)
    .map((name) => name.replace(/^(?:还有|和|跟|与)(?=\S{2})/u, "").trim())
    .filter((name) => name !== "");
  return Array.from(new Set(names));
}

const noon = 12 * 60;
const earliest = 7 * 60;

/** Minutes after midnight of a time as people mean it for a meeting: 「3点」 is in the afternoon. */
export function meetingMinutes(minutes: number, words: string): number {
  const isPlain = !/早|上午|凌晨|am\b/iu.test(words);
  return isPlain && minutes > 0 && minutes < earliest ? minutes + noon : minutes;
}
