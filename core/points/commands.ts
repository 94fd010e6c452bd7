import { begin, type Begin, type Command, type Reply } from "../dialogue/index.ts";
import { unitsWhere, type Acting, type Action } from "../people/index.ts";
import { entriesView, pointsView, publicView, rulesView } from "./account/service.ts";
import { appealPoints, appealTeamPoints, judgeAppeal } from "./appeal/appeal.flow.ts";
import type { PointsServices } from "./desk.ts";
import { approve, waitingView } from "./grant/decide.ts";
import { entryView, givenView } from "./grant/given.ts";
import { grantPoints, refuseGrant, takeBackPoints } from "./grant/grant.flow.ts";
import { changesView } from "./rules/history.ts";
import { addPointsRule, changePointsRule, undoPointsChange } from "./rules/rules.flow.ts";
import { rulesToChange } from "./rules/service.ts";
import { settingsView } from "./settings/service.ts";
import { changePointsSetting } from "./settings/settings.flow.ts";
import { codeView, goodsView, handOver, putOn, shopCommand } from "./shop/keep.ts";
import { addGoods, changeGoods } from "./shop/keep.flow.ts";
import { readCode } from "./shop/model.ts";
import { orderGoods } from "./shop/order.flow.ts";
import { cancel, ordersView, pictureOf, shopView } from "./shop/service.ts";
import { teamRulesView, teamView } from "./team/view.ts";
import { say } from "./texts.ts";

type Said = Reply | Begin;

/** Runs for somebody who has joined; the book offers these commands to nobody else. */
function joined(run: (args: string, acting: Acting) => Promise<Said>): Command<PointsServices>["run"] {
  return async (args, { acting }) => {
    if (!acting) throw new Error("this command is for people who have joined");
    return run(args.normalize("NFKC").trim(), acting);
  };
}

function whoMay(...wanted: readonly Action[]) {
  return ({ acting }: PointsServices): boolean =>
    acting !== undefined && wanted.some((action) => unitsWhere(acting.person.memberships, action).length > 0);
}

export const pointsCommands: readonly Command<PointsServices>[] = [
  {
    name: "points",
    aliases: ["我的积分", "积分"],
    help: say.pointsHelp,
    isFor: ({ acting }) => acting !== undefined,
    run: joined(points),
  },
  {
    name: "redeem",
    aliases: ["换东西", "兑换", "积分兑换"],
    help: say.shop.help,
    isFor: ({ acting }) => acting !== undefined,
    run: joined((_args, acting) => shopView(acting, 1)),
  },
  {
    name: "grant",
    aliases: ["记积分"],
    help: say.grant.help,
    isFor: whoMay("points.grant", "points.approve", "points.rule"),
    run: joined(grant),
  },
  {
    name: "shop",
    aliases: ["热心超市", "超市"],
    help: say.keep.help,
    isFor: whoMay("shop.keep"),
    run: joined(shop),
  },
];

/** `/points team`, `/points team 双桥村`, `/points team 330226106235 88`, `/points teamhow …`, `/points teamappeal …`. */
async function team(verb: string, words: readonly string[], acting: Acting): Promise<Said> {
  const last = words.at(-1) ?? "";
  const before = words.length > 1 && /^\d{1,9}$/.test(last) ? Number(last) : undefined;
  const place = words.slice(0, before === undefined ? undefined : -1).join("");
  if (verb === "teamhow") return teamRulesView(acting, place);
  return verb === "team" ? teamView(acting, place, before) : begin(appealTeamPoints, { team: place });
}

/** `/points`, `/points list 12`, `/points how`, `/points public 2`, `/points appeal`, `/points judge 3`, `/points shop`, `/points goods 3` … */
async function points(args: string, acting: Acting): Promise<Said> {
  const [verb = "", rest = "", ...others] = args.split(/\s+/);
  if (["team", "teamhow", "teamappeal", "团队"].includes(verb))
    return team(
      verb === "团队" ? "team" : verb,
      [rest, ...others].filter((word) => word !== ""),
      acting,
    );
  const number = /^\d{1,9}$/.test(rest) ? Number(rest) : undefined;
  switch (verb) {
    case "list":
      return entriesView(acting, number);
    case "how":
      return rulesView(acting);
    case "public":
      return publicView(acting, Math.max(1, number ?? 1));
    case "appeal":
      return begin(appealPoints);
    case "shop":
      return shopView(acting, Math.max(1, number ?? 1));
    case "goods":
      return number === undefined ? say.shop.noSuch : offer(acting, number);
    case "orders":
      return ordersView(acting);
    case "cancel":
      return number === undefined ? say.shop.notYours : cancel(acting, number);
    case "judge":
      return number === undefined ? say.judge.noSuch : begin(judgeAppeal, { id: number });
    default:
      return pointsView(acting);
  }
}

/** Goods are shown before it is asked whether she wants one. */
async function offer(acting: Acting, id: number): Promise<Begin> {
  const says = await pictureOf(acting, id);
  return { ...begin(orderGoods, { id }), ...(says && { says }) };
}

/** `/grant 王秀英` gives, `/grant list`, `/grant entry 12`, `/grant back 12`, on what waits `/grant 3`, `/grant 3 yes`, `/grant 3 no`; what earns by `ruleCommand`. */
async function grant(args: string, acting: Acting): Promise<Said> {
  const [, id, verdict] = /^(\d{1,9}) (yes|no)$/.exec(args) ?? [];
  if (id !== undefined)
    return verdict === "yes" ? approve(acting, Number(id)) : begin(refuseGrant, { id: Number(id) });
  if (/^\d{1,9}$/.test(args)) return waitingView(acting, Number(args));
  if (args === "list" || args === "记录") return givenView(acting);
  const [, verb, entry] = /^(entry|back) (\d{1,9})$/.exec(args) ?? [];
  if (entry !== undefined)
    return verb === "entry" ? entryView(acting, Number(entry)) : begin(takeBackPoints, { id: Number(entry) });
  const change = await ruleCommand(args, acting);
  if (change) return change;
  if (/\d/.test(args)) return say.grant.usage;
  if (unitsWhere(acting.person.memberships, "points.grant").length === 0) return say.grant.usage;
  return begin(grantPoints, { name: args === "" ? null : args });
}

/** `/grant rules`, `/grant rule 5`, `/grant newrule`, `/grant settings`, `/grant set days`, `/grant changes`, `/grant undo rule 17`; undefined for anything else. */
async function ruleCommand(args: string, acting: Acting): Promise<Said | undefined> {
  if (args === "rules" || args === "规则") return rulesToChange(acting);
  if (args === "settings" || args === "设置") return settingsView(acting);
  if (args === "changes" || args === "修改记录") return changesView(acting);
  if (args === "newrule") return begin(addPointsRule);
  if (args === "set days") return begin(changePointsSetting, { name: "publicityDays" });
  if (args === "set above") return begin(changePointsSetting, { name: "approveAbove" });
  const rule = /^rule (\d{1,9})$/.exec(args)?.[1];
  if (rule !== undefined) return begin(changePointsRule, { id: Number(rule) });
  const [, what, id] = /^undo (rule|setting) (\d{1,9})$/.exec(args) ?? [];
  if (id === undefined) return undefined;
  return begin(undoPointsChange, { what: what === "setting" ? "setting" : "rule", id: Number(id) });
}

/** `/shop`, `/shop 双桥村`, `/shop 482 913`, `/shop 482913 done`, `/shop goods 3`, and on goods `/shop price 3` … */
async function shop(args: string, acting: Acting): Promise<Said> {
  const [, said = "", done] = /^([\d\s-]{6,9}?)(\s+done)?$/.exec(args) ?? [];
  const code = readCode(said);
  if (code !== undefined) return done === undefined ? codeView(acting, code) : handOver(acting, code);
  const [, verb = "", rest = ""] = /^(goods|price|stock|picture|on|off|add) (\S+)$/.exec(args) ?? [];
  if (verb === "add") return begin(addGoods, { unit: rest });
  const id = /^\d{1,9}$/.test(rest) ? Number(rest) : undefined;
  if (id === undefined) return shops(args, acting);
  if (verb === "goods") return goodsView(acting, id);
  if (verb === "price" || verb === "stock" || verb === "picture")
    return begin(changeGoods, { id, what: verb });
  return putOn(acting, id, verb === "on");
}

/** `/shop`, `/shop 双桥村`, `/shop 330226106235 #2`. */
async function shops(args: string, acting: Acting): Promise<Said> {
  const [, words = "", page = "1"] = /^(.*?)(?:\s*#(\d{1,4}))?$/.exec(args) ?? [];
  const isCode = /^\d/.test(words) && !/^\d{12}$/.test(words);
  return isCode ? say.keep.usage : shopCommand(acting, words, Math.max(1, Number(page)));
}
