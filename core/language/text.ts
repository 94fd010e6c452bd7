/** The languages people are answered in. Chinese is written first; English is complete. */
export type Language = "zh" | "en";

/** A sentence in every language; leaving one out does not compile. */
export type Text = { readonly [language in Language]: string };

/** One text after another, with `between` in the middle; empty parts leave no gap. */
export function join(parts: readonly Text[], between = "\n"): Text {
  const one = (language: Language): string =>
    parts
      .map((part) => part[language])
      .filter((part) => part !== "")
      .join(between);
  return { zh: one("zh"), en: one("en") };
}

/** A text that reads the same in every language, such as a person's own words. */
export function verbatim(words: string): Text {
  return { zh: words, en: words };
}
