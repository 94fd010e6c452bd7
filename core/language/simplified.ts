import { createRequire } from "node:module";

/** What opencc-js offers of itself here; loaded at the first Traditional word. */
interface OpenCC {
  readonly Converter: (direction: { readonly from: "t"; readonly to: "cn" }) => (words: string) => string;
}

const load = createRequire(import.meta.url);

/** What OpenCC leaves or reads otherwise than villagers mean it: 着 is nearly always the particle, 里 the inside. */
const ours: readonly (readonly [RegExp, string])[] = [
  [
    /著(?=火|急|凉|涼|落|迷|手|想|装|裝|陆|陸|力|重|眼)|(?<=[跟拿看等听聽坐站躺睡开開关關放挂掛带帶])著(?!名|作|者)/gu,
    "着",
  ],
  [/[裏裡]/gu, "里"],
  [/祕/gu, "秘"],
  [/甚[麼么]/gu, "什么"],
  [/麽/gu, "么"],
];

/** Ideographs that may need a look; whatever has none of them is given back untouched. */
const ideograph = /\p{Script=Han}/u;

let convert: ((words: string) => string) | undefined;
const known = new Map<string, boolean>();

function converter(): (words: string) => string {
  convert ??= (load("opencc-js/t2cn") as OpenCC).Converter({ from: "t", to: "cn" });
  return convert;
}

/** Is the character written otherwise in simplified script? Each is asked once. */
function isTraditional(character: string): boolean {
  const before = known.get(character);
  if (before !== undefined) return before;
  const differs = ideograph.test(character) && converter()(character) !== character;
  known.set(character, differs);
  return differs;
}

/** The words in simplified characters, as they are looked through; simplified words stay as they are. Never shown back. */
export function simplify(words: string): string {
  let own = words;
  for (const [pattern, simpler] of ours) own = own.replace(pattern, simpler);
  for (const character of own) if (isTraditional(character)) return converter()(own);
  return own;
}
