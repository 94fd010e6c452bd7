import { numberedLines, type Option } from "../../channel/index.ts";
import type { Language } from "../../language/index.ts";
import type { Book } from "../command.ts";
import { createConversation, type Conversation } from "../conversation.ts";
import type { Saying } from "../saying.ts";
import { memoryAlarms, memoryTalks } from "./memory.ts";
import type { HeardMessage, Stage } from "./stage.ts";

/** A book to play, and how. */
export interface BareProgram<S> {
  readonly book: Book<S>;
  readonly services: (persona: string) => S;
  /** Native buttons, or numbered lines in the text. */
  readonly draw?: "buttons" | "numbers";
  readonly language?: Language;
  /** True keeps one engine for the whole play; otherwise every event meets a fresh one. */
  readonly oneEngine?: boolean;
}

/** 2026-11-23 16:20 in Ningbo. */
const curtain = Date.UTC(2026, 10, 23, 8, 20);

/** A stage with nothing behind it but the conversation engine: talks, alarms and menus live in memory as JSON. */
export function bareStage<S>(program: BareProgram<S>): Stage & { readonly talks: Map<string, string> } {
  const { language = "zh", draw = "buttons" } = program;
  const [talkStore, alarms] = [memoryTalks(), memoryAlarms()];
  const menus = new Map<string, readonly Option[]>();
  const shown = new Map<string, readonly Option[]>();
  let [now, events, messages] = [curtain, 0, 0];
  let said: HeardMessage[] = [];
  let engine: Conversation<S> | undefined;

  function conversation(): Conversation<S> {
    engine = program.oneEngine === true ? (engine ?? createConversation(program.book)) : undefined;
    return engine ?? createConversation(program.book);
  }

  function deliver(persona: string, sayings: readonly Saying[]): void {
    for (const { text, choices, files = [] } of sayings) {
      const options = choices?.map(({ label, token }) => ({ label: label[language], token }));
      if (options !== undefined) menus.set(persona, options);
      const lines = draw === "numbers" ? numberedLines(options ?? []) : [];
      const buttons = draw === "buttons" ? (options ?? []) : [];
      const menu = draw === "numbers" && options !== undefined ? { menu: options } : {};
      messages += 1;
      shown.set(`m${messages}`, options ?? []);
      const words = [text[language], ...lines].join("\n");
      said.push({ id: `m${messages}`, persona, text: words, buttons, files, ...menu });
    }
  }

  return {
    talks: talkStore.rows,
    async say(persona, body, replyTo = "") {
      now += 1_000;
      events += 1;
      const turn = { talkStore, alarms, speaker: persona, body, now, messageKey: `event ${events}` };
      const [menu, quoted] = [menus.get(persona) ?? [], shown.get(replyTo) ?? []];
      const services = program.services(persona);
      deliver(persona, await conversation().hear({ ...turn, menu, quoted, services }));
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      for (let alarm = alarms.due(until); alarm !== undefined; alarm = alarms.due(until)) {
        now = Math.max(now, alarm.fireAt);
        const unasked = await conversation().onTalkAlarm({ talkStore, alarms, subject: alarm.subject, now });
        if (unasked !== undefined) deliver(unasked.speaker, unasked.sayings);
      }
      now = until;
    },
    async restart() {
      engine = undefined;
    },
    async heard() {
      const since = said;
      said = [];
      return since;
    },
  };
}
