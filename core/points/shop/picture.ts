import type { FileRef } from "../../channel/index.ts";
import { verbatim } from "../../language/index.ts";
import { unitName } from "../../org/index.ts";
import { personById, tell, type Moment, type PersonId } from "../../people/index.ts";
import { wantPicture, type Picture } from "../../pictures/index.ts";
import { say } from "../texts.ts";
import { codeSaid } from "./model.ts";
import { goodsById, orderById, type OrderId } from "./store.ts";

/** Asks for the picture of an order's code, in the turn that ordered. */
export async function wantCodePicture({ tx, now }: Moment, id: OrderId): Promise<void> {
  await wantPicture(tx, `order ${id}`, now);
}

/**
 * An order's code for a camera and for eyes, with what is fetched and until when; it says nobody's name. Undefined once the order
 * is closed, and for whom `sees` no pictures.
 */
export async function codePicture(
  { tx, calendar }: Moment,
  id: OrderId,
  sees: (person: PersonId) => Promise<boolean>,
): Promise<Picture | undefined> {
  const order = await orderById(tx, id);
  const person = order && (await personById(tx, order.person));
  const goods = order && (await goodsById(tx, order.goods));
  if (!person || !goods || order.code === null || !(await sees(person.id))) return undefined;
  const { language } = person;
  const shop = await unitName(tx, order.unit);
  const until = calendar.moment(order.expiresAt);
  return {
    language,
    title: say.shop.pictureTitle[language],
    subtitle: say.shop.pictureShop(shop)[language],
    parts: [
      { type: "code", words: order.code },
      { type: "figure", text: codeSaid(order.code) },
      {
        type: "lines",
        lines: [say.shop.pictureGoods(goods.name)[language], say.shop.pictureUntil(until)[language]],
      },
    ],
  };
}

/** Shows the picture to whoever ordered, once; she was told the digits when she ordered. */
export async function showCode(moment: Moment, id: OrderId, pages: readonly FileRef[]): Promise<void> {
  const order = await orderById(moment.tx, id);
  const person = order && (await personById(moment.tx, order.person));
  if (!person || order.code === null) return;
  const name = say.shop.pictureName(codeSaid(order.code))[person.language];
  const saying = { text: verbatim(""), files: pages.map((page) => ({ ...page, name })) };
  await tell(moment, person.id, saying, { key: `order ${id} picture ${person.id}`, lane: "reply" });
}
