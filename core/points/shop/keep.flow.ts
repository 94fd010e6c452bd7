import {
  choice,
  filesIn,
  material,
  review,
  steps,
  words,
  type Flow,
  type Part,
} from "../../dialogue/index.ts";
import { verbatim } from "../../language/index.ts";
import type { PointsServices } from "../desk.ts";
import { numberQuestion } from "../numberQuestion.ts";
import { say } from "../texts.ts";
import type { GoodsChange } from "./keep.ts";

const { ask, look, once } = steps<PointsServices>();

const noLimit = "none";

/** The number typed is the number meant: nothing comes before 1. */
const mosts = [
  ...["1", "2", "3", "4", "5"].map((id) => ({ id, label: verbatim(id) })),
  { id: noLimit, label: say.keep.noLimit },
];

/** 上新货: what it is called, what it costs, how many there are. */
export const addGoods: Flow<PointsServices, { readonly unit: string }> = {
  name: "add_goods",
  title: say.keep.addTitle,
  *tell({ unit }) {
    const shop = yield* look("shop", ({ points }) => points.shop.toFill(unit));
    if ("refused" in shop) return shop.refused;
    const name = yield* ask("name", words(say.keep.askName(shop.name)));
    const price = yield* ask("price", numberQuestion(say.keep.askPrice, { least: 1, most: 10_000 }));
    const stock = yield* ask("stock", numberQuestion(say.keep.askStock, { least: 0, most: 10_000 }));
    const most = yield* ask("most", choice(say.keep.askMost, mosts));
    const goods = {
      name: name.slice(0, 20),
      price,
      stock,
      monthMost: most === noLimit ? null : Number(most),
    };
    const sure = yield* ask("sure", review({ text: say.keep.sureAdd(goods), changes, ...labels }));
    if (!sure) return say.keep.dropped;
    return yield* once("add", ({ points }) => points.shop.add(unit, goods));
  },
};

const labels = { yes: say.keep.doAdd, add: false, drop: say.keep.doNotAdd } as const;
const changes = { name: say.keep.changeName, price: say.keep.price, stock: say.keep.stock };

/** Price, stock or picture of goods. */
export const changeGoods: Flow<
  PointsServices,
  { readonly id: number; readonly what: "price" | "stock" | "picture" }
> = {
  name: "change_goods",
  title: say.keep.changeTitle,
  *tell({ id, what }) {
    const found = yield* look("goods", ({ points }) => points.shop.changeable(id));
    if ("refused" in found) return found.refused;
    const change = yield* changeOf(what);
    if (change === null) return say.keep.noPicture;
    return yield* once("change", ({ points }) => points.shop.change(id, change));
  },
};

function* changeOf(what: "price" | "stock" | "picture"): Part<PointsServices, GoodsChange | null> {
  if (what === "price")
    return { price: yield* ask("price", numberQuestion(say.keep.askPrice, { least: 1, most: 10_000 })) };
  if (what === "stock") {
    const way = yield* ask("way", choice(say.keep.askWay, say.keep.ways));
    const count = yield* ask("count", numberQuestion(say.keep.askCount, { least: 1, most: 10_000 }));
    return { more: way === "more" ? count : -count };
  }
  const sent = yield* ask("picture", material(say.keep.askPicture));
  const picture = filesIn(sent).find(({ kind }) => kind === "photo");
  return picture === undefined ? null : { picture };
}
