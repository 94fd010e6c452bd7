import type { Reply } from "../../dialogue/index.ts";
import type { Text } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import type { Refusal } from "../grant/receivers.ts";
import { addGoods, change, changeable, shopToFill, type GoodsChange, type NewGoods } from "./keep.ts";
import { offerOf, order } from "./service.ts";

/** What flows may do with the shop, for whoever speaks. */
export interface ShopDesk {
  offer(goods: number): Promise<{ readonly question: Text; readonly price: number } | Refusal>;
  /** @param agreed the price she agreed to. */
  order(key: string, goods: number, agreed: number): Promise<Reply>;
  /** The shop of a village, for whoever keeps it. */
  toFill(unit: string): Promise<{ readonly name: string } | Refusal>;
  add(unit: string, goods: NewGoods): Promise<Reply>;
  changeable(goods: number): Promise<{ readonly text: Text } | Refusal>;
  change(goods: number, given: GoodsChange): Promise<Reply>;
}

export function shopDesk(known: () => Acting): ShopDesk {
  return {
    offer: (goods) => offerOf(known(), goods),
    order: (key, goods, agreed) => order(known(), key, { id: goods, agreed }),
    toFill: (unit) => shopToFill(known(), unit),
    add: (unit, goods) => addGoods(known(), unit, goods),
    changeable: (goods) => changeable(known(), goods),
    change: (goods, given) => change(known(), goods, given),
  };
}
