import type { Question } from "../../dialogue/index.ts";
import { isNo, type Text } from "../../language/index.ts";
import { spelled } from "../spelled.ts";
import { say } from "../texts.ts";
import type { Wall } from "../../language/index.ts";
import { mostTasks, readTaskLines, type TaskLine } from "./reading.ts";

/** Asks who does what by when, one a line. */
export function taskLines(text: Text, names: readonly string[], now: Wall): Question<readonly TaskLine[]> {
  return spelled<readonly TaskLine[]>({
    text,
    expects: say.expectsTasks,
    read(words) {
      if (isNo(words) || words.trim() === "无") return { value: [] };
      const { tasks, wrong } = readTaskLines(words, names, now);
      if (wrong.length > 0) return { why: say.wrongLines(wrong) };
      return tasks.length > mostTasks ? { why: say.tooManyTasks(mostTasks) } : { value: tasks };
    },
  });
}
