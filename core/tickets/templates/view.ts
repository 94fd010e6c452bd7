import { begin, type Choice, type Reply } from "../../dialogue/index.ts";
import { join } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { can, type Acting } from "../../people/index.ts";
import { kindCalled } from "../kinds/model.ts";
import { headline } from "../model.ts";
import type { Said } from "../mine.ts";
import { unitOf } from "../responsible.ts";
import { pageOf } from "../tasks/model.ts";
import { say } from "../texts.ts";
import { addTemplate } from "./addTemplate.flow.ts";
import { kindSaid, type OwnTemplate } from "./model.ts";
import { ownTemplate, removeTemplate, shippedFor, templatesOf } from "./service.ts";

const pageLength = 6;
const longestLabel = 24;
const mostOthers = 12;

/** `/tasks words` lists, `add` asks, `12` shows, `12 remove` deletes, `路灯 明天来换` adds. */
export async function templateCommand(args: string, acting: Acting): Promise<Said> {
  const [first = "", second = ""] = args.split(/\s+/u);
  if (first === "") return templateList(acting, 1);
  if (first === "page") return templateList(acting, Number(second));
  if (first === "add") return begin(addTemplate, { kind: null, words: null });
  if (/^\d+$/.test(first)) return oneTemplate(acting, Number(first), second);
  return begin(addTemplate, kindSaid(args, kindCalled));
}

async function templateList(acting: Acting, wanted: number): Promise<Reply> {
  const all = await templatesOf(acting);
  const [own, others]: [OwnTemplate[], OwnTemplate[]] = [[], []];
  for (const template of all) {
    const unit = await unitOf(acting, template.unit);
    (can(acting.person.memberships, "template.keep", unit) ? own : others).push(template);
  }
  const page = pageOf(wanted, own.length, pageLength);
  const lines = [...others, ...shippedFor(acting)]
    .slice(0, mostOthers)
    .map(({ kind, words }) => say.templateLine(kind, words));
  const choices: readonly Choice[] = [
    ...own.slice(page.offset, page.offset + pageLength).map(({ number, kind, words }) => ({
      label: say.templateLine(kind, headline(words, longestLabel)),
      token: `/tasks words ${number}`,
    })),
    ...(page.page > 1 ? [{ label: say.previousPage, token: `/tasks words page ${page.page - 1}` }] : []),
    ...(page.page < page.pages ? [{ label: say.nextPage, token: `/tasks words page ${page.page + 1}` }] : []),
    { label: say.addTemplate, token: "/tasks words add" },
  ];
  const text = join([say.templateList(own.length, lines, page.page, page.pages), say.templateHint]);
  return { text, choices };
}

async function oneTemplate(acting: Acting, number: number, verb: string): Promise<Reply> {
  if (verb === "remove") {
    const removed = await removeTemplate(acting, number);
    return removed === "removed" ? say.templateRemoved : removed.refused;
  }
  const template = await ownTemplate(acting, number);
  if ("refused" in template) return template.refused;
  const line = say.templateLine(template.kind, template.words);
  return {
    text: say.templateView(line, await unitName(acting.tx, template.unit)),
    choices: [
      { label: say.removeTemplate, token: `/tasks words ${number} remove` },
      { label: say.keepTemplate, token: "/tasks words" },
    ],
  };
}
