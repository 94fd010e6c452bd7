import { verbatim, type Text } from "../../language/index.ts";
import type { Moment } from "../../people/index.ts";
import type { Entry } from "../model.ts";
import { ruleById } from "../rules/store.ts";
import { say } from "../texts.ts";
import { reversalOf } from "./store.ts";

/** What an entry is for, without its points. */
export async function titleOf({ tx }: Pick<Moment, "tx">, entry: Entry): Promise<Text> {
  const rule = entry.rule === null ? undefined : await ruleById(tx, entry.rule);
  const title = rule?.title ?? (entry.kind === "spent" ? say.spent : say.corrected);
  if (entry.reverses === null) return title;
  const goesOn = entry.account.kind === "team" && entry.actor === null;
  return goesOn ? say.team.goesOn(title) : say.takenBack(title);
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
  const title = say.withReason(await titleOf(moment, entry), entry.reason);
  return say.entryLine(calendar.date(entry.at), entry.delta, title, state);
}
