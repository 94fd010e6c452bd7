import type { Command, Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { isPeriodName } from "./stats/model.ts";
import { officesView, officeView } from "./stats/officeView.ts";
import { ownStatsView, statsView } from "./stats/view.ts";
import { say } from "./texts.ts";

export interface EvaluationServices {
  /** Undefined while the speaker has not joined. */
  readonly acting: Acting | undefined;
}

export const evaluationCommands: readonly Command<EvaluationServices>[] = [
  {
    name: "stats",
    aliases: ["考评", "村里办得怎么样"],
    help: say.help,
    isFor: ({ acting }) => acting !== undefined,
    run: (args, { acting }) => {
      if (!acting) throw new Error("this command is for people who have joined");
      return stats(args.normalize("NFKC").trim(), acting);
    },
  },
];

/**
 * `/stats`, `/stats 双桥村`, `/stats 330226106235 lastmonth`, `/stats 330226106 week #2` each below, `/stats 330226106 week teams #1`,
 * `/stats me month`, `/stats offices 330226106000`, `/stats office 3`, `/stats how`.
 */
async function stats(args: string, acting: Acting): Promise<Reply> {
  if (args === "how") return say.rules;
  const parts = args.split(/\s+/).filter((part) => part !== "");
  const page = parts.map((part) => /^#(\d{1,4})$/.exec(part)?.[1]).find((found) => found !== undefined);
  const period = parts.find(isPeriodName) ?? "week";
  const [what, which = ""] = parts;
  if (what === "office" && /^\d{1,9}$/.test(which)) return officeView(acting, Number(which), period);
  if (what === "offices" && which !== "") return officesView(acting, which, period);
  const ofTeams = parts.includes("teams") || parts.includes("团队");
  const isName = (part: string) => !part.startsWith("#") && !isPeriodName(part);
  const words = parts.filter((part) => isName(part) && part !== "teams" && part !== "团队").join("");
  if (words === "me" || words === "我自己") return ownStatsView(acting, period);
  const at = page === undefined ? (ofTeams ? 1 : undefined) : Number(page);
  return statsView(acting, { words, period, page: at, ofTeams });
}
