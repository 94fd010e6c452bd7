/** Words that say how near, not where. */
const nearness =
  /旁边|旁|边上|那边|这边|那里|这里|附近|门口|门前|对面|后面|前面|里面|下面|上面|拐角|边|的|在|就是|就|那个|这个|我们?|咱们?|第|next to|near|beside|opposite|the|at|by|of/gu;
const degrees = /^-?\d+\.\d+\s*,\s*-?\d+\.\d+$/u;
const marks = /[\s\p{P}]/gu;
const fewest = 2;

/** What is left of a place when words like 旁边 are gone; empty when it says nothing to anybody else. */
function core(place: string): string {
  const said = place.normalize("NFKC").toLowerCase().trim();
  if (degrees.test(said)) return "";
  const left = said.replaceAll(nearness, "").replaceAll(marks, "");
  return Array.from(left).length < fewest ? "" : left;
}

function numbersIn(place: string): readonly string[] {
  return place.normalize("NFKC").match(/\d+/gu) ?? [];
}

/** Every two neighbouring characters. */
function pairsIn(words: string): readonly string[] {
  const characters = Array.from(words);
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

/**
 * Could two descriptions mean one place? Yes when either says nothing (家门口, a location); no when both name numbers and
 * none of them is the same; otherwise when, without words like 旁边, two characters in a row are in both.
 */
export function soundsAlike(one: string, other: string): boolean {
  const [here, there] = [core(one), core(other)];
  if (here === "" || there === "") return true;
  const [mine, theirs] = [numbersIn(one), numbersIn(other)];
  if (mine.length > 0 && theirs.length > 0) return mine.some((number) => theirs.includes(number));
  const known = new Set(pairsIn(there));
  return pairsIn(here).some((pair) => known.has(pair));
}

/** Do two descriptions, each saying something to anybody, mean one place? */
export function isSamePlace(one: string, other: string): boolean {
  return core(one) !== "" && core(other) !== "" && soundsAlike(one, other);
}

/** Whose home, whose number, whose name. */
const personal = /家|\d|我|他|她|您|[婶伯叔嫂哥姐爷奶公婆姨舅]|隔壁|邻居|邻舍|home|house|my |your /u;
const longestShown = 14;

/** A place as neighbours may read it: nothing that says whose home it is. */
export function placeForNeighbours(place: string): string {
  const said = place.normalize("NFKC").trim();
  return personal.test(said) || Array.from(said).length > longestShown ? "" : said;
}

const day = 86_400_000;
/** What nobody settled for longer than this is offered to no neighbour: whoever tells it again is heard anew. */
export const twinWindow = 90 * day;

/** What is told, or was told before: what it is about, and where. */
export interface Told {
  readonly kind: string;
  readonly place: string;
}

/** Where a place says nothing to anybody else, some of the words must be the same. */
const alikeSomewhere = 0.08;
/** What was sorted under another kind must be told in much the same words. */
const alikeElsewhere = 0.35;

/**
 * Are two matters likely one? Their places must sound alike, and their kinds or else their words.
 * @param alike how much their words are alike, 0 to 1.
 */
export function areLikelyOne(one: Told, other: Told, alike: number): boolean {
  if (!soundsAlike(one.place, other.place)) return false;
  const isSaid = isSamePlace(one.place, other.place);
  if (one.kind === other.kind) return isSaid || alike >= alikeSomewhere;
  return isSaid && alike >= alikeElsewhere;
}
