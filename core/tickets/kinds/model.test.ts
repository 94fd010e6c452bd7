import { expect, test } from "vitest";
import { guessKind, guessPlace, isPublicThing, kindCalled, kindCorrectedTo, kindOf } from "./model.ts";

test.each([
  ["村口大樟树旁边的路灯坏了三天，夜里看不见路", "lamp"],
  ["门前水沟堵了，污水漫出来", "ditch"],
  ["垃圾三天没人收，臭死了", "rubbish"],
  ["隔壁天天放音响太吵", "noise"],
  ["家里停水两天了", "water"],
  ["村里的狗追人", "dog"],
  ["The street light is out", "lamp"],
  ["今天天气不错", "other"],
  ["", "other"],
])("%s is guessed as %s", (words, kind) => {
  expect(guessKind(words)).toBe(kind);
});

test.each([
  ["村口大樟树旁边的路灯坏了三天", "村口大樟树旁边"],
  ["路口的灯坏了", "路口"],
  ["我们家门口的水沟堵了", "家门口"],
  ["12号门前有个坑", "12号"],
  ["大家说文化礼堂的灯太暗", "文化礼堂"],
  ["有只野狗在小学门口追小朋友", "小学门口"],
  ["祠堂后头的阴沟漫出来了", "祠堂后头"],
  ["王家弄堂口的窨井盖被车压碎了", "王家弄堂口"],
  ["三组这边从昨夜停电到现在", "三组"],
  ["快递车把我们弄堂口的石墩撞翻了", "弄堂口"],
  ["能不能在弯道那里装个镜子", "弯道那里"],
  ["老年活动室的电扇转不动了", "老年活动室"],
  ["路灯坏了", undefined],
  ["水沟堵了，在老年协会后面", "老年协会后面"],
  ["那边", undefined],
])("%s names the place %s", (words, place) => {
  expect(guessPlace(words)).toBe(place);
});

test("a kind that is no longer known is shown as other", () => {
  expect(kindOf("abolished").zh).toBe("其他");
});

test.each([
  ["是垃圾", "rubbish"],
  ["不是，我说的是灯", "lamp"],
  ["不是路灯，是水沟", "ditch"],
  ["应该是道路", "road"],
  ["no, it's rubbish", "rubbish"],
  ["这是垃圾站旁边", undefined],
  ["不是垃圾", undefined],
  ["是昨天晚上开始的", undefined],
  ["垃圾", undefined],
])("%s puts the kind right as %s", (words, kind) => {
  expect(kindCorrectedTo(words)).toBe(kind);
});

test("lamps belong to everybody, neighbours' dogs and disputes do not", () => {
  expect(isPublicThing("lamp")).toBe(true);
  expect(
    ["dog", "noise", "dispute", "service", "human", "other"].some((kind) => isPublicThing(kind as "dog")),
  ).toBe(false);
});

test.each([
  ["路灯", "lamp"],
  ["灯", "lamp"],
  ["水沟", "ditch"],
  ["Street lamp", "lamp"],
  ["lamp", "lamp"],
  ["明天", undefined],
  ["检举控告", undefined],
  ["其他", undefined],
  ["", undefined],
])("%s alone names %s", (name, kind) => {
  expect(kindCalled(name)).toBe(kind);
});
