import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import { unitByCode, unitName, type Unit } from "../../org/index.ts";
import { nag, personById, type Acting, type Moment } from "../../people/index.ts";
import type { Tx } from "../../store/index.ts";
import { cancelAlarm, day, dropAllButFacts, setAlarm } from "../../time/index.ts";
import { pointsAlarm } from "../alarm.ts";
import { availableOf } from "../account/service.ts";
import type { Refusal } from "../grant/receivers.ts";
import { accountOf, homeOf, monthNow, reverse, stretchOf } from "../ledger/service.ts";
import { entryBySource, holdAccount, insertEntry } from "../ledger/store.ts";
import { say } from "../texts.ts";
import { codeOf, codeSaid, keptDays, whyNot } from "./model.ts";
import { wantCodePicture } from "./picture.ts";
import {
  addStock,
  closeOrder,
  countOrdered,
  goodsById,
  goodsIn,
  insertOrder,
  openOrdersOf,
  orderById,
  orderBySource,
  type Goods,
  type GoodsId,
  type Order,
  type OrderId,
} from "./store.ts";

/** The village in whose shop somebody spends her points; nowhere before she is confirmed. */
async function shopOf({ tx, person }: Acting): Promise<Unit | undefined> {
  const home = await homeOf(tx, person);
  return home?.parent === null || home === undefined ? undefined : unitByCode(tx, home.parent);
}

const listed = 8;

/** 换东西: what her village's shop has. @param page from 1. */
export async function shopView(acting: Acting, page: number): Promise<Reply> {
  const shop = await shopOf(acting);
  if (!shop) return say.notConfirmed;
  const goods = await goodsIn(acting.tx, shop.code, {
    offset: (page - 1) * listed,
    limit: listed + 1,
    all: false,
  });
  const name = await unitName(acting.tx, shop.code);
  if (goods.length === 0) return say.shop.empty(name);
  const choices = goods
    .slice(0, listed)
    .map((one) => ({ label: say.shop.goodsLine(one), token: `/points goods ${one.id}` }));
  const more = goods.length > listed ? [{ label: say.more, token: `/points shop ${page + 1}` }] : [];
  const orders = (await openOrdersOf(acting.tx, acting.person.id, 1)).length > 0;
  const own = orders ? [{ label: say.shop.myOrders, token: "/points orders" }] : [];
  const available = await availableOf(acting, accountOf(acting.person.id));
  return {
    text: say.shop.view(
      name,
      available,
      goods.some(({ isDemo }) => isDemo),
    ),
    choices: [...choices, ...more, ...own],
  };
}

/** Goods of her own shop, and whether she can have one now. */
async function orderable(
  acting: Acting,
  id: GoodsId,
): Promise<{ readonly goods: Goods; readonly shop: Unit } | Refusal> {
  const { tx, person } = acting;
  const shop = await shopOf(acting);
  if (!shop) return { refused: say.notConfirmed };
  const goods = await goodsById(tx, id);
  if (!goods || goods.unit !== shop.code) return { refused: say.shop.noSuch };
  const month = stretchOf(acting.calendar, monthNow(acting));
  const available = await availableOf(acting, accountOf(person.id));
  const ordered = await countOrdered(tx, { person: person.id, goods: id }, month);
  const reason = whyNot({ ...goods, available, ordered });
  return reason === undefined ? { goods, shop } : { refused: say.shop.whyNot(reason, goods, available) };
}

/** What she is about to order, with its picture where there is one; or why she cannot. */
export async function offerOf(
  acting: Acting,
  id: GoodsId,
): Promise<{ readonly question: Text; readonly price: number } | Refusal> {
  const found = await orderable(acting, id);
  if ("refused" in found) return found;
  return { question: say.shop.sure(found.goods), price: found.goods.price };
}

/** The picture of goods, before it is asked whether she wants one. */
export async function pictureOf({ tx }: Acting, id: GoodsId): Promise<Reply | undefined> {
  const goods = await goodsById(tx, id);
  return goods?.picture ? { text: goods.name, files: [goods.picture] } : undefined;
}

/** Draws at most so many codes: with a hundred thousand open orders the chance that all are taken is one in 10^20. */
const mostDraws = 20;

/**
 * Reserves one, takes its points, and gives the code by which it is fetched.
 * @param agreed what she was told it costs: where it costs something else by now, nothing is ordered.
 */
export async function order(
  acting: Acting,
  key: string,
  { id, agreed }: { readonly id: GoodsId; readonly agreed: number },
): Promise<Reply> {
  const { tx, now, person, calendar } = acting;
  const account = accountOf(person.id);
  await holdAccount(tx, account);
  const before = await orderBySource(tx, `order ${key}`);
  if (before) return receipt(before, calendar.moment(before.expiresAt));
  const found = await orderable(acting, id);
  if ("refused" in found) return found.refused;
  const { goods, shop } = found;
  if (goods.price !== agreed)
    return {
      text: say.shop.otherPrice(goods, agreed),
      choices: [{ label: say.shop.goodsLine(goods), token: `/points goods ${id}` }],
    };
  if (!(await addStock(tx, id, -1))) return say.shop.whyNot("sold_out", goods, 0);
  const made = await reserve(acting, `order ${key}`, { goods: id, unit: shop.code, price: goods.price });
  await insertEntry(tx, {
    account,
    delta: -goods.price,
    kind: "spent",
    rule: null,
    sourceKey: sourceOf(made.id),
    reason: goods.name.zh,
    actor: person.id,
    at: now,
    publishedAt: now,
    effectiveAt: now,
    reverses: null,
  });
  await setOrderAlarm(acting, made.id, made.expiresAt - day);
  await wantCodePicture(acting, made.id);
  return receipt(made, calendar.moment(made.expiresAt));
}

function sourceOf(id: OrderId): string {
  return `order ${id}`;
}

function receipt({ id, code }: Order, until: Text): Reply {
  const choices = [{ label: say.shop.cancel, token: `/points cancel ${id}` }];
  return { text: say.shop.ordered(codeSaid(code ?? ""), until), choices };
}

async function reserve(
  acting: Acting,
  sourceKey: string,
  given: Pick<Order, "goods" | "unit" | "price">,
): Promise<Order> {
  const { tx, now, person, draw } = acting;
  for (let drawn = 0; drawn < mostDraws; drawn += 1) {
    const code = codeOf(draw(1_000_000));
    const made = { ...given, person: person.id, code, createdAt: now, expiresAt: now + keptDays * day };
    const id = await insertOrder(tx, made, sourceKey);
    if (id !== undefined) return { ...made, id, state: "open" };
  }
  throw new Error("no code is free for another order");
}

async function setOrderAlarm({ tx }: Moment, id: OrderId, fireAt: number): Promise<void> {
  const subject = `order ${id}`;
  await setAlarm(tx, { key: `points ${subject}`, kind: pointsAlarm, subject, fireAt });
}

/** Her open orders, each with its code. */
export async function ordersView(acting: Acting): Promise<Reply> {
  const orders = await openOrdersOf(acting.tx, acting.person.id, listed);
  if (orders.length === 0)
    return { text: say.shop.noOrders, choices: [{ label: say.shop.open, token: "/points shop" }] };
  const lines: Text[] = [];
  const choices: { label: Text; token: string }[] = [];
  for (const { id, goods, code, expiresAt } of orders) {
    const name = await nameOf(acting, goods);
    lines.push(say.shop.orderLine(name, codeSaid(code ?? ""), acting.calendar.moment(expiresAt)));
    choices.push({ label: say.shop.cancelThis(name), token: `/points cancel ${id}` });
  }
  return { text: say.shop.orders(lines), choices };
}

export async function nameOf({ tx }: Pick<Moment, "tx">, id: GoodsId): Promise<Text> {
  const goods = await goodsById(tx, id);
  if (!goods) throw new Error(`goods ${id} were ordered and are not there`);
  return goods.name;
}

/** She does not want it: its points come back at once, and it is there for others. */
export async function cancel(acting: Acting, id: OrderId): Promise<Reply> {
  const { tx, person } = acting;
  const found = await orderById(tx, id);
  if (found?.person !== person.id) return say.shop.notYours;
  if (!(await giveBack(acting, found, "cancelled", person.id))) return say.shop.closed;
  await forgetReminders(tx, id);
  return say.shop.cancelled(await nameOf(acting, found.goods), found.price);
}

/** Nobody is reminded of an order that is closed. */
export async function forgetReminders(tx: Tx, id: OrderId): Promise<void> {
  await cancelAlarm(tx, `points order ${id}`);
  await dropAllButFacts(tx, `order ${id}`);
}

/** Ends an order that nobody fetched. @returns false when it is not open any more. */
async function giveBack(
  moment: Moment,
  { id, goods, person, price }: Order,
  state: "cancelled" | "expired",
  by: string | null,
): Promise<boolean> {
  const { tx, now } = moment;
  await holdAccount(tx, accountOf(person));
  if (!(await closeOrder(tx, id, { state, by, now }))) return false;
  await addStock(tx, goods, 1);
  const spent = await entryBySource(tx, sourceOf(id));
  if (spent?.delta !== -price) throw new Error(`order ${id} was not paid for`);
  await reverse(moment, spent.id, { reason: spent.reason, actor: by });
  return true;
}

/** A day before it is over she is reminded; then it is over, and she has her points again. */
export async function ringOrder(moment: Moment, id: OrderId): Promise<void> {
  const { tx, now, calendar } = moment;
  const found = await orderById(tx, id);
  if (found?.state !== "open") return;
  const name = await nameOf(moment, found.goods);
  if (now < found.expiresAt) {
    await setOrderAlarm(moment, id, found.expiresAt);
    const text = say.shop.soonOver(name, codeSaid(found.code ?? ""), calendar.moment(found.expiresAt));
    return tellOrder(moment, found, text, "soon");
  }
  await giveBack(moment, found, "expired", null);
  await tellOrder(moment, found, say.shop.expired(name, found.price), "over");
}

async function tellOrder(moment: Moment, { id, person }: Order, text: Text, which: string): Promise<void> {
  if (!(await personById(moment.tx, person))) return;
  await nag(moment, {
    key: `order ${id} ${which} ${person}`,
    recipient: person,
    subject: `order ${id}`,
    rank: 3,
    line: text,
    open: "/points orders",
    saying: { text, choices: [{ label: say.shop.myOrders, token: "/points orders" }] },
    isFact: which === "over",
  });
}
