import type { Shipped } from "../../learning/index.ts";
import { kinds, type KindId } from "./model.ts";
import { vocabulary } from "./vocabulary.ts";

/** How people say what is the matter, by kind: our own sentences, known before any office has said anything. One a line. */
const said: Partial<Readonly<Record<KindId, string>>> = {
  lamp: `
村口的路灯坏了，晚上黑漆漆的
弄堂里那盏灯三天没亮了
路灯一闪一闪的，看着眼睛疼
天黑了灯也不亮，老人走路看不见
灯杆被车撞歪了，灯泡也掉下来了
太阳能路灯充不进电，下半夜就灭
文化礼堂门前的灯不亮，跳舞都看不清
白天路灯也亮着，浪费电
新修的路上没装路灯，能不能装一盏
灯罩碎了，玻璃渣掉了一地
夜里走到桥头一片黑，照明没了
The street light in front of my house is out`,
  road: `
路面坑坑洼洼，骑车都会摔跤
水泥路裂开一条大缝
桥上的护栏断了一截
大车把机耕路压坏了，拖拉机进不去
下雨天这段路泥泞，走都走不了
路边的石头塌下来挡住了半边路
路口没有反光镜，拐弯看不到来车
减速带松了，车子开过去咣当响
石板松动，一踩就翘起来
修路的沙石堆在路中间，车过不去
通往田里的路太窄，收割机开不进
There is a deep hole in the road`,
  manhole: `
路中间的井盖不见了，只拿树枝插着
窨井盖破了一半，脚会踩进去
车子一压井盖就响，吵得睡不着
下水井没盖子，小孩子差点掉下去
井盖比路面高出一截，电瓶车容易翻
雨水井的铁盖被人偷走了
井盖周围塌下去一圈
盖板断了，露出一个洞
污水井盖子没盖好，翘着一边
The manhole cover on our lane is missing`,
  water: `
家里停水两天了，没法做饭
自来水发黄，有股铁锈味
水龙头出来的水很小，二楼上不来水
水管爆了，水往外喷
路边的水管一直漏，地上都是水
水压太低，洗澡都没水
山上的蓄水池干了，全村没水用
水表坏了，上个月水费多得吓人
昨晚开始就没水了，什么时候来
自来水里有泥沙，不敢喝
水管冻裂了，要人来修
Our tap water is brown`,
  power: `
又停电了，冰箱里的东西都要坏
电压不稳，灯忽明忽暗
电线挂得很低，伸手就碰得到
电线杆斜了，怕要倒下来
空调一开就跳闸
电表箱的门掉了，线都露在外面
半个村子没电，只有我们这边黑着
变压器嗡嗡响，冒火花
树枝压在电线上，风一吹就打火
电费扣得不对，想查一查
高压线离屋顶太近
We have had no electricity since morning`,
  ditch: `
门口水沟堵了，臭水漫到路上
下水道不通，厕所冲不下去
一下雨院子里就积水，排不出去
阴沟里都是烂泥，要人来清
污水直接流到我家门前
排水渠被泥土填满了，田里淹水
化粪池满了，往外冒
沟里垃圾塞住，水流不动
雨水管断了，水都往墙脚流
水渠塌了一段，水灌不到田里
污水管裂了，地上一股味道
The drain is blocked and the yard floods`,
  rubbish: `
垃圾桶满了好几天没人收
有人把装修废料倒在路边
死鸡扔在水塘边，苍蝇很多
公厕没人打扫，脏得进不去
垃圾房门口到处是袋子，野狗在翻
能不能在我们这里多放一个垃圾桶
空地上堆了一堆建筑垃圾
旧沙发丢在弄堂口好久了
垃圾车一个礼拜没来了
烧垃圾的烟熏得人咳嗽
农药瓶子丢得田边到处都是
Nobody has collected the rubbish for a week`,
  river: `
河里漂着很多水草和塑料袋
溪水变成白色，不知道哪里排的
河边的堤岸被水冲掉一块
有人在溪里电鱼毒鱼
河道里长满了水葫芦
死鱼浮在水面上，一片一片的
河埠头的石阶断了，洗衣服危险
水库边上有人偷偷倒东西
河水发黑，闻着很难受
溪坑淤泥太厚，发大水要出事
有人挖河里的沙子卖
Dead fish are floating in the river`,
  noise: `
隔壁半夜还在唱歌，睡不着觉
广场舞音响开得太大
工地天不亮就开工，机器声吵死人
加工厂晚上还在敲，声音太响
楼上装修电钻响了一个月
饭店的抽风机整天轰轰响
喇叭叫卖声从早响到晚
半夜有人飙摩托车，炸街声
养鸡场的风机太吵
KTV 低音震得窗户抖
The factory is loud all night`,
  dog: `
有条大狗没拴绳子，追着小孩跑
村里流浪狗成群，晚上不敢出门
屋檐下有个马蜂窝，蜇了人
邻居的狗咬了我家的鸡
菜园里有蛇钻进屋里了
野猪下山把番薯都拱了
养的狼狗没关好，看见人就扑
树上好大一个胡蜂窝，请人来摘
狗屎拉得到处都是，主人不管
猴子跑进村里抢东西
被狗咬了，狗主人不认账
A stray dog bit my child`,
  danger: `
老屋墙裂了，快要倒下来
后山有石头滚下来，怕塌方
危房里还住着人，下雨要出事
大树歪了，要压到房子
仓库里堆了很多易燃的东西
灭火器过期了，消防通道也被堵住
围墙倾斜，小孩子天天从下面走
山塘坝漏水，担心垮掉
工地没有围挡，深坑就那么露着
屋顶瓦片松动，随时掉下来
楼道里充电瓶车，怕着火
The wall of the old house may fall`,
  building: `
隔壁造房子超出了宅基地
想建房，审批要怎么弄
有人在耕地上搭棚子
违章搭建挡住了我家采光
宅基地证办了一年没下来
老房子翻建要什么手续
村里把我家的田占了做停车场
土地确权的面积量错了
山林被人偷偷开挖
承包地的租金一直没付
有人占了村集体的地种菜
They are building on farm land without a permit`,
  dispute: `
跟邻居为了地界吵架，要人来调解
老板欠我三个月工钱不给
兄弟分家产谈不拢
邻居的屋檐水滴到我家墙上，说了不听
借出去的钱要不回来
两家为了一棵树的归属争起来
儿子不赡养老人，想请村里说说
打架打伤了，医药费没人赔
买的化肥是假的，店家不肯退
相邻的两家为排水吵了好几年
My employer does not pay my wages`,
  service: `
医保卡丢了，到哪里补办
老人的养老金这个月没到账
想给孙子报户口
身份证过期了怎么换
申请低保要哪些材料
残疾证到期要换新的
种粮补贴什么时候发
办居住证要跑哪里
高龄津贴为什么停了
开个贫困证明找谁
公交车一天只有两班，能不能加一班
I want to renew my identity card`,
  other: `
今天天气不错
你好，在吗
谢谢你，辛苦了
那个事怎么弄
我想问个事
有件事想说说
上次说的那个怎么样了
村里什么时候开会
晚上文化礼堂演什么戏
能不能帮个忙
有人吗，说句话
没什么大事，就是来看看
你是谁，机器人吗
我也不知道该找谁
随便说两句
建议村里多搞点活动
村干部工作很好，表扬一下
什么时候放假
听说要下大雨了
大家都这么说
还是老样子
I just want to say hello
What can you do`,
};

/** Words alone, those of the list of kinds among them. */
const words = kinds.flatMap(({ id, words: known }) =>
  Array.from(new Set([...known, ...(vocabulary[id]?.split(" ") ?? [])]), (word) => ({
    words: word,
    label: id,
    isWord: true,
  })),
);

/** What the program knows of kinds before any office has said anything. */
export const shippedKinds: readonly Shipped[] = [
  ...words,
  ...Object.entries(said).flatMap(([label, sentences]) =>
    sentences
      .trim()
      .split("\n")
      .map((sentence) => ({ words: sentence, label })),
  ),
];
