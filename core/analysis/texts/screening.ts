import type { Text } from "../../language/index.ts";
import type { Verdict } from "../model.ts";

const names: Readonly<Record<Verdict, Text>> = {
  real: { zh: "属实，要办", en: "Real: to be dealt with" },
  explained: { zh: "有已知原因", en: "Something known explains it" },
  mistaken: { zh: "不算热点", en: "No topic" },
};

export const screeningTexts = {
  names,
  title: { zh: "甄别热点", en: "Look into a hot topic" },
  screen: { zh: "甄别", en: "Look into it" },
  ask: (finding: Text): Text => ({
    zh: `${finding.zh}\n甄别下来是：`,
    en: `${finding.en}\nWhat is it?`,
  }),
  verdicts: [
    { id: "real", label: names.real },
    { id: "explained", label: names.explained },
    { id: "mistaken", label: names.mistaken },
  ] as const,
  askWhy: { zh: "为什么？说一句，领导看得到。", en: "Why? One line, which the leaders read." },
  kept: { zh: "记下了，热点页上看得到。", en: "Noted; it stands on the page of hot topics." },
  is: (verdict: Verdict, words: string): Text => ({
    zh: `甄别：${names[verdict].zh}。${words}`,
    en: `Looked into: ${names[verdict].en}. ${words}`,
  }),
};
