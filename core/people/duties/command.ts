import { begin, type Begin, type Reply } from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import { unitByCode, unitName, upwards, type Unit } from "../../org/index.ts";
import type { Role } from "../model.ts";
import type { Acting } from "../moment.ts";
import { unitsWhere } from "../permission.ts";
import { canTo } from "../standing.ts";
import { readPerson, readRole, readUnit } from "../reading.ts";
import { postName, say as peopleTexts } from "../texts.ts";
import { backCommand, offCommand } from "./awayCommand.ts";
import { nameDeputy } from "./deputies.ts";
import type { DutyCall } from "./desk.ts";
import { elect } from "./handover/elect.flow.ts";
import { handPost } from "./handover/handPost.flow.ts";
import { cancelHandover } from "./handover/service.ts";
import { isNobody } from "./model.ts";
import { enterRoster } from "./roster/enterRoster.flow.ts";
import { rosterView } from "./roster/service.ts";
import { deleteWords, ownWords, setWords } from "./store.ts";
import { say, usualDuties } from "./texts.ts";
import { dutyView, mayRead } from "./view.ts";

type Verb = (args: string, call: DutyCall) => Promise<Reply | Begin>;

const verbs: Readonly<Record<string, Verb>> = {
  off: offCommand,
  不在岗: offCommand,
  请假: offCommand,
  back: backCommand,
  回岗: backCommand,
  deputy,
  代岗: deputy,
  words: dutyWords,
  职责: dutyWords,
  roster,
  值班: roster,
  hand,
  交接: hand,
  cancel,
  election,
  换届: election,
};

/** `/duty` shows one's own list, `/duty 双桥村` any that one may read; with a verb before it something is changed. */
export async function dutyCommand(args: string, call: DutyCall): Promise<Reply | Begin> {
  const [first = ""] = args.split(/\s+/);
  const verb = Object.hasOwn(verbs, first) ? verbs[first] : undefined;
  if (verb) return verb(args.slice(first.length).trim(), call);
  if (["help", "帮助", "?"].includes(first)) return say.usage;
  const [, words = "", page = "1"] = /^(.*?)(?:\s*#(\d{1,4}))?$/.exec(args) ?? [];
  if (words === "") return own(call.acting, Number(page));
  const read = await readUnit(call.acting.tx, words, (code) => `/duty ${code}`);
  return "ask" in read ? read.ask : dutyView(call.acting, read.unit, Number(page));
}

async function own(acting: Acting, page: number): Promise<Reply> {
  const [code = "", ...others] = unitsWhere(acting.person.memberships, "duty.read");
  const unit = await unitByCode(acting.tx, code);
  if (!unit) return say.usage;
  const list = await dutyView(acting, unit, page);
  const choices = [];
  for (const other of new Set(others))
    if (other !== code)
      choices.push({ label: verbatim(await unitName(acting.tx, other)), token: `/duty ${other}` });
  return "choices" in list && choices.length > 0
    ? { ...list, choices: [...(list.choices ?? []), ...choices] }
    : list;
}

async function deputy(args: string, call: DutyCall): Promise<Reply> {
  const { acting } = call;
  const [holderName = "", deputyName = ""] = args.split(/\s+/);
  if (holderName === "" || deputyName === "") return say.deputyUsage;
  const holder = await readPerson(acting.tx, holderName, (id) => `/duty deputy ${id} ${deputyName}`);
  if (!("id" in holder)) return holder;
  if (isNobody(deputyName)) return nameDeputy(call, holder, null);
  const other = await readPerson(acting.tx, deputyName, (id) => `/duty deputy ${holder.id} ${id}`);
  return "id" in other ? nameDeputy(call, holder, other) : other;
}

/** 「双桥村 G1 网格员 …」: a unit, a post, and what follows. */
async function readPost(
  acting: Acting,
  args: string,
  commandFor: (code: string, role: Role, rest: string) => string,
): Promise<
  { readonly unit: Unit; readonly role: Role; readonly rest: string } | { readonly ask: Reply } | undefined
> {
  const words = args.split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && readRole(word) !== undefined);
  const role = readRole(words[at] ?? "");
  if (at < 0 || role === undefined) return undefined;
  const rest = words.slice(at + 1).join(" ");
  const read = await readUnit(acting.tx, words.slice(0, at).join(" "), (code) =>
    commandFor(code, role, rest),
  );
  return "ask" in read ? read : { unit: read.unit, role, rest };
}

const longestWords = 200;

/** `/duty words 双桥村 网格员 …` says what a post's duties are there, 「恢复」 goes back to the usual ones. */
async function dutyWords(args: string, { acting }: DutyCall): Promise<Reply> {
  const read = await readPost(acting, args, (code, role, rest) =>
    `/duty words ${code} ${role} ${rest}`.trim(),
  );
  if (!read) return say.wordsUsage;
  if ("ask" in read) return read.ask;
  const { unit, role, rest } = read;
  const post = { unit: unit.code, role };
  const name = peopleTexts.postIn(await unitName(acting.tx, unit.code), postName(role, undefined));
  if (rest === "") {
    if (!mayRead(acting, unit)) return say.mayNotRead(unit.name);
    const set = await ownWords(acting.tx, upwards(unit), role);
    return say.words(name, set === undefined ? usualDuties[role] : verbatim(set));
  }
  if (!canTo(acting.person.memberships, "duty.keep", { role, unit })) return say.mayNotKeep(name);
  if (["恢复", "reset"].includes(rest)) {
    await deleteWords(acting.tx, post);
    const above = await ownWords(acting.tx, upwards(unit), role);
    return say.wordsSet(name, above === undefined ? usualDuties[role] : verbatim(above));
  }
  if (rest.length > longestWords) return say.wordsTooLong(rest.length, longestWords);
  await setWords(acting.tx, post, { words: rest, by: acting.person.id }, acting.now);
  return say.wordsSet(name, verbatim(rest));
}

async function roster(args: string, { acting }: DutyCall): Promise<Reply | Begin> {
  const read = await readPost(acting, args, (code, role, rest) =>
    `/duty roster ${code} ${role} ${rest}`.trim(),
  );
  if (!read) return say.rosterUsage;
  if ("ask" in read) return read.ask;
  const post = { unit: read.unit.code, role: read.role };
  return ["enter", "排"].includes(read.rest) ? begin(enterRoster, post) : rosterView(acting, post);
}

async function unitFor(args: string, acting: Acting, verb: string) {
  if (args !== "") return readUnit(acting.tx, args, (code) => `/duty ${verb} ${code}`);
  const [code = ""] = unitsWhere(acting.person.memberships, "duty.hand");
  const unit = await unitByCode(acting.tx, code);
  return unit ? { unit } : { ask: say.usage };
}

async function hand(args: string, { acting }: DutyCall): Promise<Reply | Begin> {
  const read = await unitFor(args, acting, "hand");
  return "ask" in read ? read.ask : begin(handPost, { unit: read.unit.code });
}

async function election(args: string, { acting }: DutyCall): Promise<Reply | Begin> {
  const read = await unitFor(args, acting, "election");
  return "ask" in read ? read.ask : begin(elect, { unit: read.unit.code });
}

/** `/duty cancel 3` calls off what has not happened yet. */
async function cancel(args: string, { acting }: DutyCall): Promise<Reply> {
  const id = /^\d{1,9}$/.test(args) ? Number(args) : 0;
  const cancelled = await cancelHandover(acting, id);
  if (cancelled === undefined || cancelled === "forbidden") return say.noSuchHandover;
  return say.cancelled(cancelled);
}
