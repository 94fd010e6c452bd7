import { sayings, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import type { DashboardDesk, DashboardServices } from "./desk.ts";
import { logChoice } from "./pass/log.ts";
import { say } from "./texts.ts";

/** What stands behind `/stats`: a link of one's own, one's browsers going on or ended, and who opened what. */
const deeds: Readonly<Record<string, (desk: DashboardDesk) => Promise<Reply>>> = {
  board: (desk) => desk.link(),
  看板: (desk) => desk.link(),
  "board on": (desk) => desk.goOn(),
  "board off": (desk) => desk.closeAll(),
  "board log": (desk) => desk.log(),
};

/** `/stats` with a way to the dashboard below its first figures: `/stats board` says a link of one's own. Others stay as they are. */
export function withDashboard<Of extends DashboardServices>(command: Command<Of>): Command<Of> {
  if (command.name !== "stats") return command;
  return {
    ...command,
    aliases: [...command.aliases, "看板"],
    async run(args, services) {
      const words = args.trim().replaceAll(/\s+/g, " ");
      const deed = Object.hasOwn(deeds, words) ? deeds[words] : undefined;
      if (deed) return deed(services.dashboard);
      const said = await command.run(args, services);
      return words === "" ? withButton(said, services.dashboard) : said;
    },
  };
}

function withButton(said: Reply | Begin, { isForMe, isAuditor }: DashboardDesk): Reply | Begin {
  if ("begin" in said) return said;
  const all = sayings(said);
  const last = all.at(-1);
  if (!last || (!isForMe && !isAuditor)) return said;
  const button = isForMe ? { label: say.button, token: "/stats board" } : logChoice;
  return [...all.slice(0, -1), { ...last, choices: [...(last.choices ?? []), button] }];
}
