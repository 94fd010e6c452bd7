import { unitByCode } from "../../org/index.ts";
import { maskedWords, type Hidden } from "./model.ts";
import { namesInside } from "./store.ts";
import type { Telling } from "./telling.ts";

/** Whose words they are, and where she said them. */
interface Teller {
  readonly unit: string;
  readonly name: string | null;
  readonly nickname: string | null;
  readonly address?: string | null;
}

/** How her words are shown: whole, or without what tells who she is and which neighbours she names. */
export async function shownOf(telling: Telling, teller: Teller): Promise<(words: string) => string> {
  if (telling.isWhole) return (words) => words;
  const { name, nickname, address, unit } = teller;
  const names = [name ?? "", nickname ?? ""];
  const hidden: Hidden = { names, address: address ?? "", known: await neighboursIn(telling, unit) };
  return (words) => maskedWords(words, hidden);
}

/** The names of the people of a village, of a place that is none those of all its people. */
async function neighboursIn({ moment: { tx }, known }: Telling, code: string): Promise<ReadonlySet<string>> {
  const unit = await unitByCode(tx, code);
  const place = unit?.kind === "grid" && unit.parent !== null ? await unitByCode(tx, unit.parent) : unit;
  if (!place) return new Set();
  const names = known.get(place.code) ?? new Set(await namesInside(tx, place.path));
  known.set(place.code, names);
  return names;
}
