import type { Intent } from "./intents.ts";

/** A stretch of words that speaks for an intent; three alone are enough where nothing speaks for another. */
interface Sign {
  readonly intent: Intent;
  readonly weight: 1 | 2 | 3 | 4;
  readonly pattern: RegExp;
}

const thing =
  "路灯|灯|路面|马路|村道|机耕路|道路|公交车?|班车|水泥路|路上|这条?路|修路|人行道|桥|护栏|栏杆|井盖|窨井|水沟|阴沟|沟|下水道|水渠|水管|水龙头|自来水|水塔|井水|水箱|电线|电杆|线杆|变压器|电表|插座|垃圾|公厕|厕所|河|溪|塘|海堤|堤|水库|山坡|石头|滚石|大?树|树枝|墙|瓦|屋顶|老屋|老房|危房|棚|狗|鸡场|猪场|马蜂|蛇|老鼠|蚊子|音响|喇叭|噪音|信号|网络|宽带|电视|监控|健身器材|篮球场|广场|公园|站牌|路牌|红绿灯|礼堂|祠堂|空调|电梯|消防栓|大棚|田|菜地|渠|桥头|晒谷场";
const fault =
  "黑了|发黑|漫|放不出|出不来|碎|味道|异味|不[进停]|坏|破|堵|漏|断|裂|塌|倒[了在下]|掉[了下进到]|往下掉|歪|不亮|不通|没水|没电|没有?信号|没人|没收|不来|满[了出]|溢|臭|脏|黄|浑|黑水|吵|闹|响个|占|挡|堆|乱|丢|偷|追|咬|扑|淹|积水|冒|喷|爆|灭|闪|暗|锈|松|滑|坑|危险|要翻|太低|挂得|枯|死[猪鸡狗鱼]";
const englishThing =
  "\\b(?:lamp|light|road|street|path|bridge|drain|ditch|sewer|manhole|rubbish|garbage|toilet|river|dog|tree|wire|pole|pipe|water|wall|fence|signal|roof|playground)s?\\b";
const englishFault =
  "broken|blocked|leak|dark|\\bout\\b|all over|hole|smell|stink|dirty|noise|loud|fallen|fell|collapsed|cracked|chas|\\bbit|not working|not been collected|overflow|flood|dead|missing|stolen";
const topic =
  "低保|医保|社保|农保|老保|养老|退休|补贴|补助|津贴|奖励|残疾|五保|特困|救助|高龄|优待|优抚|退伍|军人|合作医疗|报销|住院|门诊|大病|慢性病|宅基地|建房|造房|盖房|起屋|翻建|危房改造|征地|拆迁|赔偿|补偿|流转|承包|林权|公益林|种粮|农机|保险|生育|二胎|三胎|独生子女|计划生育|产假|结婚|离婚|户口|身份证|居住证|老年证|社保卡|市民卡|驾照|驾驶证|护照|营业执照|不动产|房产证|土地证|过户|公证|法律援助|公积金|失业|工伤|上学|入学|学费|助学金|学区|幼儿园|火化|火葬|公墓|殡葬|贷款|税|发票|证明|体检|疫苗|打针|认证|分红|subsid|pension|insurance|allowance|benefit|identity card|id card|certificate|register|licence|permit|hukou";
const asking =
  "吗|么|呢|嘛|伐|怎么|咋|如何|多少|几[岁个时成点号口]|哪里|哪儿|哪个|什么|啥|能不能|可不可以|可以|有没有|是不是|够不够|要不要|会不会|有没|有份|问|how|what|where|when|which|can i|may i|am i|is there|do i|does";

function either(one: string, other: string, between: number): RegExp {
  return new RegExp(`(?:${one}).{0,${between}}(?:${other})|(?:${other}).{0,8}(?:${one})`, "u");
}

/** The lexicon, in simplified characters and small letters. Written for this program; measured in docs/decisions/040-first-sentences.md. */
export const signs: readonly Sign[] = [
  { intent: "report", weight: 4, pattern: either(thing, fault, 10) },
  { intent: "report", weight: 4, pattern: either(englishThing, englishFault, 40) },
  {
    intent: "report",
    weight: 3,
    pattern:
      /停水|停电|漏水|积水|反水|跳闸|没人(?:管|收|修|扫|倒|处理|清|打扫)|(?:断|没)(?:水|电|网)了|太吵|吵得|吵死|臭死|臭气|熏|污染|排污|偷排|烧秸秆|乱[停堆倒扔贴挖]|违章|违建|滑坡|塌方|被偷|偷[砍挖]|挖沙|过期|假的|骗(?:老人|子|钱)|追(?:人|小孩|着)|咬人|危险|塌了|[马黄]?蜂窝|(?:唱歌|吵|闹|叫).{0,8}(?:睡不|没法睡)|摔(?:跤|倒|了)|淹|no (?:water|power|electricity)|power cut/u,
  },
  {
    intent: "report",
    weight: 3,
    pattern:
      /(?:欠|拖欠|拖着|不给|没拿到|不发).{0,8}(?:工资|工钱|薪|钱|货款|元|块|不发|不还)|(?:占|砌到|挡|圈|挖)(?:了|着|住|到)?我|把我家|吵架|吵了|打架|纠纷|地界|界石|借.{0,6}不还|(?:邻居|隔壁|邻舍|对门|邻家).{0,12}(?:占|挡|吵|骂|造|盖|砌|搭|倒|养|欠|不让|不还|拆|挖|地界)|neighbou?r.{0,30}(?:music|noise|took|built|blocks?|fence|owes)|boundary|owes me|unpaid wages/u,
  },
  {
    intent: "report",
    weight: 4,
    pattern:
      /反映(?!的|过|怎么)|举报|报修|报(?:个)?事|报一下|报个|投诉|说个事|有(?:个)?事(?:情)?要(?:报|说|讲)|提(?:个|一个|点)?(?:意见|建议)|^(?:我)?(?:有)?(?:个)?(?:建议|意见)|建议[在给把村镇多增设加]|希望.{0,12}(?:修|装|放|加|开|设|改)|(?:应该|能不能|可不可以).{0,6}(?:多放|装个|修|加个|设)|want to report|to report/u,
  },
  {
    intent: "report",
    weight: 2,
    pattern:
      /派(?:个)?人来?(?:修|看|清|处理)|来(?:个)?人(?:看|修|清|处理)|来(?:修|看看|清|处理)|修一?修|修一?下|管一?管|谁来管|处理一?下|please (?:fix|repair|come)/u,
  },
  { intent: "report", weight: 1, pattern: new RegExp(`${thing}|${englishThing}`, "u") },
  {
    intent: "complaint",
    weight: 4,
    pattern:
      /态度(?:很|太|特别|非常|真)?(?:差|不好|坏|恶劣|凶|冲|生硬)|爱理不理|推来推去|推三阻四|踢皮球|敷衍|刁难|不作为|不(?:办|管)事|说话.{0,3}凶|(?:书记|主任|干部|网格员|老师|医生|警察).{0,4}(?:骂|凶|不理|不管)|打电话不接|不理(?:我|人|睬)|不接电话|不管(?:我|我们)|不回(?:我|消息|信)|投诉.{0,6}(?:网格员|干部|书记|主任|医生|民警|老李)|is rude|ignores/u,
  },
  {
    intent: "progress",
    weight: 4,
    pattern:
      /怎么样了|咋样了?|怎样了|到哪一?步|到哪里了|进展|(?:好|修|弄|办|处理|解决|来|填|装|换)了?(?:吗|没有|么|伐|否)[?？。!\s]*$|(?:消息|结果|回音|动静)(?:了)?(?:吗|没有?|么|伐)?$|有.{0,2}(?:消息|结果|回音)|any news|how is my|what happened to|修好(?:了)?(?:吗|没)|修没修|(?:啥|什么)情况了?$|处理.{0,3}我的事|我的事.{0,3}(?:[吗呢伐]|怎)|happen\w* (?:with|to) my|(?:答复|回)我?(?:了)?没有|办得怎|处理了没/u,
  },
  {
    intent: "progress",
    weight: 3,
    pattern:
      /我(?:们)?(?:上次|前几天|之前|昨天|上个.{1,2})?(?:报|反映|提)(?:过)?的|我(?:们)?(?:上次|前几天|之前|昨天)(?:说|讲|问)|(?:上次|之前|前几天|前天|上个?(?:礼拜|星期|周|月)).{0,8}(?:报|反映|说过?|讲过?|提)(?:过|的)|我那[件个]|报过|查一下我|看看我|编号忘|我的反映/u,
  },
  {
    intent: "progress",
    weight: 3,
    pattern: /(?:什么时候|啥时候|几时|几点).{0,3}(?:能)?(?:来|修|好|通|有人)|when will/u,
  },
  {
    intent: "nudge",
    weight: 4,
    pattern:
      /催|怎么还(?:没|不|没有).{0,6}(?:来|修|办|弄|处理|回|动|好|人)|还没(?:有)?(?:人)?(?:来|修|办|处理|回|动)|(?:快点|赶紧|赶快|抓紧)(?:点)?(?:来|修|办|弄|处理)?(?:啊|呀|吧)?$|hurry|nobody came|(?:天|礼拜|星期|月)了(?:还|都|一点)?.{0,3}(?:没|不).{0,4}(?:来|修|理|动静)|一点动静|人呢$|说了.{0,4}(?:遍|次|半天|回).{0,4}(?:没|不)/u,
  },
  {
    intent: "withdraw",
    weight: 4,
    pattern:
      /撤(?:回|销|掉|了)|不(?:报|反映)了|报错|当我没说|不用(?:来|修|管|办|弄|处理|你们来)|(?:那个|上次|我的|报的).{0,8}(?:撤|取消)|取消.{0,4}(?:报|反映)|不用管|cancel my|withdraw/u,
  },
  { intent: "policy", weight: 4, pattern: either(topic, asking, 16) },
  {
    intent: "policy",
    weight: 4,
    pattern:
      /政策|规定|条例|新规|法律(?!援助)|合法|违法吗|什么待遇|待遇吗|够(?:不够)?条件|什么条件|我能(?:领|享受|拿)|能领(?:什么|多少|吗)|领多少|补(?:多少|几)|一(?:亩|个月|年).{0,3}(?:多少|几)|disabled|elderly|old people|money for|(?:有|给|发)(?:多少)?钱吗|多少钱一(?:亩|个月|年)|有(?:什么|啥|没有)?(?:补|奖|优待|优惠)|policy|rule|allowed|entitled|subsid/u,
  },
  {
    intent: "policy",
    weight: 3,
    pattern:
      /(?:怎么|要|能|会|谁|被)赔|赔(?:多少|吗|不赔|伐)|罚(?:款|多少|吗)|要(?:不要)?(?:办|交|上)(?:证|牌|税|钱)(?:吗|伐)?|(?:能不能|可不可以|可以|能|允许|让)(?:砍|钓|放|烧|养|种|造|搭|盖|卖|挖|葬|生)|几岁(?:开始|能|可以|算)|免(?:费|票)(?:吗|伐)|要(?:钱|花钱|票)(?:吗|伐)/u,
  },
  { intent: "policy", weight: 2, pattern: new RegExp(topic, "u") },
  {
    intent: "service",
    weight: 4,
    pattern:
      /(?:什么|哪些|啥)(?:材料|手续|证件|东西去)|(?:去|到|在)哪(?:里|儿|个)?.{0,4}(?:办|开|领|补|登记|打|报名|交|认证|盖章)|怎么(?:迁|补办|补|申请|过户|报名|换证|领|缴|开|登记|认证|注销|交)|怎么办(?:理)?(?:证|卡|照|手续)|办(?:理)?.{1,6}(?:怎么|要什么|找谁)|代办|帮(?:我|忙).{0,3}(?:办|交|领|开|弄|申请|认证)|上门(?:办|服务)?|便民(?:服务)?中心|办事(?:大厅|服务)|我要办|要办个?|手续|材料|开(?:个|张)?.{0,4}证明|how (?:do i|can i|to) (?:apply|get|register|renew)|what documents|where can i (?:apply|register|get)/u,
  },
  { intent: "service", weight: 3, pattern: either(topic, "怎么办|怎么弄|办理|申请|哪里办|找谁", 8) },
  { intent: "service", weight: 1, pattern: /怎么办|怎么弄|申请|办理/u },
  {
    intent: "human",
    weight: 4,
    pattern:
      /(?:找|叫|喊|请|派|让|来)(?:个|一个|位)?(?:真?人)(?!修|看|清|处理|管|收|偷|家|打)|真人|人工(?![林湖河费降])|(?:跟|和|同|与)人(?:说|讲|谈|聊)|不(?:跟|和|想跟|想和).{0,2}机器|(?:找|叫|喊|请|让|见|联系).{0,4}(?:老李|网格员|书记|主任|村干部|村长|领导|镇长|民警|派出所|医生|法律顾问|周敏|师傅).{0,6}(?:来|说|讲|谈|电话|联系|一趟|$)|回(?:个|一个)?电话|(?:给|打|跟)我.{0,5}电话|联系(?:一下)?我|不会打字|不识字|听不懂|speak to|talk to (?:a|some)|call me|a person|someone to/u,
  },
  {
    intent: "human",
    weight: 3,
    pattern:
      /(?:网格员|书记|主任|村委会?|村里|派出所|医生|老李|联村干部|调解员).{0,6}(?:电话|号码|是谁|是哪个|在不在|在伐|在吗|怎么联系)|谁(?:负责|管我们|是我们)|有人能?帮/u,
  },
  {
    intent: "affairs",
    weight: 4,
    pattern:
      /村务|党务|财务|三资|公开栏|公示|招投?标|中标|集体(?:的)?(?:收入|资产|资金|经济|钱|账)|村里(?:的)?(?:账|钱|收入|开支|合同|厂房|山租)|租给(?:了)?谁|租金|名单.{0,5}(?:贴|公布|在哪|看)|权力清单|36条|村民代表|监委会|监督委员会|开支|明细|花(?:到哪|了多少|在哪)|选举|征地款.{0,4}分|accounts|village money/u,
  },
  {
    intent: "points",
    weight: 4,
    pattern:
      /积分|兑换|热心超市|超市.{0,6}(?:开门|还有|几点|换)|换(?:东西|肥皂|油|洗衣粉|牙膏|米|纸)|取货码|(?:多少|几)分(?!钟|地|田|之|半|心)|(?:扣|加|减|少|我的)(?:了)?(?:我)?(?:的)?(?:几)?分(?!钟|地|田|开|家|给)|my points|how many points/u,
  },
  {
    intent: "moments",
    weight: 4,
    pattern:
      /朋友圈|趣事|晒一?[下晒]|(?:发|分享|传).{0,5}(?:照片|视频|动态|帖)|照片.{0,3}(?:发|传)|给大家看|大家(?:来|都)?(?:看|买|在聊)|失主|[捡拾][到着了]|点赞|(?:有|想|要|谁家).{0,8}(?:卖|转让)(?!过期|假)|photo with|share a/u,
  },
  {
    intent: "news",
    weight: 4,
    pattern:
      /新闻|天气(?!真|很|不错|太|好)|台风.{0,4}(?:来|几|什么时候|到哪|登陆|走)|(?:天亮|明天|明朝|今天|后天|礼拜.).{0,3}(?:落雨|下雨|停电|停水|几度|热|冷|赶集)|预报|(?<!交)通知(?!书)|(?:什么|啥|有|哪些)活动|活动.{0,4}(?:几时|什么时候|哪天)|放电影|做戏|戏(?:什么时候|几时|几点)|市日|义诊|赶集|几号(?:停|开)|有什么(?:事|消息)$|weather|(?<!any )\bnews\b|local news/u,
  },
  {
    intent: "me",
    weight: 4,
    pattern:
      /名片|我的(?:信息|资料|名字|住址|地址)|改(?:一下)?(?:我的)?名字|名字(?:写|打|记)错|地址(?:写|打|记)错|搬家|搬到|换(?:了)?(?:个)?(?:手机)?号|号码?.{0,3}换|换(?:了)?个?村|删(?:掉|除|了)?.{0,4}(?:我|信息|资料)|(?:我|信息).{0,8}删|注销(?!户口|营业|登记)|记了我|我(?:是|在|属于)哪个网格|我叫.{1,4}不是|delete my|my data|my name is wrong/u,
  },
  {
    intent: "language",
    weight: 4,
    pattern:
      /^.{0,6}(?:英语|英文|换语言|普通话|中文|语言)(?!怎么|是什么|翻译|咋).{0,4}$|(?:speak|in) (?:english|chinese)|^english|change (?:the )?language/u,
  },
  {
    intent: "help",
    weight: 4,
    pattern:
      /(?:怎么|咋|如何)(?:用|操作|玩)|你(?:是谁|是什么|能干|能做|可以做|会做|会什么|会干|有什么用)|点通.{0,4}(?:什么|干|谁)|干什么(?:用)?的|说明书|什么功能|(?:我)?不会(?:用|弄)$|教教?我|这是(?:什么|啥)$|what can you|who are you|how does (?:this|it) work|how to use/u,
  },
  {
    intent: "greeting",
    weight: 4,
    pattern:
      /^(?:(?:老李|书记|大家|各位|师傅|.{1,6}们)?(?:你|您)?好(?:啊|呀)?|(?:早上|上午|中午|下午|晚上)好[啊呀]?|早(?:啊|呀|安)?|吃(?:了|饭|过|饭了)(?:没|吗|伐|没有)?|hi there|good (?:morning|afternoon|evening))[!！。,，\s]*$/u,
  },
  {
    intent: "thanks",
    weight: 4,
    pattern:
      /^(?:好[的嘞]?|嗯|ok|(?:知道|晓得|明白|收到)了?)?[,，\s]*(?:谢谢|多谢|谢了|辛苦|麻烦(?:你们|你)了|thanks|thank you)[^?？]{0,6}$/u,
  },
  {
    intent: "fixed",
    weight: 4,
    pattern:
      /(?:已经)?(?:修|弄|换|搞|处理|收|清理|打扫)好了(?!吗|没|么|伐|就|再|拍)|(?:灯|电|水|路|沟|垃圾)(?!.{0,3}[不没又])[^,，。]{0,2}(?:亮了|亮起来了|来了|通了|收走了|好了)(?!吗|没|么|伐)|(?:已经|有人)(?:有人)?来?(?:修|弄|处理|通|清)过了|works again|fixed now/u,
  },
  { intent: "progress", weight: 1, pattern: /那个?件?事|那件/u },
];
