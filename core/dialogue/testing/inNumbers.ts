import { numberedLines, type Body } from "../../channel/index.ts";
import type { HeardMessage, Stage } from "./stage.ts";

/** A stage whose platform draws choices as numbered lines, played as if they were buttons. */
export interface NumberStage extends Stage {
  /** Labels of the buttons that stood in an older message than the menu last shown: a number alone is not enough there. */
  readonly olderPresses: readonly string[];
}

const marker = "(buttons only: presses an older card)";

/** Does the transcript say of itself, at the end of its first line, that a number alone is not enough for it? */
export function pressesOlderCard(transcript: string): boolean {
  return transcript.split("\n")[0]?.endsWith(marker) === true;
}

/**
 * The same stage for transcripts with buttons: numbered lines are read back as buttons, and a press becomes the number that a
 * person would say, from the menu last shown in that chat; from an older message she says it quoting that message.
 * Throws when the numbered lines of a message are not those of its menu.
 */
export function inNumbers(stage: Stage): NumberStage {
  const seen = new Map<string, HeardMessage[]>();
  const olderPresses: string[] = [];

  /** Presses by number. A message with an empty menu takes the one before it away. */
  async function press(persona: string, token: string): Promise<void> {
    const messages = seen.get(persona) ?? [];
    const card = messages.findLast(({ buttons }) => buttons.some((button) => button.token === token));
    const place = card?.buttons.findIndex((button) => button.token === token) ?? -1;
    const button = card?.buttons[place];
    if (card === undefined || button === undefined) throw new Error(`${persona} was never shown ${token}`);
    const number: Body = { type: "text", text: `${place + 1}` };
    if (card === messages.findLast(({ menu }) => menu !== undefined)) return stage.say(persona, number);
    olderPresses.push(button.label);
    return stage.say(persona, number, card.id);
  }

  return {
    olderPresses,
    say: (persona, body, replyTo) =>
      body.type === "action" ? press(persona, body.token) : stage.say(persona, body, replyTo),
    hears: async (file, words) => stage.hears?.(file, words),
    pass: (milliseconds) => stage.pass(milliseconds),
    restart: () => stage.restart(),
    async heard() {
      const messages = (await stage.heard()).map(withButtons);
      for (const message of messages)
        seen.set(message.persona, [...(seen.get(message.persona) ?? []), message]);
      return messages;
    },
  };
}

function withButtons(message: HeardMessage): HeardMessage {
  const { menu = [], text, buttons } = message;
  if (buttons.length > 0) throw new Error(`"${text}" has buttons on a platform without any`);
  if (menu.length === 0) return message;
  const lines = numberedLines(menu).join("\n");
  const rest = text.length - lines.length;
  if (!text.endsWith(lines) || (rest > 0 && text[rest - 1] !== "\n"))
    throw new Error(`"${text}" does not end with its menu:\n${lines}`);
  return { ...message, text: text.slice(0, Math.max(0, rest - 1)), buttons: menu };
}
