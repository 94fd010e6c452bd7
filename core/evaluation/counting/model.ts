import type { CountName, Counts } from "../model.ts";

/** Something that happened to a matter, in the order in which it did. */
export interface Happened {
  readonly cycle: number;
  readonly kind: string;
  readonly actor: string | undefined;
  /** Who had to act then, and the office that had it. */
  readonly holder: string | undefined;
  readonly office: string | undefined;
  /** Of a rating what it says; else anything. */
  readonly words: string;
  readonly at: number;
}

/** Everything that decides what a matter counts for. */
export interface Life {
  /** Its village, or the unit above the villages to which it belongs. */
  readonly unit: string;
  readonly isOfVillage: boolean;
  readonly kind: string;
  readonly reporter: string;
  readonly about: string | undefined;
  readonly isSealed: boolean;
  readonly happened: readonly Happened[];
  /** Clocks that had run out when they were stopped, whether or not anybody had noticed yet. */
  readonly runOut: readonly { readonly cycle: number; readonly isAnswers: boolean }[];
}

export type OfKind = "unit" | "person" | "office";

/** One thing that counts once, for whom, and when it was decided. */
export interface Fact {
  readonly of: OfKind;
  readonly id: string;
  readonly name: CountName;
  readonly at: number;
}

const firstAnswers: readonly string[] = ["answered", "mediating", "settled", "unverified"];
const settling: readonly string[] = ["settled", "mediated"];
const ending: readonly string[] = [...settling, "unverified"];
const ups: readonly string[] = ["sent_up", "dispatched", "sent_to_county"];
const scores: readonly CountName[] = ["satisfied", "fair", "dissatisfied"];

/** Is it in the figures at all? Neither what is sealed nor what complains of somebody's service is. */
export function isCounted({ kind, about, isSealed }: Pick<Life, "kind" | "about" | "isSealed">): boolean {
  if (isSealed || kind === "complaint" || kind === "accusation") return false;
  // A dispute is about its other side, whoever that is.
  return about === undefined || kind === "dispute";
}

/** What a matter counts for; the rules stand in core/evaluation/model.ts. */
export function factsOf(life: Life): readonly Fact[] {
  const filed = life.happened.find(({ kind }) => kind === "filed");
  if (!isCounted(life) || !filed) return [];
  const rounds = Map.groupBy(life.happened, ({ cycle }) => cycle);
  const above = climbedAt(life.happened);
  const facts = [...rounds].flatMap(([cycle, round]) => {
    const next = rounds.get(cycle + 1) ?? [];
    if (isOwnWork(life, round)) return [];
    return factsOfRound(life, { cycle, round, next, isAbove: (event) => above.has(event) });
  });
  return [{ of: "unit", id: life.unit, name: "filed", at: filed.at }, ...facts];
}

interface Round {
  readonly cycle: number;
  readonly round: readonly Happened[];
  /** What happened in the round after it. */
  readonly next: readonly Happened[];
  readonly isAbove: (event: Happened) => boolean;
}

function factsOfRound(life: Life, told: Round): readonly Fact[] {
  const end = endOf(told.round);
  return [
    ...answerFacts(life, told),
    ...settlementFacts(life, told, end),
    ...(end ? endFacts(life, told, end) : []),
    ...wordFacts(life, told, end),
  ];
}

/** Her word that it is mended is a villager's as long as somebody else had to deal with it. */
function isOwnWork({ reporter }: Life, round: readonly Happened[]): boolean {
  return round.some(({ kind, actor, holder }) => {
    if (actor !== reporter) return false;
    return kind === "answered" || kind === "unverified" || (kind === "settled" && holder === reporter);
  });
}

/** The settlements that were made where the village had sent a matter up, or its clock had. */
function climbedAt(happened: readonly Happened[]): ReadonlySet<Happened> {
  const above = new Set<Happened>();
  let [isTeams, isUp] = [false, false];
  for (const event of happened) {
    const { kind } = event;
    if (kind === "handed_over") isTeams = true;
    // What the team had and did not settle in time goes up by itself.
    if (ups.includes(kind) || (kind === "late" && isTeams)) isUp = true;
    if (kind === "returned") [isTeams, isUp] = [true, false];
    if (isUp) above.add(event);
  }
  return above;
}

/** How a round ended, or undefined: [还没好] takes an end back. */
function endOf(round: readonly Happened[]): Happened | undefined {
  const last = round.findLast(({ kind }) => ending.includes(kind) || kind === "not_fixed");
  return last?.kind === "not_fixed" ? undefined : last;
}

function ofUnit({ unit }: Life, name: CountName, at: number): Fact {
  return { of: "unit", id: unit, name, at };
}

/** A fact for a person and for an office, where there are any. */
function ofThose(
  name: CountName,
  at: number,
  whose: { readonly person: string | undefined; readonly office: string | undefined },
): readonly Fact[] {
  return (["person", "office"] as const).flatMap((of) => {
    const id = whose[of];
    return id === undefined ? [] : [{ of, id, name, at }];
  });
}

/** Who did it; what the villager says herself is nobody's deed. */
function doneBy({ reporter }: Life, { actor, office }: Happened) {
  const isHers = actor === undefined || actor === reporter;
  return isHers ? { person: undefined, office: undefined } : { person: actor, office };
}

function heldBy({ holder, office }: Happened) {
  return { person: holder, office };
}

function answerFacts(life: Life, { cycle, round }: Round): readonly Fact[] {
  const first = round.find(({ kind, actor }) => firstAnswers.includes(kind) && actor !== life.reporter);
  const noticed = round.find(({ kind }) => kind === "overdue");
  const isOut = life.runOut.some((clock) => clock.isAnswers && clock.cycle === cycle);
  const lapse = noticed ?? (isOut ? (first ?? round.at(-1)) : undefined);
  const done = lapse ?? first;
  if (!done) return [];
  const name = !lapse ? "answeredInTime" : first ? "answeredLate" : "neverAnswered";
  const whose = lapse ? heldBy(lapse) : doneBy(life, done);
  return [ofUnit(life, name, done.at), ...ofThose(name, done.at, whose)];
}

function settlementFacts(life: Life, told: Round, end: Happened | undefined): readonly Fact[] {
  const settled = end && settling.includes(end.kind) ? end : undefined;
  const lapses = lapsesOf(life, told, end);
  const missed = settled ? "settledLate" : "neverSettled";
  const facts = oncePerId(lapses.flatMap((lapse) => ofThose(missed, lapse.at, heldBy(lapse))));
  const [first] = lapses;
  if (first) facts.push(ofUnit(life, missed, first.at));
  if (!settled) return facts;
  const inTime: Fact[] = ofThose("settledInTime", settled.at, doneBy(life, settled)).filter(
    ({ of, id }) => !facts.some((late) => late.of === of && late.id === id),
  );
  if (first) return [...facts, ...inTime];
  const stood = told.round.some(({ kind }) => kind === "paused" || kind === "mediating");
  return [
    ofUnit(life, "settledInTime", settled.at),
    ...(stood ? [ofUnit(life, "stoodStill", settled.at)] : []),
    ...inTime,
  ];
}

/** The moments at which a deadline for settling passed before the round ended. */
function lapsesOf(life: Life, { cycle, round }: Round, end: Happened | undefined): readonly Happened[] {
  const noticed = round.filter(({ kind }) => kind === "late");
  const isOut = life.runOut.some((clock) => !clock.isAnswers && clock.cycle === cycle);
  const last = end ?? round.at(-1);
  return noticed.length === 0 && isOut && last ? [last] : noticed;
}

/** Whoever let two deadlines of a round pass let the round pass once. */
function oncePerId(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.toReversed().map((fact) => [`${fact.of} ${fact.id}`, fact])).values()];
}

function endFacts(life: Life, { next, isAbove }: Round, end: Happened): readonly Fact[] {
  const whose = doneBy(life, end);
  const name = end.kind === "unverified" ? "unverified" : "settled";
  const where = isAbove(end) ? "settledAbove" : "settledInVillage";
  const isPlaced = name === "settled" && life.isOfVillage;
  const names: readonly CountName[] = next.some(({ kind }) => kind === "reopened")
    ? [name, "reopened"]
    : [name];
  return [
    ...names.flatMap((one) => [ofUnit(life, one, end.at), ...ofThose(one, end.at, whose)]),
    ...(isPlaced ? [ofUnit(life, where, end.at)] : []),
  ];
}

/** Ratings, what was left unrated, what was taken back, and how mediations ended. */
function wordFacts(life: Life, { round, next }: Round, end: Happened | undefined): readonly Fact[] {
  const rated = round.findLast(({ kind }) => kind === "rated");
  const score = scores.find((one) => one === rated?.words.split(" ")[0]);
  const closed = round.findLast(({ kind }) => kind === "closed");
  const withdrawn = round.findLast(({ kind }) => kind === "withdrawn");
  const isBack = next.some(({ kind }) => kind === "put_back");
  const mediations = round.flatMap(({ kind, at }) => {
    if (kind === "mediated") return [ofUnit(life, "mediated", at)];
    return kind === "mediation_failed" ? [ofUnit(life, "mediationFailed", at)] : [];
  });
  return [
    ...(rated && score
      ? [ofUnit(life, score, rated.at), ...(end ? ofThose(score, rated.at, doneBy(life, end)) : [])]
      : []),
    ...(closed && !rated ? [ofUnit(life, "unrated", closed.at)] : []),
    ...(withdrawn && !isBack ? [ofUnit(life, "withdrawn", withdrawn.at)] : []),
    ...mediations,
  ];
}

/** What a matter adds to one line of the tallies. */
export interface Share {
  readonly of: OfKind;
  readonly id: string;
  readonly dayAt: number;
  readonly counts: Partial<Counts>;
}

/** The facts of a matter by whose they are and on which day. */
export function sharesOf(facts: readonly Fact[], dayAt: (at: number) => number): readonly Share[] {
  const sum = createSum();
  for (const { of, id, name, at } of facts) sum.add({ of, id, dayAt: dayAt(at) }, name, 1);
  return sum.shares();
}

/** Shares of the same line become one; what comes to nothing is left out. */
export function addedUp(shares: readonly Share[]): readonly Share[] {
  const sum = createSum();
  for (const share of shares) sum.addAll(share, 1);
  return sum.shares();
}

/** What has to be added so that `before` becomes `after`. */
export function difference(before: readonly Share[], after: readonly Share[]): readonly Share[] {
  const sum = createSum();
  for (const share of before) sum.addAll(share, -1);
  for (const share of after) sum.addAll(share, 1);
  return sum.shares();
}

type Line = Pick<Share, "of" | "id" | "dayAt">;

function createSum() {
  const lines = new Map<string, Line & { readonly counts: Partial<Record<CountName, number>> }>();
  function add({ of, id, dayAt }: Line, name: CountName, count: number): void {
    const key = `${of} ${id} ${dayAt}`;
    const line = lines.get(key) ?? { of, id, dayAt, counts: {} };
    lines.set(key, line);
    line.counts[name] = (line.counts[name] ?? 0) + count;
  }
  return {
    add,
    addAll(share: Share, times: 1 | -1): void {
      for (const [name, count] of entriesOf(share)) add(share, name, count * times);
    },
    shares: (): readonly Share[] =>
      [...lines.values()].flatMap((line) => {
        const left = entriesOf(line).filter(([, count]) => count !== 0);
        return left.length === 0 ? [] : [{ ...line, counts: Object.fromEntries(left) }];
      }),
  };
}

/** What a share holds, count by count. */
export function entriesOf({ counts }: Pick<Share, "counts">): readonly (readonly [CountName, number])[] {
  return Object.entries(counts) as [CountName, number][];
}

const bad: readonly CountName[] = [
  "answeredLate",
  "neverAnswered",
  "settledLate",
  "neverSettled",
  "dissatisfied",
  "reopened",
];

/** The last moment at which something went wrong with a matter in its unit's figures; undefined where nothing did. */
export function badAtOf(facts: readonly Fact[]): number | undefined {
  const moments = facts.flatMap(({ of, name, at }) => (of === "unit" && bad.includes(name) ? [at] : []));
  return moments.length === 0 ? undefined : Math.max(...moments);
}
