import type { Body } from "../../channel/index.ts";
import { fold, isYes } from "../../language/index.ts";
import type { Acting } from "../../people/index.ts";
import { mine, type Said } from "../mine.ts";
import type { TicketNumber } from "../model.ts";
import { askedAfter } from "./service.ts";

const heldWords = new Set("好了 好的 真的好了 没坏 没问题 还好 都好 亮的 通的 itis fine".split(" "));
const brokenWords = new Set("又坏了 坏了 又不好了 没好 没有 又灭了 又堵了 brokenagain broken no".split(" "));

/** A word in reply to 「真的好了吗？」; undefined for more than that, or where she was not asked. */
export async function saidAfterwards(
  acting: Acting,
  number: TicketNumber,
  body: Body,
): Promise<Said | undefined> {
  const words = body.type === "text" ? body.text : "";
  const isHeld = isYes(words) || heldWords.has(fold(words));
  if (!isHeld && !brokenWords.has(fold(words))) return undefined;
  if ("refused" in (await askedAfter(acting, number))) return undefined;
  return mine(`${number} ${isHeld ? "held" : "broken"}`, acting, "");
}
