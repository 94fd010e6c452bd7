import type { FileRef } from "../channel/index.ts";
import type { Language, Text } from "../language/index.ts";

/** Every sentence about voices and the words in them. */
export const say = {
  title: { zh: "语音", en: "Voice message" },
  listening: {
    zh: "语音收到，正在听，马上给您看。",
    en: "I have your voice message and am listening to it.",
  },
  didYouSay: (words: string): Text => ({
    zh: `您说的是：「${words}」对吗？`,
    en: `Did you say: “${words}”?`,
  }),
  right: { zh: "对", en: "Yes" },
  willType: { zh: "不对，我打字", en: "No, I will type it" },
  besides: { zh: "后面发的也收着。", en: "What you sent besides is kept, too." },
  /** Stands before what a machine heard where nobody has said that it is so. */
  unconfirmed: (words: string): Text => ({
    zh: `机器听到，本人还没回话：${words}`,
    en: `Heard by a machine, not confirmed yet: ${words}`,
  }),
  /** Stands before what a machine heard where she let her voice itself go on. */
  onlyHeard: (words: string): Text => ({
    zh: `机器听到，本人没确认：${words}`,
    en: `Heard by a machine, not confirmed: ${words}`,
  }),
  sayAgain: { zh: "重说", en: "Say it again" },
  pleaseType: {
    zh: "好，请打字说。刚才的语音也留着。",
    en: "All right, please type it. Your voice message is kept.",
  },
  pleaseSayAgain: { zh: "好，请再说一遍。", en: "All right, please say it again." },
  voiceAsItIs: { zh: "就用刚才那段", en: "Use the one I sent" },
  expects: {
    zh: "对的话回「对」；不对就直接打字，或者再说一遍。",
    en: "Answer yes if it is right; if not, type it or say it again.",
  },
  spoken: (words: string): Text => ({
    zh: `（语音转成的字，本人确认过）${words}`,
    en: `(Written down by a machine, confirmed by the speaker) ${words}`,
  }),
} satisfies Record<string, unknown>;

/** Beside a voice of many minutes nobody reads more; the whole stands among the words it was said with. */
const longestCaption = 300;

/** What stands beside a voice message that its speaker has confirmed the words of; nothing beside any other file. */
export function captionOf({ transcript }: FileRef, language: Language): string | undefined {
  if (transcript === undefined) return undefined;
  const isLong = transcript.length > longestCaption;
  return say.spoken(isLong ? `${transcript.slice(0, longestCaption)}…` : transcript)[language];
}
