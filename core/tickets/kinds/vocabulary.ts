import type { KindId } from "./model.ts";

/** What things of a kind, and what is wrong with them, are called. Our own list: what is said in these words is seldom of another kind. */
export const vocabulary: Partial<Readonly<Record<KindId, string>>> = {
  lamp: "灯泡 灯杆 灯罩 灯光 照明 灯不亮 灯灭了 灯坏了 不亮灯 亮灯 装路灯 路灯杆 太阳能路灯 太阳能灯 庭院灯 灯柱 灯头 装灯 关灯 长明 黑漆漆 黑咕隆咚 黑灯瞎火 漆黑一片 一片黑 看不见路 夜里没灯 晚上没灯 街灯 street lamp lamp post dark at night light is out",
  road: "坑洼 坑坑洼洼 大坑 水坑 路坑 路面开裂 路面破 路面塌 塌陷 裂缝路 泥泞 泥路 机耕路 水泥路 柏油路 石板路 村道 公路 桥 小桥 护栏 栏杆 减速带 反光镜 标线 红绿灯 路肩 路基 修路 硬化 路窄 会车 挡路 堵路 路不平 颠 台阶 人行道 盲道 占道 停车位 pothole bridge railing pavement",
  manhole:
    "井盖 窨井 窨井盖 雨水井 污水井 下水井 井口 盖板 铁盖 盖子没了 盖子破 井盖丢 井盖翘 井盖响 井圈 检查井 电缆井 弱电井 化粪池盖 manhole cover",
  water:
    "停水 断水 没水 来水 水压 水龙头 龙头 自来水 水管 水管爆 爆管 漏水 水表 水费 水质 水黄 水浑 黄水 浑水 水有味 蓄水池 水塔 水站 供水 饮用水 喝的水 冻裂 接水 水厂 山泉水 tap water no water pipe burst",
  power:
    "停电 断电 没电 来电 电压 电压低 跳闸 电线 电线杆 电杆 电缆 电表 电表箱 电费 配电箱 变压器 高压线 漏电 触电 火花 打火 短路 线路老化 线掉 线断 抄表 电工 用电 供电 充电桩 electricity power cut wire",
  ditch:
    "水沟 阴沟 排水沟 下水道 下水管 排水 排水渠 水渠 沟渠 沟堵 堵塞 堵了 堵住 不通 疏通 积水 淹水 内涝 倒灌 污水 污水管 污水漫 臭水 化粪池 满溢 清淤 淤泥 雨水管 漫出来 往外冒 drain sewage blocked flooded",
  rubbish:
    "垃圾 垃圾桶 垃圾箱 垃圾房 垃圾车 垃圾站 垃圾点 乱扔 乱倒 倒垃圾 收垃圾 建筑垃圾 装修垃圾 废料 废品 旧家具 沙发 死猪 死鸡 苍蝇 蚊子 臭 恶臭 脏 卫生 公厕 厕所 保洁 打扫 清扫 环境卫生 烧垃圾 焚烧 秸秆 农药瓶 杂物 牛皮癣 小广告 rubbish garbage toilet smell",
  river:
    "河 河道 河里 河边 河岸 河水 溪 溪里 溪水 溪坑 水库 池塘 水塘 山塘 湖 堤 堤坝 堤岸 河埠头 漂浮 漂浮物 水草 水葫芦 死鱼 电鱼 毒鱼 挖沙 采砂 排污 偷排 黑臭 淤积 河长 捕鱼 钓鱼 river stream pond",
  noise:
    "噪音 噪声 吵 太吵 吵得 吵死 吵闹 睡不着 声音大 声音响 音响 喇叭 广场舞 唱歌 卡拉OK KTV 施工 夜间施工 机器声 轰轰响 电钻 装修声 敲敲打打 炸街 鸣笛 鞭炮 放炮 扰民 低音 振动 noise loud",
  dog: "狗 大狗 恶犬 流浪狗 野狗 狼狗 狗咬 咬人 没拴 不拴 拴绳 狗绳 狗叫 狗屎 遛狗 养狗 猫 流浪猫 蛇 毒蛇 马蜂 马蜂窝 胡蜂 蜂窝 蜇 野猪 猴子 老鼠 白蚁 蝙蝠 dog snake wasps bitten",
  danger:
    "隐患 安全隐患 危险 危房 老屋 倒塌 要倒 快倒 倾斜 歪了 裂缝 墙裂 开裂 塌方 滑坡 山体 落石 滚石 泥石流 消防 消防通道 灭火器 消防栓 易燃 爆炸 烟花 煤气 煤气罐 液化气 着火 火灾 深坑 没围栏 没有护栏 围墙 砸到 掉下来 瓦片 广告牌 大树 枯树 坝 漏坝 溺水 电瓶车充电 danger collapse crack gas",
  building:
    "违建 违章 违章搭建 违章建筑 搭建 搭棚 彩钢棚 建房 造房 造房子 盖房 翻建 宅基地 审批 建房审批 房产证 不动产证 土地 耕地 农田 基本农田 占地 占田 占用耕地 承包地 流转 租金 确权 征地 拆迁 补偿款 山林 林地 挖山 采光 退界 红线 illegal building farm land",
  dispute:
    "吵架 打架 纠纷 矛盾 邻居 邻里 地界 界址 欠钱 欠薪 工资 工钱 拖欠 讨薪 借钱 还钱 债 赔偿 医药费 赡养 分家 遗产 离婚 婆媳 家暴 调解 官司 买卖 假货 退钱 合同 工伤 quarrel wages dispute owes",
  service:
    "社保 医保 医保卡 社保卡 养老金 养老保险 新农合 报销 低保 五保 特困 救助 补贴 补助 津贴 高龄 残疾证 残联 户口 户籍 落户 迁户口 身份证 居住证 结婚证 生育 准生证 证明 开证明 盖章 办证 营业执照 退伍 贷款 入学 学区 公交 班车 快递 网络 宽带 信号 挂号 医生 疫苗 insurance certificate pension bus",
};
