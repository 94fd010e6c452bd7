import type { Passage } from "./passage.ts";

/** 浙江省电梯安全条例第十二条 …: an article that begins with the name of its law. */
const article = /^([^。；\n]{2,80}?)第[一二三四五六七八九十百千零〇0-9]+条/u;
/** 关于延长缴费期限的通知 各有关单位：…: the first part of a document begins with a line of its own. */
const opening = /^([^。；：:\n]{6,60}?)(?:[\s\u3000]|\n)/u;
/** 二、 (三) 4. 第五章 ——: goes on with a document. */
const goesOn =
  /^(?:[（(]?[一二三四五六七八九十0-9]+[)）、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十百]+[章节]|——|其[中一二三]|[”【（])/u;
/** What is shorter is complete by itself, and opens nothing. */
const openedFrom = 100;

/** A document that only its opening tells of is not believed to be longer, in passages. */
const longestGuess = 30;

/**
 * What each passage is a part of: its `document`, its title, the name of its law, or the long passage with a line of its own that opens a document a little before
 * it in the same list; without any of these, only of itself.
 */
export function documentsOf(passages: readonly Passage[]): readonly string[] {
  let opener: { readonly id: string; left: number } | undefined;
  return passages.map((passage) => {
    const named = passage.document ?? passage.title ?? lawIn(passage.text);
    if (named !== undefined) {
      opener = undefined;
      return named;
    }
    if (opensDocument(passage.text)) opener = { id: passage.id, left: longestGuess };
    if (opener === undefined || opener.left === 0) return passage.id;
    opener.left -= 1;
    return opener.id;
  });
}

function lawIn(text: string): string | undefined {
  return article.exec(text.slice(0, 120).trimStart())?.[1];
}

function opensDocument(text: string): boolean {
  if (text.length < openedFrom) return false;
  const start = text.slice(0, 120).trimStart();
  return !goesOn.test(start) && opening.test(start);
}
