import type { Text } from "../../language/index.ts";
import type { whyNot } from "../shop/model.ts";
import type { Goods } from "../shop/store.ts";

type Reason = NonNullable<ReturnType<typeof whyNot>>;

export const shopTexts = {
  open: { zh: "换东西", en: "Shop" },
  help: {
    zh: "换东西（/redeem）：用积分换村里热心超市的东西",
    en: "/redeem: goods for points, in your village's shop",
  },
  myOrders: { zh: "我的取货码", en: "My codes" },
  orderTitle: { zh: "换东西", en: "Order" },
  empty: (name: string): Text => ({
    zh: `${name}的热心超市还没有货。`,
    en: `The shop of ${name} has nothing yet.`,
  }),
  view: (name: string, available: number, isDemo: boolean): Text => ({
    zh: `热心超市（${name}）${isDemo ? "，演示商品" : ""}。您有 ${available} 分能用，要换哪一样？`,
    en: `The shop of ${name}${isDemo ? " (demonstration goods)" : ""}. You have ${available} points to use. Which one?`,
  }),
  goodsLine: ({ name, price, stock }: Goods): Text => ({
    zh: `${name.zh} ${price} 分${stock > 0 ? "" : "（没货）"}`,
    en: `${name.en}, ${price} points${stock > 0 ? "" : " (sold out)"}`,
  }),
  noSuch: { zh: "您村的超市没有这一样。", en: "Your village's shop has no such thing." },
  whyNot: (reason: Reason, { name, price, monthMost }: Goods, available: number): Text => {
    const reasons: Readonly<Record<Reason, Text>> = {
      gone: { zh: `${name.zh}不换了，看看别的。`, en: `${name.en} is not offered any more.` },
      sold_out: { zh: `${name.zh}没货了，没有扣分。`, en: `${name.en} is sold out; no points were taken.` },
      too_many: {
        zh: `${name.zh}每人每月最多换 ${monthMost} 件，下个月再来。`,
        en: `At most ${monthMost} of ${name.en} a month for one person; come again next month.`,
      },
      too_dear: {
        zh: `${name.zh}要 ${price} 分，您有 ${available} 分能用，还差 ${price - available} 分。`,
        en: `${name.en} costs ${price}; you have ${available} to use, ${price - available} too few.`,
      },
    };
    return reasons[reason];
  },
  sure: ({ name, price }: Goods): Text => ({
    zh: `换 1 件${name.zh}，扣 ${price} 分，对吗？`,
    en: `One ${name.en} for ${price} points, right?`,
  }),
  otherPrice: ({ name, price }: Goods, agreed: number): Text => ({
    zh: `${name.zh}刚改价了：从 ${agreed} 分改成 ${price} 分。没有换，积分不变。`,
    en: `${name.en} costs ${price} points now, not ${agreed}. Nothing was ordered; your points stay.`,
  }),
  yes: { zh: "对", en: "Yes" },
  no: { zh: "不换了", en: "No" },
  dropped: { zh: "没有换，积分不变。", en: "Nothing was ordered; your points stay." },
  ordered: (code: string, until: Text): Text => ({
    zh: `取货码 ${code}。到店报码就行，${until.zh} 前有效；不取自动退分。`,
    en: `Your code is ${code}. Say it in the shop before ${until.en}; if you do not come, the points return.`,
  }),
  pictureTitle: { zh: "取货码", en: "Your code" },
  pictureName: (code: string): Text => ({ zh: `取货码 ${code}.png`, en: `Code ${code}.png` }),
  pictureShop: (name: string): Text => ({ zh: `${name}热心超市`, en: `The shop of ${name}` }),
  pictureGoods: (name: Text): Text => ({ zh: `${name.zh} 1 件`, en: `One ${name.en}` }),
  pictureUntil: (until: Text): Text => ({
    zh: `${until.zh} 前到店给店员看，或报这六位数。`,
    en: `Show it in the shop before ${until.en}, or say the digits.`,
  }),
  cancel: { zh: "不要了", en: "Cancel it" },
  cancelThis: (name: Text): Text => ({ zh: `不要${name.zh}了`, en: `Cancel ${name.en}` }),
  noOrders: { zh: "没有等着取的东西。", en: "Nothing waits for you in the shop." },
  orders: (lines: readonly Text[]): Text => ({
    zh: ["等您来取：", ...lines.map(({ zh }) => zh)].join("\n"),
    en: ["Waiting for you:", ...lines.map(({ en }) => en)].join("\n"),
  }),
  orderLine: (name: Text, code: string, until: Text): Text => ({
    zh: `${name.zh} 取货码 ${code}（${until.zh} 前）`,
    en: `${name.en}, code ${code} (before ${until.en})`,
  }),
  notYours: { zh: "这一单不是您的。", en: "That order is not yours." },
  closed: { zh: "这一单已经结束了。", en: "That order is closed already." },
  cancelled: (name: Text, price: number): Text => ({
    zh: `${name.zh}不换了，${price} 分退给您了。`,
    en: `${name.en} is cancelled; ${price} points are yours again.`,
  }),
  soonOver: (name: Text, code: string, until: Text): Text => ({
    zh: `${name.zh}还没取（取货码 ${code}），${until.zh} 前有效，过后自动退分。`,
    en: `${name.en} waits for you (code ${code}) until ${until.en}; then the points return.`,
  }),
  expired: (name: Text, price: number): Text => ({
    zh: `${name.zh}过期没取，${price} 分退给您了。`,
    en: `${name.en} was not fetched in time; ${price} points are yours again.`,
  }),
  fetched: (name: Text, price: number): Text => ({
    zh: `${name.zh}取走了，用了 ${price} 分。不是您取的，马上发「人工」。`,
    en: `${name.en} was handed over for ${price} points. If it was not you, say /human at once.`,
  }),
};

export const keepTexts = {
  help: { zh: "热心超市（/shop）：报码取货、商品和库存", en: "/shop: hand over by code, goods and stock" },
  usage: {
    zh: "这样说：/shop 看商品，/shop 482913 按取货码交货，/shop 双桥村 看别的村。",
    en: "Say /shop for the goods, /shop 482913 to hand over by a code, /shop 双桥村 for another village.",
  },
  whichShop: { zh: "哪个村的超市？发「/shop 村名」。", en: "Whose shop? Say /shop and the village's name." },
  notYours: (name: string): Text => ({
    zh: `${name}的超市不归您管。`,
    en: `The shop of ${name} is not yours to keep.`,
  }),
  view: (name: string, open: number): Text => ({
    zh: `热心超市（${name}）：${open} 单等着取。发「/shop 取货码」交货。`,
    en: `The shop of ${name}; waiting to be fetched: ${open}. Say /shop and a code to hand over.`,
  }),
  goodsLine: ({ name, price, stock, isOffered }: Goods): Text => ({
    zh: `${name.zh} ${price} 分，存 ${stock}${isOffered ? "" : "（已下架）"}`,
    en: `${name.en}, ${price} points, ${stock} left${isOffered ? "" : " (not offered)"}`,
  }),
  goods: ({ name, price, stock, monthMost, isOffered }: Goods): Text => ({
    zh: `${name.zh}：${price} 分，存 ${stock} 件${monthMost === null ? "" : `，每人每月最多 ${monthMost} 件`}${isOffered ? "" : "，已下架"}。`,
    en: `${name.en}: ${price} points, ${stock} left${monthMost === null ? "" : `, at most ${monthMost} a month for one person`}${isOffered ? "" : ", not offered"}.`,
  }),
  noSuch: {
    zh: "没有这样商品，或者不归您管。",
    en: "There are no such goods, or they are not yours to keep.",
  },
  add: { zh: "上新货", en: "Add goods" },
  stock: { zh: "改库存", en: "Stock" },
  price: { zh: "改价", en: "Price" },
  picture: { zh: "换图片", en: "Picture" },
  takeOff: { zh: "下架", en: "Take off" },
  putOn: { zh: "上架", en: "Put on" },
  addTitle: { zh: "上新货", en: "Add goods" },
  changeTitle: { zh: "改商品", en: "Change goods" },
  askName: (shop: string): Text => ({
    zh: `${shop}超市上什么？发名称，比如「毛巾」。`,
    en: `What is new in the shop of ${shop}? Send its name.`,
  }),
  askPrice: { zh: "换一件要多少分？", en: "How many points for one?" },
  askStock: { zh: "有多少件？", en: "How many are there?" },
  askMost: {
    zh: "每人每月最多换几件？",
    en: "How many a month for one person?",
  },
  noLimit: { zh: "不限", en: "No limit" },
  sureAdd: ({
    name,
    price,
    stock,
    monthMost,
  }: {
    name: string;
    price: number;
    stock: number;
    monthMost: number | null;
  }): Text => ({
    zh: `${name}：${price} 分，${stock} 件${monthMost === null ? "" : `，每人每月最多 ${monthMost} 件`}。上架吗？`,
    en: `${name}: ${price} points, ${stock} of them${monthMost === null ? "" : `, at most ${monthMost} a month for one person`}. Put it on?`,
  }),
  doAdd: { zh: "上架", en: "Put it on" },
  doNotAdd: { zh: "不上了", en: "Do not" },
  changeName: { zh: "改名称", en: "Name" },
  dropped: { zh: "没有上架。", en: "Nothing was added." },
  thereAlready: (name: string): Text => ({
    zh: `已经有「${name}」了，去改它的库存。`,
    en: `There is “${name}” already; change its stock.`,
  }),
  askWay: { zh: "库存怎么改？", en: "Change the stock how?" },
  ways: [
    { id: "more", label: { zh: "进货，加", en: "More came in" } },
    { id: "less", label: { zh: "少了，减", en: "There are fewer" } },
  ],
  askCount: { zh: "多少件？", en: "How many?" },
  tooFew: (stock: number): Text => ({
    zh: `只有 ${stock} 件，减不了这么多。`,
    en: `There are only ${stock}.`,
  }),
  askPicture: { zh: "发一张商品照片，发完说「好了」。", en: "Send a photo of it, then say done." },
  noPicture: { zh: "没有收到照片，图片没有换。", en: "There was no photo; the picture stays." },
  noSuchCode: (code: string): Text => ({
    zh: `没有取货码 ${code}：可能取过、取消或过期了。请再核对。`,
    en: `There is no code ${code}: fetched, cancelled or expired, perhaps. Please check it.`,
  }),
  notYourOwn: {
    zh: "自己换的东西，请别的管理员来交。",
    en: "Somebody else must hand over what you ordered yourself.",
  },
  order: (name: string, goods: Text, price: number): Text => ({
    zh: `${name}：${goods.zh} 1 件（${price} 分）。是本人或家里人来取就交给他。`,
    en: `${name}: one ${goods.en} (${price} points). Hand it over if it is them or their family.`,
  }),
  handOver: { zh: "交给他了", en: "Handed over" },
  handedOver: (name: string, goods: Text): Text => ({
    zh: `${name}的${goods.zh}交好了。`,
    en: `${goods.en} handed over to ${name}.`,
  }),
};
