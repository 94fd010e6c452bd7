/** One thing said to many. */
export type NoticeId = number & { readonly __id?: "notice" };

/**
 * review: waits for a leader · refused: by her · planned: waits for its moment · spreading: its rows are being written ·
 * sending: they are being said · done · cancelled
 */
export type NoticeState = "review" | "refused" | "planned" | "spreading" | "sending" | "done" | "cancelled";

/** none: no review is needed · before: it waits for one · after: it went and is reviewed afterwards. */
export type Review = "none" | "before" | "approved" | "refused" | "after" | "agreed" | "objected";

/** Whom a notice is meant for: everybody at home in these units, or those with these posts there; with what is given besides. */
export interface Audience {
  readonly units: readonly string[];
  /** Posts held in the units; empty means everybody who lives there. */
  readonly roles: readonly string[];
  /** Only on these platforms; empty means on any. */
  readonly channels: readonly string[];
  /** With one of these tags; empty means all. */
  readonly tags: readonly string[];
  /** Or, besides those with a tag, whoever asked to be told of one of these subjects; without tags only they. */
  readonly subscribed?: readonly string[];
  /** Only whom this earlier notice did not reach. */
  readonly missedBy?: NoticeId;
}

/** How a clock repeats a notice, by the wall. */
export interface Repeat {
  readonly every: "day" | "week" | "month";
  /** 0 for Monday … 6, or the day of the month; 0 for every day. */
  readonly on: number;
  /** Minutes after midnight. */
  readonly minutes: number;
}

/** What is being done to everything that waits: words changed, taken back, or held. */
export type Task = (
  | { readonly kind: "change"; readonly before: string }
  | { readonly kind: "withdraw" }
  | { readonly kind: "hold"; readonly until: number }
) &
  Place;

/** How far a task came: in which of the batches, behind which message. */
export interface Place {
  readonly at: number;
  readonly after: number;
}

export const beginning: Place = { at: 0, after: 0 };

/** How far the rows of a notice are written: those of carers, those of everybody else, all. */
export type Phase = "carers" | "people" | "spread";

/** Behind whom the next chunk begins. */
export interface Cursor {
  readonly grid: string;
  readonly person: string;
}

export interface Notice {
  readonly id: NoticeId;
  readonly madeBy: string;
  /** The lowest unit that holds the whole audience. */
  readonly unit: string;
  readonly audience: Audience;
  readonly words: string;
  readonly isUrgent: boolean;
  readonly state: NoticeState;
  readonly review: Review;
  readonly reviewer: string | null;
  readonly startAt: number;
  readonly repeats: Repeat | null;
  readonly answerMinutes: number | null;
  readonly people: number;
  readonly phase: Phase;
  readonly cursor: Cursor | null;
  readonly holdUntil: number | null;
  readonly task: Task | null;
  readonly dueAt: number | null;
  readonly closedAt: number | null;
  readonly recordFor: string | null;
  readonly startedAt: number | null;
  readonly doneAt: number | null;
}

/** A notice of this many people goes without review, unless a unit has set another number: the demonstration's. */
export const usualLimit = 5_000;
/** How long an urgent notice waits for answers: the demonstration's. */
export const usualAnswerMinutes = 30;
/** One message on every platform: WeChat takes 2,048 bytes, and numbered answers stand below. */
export const longestNotice = 500;

/** Does somebody else have to agree before a notice goes? An urgent one goes first. */
export function needsReview(people: number, limit: number, isUrgent: boolean): boolean {
  return !isUrgent && people > limit;
}

/** How a notice stands, person by person; the four add up to `people`. */
export interface Counts {
  readonly sent: number;
  readonly undelivered: number;
  readonly waiting: number;
  readonly withdrawn: number;
  readonly people: number;
}

/** How many messages are in each state of the outbox. */
export type States = Readonly<Partial<Record<string, number>>>;

/**
 * Person by person, out of the messages of their own, those shared with others, and those who cannot be written to.
 * @param expected how many people it is for, as long as not all rows are written; what is not written yet waits, or was
 * withdrawn with the rest.
 */
export function countsOf(
  { own, shared, none }: { readonly own: States; readonly shared: States; readonly none: number },
  expected: number | undefined,
  isCancelled: boolean,
): Counts {
  const of = (...states: readonly string[]) =>
    states.reduce((sum, state) => sum + (own[state] ?? 0) + (shared[state] ?? 0), 0);
  const [sent, undelivered] = [of("sent"), of("unknown", "failed", "unreachable") + none];
  const [waiting, withdrawn] = [of("waiting", "leased"), of("withdrawn")];
  const written = sent + undelivered + waiting + withdrawn;
  const people = Math.max(written, expected ?? 0);
  const rest = people - written;
  return {
    sent,
    undelivered,
    waiting: waiting + (isCancelled ? 0 : rest),
    withdrawn: withdrawn + (isCancelled ? rest : 0),
    people,
  };
}

/** How long what waits takes at the pace so far, milliseconds; undefined before there is a pace. */
export function timeToGo({ sent, undelivered, waiting }: Counts, elapsedMs: number): number | undefined {
  const done = sent + undelivered;
  return done === 0 || elapsedMs <= 0 || waiting === 0 ? undefined : Math.ceil((waiting / done) * elapsedMs);
}

/** What stands on a door's list. silent: nobody was sent there yet · due: somebody must go. */
export const doorStates = ["silent", "answered", "help", "due", "visited", "called", "missing"] as const;
export type DoorState = (typeof doorStates)[number];

export type Doors = Readonly<Partial<Record<DoorState, number>>>;

/** The doors behind which somebody answered by herself. */
export function answeredOf(doors: Doors): number {
  return (doors.answered ?? 0) + (doors.help ?? 0);
}

/** The doors that nobody answered at and nobody dealt with: whoever was not found is looked for until she is. */
export function openOf(doors: Doors): number {
  return (doors.silent ?? 0) + (doors.due ?? 0) + (doors.missing ?? 0);
}

export function allOf(doors: Doors): number {
  return doorStates.reduce((sum, state) => sum + (doors[state] ?? 0), 0);
}

const received =
  /^(?:收到(?:了|啦)?|已收到|我?知道(?:了|啦)|晓得了?|好的?|好嘞|嗯+|行|可以|明白了?|了解|ok|okay|received|got it)[!！。.~～]*$/iu;
const needsHelp =
  /^(?:我?(?:需要|要)(?:帮助|帮忙|人帮)|帮帮(?:我|忙)|请帮忙|需要人|help(?: me)?|i need help)[!！。.~～]*$/iu;

/** What a few words mean as the answer to an urgent notice; undefined when they are about something else. */
export function answerIn(words: string): "received" | "help" | undefined {
  const said = words.normalize("NFKC").trim();
  if (needsHelp.test(said)) return "help";
  return received.test(said) ? "received" : undefined;
}

const weekdays = "一二三四五六日";

/** 「每天 7:00」「每周一 8:30」「每月1日 9:00」; undefined for anything else. */
export function readRepeat(words: string): Repeat | undefined {
  const said = words.normalize("NFKC").replaceAll(/\s/g, "").toLowerCase();
  const [, day, week, month, hours = "", minutes = "0"] =
    /^每(?:(天|日)|(?:周|星期|礼拜)([一二三四五六日天])|月(\d{1,2})[日号])(?:早上|上午)?(\d{1,2})(?::|点)(\d{2})?(?:分|整)?$/u.exec(
      said,
    ) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  if (hours === "" || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  if (day !== undefined) return { every: "day", on: 0, minutes: at };
  if (week !== undefined)
    return { every: "week", on: weekdays.indexOf(week === "天" ? "日" : week), minutes: at };
  const on = Number(month);
  // The 29th is not in every month: nobody wants a notice that is left out in February.
  return on >= 1 && on <= 28 ? { every: "month", on, minutes: at } : undefined;
}

/** Does a repeated notice go on this date (2026-11-25, with its weekday 0 for Monday)? */
export function repeatsOn({ every, on }: Repeat, date: string, weekday: number): boolean {
  if (every === "day") return true;
  return every === "week" ? weekday === on : Number(date.slice(8)) === on;
}

/** The key of what a notice says to a chat, without the chat. */
export function keyOf(id: NoticeId): string {
  return `notice ${id}`;
}

/** The batches of a notice's messages: by language, and those in which carers read for whom it is. */
export function batchOf(id: NoticeId, kind: "zh" | "en" | "carers"): string {
  return `notice ${id} ${kind}`;
}

/** The batches of the messages that are counted. */
export function batchesOf(id: NoticeId): readonly string[] {
  return (["zh", "en", "carers"] as const).map((kind) => batchOf(id, kind));
}

/** A first line that tells a notice from others. */
export function headOf(words: string): string {
  const [first = ""] = words.split("\n");
  const letters = Array.from(first);
  return letters.length > 18 ? `${letters.slice(0, 17).join("")}…` : first;
}
