import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import type { Acting } from "../people/index.ts";
import { correctBulletin, refuseBulletin } from "./decide/decide.flow.ts";
import { publish, reckonAgain } from "./decide/service.ts";
import type { BulletinServices } from "./desk.ts";
import { confirm, takeBack } from "./follow/decide.ts";
import { closeFollowUp, declineFollowUp, followUp } from "./follow/follow.flow.ts";
import { matterView } from "./follow/service.ts";
import { triggersView } from "./follow/triggers/service.ts";
import { changeBulletinTrigger } from "./follow/triggers/trigger.flow.ts";
import { oneView, openView } from "./follow/views.ts";
import type { FollowUpKind, SheetKind } from "./model.ts";
import { pictureView } from "./picture/service.ts";
import { listView } from "./show/lists.ts";
import { bulletinView, newestView, rowsView } from "./show/service.ts";
import { say } from "./texts.ts";

type Said = Reply | Begin;

function command(kind: SheetKind, alias: string): Command<BulletinServices> {
  return {
    name: kind,
    aliases: [alias],
    help: kind === "weekly" ? say.weeklyHelp : say.monthlyHelp,
    isFor: ({ acting }) => acting !== undefined,
    async run(args, { acting }) {
      if (!acting) throw new Error("this command is for people who have joined");
      return run(kind, args.normalize("NFKC").trim(), acting);
    },
  };
}

export const bulletinCommands: readonly Command<BulletinServices>[] = [
  command("weekly", "周晒单"),
  command("monthly", "月通报"),
];

/** `/weekly`, `/weekly 双桥村`; on a sheet `/weekly show 3`, `late`, `bad`, `rows`, `yes`, `no` …; on what follows `/weekly ask 3 1024 remedy` … */
async function run(kind: SheetKind, args: string, acting: Acting): Promise<Said> {
  if (args === "follow" || args === "后续处理") return openView(acting);
  const [, where] = /^(?:triggers|约谈情形)(?: (.+))?$/.exec(args) ?? [];
  if (where !== undefined || /^(?:triggers|约谈情形)$/.test(args)) return triggersView(acting, where ?? "");
  const [, unit, changed] = /^trigger (\S+) (admonition|censure)$/.exec(args) ?? [];
  if (unit !== undefined && (changed === "admonition" || changed === "censure"))
    return begin(changeBulletinTrigger, { unit, kind: changed });
  const [, verb = "", id = "", rest = ""] = /^([a-z]+) (\d{1,9})(?: (.+))?$/.exec(args) ?? [];
  if (verb === "") return newestView(acting, kind, args);
  return (
    (await onSheet(acting, verb, Number(id), rest)) ??
    (await onFollowUp(acting, verb, Number(id), rest)) ??
    newestView(acting, kind, args)
  );
}

async function onSheet(acting: Acting, verb: string, id: number, rest: string): Promise<Said | undefined> {
  const page = /^\d{1,4}$/.test(rest) ? Math.max(1, Number(rest)) : 1;
  const deeds: Readonly<Record<string, () => Promise<Said> | Said>> = {
    show: () => bulletinView(acting, id),
    all: () => bulletinView(acting, id, true),
    late: () => listView(acting, id, "overdue", page),
    bad: () => listView(acting, id, "mishandled", page),
    rows: () => rowsView(acting, id, page),
    yes: () => publish(acting, id),
    no: () => begin(refuseBulletin, { id }),
    correct: () => begin(correctBulletin, { id }),
    again: () => reckonAgain(acting, id),
    picture: () => pictureView(acting, id),
  };
  return deeds[verb]?.();
}

async function onFollowUp(acting: Acting, verb: string, id: number, rest: string): Promise<Said | undefined> {
  const [, number = "0", kind] = /^(\d{1,9})(?: (remedy|admonition|censure))?$/.exec(rest) ?? [];
  const given = { bulletin: id, number: Number(number) };
  const deeds: Readonly<Record<string, () => Promise<Said> | Said>> = {
    matter: () => matterView(acting, id, given.number),
    ask: () => (isKind(kind) ? begin(followUp, { ...given, kind }) : matterView(acting, id, given.number)),
    one: () => oneView(acting, id),
    confirm: () => confirm(acting, id),
    drop: () => takeBack(acting, id),
    decline: () => begin(declineFollowUp, { id }),
    done: () => begin(closeFollowUp, { id }),
  };
  return deeds[verb]?.();
}

function isKind(word: string | undefined): word is FollowUpKind {
  return word === "remedy" || word === "admonition" || word === "censure";
}
