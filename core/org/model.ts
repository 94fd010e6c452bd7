/** A division's 12-digit code; a grid's is `<village code>-G1`. */
export type UnitCode = string & { readonly __id?: "unit" };

export type UnitKind = "county" | "township" | "village" | "grid";

/** One place in the county's tree. */
export interface Unit {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: UnitCode | null;
  /** Codes from the county down to this unit, joined by "/": a unit is inside another when its path begins with the other's. */
  readonly path: string;
}

/** The codes from a unit upwards, itself first. */
export function upwards(unit: Unit): readonly UnitCode[] {
  return unit.path.split("/").reverse();
}

/** Is `inner` this unit, or inside it? */
export function contains(outer: Unit, inner: Unit): boolean {
  return inner.path === outer.path || inner.path.startsWith(`${outer.path}/`);
}

/** A village's name as people type it, without what varies: 「 双桥 村 」 and 「双桥村委会」 are 「双桥」. */
export function villageKey(words: string): string {
  return words
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/(?:村民委员会|村委会|村)$/u, "");
}

/** What a unit is called in full and for short, as officials and people say it: 双桥村 and 双桥, 前童镇 and 前童. */
export function namesOf({ name }: Pick<Unit, "name">): readonly string[] {
  const short = name.replace(/(?:村|社区|镇|乡|街道|县)$/u, "");
  return Array.from(short).length < 2 ? [name] : [name, short];
}

export type OfficeId = number & { readonly __id?: "office" };

/** One of the four platforms, a department, or somebody outside the government. */
export type OfficeKind = "platform" | "department" | "outside";

/** Where the command room of a unit sends a matter on. */
export interface Office {
  readonly id: OfficeId;
  readonly unit: UnitCode;
  readonly name: string;
  readonly kind: OfficeKind;
  /** In words, for whoever chooses; empty where nothing is known. */
  readonly duties: string;
}

const longestOfficeName = 8;

/** An office's name as given, tidied; undefined when it cannot be one. Short, for it stands on buttons and in timelines. */
export function readOfficeName(words: string): string | undefined {
  const name = words.normalize("NFKC").replaceAll(/\s+/g, "");
  const length = Array.from(name).length;
  return length >= 2 && length <= longestOfficeName && /^[\p{L}\p{N}]+$/u.test(name) && /^\p{L}/u.test(name)
    ? name
    : undefined;
}
