import { begin, type Command } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import type { DirectoryServices } from "./desk.ts";
import { findService } from "./findService.flow.ts";
import { say } from "./texts.ts";

type ForCommands = DirectoryServices & { readonly acting: Acting | undefined };

/** `/services`, `/services 身份证`. */
export const serviceCommands: readonly Command<ForCommands>[] = [
  {
    name: "services",
    aliases: ["办事服务"],
    help: say.help,
    isFor: ({ acting }) => acting !== undefined,
    run: (args) => Promise.resolve(begin(findService, { words: args.trim() === "" ? null : args.trim() })),
  },
];
