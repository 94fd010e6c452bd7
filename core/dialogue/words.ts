import { fold } from "../language/index.ts";

/** Words that mean the same everywhere. `human` is a command of the book; the rest are the engine's. */
const everywhere = {
  back: ["0", "零", "返回", "上一步", "back"],
  skip: ["跳过", "略过", "skip"],
  cancel: ["取消", "算了", "不弄了", "cancel"],
  resume: ["继续", "接着写", "resume", "continue"],
  help: ["帮助", "怎么用", "help", "?", "？"],
  human: ["人工", "人工帮助", "找人", "human"],
} as const;

export type EngineWord = keyof typeof everywhere;

const byWord = new Map<string, EngineWord>();
for (const [meaning, words] of Object.entries(everywhere)) {
  for (const word of words) byWord.set(key(word), meaning as EngineWord);
}

function key(word: string): string {
  return fold(word) || word.trim().replace("？", "?");
}

/** What a word means wherever it is said, or undefined. */
export function engineWord(words: string): EngineWord | undefined {
  return words.length > 20 ? undefined : byWord.get(key(words));
}
