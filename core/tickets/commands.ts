import { begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting } from "../people/index.ts";
import { answer as answerFlow } from "./respond/answer.flow.ts";
import { human } from "./report/human.flow.ts";
import { receivedVerb } from "./respond/model.ts";
import { settledReply } from "./respond/replies.ts";
import { report } from "./report/report.flow.ts";
import { mine, readArgs, type Said } from "./mine.ts";
import { actable, settle } from "./respond/service.ts";
import { bounceable } from "./desk/bounce.ts";
import { takeOnInOffice } from "./desk/colleagues.ts";
import { deskCommand } from "./desk/command.ts";
import { bounce, help } from "./desk/deeds.flow.ts";
import { helpable } from "./desk/joint.ts";
import { changeKind } from "./kinds/change/changeKind.flow.ts";
import { sortable } from "./kinds/change/service.ts";
import { isStaff, type Refusal } from "./service.ts";
import { slaCommand } from "./sla/command.ts";
import type { TicketServices } from "./ticketDesk.ts";
import {
  askVillager,
  note,
  sendUp,
  settle as settleFlow,
  unverified,
  waitingWord,
} from "./respond/deeds.flow.ts";
import { pause } from "./pause/pause.flow.ts";
import { resume } from "./pause/service.ts";
import { proxy } from "./proxy/proxy.flow.ts";
import { mayReportForOthers } from "./proxy/service.ts";
import { whyDue } from "./clock/why.ts";
import { handOver } from "./pass/handOver.flow.ts";
import { passSeveral } from "./pass/several.flow.ts";
import { claim } from "./pass/service.ts";
import { slipView } from "./slip/view.ts";
import { say } from "./texts.ts";
import { screenCommand } from "./tags/command.ts";
import { tasks } from "./tasks/command.ts";
import { readNumbers } from "./tasks/model.ts";
import { tasksView } from "./tasks/view.ts";
import { ticketView } from "./views.ts";

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(
  run: (args: string, acting: Acting, key: string) => Promise<Said>,
): Command<TicketServices>["run"] {
  return async (args, { acting, messageKey }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args, acting, messageKey);
  };
}

const isMember = ({ acting }: TicketServices): boolean => acting !== undefined;
/** Whoever acts on matters, and leaders, who are told of what is late and look into it. */
const isReader = ({ acting }: TicketServices): boolean =>
  acting !== undefined &&
  (isStaff(acting.person) || unitsWhere(acting.person.memberships, "ticket.oversee").length > 0);
const isOnDuty = ({ acting }: TicketServices): boolean => acting !== undefined && isStaff(acting.person);

export const ticketCommands: readonly Command<TicketServices>[] = [
  {
    name: "report",
    aliases: ["反映问题", "报事", "反映", "我要反映", "我要反映问题", "我想反映问题", "我要报事"],
    help: say.help.report,
    isFor: isMember,
    run: joined(() => Promise.resolve(begin(report))),
  },
  { name: "mine", aliases: ["我的事项"], help: say.help.mine, isFor: isMember, run: joined(mine) },
  {
    name: "human",
    aliases: ["人工帮助"],
    help: say.help.human,
    isFor: () => true,
    run: (_args, { acting }) => Promise.resolve(acting ? begin(human) : say.humanForStranger),
  },
  {
    name: "tasks",
    aliases: ["待办"],
    help: say.help.tasks,
    isFor: isReader,
    run: joined(tasks),
  },
  {
    name: "words",
    aliases: ["常用语"],
    help: say.help.words,
    isFor: isOnDuty,
    run: joined((args, acting) => tasks(`words ${args}`, acting)),
  },
  {
    name: "week",
    aliases: ["我这周办了什么", "我本周办了什么"],
    help: say.help.week,
    isFor: isOnDuty,
    run: joined((args, acting) => tasks(`week ${args}`, acting)),
  },
  { name: "task", aliases: [], help: say.help.task, isFor: isReader, run: joined(task) },
  {
    name: "proxy",
    aliases: ["代报"],
    help: say.help.proxy,
    isFor: ({ acting }) => acting !== undefined && mayReportForOthers(acting),
    run: joined(() => Promise.resolve(begin(proxy))),
  },
  deskCommand,
  screenCommand,
  {
    name: "sla",
    aliases: ["期限"],
    help: say.slaHelp,
    isFor: ({ acting }) =>
      acting !== undefined && unitsWhere(acting.person.memberships, "sla.read").length > 0,
    run: joined(slaCommand),
  },
  { name: "assign", aliases: [], help: say.help.assign, isFor: isOnDuty, run: joined(assign) },
];

const talks = {
  answer: answerFlow,
  up: sendUp,
  ask: askVillager,
  unverified,
  note,
  pause,
  word: waitingWord,
} as const;

function isTalk(verb: string): verb is keyof typeof talks {
  return Object.hasOwn(talks, verb);
}

/** `/assign 1024` asks who is to have it; `/assign 1024 1026` gives several to one colleague. */
async function assign(args: string, acting: Acting): Promise<Said> {
  const { numbers, rest } = readNumbers(args);
  if (numbers.length > 1 && rest === "") return begin(passSeveral, { numbers, first: null });
  const read = readArgs(args);
  if (!read) return say.assignUsage;
  const ticket = await actable(acting, read.number);
  return "refused" in ticket ? ticket.refused : begin(handOver, { number: read.number });
}

/** `/task 1024` shows, `/task 1024 answer` asks for the answer, `/task 1024 done` settles. */
async function task(args: string, acting: Acting, key: string): Promise<Said> {
  if (args.trim() === "") return tasksView(acting);
  const read = readArgs(args);
  if (!read) return say.noSuch(args.slice(0, 20));
  const { number, verb } = read;
  if (verb === "") return ticketView(acting, number);
  if (verb === "why") return whyDue(acting, number);
  if (verb === "slip" || verb === "处理单") return slipView(acting, number);
  if (verb === "resume") return resume(acting, number, key);
  if (verb === "claim") return claimReply(acting, number, key);
  if (verb === "help") return talkIf(help, number, await helpable(acting, number));
  if (verb === "kind") return talkIf(changeKind, number, await sortable(acting, number));
  if (verb === "bounce") return talkIf(bounce, number, await bounceable(acting, number));
  const ticket = await actable(acting, number);
  if ("refused" in ticket) return ticket.refused;
  if (verb === "up" && ticket.tier === "complex") return say.alreadyUp(number);
  if (isTalk(verb)) return begin(talks[verb], { number });
  if (verb.startsWith(receivedVerb))
    return begin(answerFlow, { number }, { type: "text", text: verb.slice(receivedVerb.length) });
  if (verb === "later") return say.stillOn(number);
  if (verb === "word_plain") return say.wordAsItIs(number);
  if (verb !== "done") return ticketView(acting, number);
  const settled = await settle(acting, number, key);
  return settled === "unexplained" ? begin(settleFlow, { number }) : settledReply(number, settled);
}

function talkIf(flow: typeof bounce, number: number, found: object | Refusal): Said {
  return "refused" in found ? found.refused : begin(flow, { number });
}

/** [我来办]: it is hers now, and she sees all of it with what she can do. */
async function claimReply(acting: Acting, number: number, key: string): Promise<Reply> {
  const claimed = (await takeOnInOffice(acting, number, key)) ?? (await claim(acting, number, key));
  if (claimed !== "claimed") return claimed.refused;
  return [say.claimed(number), ...[await ticketView(acting, number)].flat()];
}
