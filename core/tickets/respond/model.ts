const word =
  "收到|好的|好(?!了)|知道了?|晓得了?|明白了?|行|嗯|哦|噢|了解|已阅|看到了?|谢谢|辛苦了?|ok|okay|gotit|received|noted|isee|sure|thanks";
const ending = "了|的|啦|哈|呀|啊|嘞|您|你";
const receipt = new RegExp(`^(?:(?:${word})(?:${ending})?)+$`, "u");
const longest = 16;

/**
 * Does it say no more than that it was heard? 「收到」 is no answer: it says neither who comes nor when.
 * @param folded the words without case, spaces and marks.
 */
export function isReceipt(folded: string): boolean {
  return folded.length <= longest && receipt.test(folded);
}

/** How a command says that somebody answered with 「收到」 alone; the word itself follows. */
export const receivedVerb = "received:";
