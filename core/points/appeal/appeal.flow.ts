import { choice, steps, words, type Flow, type Part } from "../../dialogue/index.ts";
import type { PointsServices } from "../desk.ts";
import type { Judgeable } from "./judge.ts";
import { say } from "../texts.ts";
import { numberQuestion } from "../numberQuestion.ts";

const { ask, look, once } = steps<PointsServices>();

const somethingMissing = "missing";

/** 有异议: about which entry, or what is missing, and what is wrong. */
export const appealPoints: Flow<PointsServices> = {
  name: "appeal_points",
  title: say.judge.title,
  *tell() {
    const found = yield* look("entries", ({ points }) => points.appealable(null));
    if ("refused" in found) return found.refused;
    const options = [...found.entries, { id: somethingMissing, label: say.judge.missing }];
    const which = yield* ask("which", choice(say.judge.askWhich, options));
    const why = yield* ask(
      "why",
      words(which === somethingMissing ? say.judge.askMissing : say.judge.askWhy),
    );
    const past = yield* look("past", ({ points }) => points.goesPast(why));
    if (past) return past;
    const about = which === somethingMissing ? null : Number(which);
    return yield* once("appeal", ({ points }, key) => points.appeal(key, about, why));
  },
};

/** 有异议 about what a village's team earned: which entry, and what is wrong with it. @param team a village; empty for her own. */
export const appealTeamPoints: Flow<PointsServices, { readonly team: string }> = {
  name: "appeal_team_points",
  title: say.team.appealTitle,
  *tell({ team }) {
    const found = yield* look("entries", ({ points }) => points.appealable(team));
    if ("refused" in found) return found.refused;
    const which = yield* ask("which", choice(say.judge.askWhich, found.entries));
    const why = yield* ask("why", words(say.judge.askWhy));
    const past = yield* look("past", ({ points }) => points.goesPast(why));
    if (past) return past;
    return yield* once("appeal", ({ points }, key) => points.appeal(key, Number(which), why));
  },
};

/** Whoever decides answers an objection: how many points it should be, or why it stays. */
export const judgeAppeal: Flow<PointsServices, { readonly id: number }> = {
  name: "judge_appeal",
  title: say.judge.judgeTitle,
  *tell({ id }) {
    const found = yield* look("what", ({ points }) => points.judgeable(id));
    if ("refused" in found) return found.refused;
    const verdict = yield* ask("verdict", choice(found.text, verdictsOn(found)));
    const points = yield* pointsOf(verdict, found.most);
    const answer = yield* ask("answer", words(say.judge.askAnswer));
    return yield* once("judge", (services) => services.points.judge(id, { points, words: answer }));
  },
};

/** What is not there cannot be taken back. */
function verdictsOn({ canVoid, canCorrect }: Pick<Judgeable, "canVoid" | "canCorrect">) {
  return say.judge.verdicts.filter(({ id }) => (id === "void" ? canVoid : canCorrect || id !== "upheld"));
}

function* pointsOf(verdict: string, most: number): Part<PointsServices, number | null> {
  if (verdict === "rejected") return null;
  return verdict === "void"
    ? 0
    : yield* ask("points", numberQuestion(say.judge.askPoints(most), { least: 1, most }));
}
