import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting } from "../people/index.ts";
import { holdsPost } from "./convening.ts";
import { convene } from "./convene/convene.flow.ts";
import { decide } from "./decide/decide.flow.ts";
import type { ConsultationServices } from "./desk.ts";
import {
  addToConsultation,
  callOffConsultation,
  closeConsultation,
  enterOpinion,
  extendConsultation,
} from "./manage/manage.flow.ts";
import { meetingCommand } from "./meetings/command.ts";
import { decline, opinion } from "./opinion/opinion.flow.ts";
import { dropTask, finishTask } from "./tasks/tasks.flow.ts";
import { taskView } from "./tasks/view.ts";
import { say } from "./texts.ts";
import { consultationView, minutesView, overview } from "./views.ts";

type Said = Reply | Begin;

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(run: (args: string, acting: Acting) => Promise<Said>): Command<ConsultationServices>["run"] {
  return async (args, { acting }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args, acting);
  };
}

/** Anybody with a post may be asked. */
function mayBeAsked({ acting }: ConsultationServices): boolean {
  return acting !== undefined && holdsPost(acting.person);
}

export const consultationCommands: readonly Command<ConsultationServices>[] = [
  { name: "consult", aliases: ["会商"], help: say.help, isFor: mayBeAsked, run: joined(consult) },
  {
    name: "meeting",
    aliases: ["县级会商", "会商例会"],
    help: say.meetingHelp,
    isFor: ({ acting }) =>
      acting !== undefined && unitsWhere(acting.person.memberships, "meeting.hold").length > 0,
    run: joined(meetingCommand),
  },
];

const talks = {
  new: convene,
  say: opinion,
  decline,
  enter: enterOpinion,
  add: addToConsultation,
  close: closeConsultation,
  extend: extendConsultation,
  off: callOffConsultation,
  decide,
} as const;

function isTalk(verb: string): verb is keyof typeof talks {
  return Object.hasOwn(talks, verb);
}

/** `/consult` lists, `/consult 1024` shows or calls one, `/consult 1024 minutes`, `/consult task 3`. */
async function consult(args: string, acting: Acting): Promise<Said> {
  const [word = "", verb = "", deed = ""] = args.normalize("NFKC").trim().toLowerCase().split(/\s+/);
  if (word === "") return overview(acting);
  if (word === "county") return county(verb, deed, acting);
  if (word === "task") return onTask(verb, deed, acting);
  if (!/^\d{1,9}$/.test(word)) return say.usage;
  const number = Number(word);
  if (verb === "minutes" || verb === "纪要") return minutesView(acting, number);
  if (isTalk(verb)) return begin(talks[verb], { number });
  if (verb !== "") return say.usage;
  const view = await consultationView(acting, number);
  if (view) return view;
  const mayCall = unitsWhere(acting.person.memberships, "consult.convene").length > 0;
  return mayCall ? begin(convene, { number }) : say.noSuchConsultation;
}

async function county(verb: string, deed: string, acting: Acting): Promise<Said> {
  const mayHold = unitsWhere(acting.person.memberships, "meeting.hold").length > 0;
  return mayHold ? meetingCommand(`${verb} ${deed}`, acting) : say.usage;
}

async function onTask(id: string, deed: string, acting: Acting): Promise<Said> {
  if (!/^\d{1,9}$/.test(id)) return say.usage;
  const task = Number(id);
  if (deed === "done") return begin(finishTask, { task });
  if (deed === "drop") return begin(dropTask, { task });
  return taskView(acting, task);
}
