import { join, type Text } from "../../language/index.ts";
import { kindOf } from "../kinds/model.ts";
import type { Ticket } from "../model.ts";
import { stepSaid, waitsUntil, type Dues } from "./dues.ts";
import { line, plainEventNames, stateNames, timelineLine, type TimelineLine } from "./names.ts";

const others: Readonly<Record<string, Text>> = {
  viewer: { zh: "您", en: "you" },
  neighbour: { zh: "邻居", en: "a neighbour" },
};

function lineFor(told: TimelineLine): Text {
  const called = others[told.who] ?? { zh: told.who, en: told.who };
  return {
    zh: timelineLine({ ...told, who: called.zh }, plainEventNames).zh,
    en: timelineLine({ ...told, who: called.en }, plainEventNames).en,
  };
}

/** A matter as villagers read it. */
export const timelineTexts = {
  /** In her carer's list. */
  wardsLine: (ticket: Ticket, name: string): Text => {
    const { zh, en } = line(ticket);
    return { zh: `${zh}（${name}）`, en: `${en} (${name})` };
  },
  followedLine: (ticket: Ticket): Text => {
    const [kind, state] = [kindOf(ticket.kind), stateNames[ticket.state]];
    return {
      zh: `${ticket.number} ${kind.zh} · ${state.zh}（跟着）`,
      en: `${ticket.number} ${kind.en} · ${state.en} (followed)`,
    };
  },
  villagerTimeline: (
    ticket: Ticket,
    responsible: Text | undefined,
    dues: Dues,
    lines: readonly TimelineLine[],
  ): Text => {
    const [kind, state, waits] = [kindOf(ticket.kind), stateNames[ticket.state], waitsUntil(ticket, dues)];
    const place = ticket.place === "" ? "" : ` · ${ticket.place}`;
    const who: Text =
      responsible === undefined
        ? { zh: "", en: "" }
        : { zh: `（${responsible.zh}）`, en: ` (${responsible.en})` };
    const head: Text = {
      zh: `${ticket.number} ${kind.zh}${place}`,
      en: `${ticket.number} ${kind.en}${place}`,
    };
    const step = stepSaid(ticket.state);
    const now: Text = {
      zh: `${step.zh}${state.zh}${who.zh}${waits.zh}`,
      en: `${step.en}${state.en}${who.en}${waits.en}`,
    };
    return join([head, ...lines.map(lineFor), now]);
  },
  deeds: {
    nudge: { zh: "催一下", en: "Ask again" },
    add: { zh: "补充", en: "Add something" },
    withdraw: { zh: "撤回", en: "Take it back" },
    again: { zh: "又不好了", en: "It is broken again" },
    back: { zh: "又想反映了", en: "Report it after all" },
    calm: { zh: "不是急事", en: "It is no emergency" },
    unfollow: { zh: "不跟了", en: "Stop following" },
  },
} satisfies Record<string, unknown>;
