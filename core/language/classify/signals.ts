/** What tells a question, a proposal and a complaint apart, whatever they are about. Looked for in the text as it was typed. */
const signals: readonly (readonly [string, RegExp])[] = [
  ["asks", /请问|咨询|想问|问一?下|想了解|請問|諮詢/u],
  [
    "asks how",
    /怎么(?:办|样|申请|处理|才能|弄)|如何|怎样|哪里|哪儿|哪些|什么(?:时候|条件|手续|材料|流程)|何时|几时|多少/u,
  ],
  ["asks whether", /是否|能否|可否|有没有|能不能|可不可以|会不会|吗(?:[?？。!！]|$)|呢(?:[?？。!！]|$)/u],
  ["ends asking", /[?？][\s"”）)]*$/u],
  ["proposes", /建议|提议|倡议|能否(?:增|加|开|设)|可以(?:考虑|增加|增设)|應該|应该|不妨/u],
  ["would improve", /(?:增|加|开|架|改|优)(?:设|加|开|通|装|建|设|造|化|善)|完善|合理(?:设置|规划)|便民/u],
  ["hopes", /希望|恳请|请求|望(?:有关|相关|政府|领导)|敬请/u],
  ["complains", /投诉|举报|反映|控诉|维权|曝光/u],
  [
    "suffers",
    /扰民|严重|影响|噪音|无法|不作为|推诿|拖欠|没人(?:管|理)|乱(?:停|收|扔|倒|搭)|违(?:法|规|章|建)/u,
  ],
  ["is angry", /[!！]{2,}|[?？]{2,}|岂有此理|太过分|难道|到底|究竟/u],
  ["calls for help", /求助|救救|帮帮|怎么办/u],
  ["thanks", /谢谢|感谢/u],
];

const startLength = 30;

/** The signals that a text and its title give; those of the title and of the first words are told apart. */
export function signalsIn(text: string, title: string): readonly string[] {
  const found: string[] = [];
  for (const [name, pattern] of signals) {
    if (pattern.test(text)) found.push(name);
    if (pattern.test(title === "" ? text.slice(0, startLength) : title)) found.push(`${name} first`);
  }
  return found;
}
