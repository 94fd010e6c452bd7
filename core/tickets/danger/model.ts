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
    /自杀|不想活|活不下去了|活着没意思|想不开|轻生|遗书|寻短见|想死(?!你|他|她|我了)|要?跳楼|跳(?:河|海|井|塘|桥)|要跳下|上吊|割[腕脉]|(?:喝|吃|吞)了?.{0,3}(?:农药|百草枯|敌敌畏|老鼠药|安眠药|除草剂)|suicid|kill (?:my|him|her)self|wants? to die/u,
  gas: /(?:煤气|燃气|天然气|液化气|瓦斯|沼气)(?:罐|瓶|管|灶)?.{0,6}(?:漏|泄|味|臭|中毒|爆|嘶嘶)|(?:漏|泄|闻到|一股).{0,3}(?:煤气|燃气|天然气|液化气)|一氧化碳|gas leak|smell(?:s|ing)? (?:of )?gas|leaking gas|gas is leaking/u,
  drowning:
    /溺水|(?<!雨)落水(?!管|沟|口|洞|斗|槽|系统)|(?:掉|跌|摔|滑|落|翻)(?:进|到|下|在|落)?了?(?:河|溪|塘|池塘|鱼塘|山塘|水库|水里|井|江|海|粪坑|粪池|化粪池|窨井|下水道|沟里).{0,6}|被?(?:水|洪水|大水|浪|潮水)(?:冲走|卷走|冲下)|翻船|沉船|船(?:翻|沉|进水)了?|(?:涨潮|涨水|潮水).{0,8}(?:困|回不来|上不来)|drown|fell (?:in|into) (?:the )?(?:river|pond|well|water|stream|sea)|boat (?:capsized|is sinking)/u,
  shock:
    /触电|被电(?:到|倒|击|晕|着|住)|电线.{0,4}(?:掉|断|落|垂|拖|搭)(?:了|在|到|下).{0,4}(?:地|路|水|人)?|高压线.{0,4}(?:掉|断|落)|漏电.{0,6}(?:人|麻|手)|(?:灯杆|铁门|水里|杆子|栏杆).{0,3}(?:带电|有电|漏电)|electrocut|electric shock|live wire|fallen (?:power line|wire)|power line (?:is )?down/u,
  collapse:
    /(?:塌|倒|垮|滑坡|泥石流).{0,10}(?:有人(?!管|来|修|清|看|处理|负责|说|理|家)|人被|埋|困|(?:压|砸)(?:住|到|在|着|了)?.{0,2}(?:人|老人|小孩|孩子|下面|里面))|(?:埋|困|关|卡)(?:住|到|在|着|了)?(?:着)?.{0,4}(?:人|老人|小孩|孩子)(?!家|行|民)|(?<!车|拖拉机|摩托|三轮|机)压(?:住|在|着|了).{0,4}(?:人|老人|小孩|孩子)(?!家|行|民)|(?:人|老人|小孩|孩子|我们|我).{0,4}(?:被压|被埋|被困|被砸|压在|埋在|困在|关在电梯)|(?:困|围)在.{0,4}(?:屋顶|房顶|车里|电梯|水里|山上|滩涂|洪水)|电梯.{0,5}(?:困|关|卡)(?:住|着|了|在|里)|被(?:大水|洪水|水)(?:围|困)|泥石流(?:来|下来|冲)|决堤|溃坝|(?:堤|坝|水库).{0,3}(?:决口|垮|冲开|要决|要垮)|collaps.{0,20}(?:people|person|someone|trapped|inside)|(?:trapped|buried|stuck) (?:under|in the (?:lift|elevator|flood|rubble))/u,
  traffic:
    /(?:车祸|交通事故|撞车|翻车|车.{0,3}翻(?:了|到|进|下)|撞了|撞到|撞倒).{0,14}(?:伤|流血|出血|死(?!一?[只条头])|躺|不动|晕|昏|压住|有人(?!管|来|处理)|人(?!行|家|民))|(?:撞伤|撞死|撞飞|压到|轧到|撞)(?:了)?(?:人|老人|小孩|孩子)(?!行|家|民)|撞(?:到|倒|了)人(?!行|家|民)|(?:车|摩托|电瓶车|三轮|拖拉机).{0,6}(?:撞|压|轧)(?:了|到|倒|着)?.{0,3}(?:人(?!行|家|民)|老人|小孩|孩子|老太|老头)|car (?:crash|accident).{0,30}(?:hurt|injur|bleed|dead)|hit by a (?:car|truck|motorbike)/u,
  violence:
    /(?:拿|持|提|挥|带)(?:着|了)?(?:菜|砍|水果)?刀(?!子?来磨|去磨)|动刀|砍人|砍伤|捅人|捅了|杀人|要杀(?!猪|鸡|鸭|羊|鹅)|要?打死(?:人|我|他|她|你)|往死里打|(?:正在|在|又在|一直)打(?:人|老婆|老人|小孩|孩子|我|她|妈)(?!.{0,2}(?:电话|手机|招呼|牌))|(?:老公|丈夫|老倌|男人|儿子|爸爸?|他)(?:喝醉了?)?(?:又)?打(?:我|老婆|妈|他妈)(?!.{0,2}(?:电话|手机|招呼))|掐(?:住|着)?.{0,3}脖子|家暴|打群架|打起来了|械斗|抢劫|抢了我(?!.{0,4}(?:车位|地|田|生意|位|摊))|有人抢(?!位|车位|着)|绑架|强奸|强暴|猥亵|拐(?:走|卖|骗小孩)|入室|撬(?:我|门|窗)|(?<!(?:猪|狗|鸡|羊|牛|蛇|猫|老鼠|车|水).{0,4})闯进(?:我|家|屋)|贼.{0,4}(?:在|进).{0,3}(?:家|屋)|打得(?:头破|出血|满脸|很凶)|with a knife|stabb|being beaten|beating (?:me|his wife|her)|robb(?:ed|ing|ery)|kidnap|breaking into/u,
  fire: /着火|着了火|起火|失火|火灾|火烧(?:山|屋|房)|烧起来|烧着了|山火|冒(?:出)?(?:好多|很多|大|黑|浓)烟|(?:电表|电线|电瓶|插座|电箱|电动车|电瓶车|配电箱|变压器|热水器).{0,5}(?:冒烟|冒火|着了|烧了)|浓烟|(?:房|屋|山|楼|厂|店)(?:子|上|里)?.{0,2}烧(?:了|着)|爆炸|炸了|on fire|house fire|wildfire|burning down|there is a fire|explo(?:ded|sion)/u,
  missing:
    /(?:小孩|小囡|孩子|孙子|孙女|儿子|女儿|囡|娃|宝宝|老人|老头|老太|奶奶|爷爷|外公|外婆|阿公|阿婆|老爸|老妈|爸|妈|痴呆)(?![的家证卡]).{0,8}(?:(?<![看听瞧望])不见了|走失|走丢|走散|失踪|丢了|找不到(?!工作|对象|老婆|老公)|找不着|(?:还|一夜|一天|到现在).{0,3}没回(?:来|家)(?!过))|(?:child|kid|son|daughter|grandm|grandf|old (?:man|woman)).{0,20}missing|missing.{0,10}(?:child|kid)/u,
  medical:
    /昏迷|昏倒|晕倒|昏过去|晕过去|不省人事|[叫喊]不[醒应]|(?:人|她|他|老人|老头子?|老太婆?|妈|爸|公|婆)?(?:快|要|好像)不行了|没反应了|没(?:有)?(?:呼吸|心跳|脉搏|知觉|意识(?!到))了?|(?<!(?:煤气|液化气|天然气|气瓶|轮胎|车胎|瓶|罐|打火机|灶).{0,4})没(?:有)?气了|喘不(?:上|过)气|喘不来气|胸口.{0,4}(?:痛|疼|闷|压)|胸痛|心梗|心脏病.{0,2}(?:发|犯)|中风了?|脑溢血|大出血|流(?:了)?(?:好多|很多|大量|一地)血|(?:满脸|满头|一身|都)是血|血(?:一直)?(?:止不住|流不止)|血流不止|抽搐|口吐白沫|农药中毒|食物中毒|(?<!(?:电脑|手机|病毒).{0,3})中毒了|被.{0,3}(?:毒)?蛇.{0,2}咬|蛇咬(?:了|到|伤)|(?:马蜂|黄蜂|蜂).{0,3}[蜇叮](?:了|到|伤)?(?:.{0,8}(?:昏|晕|喘|肿|不行)|$)|喘不(?:上|过)(?:气|来)?|中暑.{0,4}(?:倒|昏|晕)|(?:从|在).{0,8}(?:上|楼|梯).{0,3}[摔跌掉](?:了)?(?:下|落)来|[摔跌].{0,6}(?:不动|不会动|不能动|昏|晕|爬不起|起不来)|爬不起来|半边.{0,4}(?:动不了|不会动|不能动)|嘴(?:巴)?歪了|(?:手|脚|腿|手指).{0,4}(?:绞|轧|卷|锯)(?:进|断|掉|到)|吃错药|误(?:食|喝|服)|噎住|卡住喉咙|(?<!(?:猪|牛|羊|狗|猫).{0,4})要生了|羊水破|unconscious|passed out|not breathing|can't breathe|cannot breathe|chest pain|heart attack|having a stroke|had a stroke|heavy bleeding|bleeding (?:heavily|a lot|badly)|seizure|poisoned|snake bit|bitten by a snake|won't wake/u,
};

/** What falls into water and is nobody: then nobody drowns. */
const things =
  /(?:phone|keys?|bag|ball|hat|dog|cat) (?:has )?fell|(?:手机|钥匙|鞋|钱包|球|衣服|狗|猫|鸡|鸭|鹅|羊|牛|猪|树枝?|石头|垃圾|桶|盖子?|帽子?|东西|瓶子?|农具|锄头|水泵|标语|牌子?|药瓶)(?:都|全|又)?.{0,3}[掉落跌滑翻]/u;
const somebody =
  /\b(?:he|she|child|kid|boy|girl|man|woman|people|person)\b|[人孩娃囡]|老|小[囡朋]|[她他我妈爸爷奶公婆儿孙]/u;

/** What was is said once and holds for what follows. */
const past =
  /老早|(?:跟|和|向)(?:你们|你|村里|网格员).{0,4}(?:说|讲|反映|报)过?(?:了)?的|昨天|昨晚|前天|前几天|上次|上个?(?:星期|礼拜|周|月)|去年|前年|以前|从前|那年|当时|早就|着火后|起火后|火灾后|事故后|车祸后|之后|yesterday|last (?:week|night|year|month)/u;
/** Feared, denied, rehearsed, told, or over: only in the same breath. */
const unreal =
  /扑灭|(?:已经|都|火)灭了|救(?:上来|起来|出来)了|已经救|找到了|没事了|抓住了|怕|担心|防止|预防|防火|防溺水|防触电|容易|万一|会不会|可能会|要是|如果|假如|小心|注意|提醒|以免|避免|差点|险些|没有?(?:着火|起火|人受伤|伤亡)|不是(?:着火|起火)|演习|演练|培训|宣传|讲座|报销|理赔|补助|补贴|残疾证|能领|怎么赔|赔多少|电视(?:里|上|剧)|看电视|新闻|电影|游戏|烧过|烧掉的|烧坏的|报警器|烟囱|烟花|[炉灶]子?(?:没|点不|打不)|烧?秸秆|警示牌|警示|指示牌|灭火器|消防(?:栓|车|通道|演)|might|could|afraid|worried|drill|in case/u;
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
    const danger = isMeant ? dangers.find((one) => speaksOf(one, clause)) : undefined;
    if (danger !== undefined) return danger;
  }
  return helpAlone.test(said.trim()) ? "violence" : undefined;
}

function speaksOf(danger: Danger, clause: string): boolean {
  const found = signs[danger].exec(clause);
  if (found === null || danger !== "drowning") return found !== null;
  return !things.test(clause) || somebody.test(clause.replace(things, ""));
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
