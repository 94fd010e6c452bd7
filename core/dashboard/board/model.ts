/** A unit of core/org, as far as rules need it. */
export interface PlaceUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** Codes from the county down, joined by "/". */
  readonly path: string;
}

/** How many matters are unsettled somewhere, and how pressing they are. */
export interface OpenSum {
  readonly open: number;
  /** Past their deadline. */
  readonly overdue: number;
  /** Due within the next 24 hours. */
  readonly soon: number;
  readonly supervised: number;
}

/** One line of the list by place. */
export interface Place extends OpenSum {
  readonly code: string;
  readonly name: string;
  /** Has it a page of its own? The unit itself, where matters hang at it and not below, has none. */
  readonly hasPage: boolean;
}

const nothing: OpenSum = { open: 0, overdue: 0, soon: 0, supervised: 0 };

function added(one: OpenSum, other: OpenSum): OpenSum {
  return {
    open: one.open + other.open,
    overdue: one.overdue + other.overdue,
    soon: one.soon + other.soon,
    supervised: one.supervised + other.supervised,
  };
}

export function sumOf(counts: readonly OpenSum[]): OpenSum {
  return counts.reduce(added, nothing);
}

/** Which of the units directly below `above` a path goes through; `above` itself when it goes no further. */
export function childOn(above: Pick<PlaceUnit, "code" | "path">, path: string): string {
  return path.split("/")[above.path.split("/").length] ?? above.code;
}

/** Counts gathered by the units directly below: what is most overdue first, then what has most open, then by code. */
export function placesOf(
  above: PlaceUnit,
  below: readonly PlaceUnit[],
  counts: readonly (OpenSum & { readonly path: string })[],
): readonly Place[] {
  const sums = new Map<string, OpenSum>();
  for (const count of counts) {
    const code = childOn(above, count.path);
    sums.set(code, added(sums.get(code) ?? nothing, count));
  }
  const own = sums.has(above.code) ? [above] : [];
  return [...below, ...own]
    .map(({ code, name, kind }) => ({
      code,
      name,
      hasPage: code !== above.code && kind !== "grid",
      ...(sums.get(code) ?? nothing),
    }))
    .toSorted(
      (one, other) =>
        other.overdue - one.overdue || other.open - one.open || one.code.localeCompare(other.code),
    );
}

/** The units that hold none of the others: where somebody's posts reach, said once. The widest come first. */
export function topmost<Of extends PlaceUnit>(units: readonly Of[]): readonly Of[] {
  const unique = Array.from(new Map(units.map((unit) => [unit.code, unit])).values());
  return unique
    .filter((unit) => !unique.some((other) => unit.path.startsWith(`${other.path}/`)))
    .toSorted((one, other) => one.path.split("/").length - other.path.split("/").length);
}
