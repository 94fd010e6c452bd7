import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting } from "../people/index.ts";
import type { PolicyAction } from "./access.ts";
import type { PublishingServices } from "./desk.ts";
import { changeUntil } from "./manage/changeUntil.flow.ts";
import { drop, pin } from "./manage/service.ts";
import { fileView, historyView, oneView, overview } from "./manage/view.ts";
import { withdrawPolicy } from "./manage/withdrawPolicy.flow.ts";
import type { PolicyId } from "./model.ts";
import { describePolicy } from "./publish/describe.flow.ts";
import { publishPolicy } from "./publish/publish.flow.ts";
import { putOut } from "./push/putOut.flow.ts";
import { returnReading } from "./readings/returnReading.flow.ts";
import { approve, passagesView, passageView, reviewView, submit } from "./readings/service.ts";
import { writeReading } from "./readings/writeReading.flow.ts";
import { manageTexts as say } from "./texts/manage.ts";
import { publishTexts } from "./texts/publish.ts";

type Said = Reply | Begin;

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(
  run: (args: string, acting: Acting, key: string) => Promise<Said>,
): Command<PublishingServices>["run"] {
  return async (args, { acting, messageKey }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args.normalize("NFKC").trim(), acting, messageKey);
  };
}

function whoMay(...wanted: readonly PolicyAction[]) {
  return ({ acting }: PublishingServices): boolean =>
    acting !== undefined && wanted.some((action) => unitsWhere(acting.person.memberships, action).length > 0);
}

export const publishingCommands: readonly Command<PublishingServices>[] = [
  {
    name: "publish",
    aliases: ["发布政策", "发政策"],
    help: publishTexts.help,
    isFor: whoMay("policy.write"),
    run: joined(() => Promise.resolve(begin(publishPolicy, { replaces: null }))),
  },
  {
    name: "policyadmin",
    aliases: ["政策管理", "管政策"],
    help: say.help,
    isFor: whoMay("policy.write", "policy.review"),
    run: joined(policyadmin),
  },
];

/** `/policyadmin` lists, `/policyadmin 3` shows one, `/policyadmin 3 p 5` a passage of it, `/policyadmin review` what waits. */
async function policyadmin(args: string, acting: Acting, key: string): Promise<Said> {
  const [first = "", ...rest] = args.split(/\s+/);
  if (first === "" || /^#\d{1,4}$/.test(first)) return overview(acting, pageIn(first));
  if (first === "review") return reviewView(acting);
  return /^\d{1,9}$/.test(first) ? onPolicy(acting, key, Number(first), rest) : say.usage;
}

function pageIn(word: string): number {
  return Math.max(1, Number(/^#(\d{1,4})$/.exec(word)?.[1] ?? 1));
}

async function onPolicy(
  acting: Acting,
  key: string,
  id: PolicyId,
  [verb = "", second = "", third = "", seen = ""]: readonly string[],
): Promise<Said> {
  const deeds: Readonly<Record<string, () => Said | Promise<Said>>> = {
    "": () => oneView(acting, id),
    passages: () => passagesView(acting, id, pageIn(second)),
    p: () => onPassage(acting, key, { id, position: Number(second) }, [third, seen]),
    submit: () => submit(acting, key, id),
    describe: () => begin(describePolicy, { id }),
    publish: () => begin(putOut, { id }),
    version: () => begin(publishPolicy, { replaces: id }),
    until: () => begin(changeUntil, { id }),
    withdraw: () => begin(withdrawPolicy, { id }),
    drop: () => drop(acting, key, id),
    pin: () => pin(acting, key, id, true),
    unpin: () => pin(acting, key, id, false),
    history: () => historyView(acting, id),
    file: () => fileView(acting, id),
  };
  return deeds[verb]?.() ?? say.usage;
}

async function onPassage(
  acting: Acting,
  key: string,
  { id, position }: { readonly id: PolicyId; readonly position: number },
  [verb, seen]: readonly [string, string],
): Promise<Said> {
  if (!Number.isSafeInteger(position)) return say.usage;
  if (verb === "ok") return approve(acting, key, { id, position }, Number(seen));
  if (verb === "read") return begin(writeReading, { id, position });
  return verb === "back" ? begin(returnReading, { id, position }) : passageView(acting, id, position);
}
