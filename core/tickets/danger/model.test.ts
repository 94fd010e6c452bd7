import { expect, test } from "vitest";
import { dangerIn, dangers, numbersFor } from "./model.ts";

test.each([
  ["隔壁煤气漏了味道很重", "gas"],
  ["厨房一股天然气味道", "gas"],
  ["煤气中毒了", "gas"],
  ["I smell gas in the kitchen", "gas"],
  ["楼上着火了", "fire"],
  ["山上起火了快来人", "fire"],
  ["隔壁冒浓烟", "fire"],
  ["电瓶车烧起来了", "fire"],
  ["着火了怎么办", "fire"],
  ["昨天灭了的山火，现在又烧起来了", "fire"],
  ["the house is on fire", "fire"],
  ["有小孩掉河里了", "drowning"],
  ["水库边有人溺水", "drowning"],
  ["电线掉在路上了", "shock"],
  ["有人触电", "shock"],
  ["房子塌了，有人被压在下面", "collapse"],
  ["我妈晕倒了叫不醒", "medical"],
  ["老头子胸口痛得厉害", "medical"],
  ["血流不止", "medical"],
  ["he is not breathing", "medical"],
  ["邻居喝农药了", "suicide"],
  ["我不想活了", "suicide"],
  ["有人拿刀砍人", "violence"],
  ["他又在打老婆", "violence"],
  ["救命", "violence"],
  ["路口车祸有人受伤", "traffic"],
  ["电瓶车撞到老人了", "traffic"],
  ["我家老人走丢了", "missing"],
  ["孙子不见了", "missing"],
  ["我好怕，楼上着火了", "fire"],
  ["屋后的山着火了", "fire"],
  ["电视机着火了", "fire"],
])("%s is a danger: %s", (words, danger) => {
  expect(dangerIn(words)).toBe(danger);
});

test.each([
  "昨天的事，隔壁着火了没人管",
  "注意煤气中毒",
  "昨天着火后的垃圾没人清",
  "消防栓坏了",
  "路灯不亮",
  "电线老化，怕着火",
  "老婆上火了嘴巴起泡",
  "电动车上火牌",
  "煤气罐在哪里换",
  "天然气什么时候通",
  "上个月车祸撞坏的护栏没修",
  "去年溺水的地方要装护栏",
  "井盖没了，怕小孩掉进去",
  "村里什么时候搞消防演练",
  "防溺水宣传",
  "煤气报警器坏了",
  "前天晕倒的补助怎么领",
  "墙裂了，万一塌了压到人怎么办",
  "菜刀哪里磨",
  "我的狗不见了",
  "手机找不到了",
  "水管爆了漏水",
  "停电了",
  "欠薪打人的事后来怎么样",
  "垃圾站臭气熏天",
  "烟囱冒黑烟",
  "吓死人了，这个坑真大",
  "the street light is out",
  "I am worried about a fire",
  "",
])("%s is none", (words) => {
  expect(dangerIn(words)).toBeUndefined();
});

test("every danger has a national number", () => {
  expect(
    dangers.every((danger) => numbersFor(danger).every((number) => /^1(?:10|19|20|22)$/.test(number))),
  ).toBe(true);
});
