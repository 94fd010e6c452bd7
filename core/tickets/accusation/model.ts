/** What only somebody with power can do; the words say it alone. */
const misdeeds =
  /贪污|受贿|行贿|索贿|贿选|挪用|侵吞|侵占集体|吃拿卡要|以权谋私|优亲厚友|滥用职权|徇私|黑钱|好处费|吃回扣|收回扣|拿回扣|套取(?:补助|补贴|资金|国家)|虚报冒领|截留|克扣(?:补助|补贴|低保|救济)|买官|卖官|检举|控告|embezzl|brib|corrupt/u;
const officials =
  /书记|主任|支书|村长|干部|村委|镇长|乡长|局长|所长|领导|会计|出纳|文书|公务员|官员|当官的|组长|网格员|委员|镇里的人|official|secretary|cadre/u;
/** What is an accusation where an official is named. */
const ifOfficial =
  /拿了?.{0,4}(?:我们|村里|集体|公家|的)?(?:钱|款|好处)|(?:收|索|吞|捞|骗|私分|倒卖)(?:了|走|掉|过)?.{0,4}(?:钱|礼|烟酒|红包|好处|补助|补贴|集体|地皮)|(?:问|向|跟)(?:我们?|村民|人家)要(?:钱|好处|红包)|贪|腐败|违纪|公款|假账|账目?不清|作风问题|打击报复|亲戚.{0,6}低保|低保.{0,6}亲戚|举报|took (?:the |our )?money/u;
const bareWish = /^(?:我|我们)?(?:要|想)?(?:来)?(?:举报|检举|控告)(?:一下|一个?人)?[。！!\s]*$/u;

/** Do the words accuse an official? 「举报有人乱倒垃圾」 is a report, 「网格员态度不好」 a complaint. @param words simplified. */
export function accuses(words: string): boolean {
  const said = words.toLowerCase();
  return misdeeds.test(said) || (officials.test(said) && ifOfficial.test(said)) || bareWish.test(said.trim());
}

const badService =
  /态度(?:很|太|特别|非常|真)?(?:差|不好|坏|恶劣|凶|冲|生硬)|不管(?:事|我|我们|的|了|$|[，。！,!])|不理(?:人|我|睬|会)?|骂(?:人|我)|推来推去|推诿|推脱|推三阻四|踢皮球|不接电话|不回(?:我|话|消息|信)|不作为|敷衍|刁难|为难(?:人|我)|不办事|不负责|偷懒|故意(?:拖|不)|爱理不理|rude|ignores|does nothing|won't help/u;
/** Posts as villagers say them, and what stands for each. */
const postWords = {
  grid_worker: /网格员|grid worker/u,
  liaison_lead: /联村组长|组长|liaison/u,
  dispatcher: /指挥室|镇里的?人|command room/u,
  team_member:
    /村干部|书记|主任|支书|村长|村委|医生|民警|警察|教师|老师|农技|法律顾问|联村干部|doctor|policeman|teacher/u,
} as const;

export type ComplainedPost = keyof typeof postWords;

/** Somebody who may be meant, by what she is called. */
interface Called {
  readonly id: string;
  readonly names: readonly string[];
}

/** Do the words complain about how somebody served? Cheap, and asked before anybody is looked up. */
export function isAboutService(words: string): boolean {
  return badService.test(words.toLowerCase());
}

/** About whom a complaint is: a person by name, or a post; undefined for words that are no complaint about service. */
export function complaintIn(
  words: string,
  people: readonly Called[],
): { readonly person: string | undefined; readonly post: ComplainedPost | undefined } | undefined {
  if (!isAboutService(words)) return undefined;
  const named = people.find(({ names }) => names.some((name) => isMeant(words, name)));
  const posts = Object.keys(postWords) as ComplainedPost[];
  const post = posts.find((one) => postWords[one].test(words.toLowerCase()));
  return named || post ? { person: named?.id, post } : undefined;
}

/** 「老李家的狗」 is not about 老李. */
function isMeant(words: string, name: string): boolean {
  const at = name.length < 2 ? -1 : words.indexOf(name);
  return at !== -1 && !/^(?:家|门口|屋|田|地|他|的)/u.test(words.slice(at + name.length));
}
