import { begin } from "../../dialogue/index.ts";
import type { Acting } from "../../people/index.ts";
import { officeTasks } from "../desk/officeTasks.ts";
import { readArgs, type Said } from "../mine.ts";
import { passSeveral } from "../pass/several.flow.ts";
import { templateCommand } from "../templates/view.ts";
import { say } from "../texts.ts";
import { weekView } from "../week/view.ts";
import { readNumbers } from "./model.ts";
import { together } from "./together.flow.ts";
import { overview, tasksView } from "./view.ts";

/** `/tasks` lists, `/tasks 2` is the next page; `words` and `week` are lists of their own, `together` and `pass` act on several. */
export async function tasks(args: string, acting: Acting): Promise<Said> {
  const [, word = "", rest = ""] = /^(\S*)\s*(.*)$/su.exec(args.normalize("NFKC").trim()) ?? [];
  if (word === "words") return templateCommand(rest, acting);
  if (word === "week") return weekView(acting, rest === "last" ? 1 : 0);
  if (word === "pass") return begin(passSeveral, { numbers: null, first: readArgs(rest)?.number ?? null });
  if (word === "office") return (await officeTasks(acting)) ?? say.noTasks;
  if (word === "all") return overview(acting, Number(rest || 1));
  if (word !== "together") return tasksView(acting, Number(word || 1));
  const { numbers } = readNumbers(rest);
  return numbers.length === 0 ? say.togetherUsage : begin(together, { numbers });
}
