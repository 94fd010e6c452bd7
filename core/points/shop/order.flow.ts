import { confirm, steps, type Flow } from "../../dialogue/index.ts";
import type { PointsServices } from "../desk.ts";
import { say } from "../texts.ts";

const { ask, look, once } = steps<PointsServices>();

/** 换东西: one of something, for so many points, and the code by which it is fetched. */
export const orderGoods: Flow<PointsServices, { readonly id: number }> = {
  name: "order_goods",
  title: say.shop.orderTitle,
  *tell({ id }) {
    const offer = yield* look("offer", ({ points }) => points.shop.offer(id));
    if ("refused" in offer)
      return { text: offer.refused, choices: [{ label: say.shop.open, token: "/points shop" }] };
    const sure = yield* ask("sure", confirm(offer.question, { yes: say.shop.yes, no: say.shop.no }));
    if (!sure) return say.shop.dropped;
    return yield* once("order", ({ points }, key) => points.shop.order(key, id, offer.price));
  },
};
