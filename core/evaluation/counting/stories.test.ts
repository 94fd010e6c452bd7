/** Random lives of matters are told together with what they must come to, and counted from nothing but their events. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { noCounts, ratesOf, sumOf, type CountName, type Counts } from "../model.ts";
import { factsOf, type Happened, type Life } from "./model.ts";

const round = fc.record({
  answer: fc.constantFrom("in time", "late", "late unnoticed", "never", "not yet"),
  isHeldUp: fc.boolean(),
  way: fc.constantFrom("village", "team", "township", "office", "office and back", "consulted above"),
  due: fc.constantFrom("in time", "late", "late unnoticed"),
  end: fc.constantFrom("settled", "agreed", "no agreement", "unverified", "taken back", "none"),
  tooEarly: fc.nat({ max: 2 }),
  word: fc.constantFrom("satisfied", "fair", "dissatisfied", "unrated", "none"),
});

type Round = typeof round extends fc.Arbitrary<infer Of> ? Of : never;

interface Story {
  readonly happened: Happened[];
  readonly runOut: { cycle: number; isAnswers: boolean }[];
  readonly counts: Record<CountName, number>;
  /** With whom the matter lies; it stays there from round to round. */
  at: "worker" | "team" | "above";
}

/** Tells one round into a story. @returns why there is another. */
function tell(story: Story, told: Round, cycle: number): "reopened" | "put_back" | undefined {
  const { happened, runOut, counts } = story;
  const say = (kind: string, actor: string | undefined = "li", words = ""): void => {
    happened.push({ cycle, kind, actor, holder: "li", office: undefined, words, at: happened.length });
  };
  const isAnswered = told.answer !== "never" && told.answer !== "not yet";
  const isOver = told.end !== "none";
  // What nobody answered may still end by the villager's word.
  const isWaiting = !isAnswered && (told.end === "none" || told.end === "taken back");
  if (told.answer === "late" || told.answer === "never") say("overdue", undefined);
  if (isAnswered) say("answered");
  if (told.answer === "late unnoticed") runOut.push({ cycle, isAnswers: true });
  if (told.answer === "in time") counts.answeredInTime += 1;
  else if (isAnswered) counts.answeredLate += 1;
  else if (told.answer === "never") counts[isWaiting ? "neverAnswered" : "answeredLate"] += 1;
  else if (!isWaiting) counts.answeredInTime += 1;
  if (isWaiting) {
    if (!isOver) return undefined;
    say("withdrawn", "wang");
    return "put_back";
  }
  goes(story, say, told);
  if (told.isHeldUp) say("paused");
  if (isMediated(told)) say("mediating");
  const isLate = told.due === "late" || (told.due === "late unnoticed" && isOver);
  if (told.due === "late") {
    say("late", undefined);
    if (story.at === "team") story.at = "above";
  }
  if (told.due === "late unnoticed" && isOver) runOut.push({ cycle, isAnswers: false });
  for (let times = 0; times < told.tooEarly; times += 1) {
    say("settled");
    say("not_fixed", "wang");
  }
  return ends(story, told, say, isLate);
}

function isMediated({ end }: Round): boolean {
  return end === "agreed" || end === "no agreement";
}

type Say = (kind: string, actor?: string, words?: string) => void;

/** Where it goes from the worker; what is above the village is handed to no team, and what comes back is the team's. */
function goes(story: Story, say: Say, { way }: Round): void {
  if (way === "team") {
    if (story.at === "above") return;
    say("handed_over");
    story.at = "team";
  }
  if (way === "township" || way === "office" || way === "office and back") say("sent_up");
  if (way === "office" || way === "office and back") say("dispatched", "zhao");
  if (way === "office and back") say("returned", "zhao");
  if (way === "consulted above") {
    say("sent_up");
    for (const kind of ["consulted", "opinion", "consult_decided", "tasked"]) say(kind, "zhao");
  }
  if (["township", "office", "consulted above"].includes(way)) story.at = "above";
  if (way === "office and back") story.at = "team";
}

function ends(
  { counts, at }: Story,
  told: Round,
  say: Say,
  isLate: boolean,
): "reopened" | "put_back" | undefined {
  const missed = () => (counts.neverSettled += isLate ? 1 : 0);
  if (told.end === "none") return void missed();
  if (told.end === "taken back") {
    missed();
    say("withdrawn", "wang");
    return "put_back";
  }
  if (told.end === "unverified") {
    missed();
    say("unverified");
    counts.unverified += 1;
  } else {
    if (told.end === "no agreement") {
      say("mediation_failed");
      counts.mediationFailed += 1;
    }
    say(told.end === "agreed" ? "mediated" : "settled");
    if (told.end === "agreed") counts.mediated += 1;
    counts.settled += 1;
    counts[at === "above" ? "settledAbove" : "settledInVillage"] += 1;
    counts[isLate ? "settledLate" : "settledInTime"] += 1;
    if (!isLate && (told.isHeldUp || isMediated(told))) counts.stoodStill += 1;
  }
  if (told.word === "none") return undefined;
  if (told.word === "unrated") {
    say("closed", undefined);
    counts.unrated += 1;
    return undefined;
  }
  say("rated", "wang", told.word === "dissatisfied" ? "dissatisfied 太慢" : told.word);
  counts[told.word] += 1;
  return told.word === "dissatisfied" ? "reopened" : undefined;
}

/** A life of as many rounds as the villager asks for, and what it must come to. */
function lifeOf(rounds: readonly Round[]): { readonly life: Life; readonly counts: Counts } {
  const story: Story = { happened: [], runOut: [], counts: { ...noCounts, filed: 1 }, at: "worker" };
  const event = { holder: "li", office: undefined, words: "" };
  story.happened.push({ ...event, cycle: 1, kind: "filed", actor: "wang", at: 0 });
  for (const [index, told] of rounds.entries()) {
    const [cycle, isLast] = [index + 1, index === rounds.length - 1];
    const next = tell(story, told, cycle);
    if (next === undefined) break;
    if (next === "put_back" && isLast) story.counts.withdrawn += 1;
    if (isLast) break;
    if (next === "reopened") story.counts.reopened += 1;
    story.happened.push({ ...event, cycle: cycle + 1, kind: next, actor: "wang", at: story.happened.length });
  }
  const { happened, runOut, counts } = story;
  const life: Life = {
    unit: "village",
    isOfVillage: true,
    kind: "lamp",
    reporter: "wang",
    about: undefined,
    isSealed: false,
    happened,
    runOut,
  };
  return { life, counts };
}

test("whatever happens to a matter counts for what it was told to come to, and so do the rates of many", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(round, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      (told) => {
        const lives = told.map(lifeOf);

        const counted = lives.map(({ life }) =>
          sumOf(factsOf(life).flatMap(({ of, name }) => (of === "unit" ? [{ [name]: 1 }] : []))),
        );

        expect(counted).toEqual(lives.map(({ counts }) => counts));
        const [ours, theirs] = [sumOf(counted), sumOf(lives.map(({ counts }) => counts))].map(ratesOf);
        expect(ours).toEqual(theirs);
      },
    ),
    { numRuns: 500 },
  );
});
