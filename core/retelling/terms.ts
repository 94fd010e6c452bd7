/**
 * Words that make another promise of the same figure: how often, for whom, from or up to where, when. 「每月 300 元」 and
 * 「每年 300 元」 hold one figure, and so do 「60 岁以上」 and 「60 岁以下」.
 */
const terms: readonly (readonly [string, RegExp])[] = [
  ["daily", /[每按逐][日天]/u],
  ["weekly", /[每按逐](?:周|个?星期)/u],
  ["monthly", /[每按逐]个?月/u],
  ["quarterly", /[每按逐]个?季/u],
  ["yearly", /[每按逐]年/u],
  ["each person", /每(?:个|一)?(?:人|名|位)|人均/u],
  ["each household", /[每按]户|户均/u],
  ["each mu", /[每按]亩|亩均/u],
  ["each time", /[每按]次/u],
  [
    "at least",
    /以上|至少|最低|最少|不(?:低|少|小)于|(?<![不未])(?:超过|高于|多于|大于|年满|满(?=\s*[\d一二三四五六七八九十]))/u,
  ],
  [
    "at most",
    /以[下内]|之内|至多|最[多高]|不超过|不(?:高|多|大)于|(?<!不)(?:低于|少于|小于|不足)|[不未]满|[日天月年时]内/u,
  ],
  ["before", /[以之]前|[日号天月年底]前|截至|截止/u],
  ["after", /[以之]后|[日号天月年底]后/u],
  ["this month", /本月|当月|这个月/u],
  ["next month", /次月|下个?月/u],
  ["last month", /上个?月/u],
  ["this year", /本年|当年|今年/u],
  ["next year", /次年|明年|下一?年/u],
  ["last year", /去年|上一?年/u],
  ["half", /一半|减半|折半|对半|半数|半价/u],
  ["twice", /翻倍|加倍|翻番|[双两]倍/u],
];

/** The names of such words in a text. */
export function termsIn(text: string): readonly string[] {
  const plain = text.normalize("NFKC").replace(/\s+/gu, "");
  return terms.filter(([, words]) => words.test(plain)).map(([name]) => name);
}
