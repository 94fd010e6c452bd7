import { fold } from "./normalise.ts";

/** What words outside any conversation most likely are; a thin rule until the language issue. */
export type Meaning = "greeting" | "unclear" | "matter";

const greetings = new Set([
  "你好",
  "您好",
  "你们好",
  "在吗",
  "在么",
  "有人吗",
  "早上好",
  "下午好",
  "晚上好",
  "谢谢",
  "谢谢你",
  "谢谢您",
  "多谢",
  "好的",
  "好",
  "嗯",
  "hi",
  "hello",
  "thanks",
  "thankyou",
  "ok",
]);
const asking =
  /(?:吗|么|呢|怎么|咋|如何|什么|哪里|哪儿|多少|几时|什么时候|能不能|可不可以|how|what|where|when|which)/iu;
const trouble =
  /(?:坏|破|堵|漏|断|没水|没电|停水|停电|不亮|不通|积水|垃圾|臭|吵|塌|裂|掉|危险|没人|欠|占|乱|脏|修|灯|路|水|电|沟|狗|broken|leak|blocked|dirty|noise)/iu;
const shortest = 4;

/** A greeting, something that could mean several things, or a matter said in one's own words. */
export function meaningOf(words: string): Meaning {
  const said = fold(words);
  if (greetings.has(said)) return "greeting";
  if (trouble.test(said)) return "matter";
  return Array.from(said).length < shortest || asking.test(words) ? "unclear" : "matter";
}
