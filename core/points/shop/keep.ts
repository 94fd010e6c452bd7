import type { FileRef } from "../../channel/index.ts";
import type { Reply } from "../../dialogue/index.ts";
import { verbatim, type Text } from "../../language/index.ts";
import { unitByCode, unitName, unitsBelow, type Unit } from "../../org/index.ts";
import { can, personById, readUnit, tell, unitsWhere, type Acting } from "../../people/index.ts";
import type { Refusal } from "../grant/receivers.ts";
import { say } from "../texts.ts";
import { codeSaid } from "./model.ts";
import { forgetReminders, nameOf } from "./service.ts";
import {
  addStock,
  changeGoods,
  closeOrder,
  countOpen,
  goodsById,
  goodsIn,
  insertGoods,
  orderByCode,
  type Goods,
  type GoodsId,
  type Order,
} from "./store.ts";

const listed = 8;

/** May somebody keep the shop of this village? */
async function keeps({ tx, person }: Acting, code: string): Promise<boolean> {
  const unit = await unitByCode(tx, code);
  return unit?.kind === "village" && can(person.memberships, "shop.keep", unit);
}

/** `/shop`: the shop of whoever keeps one; `/shop 双桥村` of whoever may keep several. @param page from 1. */
export async function shopCommand(acting: Acting, words: string, page: number): Promise<Reply> {
  const shop = words === "" ? await ownShop(acting) : await namedShop(acting, words);
  return "code" in shop ? keeperView(acting, shop, page) : shop.ask;
}

async function ownShop(acting: Acting): Promise<Unit | { readonly ask: Reply }> {
  const [code = "", ...others] = new Set(unitsWhere(acting.person.memberships, "shop.keep"));
  const unit = others.length === 0 ? await unitByCode(acting.tx, code) : undefined;
  if (unit?.kind === "village") return unit;
  const villages = unit?.kind === "township" ? await unitsBelow(acting.tx, unit.code) : [];
  const choices = villages
    .slice(0, listed)
    .map(({ code: one, name }) => ({ label: verbatim(name), token: `/shop ${one}` }));
  return { ask: { text: say.keep.whichShop, choices } };
}

async function namedShop(acting: Acting, words: string): Promise<Unit | { readonly ask: Reply }> {
  const read = await readUnit(acting.tx, words, (code) => `/shop ${code}`);
  if ("ask" in read) return read;
  return (await keeps(acting, read.unit.code)) ? read.unit : { ask: say.keep.notYours(read.unit.name) };
}

async function keeperView(acting: Acting, shop: Unit, page: number): Promise<Reply> {
  const goods = await goodsIn(acting.tx, shop.code, {
    offset: (page - 1) * listed,
    limit: listed + 1,
    all: true,
  });
  const open = await countOpen(acting.tx, shop.code);
  const choices = goods
    .slice(0, listed)
    .map((one) => ({ label: say.keep.goodsLine(one), token: `/shop goods ${one.id}` }));
  const add = { label: say.keep.add, token: `/shop add ${shop.code}` };
  const more = goods.length > listed ? [{ label: say.more, token: `/shop ${shop.code} #${page + 1}` }] : [];
  return {
    text: say.keep.view(await unitName(acting.tx, shop.code), open),
    choices: [...choices, ...more, add],
  };
}

/** Goods that whoever speaks keeps. */
async function kept(acting: Acting, id: GoodsId): Promise<Goods | Refusal> {
  const goods = await goodsById(acting.tx, id);
  return goods && (await keeps(acting, goods.unit)) ? goods : { refused: say.keep.noSuch };
}

export async function goodsView(acting: Acting, id: GoodsId): Promise<Reply> {
  const goods = await kept(acting, id);
  if ("refused" in goods) return goods.refused;
  const deed = (label: Text, verb: string) => ({ label, token: `/shop ${verb} ${id}` });
  const offer = goods.isOffered ? deed(say.keep.takeOff, "off") : deed(say.keep.putOn, "on");
  return {
    text: say.keep.goods(goods),
    ...(goods.picture && { files: [goods.picture] }),
    choices: [
      deed(say.keep.stock, "stock"),
      deed(say.keep.price, "price"),
      deed(say.keep.picture, "picture"),
      offer,
    ],
  };
}

/** Goods are offered, or no more; open orders are fetched all the same. */
export async function putOn(acting: Acting, id: GoodsId, isOffered: boolean): Promise<Reply> {
  const goods = await kept(acting, id);
  if ("refused" in goods) return goods.refused;
  await changeGoods(acting.tx, id, { isOffered });
  return goodsView(acting, id);
}

/** What is there now, before it is changed; or why it is not hers to change. */
export async function changeable(acting: Acting, id: GoodsId): Promise<{ readonly text: Text } | Refusal> {
  const goods = await kept(acting, id);
  return "refused" in goods ? goods : { text: say.keep.goods(goods) };
}

/** What is changed of goods. */
export type GoodsChange =
  | { readonly price: number }
  | { readonly more: number }
  | { readonly picture: FileRef };

/** Changes price, stock or picture. What is ordered already keeps its price. */
export async function change(acting: Acting, id: GoodsId, given: GoodsChange): Promise<Reply> {
  const goods = await kept(acting, id);
  if ("refused" in goods) return goods.refused;
  if (!("more" in given)) await changeGoods(acting.tx, id, given);
  else if (!(await addStock(acting.tx, id, given.more))) return say.keep.tooFew(goods.stock);
  return goodsView(acting, id);
}

/** Goods as they are added to a shop. */
export interface NewGoods {
  readonly name: string;
  readonly price: number;
  readonly stock: number;
  readonly monthMost: number | null;
}

/** The shop goods are added to; or why they cannot be. */
export async function shopToFill(acting: Acting, code: string): Promise<{ readonly name: string } | Refusal> {
  if (!(await keeps(acting, code))) return { refused: say.keep.notYours(await unitName(acting.tx, code)) };
  return { name: await unitName(acting.tx, code) };
}

export async function addGoods(acting: Acting, code: string, given: NewGoods): Promise<Reply> {
  const shop = await shopToFill(acting, code);
  if ("refused" in shop) return shop.refused;
  const { tx, now, person } = acting;
  const goods = { ...given, unit: code, name: verbatim(given.name), picture: null, isDemo: false };
  const id = await insertGoods(tx, goods, { by: person.id, now });
  return id === undefined ? say.keep.thereAlready(given.name) : goodsView(acting, id);
}

/** The open order with a code, of a shop that whoever speaks keeps; never her own. */
async function orderWith(acting: Acting, code: string): Promise<Order | Refusal> {
  const order = await orderByCode(acting.tx, code);
  if (!order || !(await keeps(acting, order.unit))) return { refused: say.keep.noSuchCode(codeSaid(code)) };
  return order.person === acting.person.id ? { refused: say.keep.notYourOwn } : order;
}

/** `/shop 482913`: whose it is and what she gets, before it is handed over. */
export async function codeView(acting: Acting, code: string): Promise<Reply> {
  const order = await orderWith(acting, code);
  if ("refused" in order) return order.refused;
  const name = (await personById(acting.tx, order.person))?.name ?? order.person;
  const text = say.keep.order(name, await nameOf(acting, order.goods), order.price);
  return { text, choices: [{ label: say.keep.handOver, token: `/shop ${code} done` }] };
}

/** The goods are handed over: the order is fetched, and whoever ordered hears it. */
export async function handOver(acting: Acting, code: string): Promise<Reply> {
  const { tx, now, person } = acting;
  const order = await orderWith(acting, code);
  if ("refused" in order) return order.refused;
  const { id } = order;
  if (!(await closeOrder(tx, id, { state: "fetched", by: person.id, now })))
    return say.keep.noSuchCode(codeSaid(code));
  await forgetReminders(tx, id);
  const name = await nameOf(acting, order.goods);
  const key = `order ${id} fetched ${order.person}`;
  await tell(acting, order.person, { text: say.shop.fetched(name, order.price) }, { key, lane: "reply" });
  return say.keep.handedOver((await personById(tx, order.person))?.name ?? order.person, name);
}
