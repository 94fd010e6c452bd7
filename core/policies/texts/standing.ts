import type { Text } from "../../language/index.ts";
import type { Standing } from "../model.ts";

/** How a policy stands, in a word. */
export const standingNames: Readonly<Record<Standing | "draft", Text>> = {
  draft: { zh: "草稿", en: "a draft" },
  in_force: { zh: "有效", en: "in force" },
  not_yet: { zh: "还没施行", en: "not in force yet" },
  expired: { zh: "已到期", en: "expired" },
  replaced: { zh: "旧版", en: "an old version" },
  withdrawn: { zh: "已撤下", en: "withdrawn" },
};
