import type { Text } from "../language/index.ts";
import type { Passage, Sentence } from "./model.ts";

/** An answer in plain words, each sentence with the numbers of the passages it rests on. */
export function retold(sentences: readonly Sentence[], passages: readonly Passage[]): Text {
  const lines = sentences.map(
    ({ text, cites }) => `${text.trim()}${marks(cites.map(({ passage }) => passage))}`,
  );
  const used = passages
    .map(({ title }, index) => ({ title, number: index + 1 }))
    .filter(({ number }) => sentences.some(({ cites }) => cites.some(({ passage }) => passage === number)));
  const grounds = used.map(({ title, number }) => `[${number}] ${title}`);
  return {
    zh: ["用大白话说：", ...lines, "依据：", ...grounds, caution.zh].join("\n"),
    en: [
      "In plain words (in Chinese, like its source):",
      ...lines,
      "It rests on:",
      ...grounds,
      caution.en,
    ].join("\n"),
  };
}

const caution: Text = {
  zh: "（机器按条文改写，逐句核对过出处；以条文和乡镇最新通知为准。）",
  en: "(A machine reworded the text; each sentence was checked against its source. The text itself and the newest notice count.)",
};

function marks(numbers: readonly number[]): string {
  return Array.from(new Set(numbers), (number) => `[${number}]`).join("");
}
