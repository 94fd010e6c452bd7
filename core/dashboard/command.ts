import { sayings, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import type { DashboardServices } from "./desk.ts";
import { say } from "./texts.ts";

/** `/stats` with a way to the dashboard below its first figures: `/stats board` says a link of one's own. Others stay as they are. */
export function withDashboard<Of extends DashboardServices>(command: Command<Of>): Command<Of> {
  if (command.name !== "stats") return command;
  return {
    ...command,
    aliases: [...command.aliases, "看板"],
    isFor: (services) => services.dashboard.isForMe || command.isFor(services),
    async run(args, services) {
      if (["board", "看板"].includes(args.trim())) return services.dashboard.link();
      const said = await command.run(args, services);
      return args.trim() === "" && services.dashboard.isForMe ? withButton(said) : said;
    },
  };
}

function withButton(said: Reply | Begin): Reply | Begin {
  if ("begin" in said) return said;
  const all = sayings(said);
  const last = all.at(-1);
  if (!last) return said;
  const button = { label: say.button, token: "/stats board" };
  return [...all.slice(0, -1), { ...last, choices: [...(last.choices ?? []), button] }];
}
