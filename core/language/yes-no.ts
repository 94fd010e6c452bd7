import { fold } from "./normalise.ts";

const yes = new Set(
  (
    "好 好的 好嘞 好滴 好呀 好吧 好了 嗯 嗯嗯 恩 对 对的 对对 对对对 对头 對 對的 是 是的 是啊 是呀 行 行的 行吧 可以 可以的 " +
    "没错 沒錯 成 中 要得 同意 要 要的 当然 确定 👍 👌 ok okay yes y yeah yep yup sure right correct"
  ).split(" "),
);
const no = new Set(
  (
    "不 不对 不對 不是 不是的 不要 不要的 不用 不用了 不行 不可以 不好 不了 不同意 不确定 否 没有 沒有 错 错了 错的 别 👎 " +
    "no n nope not nah wrong incorrect"
  ).split(" "),
);

/** True when the words say yes and nothing else. */
export function isYes(words: string): boolean {
  return words.length <= 20 && yes.has(fold(words));
}

/** True when the words say no and nothing else. */
export function isNo(words: string): boolean {
  return words.length <= 20 && no.has(fold(words));
}
