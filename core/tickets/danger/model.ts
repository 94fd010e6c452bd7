export const dangers = [
  "gas",
  "fire",
  "drowning",
  "shock",
  "collapse",
  "medical",
  "suicide",
  "violence",
  "traffic",
  "missing",
] as const;

/** What threatens a life. */
export type Danger = (typeof dangers)[number];

/** Words of each, in simplified characters and small letters; the first danger that fits is meant. */
const signs: Readonly<Record<Danger, RegExp>> = {
  suicide:
    /自杀|不想活|活不下去了|寻短见|想死|要跳楼|要跳河|要跳下|跳楼|上吊|割腕|喝了?农药|喝了?百草枯|suicid|kill (?:my|him|her)self/u,
  gas: /(?:煤气|燃气|天然气|液化气|瓦斯|沼气)(?:罐|瓶|管)?.{0,6}(?:漏|泄|味|臭|中毒|爆)|(?:漏|泄).{0,2}(?:煤气|燃气|天然气|液化气)|一氧化碳中毒|gas leak|smell(?:s|ing)? (?:of )?gas|leaking gas/u,
  drowning:
    /溺水|落水|(?:掉|跌|摔|滑|落)(?:进|到|下|在)?了?(?:河|溪|塘|水库|水里|井|江|海|粪坑|沟里).{0,6}|被?(?:水|洪水)(?:冲走|卷走)|drown|fell (?:in|into) (?:the )?(?:river|pond|well|water|stream)/u,
  shock:
    /触电|被电(?:到|倒|击|晕|着)|电线.{0,4}(?:掉|断|落|垂|拖|搭)(?:了|在|到|下).{0,4}(?:地|路|水|人)?|高压线.{0,4}(?:掉|断|落)|漏电.{0,4}(?:人|麻)|electrocut|electric shock|live wire|fallen (?:power line|wire)|power line (?:is )?down/u,
  collapse:
    /(?:塌|倒|垮).{0,10}(?:有人|人被|压|埋|困)|(?:压|埋|困)(?:住|到|在|着).{0,4}(?:人|老人|小孩|孩子)|(?:人|老人|小孩|孩子).{0,4}(?:被压|被埋|被困|压在|埋在|困在)|collaps.{0,20}(?:people|person|someone|trapped|inside)|(?:trapped|buried) under/u,
  traffic:
    /(?:车祸|交通事故|撞车|翻车|撞了|撞到|撞倒).{0,14}(?:伤|流血|出血|死|躺|不动|晕|昏|压住|有人|人)|(?:撞伤|撞死|撞飞|压到人|轧到人|撞人|撞到人|撞倒人|撞了人)|(?:车|摩托|电瓶车|三轮).{0,6}(?:撞|压|轧)(?:了|到|倒|着)?.{0,3}(?:人|老人|小孩|孩子|老太|老头)|car (?:crash|accident).{0,30}(?:hurt|injur|bleed|dead)|hit by a (?:car|truck|motorbike)/u,
  violence:
    /(?:拿|持|提|挥|带)(?:着|了)?(?:菜|砍|水果)?刀|砍人|砍伤|捅人|捅了|杀人|要杀|打死人|往死里打|(?:正在|在|又在)打(?:人|老婆|老人|小孩|孩子|我|她|妈)|家暴|抢劫|抢了我|有人抢|绑架|强奸|拐(?:走|卖)|入室|闯进(?:我|家|屋)|打得(?:头破|出血|满脸)|with a knife|stabb|being beaten|robb(?:ed|ing|ery)|kidnap/u,
  fire: /着火|着了火|起火|失火|火灾|烧起来|烧着了|山火|冒(?:出)?(?:好多|很多|大|黑|浓)烟|浓烟|(?:房|屋|山|楼|厂)(?:子|上|里)?.{0,2}烧(?:了|着)|爆炸|on fire|house fire|wildfire|burning down|explo(?:ded|sion)/u,
  missing:
    /(?:小孩|孩子|孙子|孙女|儿子|女儿|娃|宝宝|老人|老头|老太|奶奶|爷爷|外公|外婆|阿公|阿婆|老爸|老妈|爸|妈|痴呆).{0,8}(?:不见了|走失|走丢|失踪|丢了|找不到|找不着|没回来|没回家)|(?:child|kid|son|daughter|grandm|grandf|old (?:man|woman)).{0,20}missing|missing.{0,10}(?:child|kid)/u,
  medical:
    /昏迷|昏倒|晕倒|昏过去|晕过去|不省人事|叫不醒|没(?:有)?(?:呼吸|气|心跳|脉搏|知觉|意识)了?|喘不(?:上|过)气|喘不来气|胸口.{0,4}(?:痛|疼|闷|压)|胸痛|心梗|心脏病.{0,2}(?:发|犯)|中风了?|脑溢血|大出血|流(?:了)?(?:好多|很多|大量)血|血(?:一直)?(?:止不住|流不止)|血流不止|抽搐|口吐白沫|农药中毒|食物中毒|中毒了|被(?:毒)?蛇咬|噎住|卡住喉咙|要生了|羊水破|unconscious|passed out|not breathing|can't breathe|cannot breathe|chest pain|heart attack|stroke|heavy bleeding|bleeding (?:heavily|a lot)|seizure|poisoned/u,
};

/** What was is said once and holds for what follows. */
const past =
  /昨天|昨晚|前天|前几天|上次|上个?(?:星期|礼拜|周|月)|去年|前年|以前|从前|那年|当时|早就|着火后|起火后|火灾后|事故后|车祸后|之后|yesterday|last (?:week|night|year|month)/u;
/** Feared, denied, rehearsed, told, or over: only in the same breath. */
const unreal =
  /扑灭|(?:已经|都|火)灭了|救(?:上来|起来|出来)了|已经救|找到了|没事了|抓住了|怕|担心|防止|预防|防火|防溺水|防触电|容易|万一|会不会|可能会|要是|如果|假如|小心|注意|提醒|以免|避免|差点|险些|没有?(?:着火|起火|人受伤|伤亡)|不是(?:着火|起火)|演习|演练|培训|宣传|讲座|电视(?:里|上|剧)|看电视|新闻|电影|游戏|烧过|烧掉的|烧坏的|报警器|烟囱|烟花|炉子?(?:没|点不|打不)|might|could|afraid|worried|drill|in case/u;
/** What is said to be so at this moment, whatever came before. */
const now = /现在|正在|刚刚|刚才|又(?:着|起|冒|漏)|快来|救命|马上|right now|just now|help/u;
const clauseEnd = /[，。；！？,.;!?\n]+/u;
const helpAlone = /^(?:救命|救命啊|快救命|快救人|救人啊?|出人命了?|要出人命了?|help me|sos)[啊呀！!。.\s]*/u;

/**
 * The danger to life that somebody speaks of now; undefined for what is past, feared, denied or a matter of equipment.
 * @param words simplified characters.
 */
export function dangerIn(words: string): Danger | undefined {
  const said = words.toLowerCase();
  let isPast = false;
  for (const clause of said.split(clauseEnd)) {
    const isNow = now.test(clause);
    isPast = (isPast || past.test(clause)) && !isNow;
    const isMeant = !isPast && (isNow || !unreal.test(clause));
    const danger = !isMeant ? undefined : dangers.find((one) => signs[one].test(clause));
    if (danger !== undefined) return danger;
  }
  return helpAlone.test(said.trim()) ? "violence" : undefined;
}

/** Who comes: 110 police, 119 fire and rescue, 120 ambulance, 122 traffic police. */
export function numbersFor(danger: Danger): readonly string[] {
  const numbers: Readonly<Record<Danger, readonly string[]>> = {
    gas: ["119", "120"],
    fire: ["119"],
    drowning: ["119", "120"],
    shock: ["120", "119"],
    collapse: ["119", "120"],
    medical: ["120"],
    suicide: ["110", "120"],
    violence: ["110", "120"],
    traffic: ["122", "120"],
    missing: ["110"],
  };
  return numbers[danger];
}
