import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting, type Action } from "../people/index.ts";
import { answerInstruction, instructOn } from "./briefing/instruct.flow.ts";
import { briefingsView, briefingView, note } from "./briefing/service.ts";
import { writeBriefing } from "./briefing/write.flow.ts";
import type { AnalysisServices } from "./desk.ts";
import { hotView } from "./hot/page.ts";
import { screenTopic } from "./screening/screen.flow.ts";
import { say } from "./texts.ts";
import { topicView } from "./topic/view.ts";

type Said = Reply | Begin;

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(run: (args: string, acting: Acting) => Promise<Said>): Command<AnalysisServices>["run"] {
  return async (args, { acting }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args.normalize("NFKC").trim(), acting);
  };
}

function whoMay(...wanted: readonly Action[]) {
  return ({ acting }: AnalysisServices): boolean =>
    acting !== undefined && wanted.some((action) => unitsWhere(acting.person.memberships, action).length > 0);
}

export const analysisCommands: readonly Command<AnalysisServices>[] = [
  {
    name: "hot",
    aliases: ["热点", "民情分析"],
    help: say.hotHelp,
    isFor: whoMay("analysis.read"),
    run: joined(hot),
  },
  {
    name: "briefing",
    aliases: ["民情专报", "专报"],
    help: say.briefing.help,
    isFor: whoMay("briefing.write", "briefing.instruct"),
    run: joined(briefing),
  },
];

const topicPattern = /^(\d{12}) ([a-z]+) (\d{4}-\d{2}-\d{2})(?: (?:#(\d{1,4})|(screen|brief)))?$/;
const pagePattern = /^(.*?)(?:\s*(\d{4}-\d{2}-\d{2}))?(?:\s*#(\d{1,4}))?$/u;

/** `/hot`, `/hot 前童镇`, `/hot 330226106000 2026-11-16 #2`; a topic `/hot 330226106235 lamp 2026-11-16`, and on it `… screen`, `… brief`. */
async function hot(args: string, acting: Acting): Promise<Said> {
  const [, unit, kind = "", date = "", page, deed] = topicPattern.exec(args) ?? [];
  if (unit !== undefined) {
    const topic = { unit, kind, date };
    if (deed === "screen") return begin(screenTopic, topic);
    if (deed === "brief") return begin(writeBriefing, topic);
    return topicView(acting, topic, Math.max(1, Number(page ?? 1)));
  }
  const [, words = "", week, number] = pagePattern.exec(args) ?? [];
  return hotView(acting, words, week, Math.max(1, Number(number ?? 1)));
}

/** `/briefing`, `/briefing 3`, `/briefing 3 noted`, `/briefing 3 instruct`, `/briefing 3 answer`. */
async function briefing(args: string, acting: Acting): Promise<Said> {
  const [, digits, deed] = /^(\d{1,9})(?: (noted|instruct|answer))?$/.exec(args) ?? [];
  if (digits === undefined) return briefingsView(acting);
  const id = Number(digits);
  if (deed === "noted") return note(acting, id);
  if (deed === "instruct") return begin(instructOn, { id });
  return deed === "answer" ? begin(answerInstruction, { id }) : briefingView(acting, id);
}
