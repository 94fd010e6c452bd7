/** What neighbours and families quarrel about: boundaries, light and water, debts, wages, homes divided. */
const quarrels: readonly RegExp[] = [
  /纠纷|吵架|吵起来|吵了一架|大吵|打官司|闹离婚|婆媳|分家|赡养|抚养费|彩礼|欠薪|纷争|扯皮/u,
  /地界|界址|田界|山界|界桩|四至|(?:争|抢)(?:了|着)?.{0,4}(?:地|田|山|界|宅基)/u,
  /(?:占|圈|挖|拆|砌|围)(?:了|去|掉|到|进)?.{0,3}我(?:们)?家?.{0,8}(?:地|田|山|林|墙|院|屋|路|宅基|自留地|道坦|房)/u,
  /(?:把|将|我家.{0,6}被).{0,6}我?(?:们)?家?.{0,8}(?:地|田|山|林|墙|院|屋|路|宅基|房).{0,4}(?:占|圈|挖|拆|砌|围)/u,
  /(?:挡|遮)(?:了|住|着)?我(?:们)?家?.{0,6}(?:光|太阳|窗|采光|路|门)/u,
  /(?:邻居|邻舍|隔壁|对门|亲戚|兄弟|老板|工头|包工头).{0,12}(?:占|挡|欠|赖|打架|吵架|闹矛盾|不还|不给钱|不让)/u,
  /(?:欠|拖欠|赖)(?:了|着)?(?:我|我们|他|她|别人|人家|大家)?.{0,8}(?:钱|款|债|账|元|块|工资|薪|货款|租金|不还|不给)/u,
  /(?<!退休)(?:工资|工钱|薪水).{0,5}(?:不给|没给|不发|没发|不付|没付|拖|欠|要不到|要不回|拿不到)/u,
  /借.{0,8}(?:不还|没还|赖账)|(?:钱|债).{0,4}(?:不还|要不回|赖)/u,
  /neighbou?rs?\b.{0,40}\b(?:took|taken|built|blocks?|owes?|quarrel|fence)|boundary|owes? (?:me|us)|unpaid wages|\bdispute|\bquarrel/iu,
];

/** Do the words tell of a quarrel between people, and not of a thing? @param words simplified. */
export function tellsOfDispute(words: string): boolean {
  return quarrels.some((quarrel) => quarrel.test(words));
}

/** Somebody by what she is called. */
interface Called {
  readonly id: string;
  readonly names: readonly string[];
}

const shortest = 2;

/** Who of these is named in a quarrel, she or her home: 「老李家占了我的地」 is about 老李. */
export function namedIn(words: string, people: readonly Called[]): string | undefined {
  return people.find(({ names }) => names.some((name) => name.length >= shortest && words.includes(name)))
    ?.id;
}
