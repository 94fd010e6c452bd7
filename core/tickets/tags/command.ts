import { begin, type Begin, type Command, type Reply } from "../../dialogue/index.ts";
import { unitsWhere } from "../../people/index.ts";
import { readArgs } from "../mine.ts";
import { say } from "../texts.ts";
import { tagName } from "../texts/tagNames.ts";
import type { TicketServices } from "../ticketDesk.ts";
import { ticketTags, type TicketTag } from "./model.ts";
import { taggedView, tagsView } from "./service.ts";
import { tagMatter } from "./tagMatter.flow.ts";

/** 甄别: `/screen` and `/screen 反复反映` list, `/screen 1024` tags a matter. */
export const screenCommand: Command<TicketServices> = {
  name: "screen",
  aliases: ["甄别"],
  help: say.screenHelp,
  isFor: ({ acting }) =>
    acting !== undefined && unitsWhere(acting.person.memberships, "ticket.tag").length > 0,
  async run(args, { acting }): Promise<Reply | Begin> {
    if (!acting) throw new Error("this command is for people who have joined");
    const said = args.normalize("NFKC").trim();
    if (said === "") return tagsView(acting);
    const [, words = said, page = "1"] = /^(\S+)(?: #(\d{1,4}))?$/.exec(said) ?? [];
    const tag = tagCalled(words);
    if (tag !== undefined) return taggedView(acting, tag, Math.max(1, Number(page)));
    const read = readArgs(said);
    return read ? begin(tagMatter, { number: read.number }) : say.screenUsage;
  },
};

/** A tag by its name in either language, or as buttons name it. */
function tagCalled(words: string): TicketTag | undefined {
  const said = words.toLowerCase();
  return ticketTags.find((id) => [id, tagName(id).zh, tagName(id).en.toLowerCase()].includes(said));
}
