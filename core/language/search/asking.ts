/** What makes a sentence a question, and says nothing of what is asked. */
const asking =
  /请问一下|请问|想问一下|想问|问一下|问问|咨询一下|咨询|我想要?|想要?了解|了解一下|告诉我|麻烦|您好|你好|谢谢|怎么办(?!理|事)|怎么样|怎么|怎样|如何|什么时候|什么样的?|什么|哪些|哪个|哪里|哪儿|哪几个?|几个|几种|多少|多久|是不是|能不能|可不可以|有没有|需不需要|要不要|会不会|是否|能否|可否|可以|能够|应该|应当|需要|为什么|为何|吗|呢|么(?=$|[\s,.?!])|啊|呀|嘛|呗|吧|谁|啥|咋/gu;

/** The question without the words that only ask; the whole of it when nothing else is left. */
export function withoutAsking(folded: string): string {
  const rest = folded.replace(asking, " ");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}
