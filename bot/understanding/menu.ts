import type { Command, Reply } from "../../core/dialogue/index.ts";
import type { Text } from "../../core/language/index.ts";
import { calledName, type Acting } from "../../core/people/index.ts";
import { isStaff, notYet } from "../../core/tickets/index.ts";
import type { Services } from "../services.ts";
import { say } from "../texts.ts";

/** The main menu, with what staff must act on before it. The labels stand on posters. */
export function menu(acting: Acting, text: Text = say.menu(calledName(acting.person))): Reply {
  const tasks = isStaff(acting.person) ? [{ label: say.tasks, token: "/tasks" }] : [];
  const choices = [
    ...tasks,
    { label: say.report, token: "/report" },
    { label: say.mine, token: "/mine" },
    { label: say.policy, token: "/policy" },
    { label: say.human, token: "/human" },
    { label: say.more, token: "/more" },
  ];
  return { text, choices };
}

const underMore = ["affairs", "services", "moments", "news", "points"] as const;

const more: Command<Services> = {
  name: "more",
  aliases: ["更多"],
  help: say.moreHelp,
  isFor: ({ acting }) => acting !== undefined,
  run: () =>
    Promise.resolve({
      text: say.moreMenu,
      choices: underMore.map((name) => ({ label: say[name], token: `/${name}` })),
    }),
};

/** A room that is not built yet says so, and what can be done instead. */
function notBuilt(
  name: Exclude<(typeof underMore)[number], "points" | "services">,
  text: Text,
): Command<Services> {
  const choices = [
    { label: say.toPerson, token: "/human" },
    { label: say.policy, token: "/policy" },
    { label: say.report, token: "/report" },
  ];
  return {
    name,
    aliases: [say[name].zh],
    help: { zh: "", en: "" },
    isFor: ({ acting }) => acting !== undefined,
    run: () => Promise.resolve({ text, choices }),
  };
}

/** 更多, and what stands under it. */
export const moreCommands: readonly Command<Services>[] = [
  more,
  notBuilt("affairs", notYet.affairs),
  notBuilt("moments", notYet.moments),
  notBuilt("news", notYet.news),
];
