import { begin, type Begin, type Command, type Reply } from "../../dialogue/index.ts";
import { unitsWhere } from "../../people/index.ts";
import { danger, urgentIn } from "../../tickets/index.ts";
import {
  articleView,
  followsView,
  followTopic,
  policyView,
  topicsView,
  topicView,
} from "../browse/service.ts";
import { commentView, hostView, talkView } from "../discuss/service.ts";
import {
  answerComment,
  commentOnPolicy,
  hideComment,
  openDiscussion,
  sumUpDiscussion,
} from "../discuss/talk.flow.ts";
import { linkQuestion } from "../gaps/linkQuestion.flow.ts";
import { dismiss, gapsView, gapView } from "../gaps/service.ts";
import { topics, type Topic } from "../model.ts";
import { askTexts } from "../texts/ask.ts";
import { browseTexts } from "../texts/browse.ts";
import { gapTexts } from "../texts/gaps.ts";
import { askPolicies } from "./askPolicies.flow.ts";
import { pressed } from "./choose.ts";
import type { AskServices } from "./desk.ts";
import type { Asking } from "./shown.ts";

type Said = Reply | Begin;

export const askCommands: readonly Command<AskServices>[] = [
  {
    name: "policy",
    aliases: ["查政策", "问政策", "政策"],
    help: askTexts.policyHelp,
    isFor: ({ acting }) => acting !== undefined,
    run: (args, services) => Promise.resolve(policy(args.trim(), services)),
  },
  {
    name: "policies",
    aliases: ["政策订阅"],
    help: { zh: "", en: "" },
    isFor: ({ acting }) => acting !== undefined,
    run: (args, { asking, messageKey }) =>
      policies(asking.asking(), args.normalize("NFKC").trim(), messageKey),
  },
  {
    name: "gaps",
    aliases: ["政策缺口"],
    help: gapTexts.help,
    isFor: ({ acting }) =>
      acting !== undefined && unitsWhere(acting.person.memberships, "policy.link").length > 0,
    run: (args, { asking }) => gaps(asking.asking(), args.normalize("NFKC").trim()),
  },
];

/** `/policy` asks what she would like to know; `/policy 八十岁有补贴吗` asks that. A danger to life goes first. */
function policy(words: string, { acting }: AskServices): Said {
  const body = { type: "text", text: words } as const;
  const urgent = urgentIn(acting?.person, body, false);
  if (urgent !== undefined) return begin(danger, { danger: urgent }, body);
  return begin(askPolicies, { question: null, follows: null }, ...(words === "" ? [] : [body]));
}

/**
 * `/policies topics`, `/policies topic elderly`, `/policies follow elderly`, `/policies 5` (a policy), `/policies 5 a3` (an article),
 * `/policies q12 wrong` (a press under an answer), `/policies c7` (a comment).
 */
async function policies(asking: Asking, args: string, key: string): Promise<Said> {
  const [first = "", verb = "", page = ""] = args.split(/\s+/);
  if (first === "") return followsView(asking);
  if (first === "topics") return topicsView(asking, Number(verb || 1));
  if (first === "follows") return followsView(asking);
  if (first === "topic" || first === "follow" || first === "unfollow")
    return onTopic(asking, first, verb, page);
  const [, letter = "", digits] = /^([qc]?)(\d{1,9})$/.exec(first) ?? [];
  if (digits === undefined) return browseTexts.usage;
  const id = Number(digits);
  if (letter === "q") return pressed(asking, id, verb, key);
  return letter === "c" ? onComment(asking, id, verb) : onPolicy(asking, id, verb, Number(page || 1));
}

async function onTopic(asking: Asking, deed: string, name: string, page: string): Promise<Said> {
  const topic = topics.find((one) => one === name);
  if (deed === "topic") return topic ? topicView(asking, topic, Number(page || 1)) : topicsView(asking, 1);
  const subject: Topic | "*" | undefined = name === "*" ? "*" : topic;
  return subject === undefined ? followsView(asking) : followTopic(asking, subject, deed === "follow");
}

async function onPolicy(asking: Asking, id: number, verb: string, page: number): Promise<Said> {
  const article = /^a(\d{1,6})$/.exec(verb)?.[1];
  if (article !== undefined) return articleView(asking, id, Number(article));
  const deeds: Readonly<Record<string, () => Said | Promise<Said>>> = {
    "": () => policyView(asking, id, 1),
    list: () => policyView(asking, id, page),
    talk: () => talkView(asking, id, page),
    host: () => hostView(asking, id, page),
    say: () => begin(commentOnPolicy, { policy: id }),
    begin: () => begin(openDiscussion, { policy: id }),
    end: () => begin(sumUpDiscussion, { policy: id }),
  };
  return (await deeds[verb]?.()) ?? browseTexts.usage;
}

async function onComment(asking: Asking, id: number, verb: string): Promise<Said> {
  if (verb === "answer") return begin(answerComment, { comment: id });
  if (verb === "hide") return begin(hideComment, { comment: id });
  return commentView(asking, id);
}

/** `/gaps` lists, `/gaps 12` shows one, `/gaps 12 link`, `/gaps 12 close`. */
async function gaps(asking: Asking, args: string): Promise<Said> {
  const [first = "", verb = ""] = args.split(/\s+/);
  if (first === "page") return gapsView(asking, Number(verb || 1));
  if (!/^\d{1,9}$/.test(first)) return gapsView(asking, 1);
  const id = Number(first);
  if (verb === "link") return begin(linkQuestion, { question: id });
  return verb === "close" ? dismiss(asking, id) : gapView(asking, id);
}
