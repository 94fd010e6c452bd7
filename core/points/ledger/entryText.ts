import { verbatim, type Text } from "../../language/index.ts";
import type { Moment } from "../../people/index.ts";
import type { Entry } from "../model.ts";
import { ruleById } from "../rules/store.ts";
import { say } from "../texts.ts";
import { goodsOrdered } from "../shop/store.ts";
import { entryById, reversalOf } from "./store.ts";

/** What an entry is for, without its points. */
export async function titleOf({ tx }: Pick<Moment, "tx">, entry: Entry): Promise<Text> {
  const rule = entry.rule === null ? undefined : await ruleById(tx, entry.rule);
  const title = rule?.title ?? (entry.kind === "spent" ? say.spent : say.corrected);
  if (entry.reverses === null) return title;
  const goesOn = entry.account.kind === "team" && entry.actor === null;
  return goesOn ? say.team.goesOn(title) : say.takenBack(title);
}

/** Why, in the words of whoever gave it; of what was spent the name of the goods as its reader has it, where they have one in her language. */
async function reasonOf({ tx }: Pick<Moment, "tx">, entry: Entry): Promise<Text> {
  if (entry.kind !== "spent") return verbatim(entry.reason);
  const paid = entry.reverses === null ? entry : await entryById(tx, entry.reverses);
  const order = /^order (\d{1,9})$/.exec(paid?.sourceKey ?? "")?.[1];
  const goods = order === undefined ? undefined : await goodsOrdered(tx, Number(order));
  return goods?.name ?? verbatim(entry.reason);
}

/** A team spends nothing: what it has counts. */
function sayFrom({ account }: Pick<Entry, "account">): (from: Text) => Text {
  return account.kind === "team" ? say.team.countsFrom : say.fromThen;
}

/** One line of a list: when, how much, for what, and whether it counts yet. */
export async function lineOf(moment: Pick<Moment, "tx" | "now" | "calendar">, entry: Entry): Promise<Text> {
  const { tx, now, calendar } = moment;
  const isBack = entry.reverses === null && (await reversalOf(tx, entry.id)) !== undefined;
  const state = isBack
    ? say.wasTakenBack
    : entry.delta > 0 && entry.effectiveAt > now
      ? sayFrom(entry)(calendar.date(entry.effectiveAt))
      : verbatim("");
  const title = say.withReason(await titleOf(moment, entry), await reasonOf(moment, entry));
  return say.entryLine(calendar.date(entry.at), entry.delta, title, state);
}
