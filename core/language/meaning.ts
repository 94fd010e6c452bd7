import { fold } from "./normalise.ts";

/** What words outside any conversation most likely are; a thin rule until the language issue. */
export type Meaning = "greeting" | "thanks" | "fixed" | "unclear" | "matter";

const greetings = new Set(
  "你好 您好 你们好 侬好 在吗 在么 在伐 喂 有人吗 有人么 有人伐 早上好 下午好 晚上好 hi hello".split(" "),
);
/** Nothing more is wanted: an acknowledgement, a goodbye. */
const endings = new Set(
  (
    "好 好的 好好 嗯 嗯嗯 哦 噢 ok 收到 好的收到 知道了 知道 晓得了 晓得 明白 明白了 没了 没有了 没事了 没事 不用了 不报了 不要了 " +
    "算了 再见 拜拜 received bye"
  ).split(" "),
);
const thanking = /谢谢|多谢|感谢|谢了|辛苦|thank/u;
/** What is said around thanks without meaning more. */
const around =
  /谢谢|多谢|感谢|谢了|辛苦|麻烦|非常|十分|真是|真的|太|你们|您们|你|您|大家|各位|好的|啊|呀|哦|噢|啦|哈|了|thanks|thank|you/gu;
const fixed =
  /^(?:已经|都|现在)*(?:灯|路灯|水|电|路)?(?:已经|都)?(?:修好|弄好|办好|换好|搞好|处理好|清理好|亮|通|解决|好)了?(?:的|呀|啊|啦)?$/u;
/** How something said before stands. */
const progress =
  /怎么样|咋样|怎样了|到哪一?步|进展|(?:好|修|弄|办|处理|解决|来)了?(?:吗|没有?|么|伐|否)$|(?:消息|结果|回音)(?:吗|没有?|么|伐)?$|(?:什么时候|啥时候|几时)能?(?:来|修|好|办|弄|有人)|anynews|howis|whenwill/u;
const asking =
  /(?:吗|么|呢|怎么|咋|如何|什么|哪里|哪儿|多少|几时|什么时候|能不能|可不可以|how|what|where|when|which)/iu;
const trouble =
  /(?:坏|破|堵|漏|断|没水|没电|停水|停电|不亮|不通|积水|垃圾|臭|吵|塌|裂|掉|危险|没人|欠|占|乱|脏|修|灯|路|水|电|沟|狗|broken|leak|blocked|dirty|noise)/iu;
const shortest = 4;

/** What words outside any talk mean: a greeting, an ending, good news, several things at once, or a matter. */
export function meaningOf(words: string): Meaning {
  const said = fold(words);
  if (greetings.has(said)) return "greeting";
  if (endings.has(said) || isThanks(said)) return "thanks";
  if (fixed.test(said)) return "fixed";
  if (asksHowItStands(words)) return "unclear";
  if (trouble.test(said)) return "matter";
  return Array.from(said).length < shortest || asking.test(words) ? "unclear" : "matter";
}

/** Thanks and nothing else but a name or good news: 「请来修，谢谢」 is a matter. */
function isThanks(said: string): boolean {
  if (said.length > 20 || !thanking.test(said)) return false;
  const rest = said.replace(around, "");
  return fixed.test(rest) || (rest.length <= 2 && !trouble.test(rest));
}

/** Does she ask how something she said before stands? */
export function asksHowItStands(words: string): boolean {
  return words.length <= 60 && progress.test(fold(words));
}
