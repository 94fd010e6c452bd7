import type { Passage } from "./passage.ts";

/** A passage that knows what it is a part of, and the line under which it stands, if any. */
export interface Headed {
  readonly passage: Passage;
  readonly document: string;
  readonly heading: string;
}

/** 浙江省电梯安全条例第十二条 …: an article that begins with the name of its law. */
const article = /^([^。；\n]{2,80}?)第[一二三四五六七八九十百千零〇0-9]+条/u;
/** 关于延长缴费期限的通知 各有关单位：…: the first part of a document begins with a line of its own. */
const opening = /^([^。；：:\n]{6,60}?)(?:[\s\u3000]|\n)/u;
/** 二、 (三) 4. 第五章: goes on with a document. */
const goesOn =
  /^(?:[（(]?[一二三四五六七八九十0-9]+[)）、.．]|第[一二三四五六七八九十百]+[章节]|——|其[中一二三])/u;

function ownHeading(text: string): string | undefined {
  const start = text.slice(0, 120).trimStart();
  const law = article.exec(start)?.[1];
  if (law !== undefined) return law;
  return goesOn.test(start) ? undefined : opening.exec(start)?.[1];
}

/** Says of each passage what it is a part of: its `document`, its title, or what it says of itself; otherwise only of itself. */
export function withHeading(passage: Passage): Headed {
  const heading = passage.title ?? ownHeading(passage.text);
  return { passage, document: passage.document ?? heading ?? passage.id, heading: heading ?? "" };
}
