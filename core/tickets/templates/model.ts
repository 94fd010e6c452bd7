import type { KindId } from "../kinds/model.ts";

/** Words that are used in answers again and again. */
export interface Template {
  /** A letter and a number: one of ours, or one that somebody made. */
  readonly id: string;
  readonly words: string;
}

/** Where a template is for matters of every kind. */
export const anyKind = "*";

/** A template somebody made, for everything inside a unit. */
export interface OwnTemplate extends Template {
  readonly number: number;
  readonly unit: string;
  readonly kind: KindId | typeof anyKind;
}

export const longestTemplate = 200;
/** No unit keeps more: what is never found is no help. */
export const mostTemplates = 30;
/** How many are offered at once. */
const mostOffered = 6;

/**
 * The templates that fit a matter, the best first: for its kind before for any, of the nearest unit first, the newest
 * first; what we bring along only fills up.
 * @param units the units whose templates count, the nearest first.
 */
export function fittingOf(
  made: readonly OwnTemplate[],
  shipped: readonly (Template & { readonly kind: string })[],
  { kind, units }: { readonly kind: string; readonly units: readonly string[] },
): readonly Template[] {
  const far = (unit: string): number => units.indexOf(unit);
  const own = made
    .filter((one) => [kind, anyKind].includes(one.kind) && far(one.unit) >= 0)
    .sort(
      (one, other) =>
        Number(one.kind === anyKind) - Number(other.kind === anyKind) ||
        far(one.unit) - far(other.unit) ||
        other.number - one.number,
    );
  const ours = shipped.filter((one) => [kind, anyKind].includes(one.kind));
  const words = new Map([...own, ...ours].toReversed().map((one) => [one.words, one]));
  return [...words.values()]
    .reverse()
    .slice(0, mostOffered)
    .map((one) => ({ id: one.id, words: one.words }));
}

/** 「常用语 路灯 明天电工来换」: what follows the word that begins it; undefined for anything else. */
export function wordsSaid(said: string): string | undefined {
  return /^常用语[\s:：，,]+(\S.*)$/su.exec(said.trim())?.[1];
}

/** A kind named before the words, and the words: 「路灯 明天来换」; without a name it is for any kind. */
export function kindSaid(
  said: string,
  kindNamed: (name: string) => KindId | undefined,
): { readonly kind: KindId | typeof anyKind; readonly words: string } {
  const [, name = "", words = ""] = /^(\S{1,12})[\s:：，,]+(\S.*)$/su.exec(said.trim()) ?? [];
  const kind = kindNamed(name);
  return kind === undefined ? { kind: anyKind, words: said.trim() } : { kind, words: words.trim() };
}
